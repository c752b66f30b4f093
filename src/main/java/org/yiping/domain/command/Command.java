package org.yiping.domain.command;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;

/// What an operator can ask for. A command is a wish until the platform has accepted it. Immutable; any thread.
public sealed interface Command {
    Head head();

    /// `basedOn` is the revision the operator saw, 0 when that does not matter. After `expiresAt` the command is not
    /// sent without asking again; absent means it never expires.
    record Head(CommandId id, long basedOn, @Nullable Instant expiresAt) {}

    /// Report or register a new case (上报, 登记). The caller chooses the id, so that a repetition is recognised.
    /// `photos` are ids of files already uploaded.
    record ReportCase(Head head, CaseId caseId, ActionCode action, Intake intake, List<String> photos)
            implements Command {
        public ReportCase {
            photos = List.copyOf(photos);
        }
    }

    /// What is known when a case comes in. `simulated` marks a simulator's case (模拟案件).
    record Intake(
            Subject subject,
            Place place,
            SourceCode source,
            @Nullable Caller caller,
            boolean simulated) {}

    /// Take a transition of the workflow on a case (立案, 派遣, 结案 …).
    record ActOnCase(Head head, CaseId caseId, ActionCode action, Fields fields) implements Command {}

    /// What a transition may demand; see `Workflow.Permission`. `reason` is also where an opinion or result is written.
    record Fields(
            @Nullable String reason,
            @Nullable CriterionId criterion,
            @Nullable DepartmentId department,
            @Nullable PersonId handler,
            @Nullable String closing,
            List<String> photos) {
        public static final Fields NONE = new Fields(null, null, null, null, null, List.of());

        public Fields {
            photos = List.copyOf(photos);
        }
    }

    /// Leave a supervisor's verdict on a case (评议).
    record ReviewCase(Head head, CaseId caseId, String verdict, String note) implements Command {}
}
