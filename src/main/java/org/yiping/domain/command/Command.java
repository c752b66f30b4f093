package org.yiping.domain.command;

import java.time.Instant;
import java.time.LocalDate;
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
public sealed interface Command permits Command.ReportCase, Command.ActOnCase, Command.ReviewCase, Aside {
    /// No text a person writes is longer.
    int LONGEST_TEXT = 4000;

    Head head();

    /// The case it is about, where it is about one.
    @Nullable
    CaseId about();

    /// `basedOn` is the revision the operator saw, 0 when that does not matter. After `expiresAt` the command
    /// is not sent without asking again; absent means it never expires.
    record Head(CommandId id, long basedOn, @Nullable Instant expiresAt) {}

    /// Report or register a new case (上报, 登记). The caller chooses the id, so that a repetition is recognised.
    /// `photos` are ids of files already uploaded; `afterPhotos` those that show it done, where the collector
    /// saw to it at once (自行处置).
    record ReportCase(
            Head head,
            CaseId caseId,
            ActionCode action,
            Intake intake,
            List<String> photos,
            @Nullable List<String> afterPhotos)
            implements Command {
        public ReportCase {
            photos = photos == null ? List.of() : List.copyOf(photos); // absent on the wire
            afterPhotos = afterPhotos == null ? null : List.copyOf(afterPhotos);
        }

        public ReportCase(Head head, CaseId caseId, ActionCode action, Intake intake, List<String> photos) {
            this(head, caseId, action, intake, photos, null);
        }

        @Override
        public CaseId about() {
            return caseId;
        }
    }

    /// What is known when a case comes in. `simulated` marks a simulator's case (模拟案件). `confidence` is how sure
    /// a recogniser was, from 0 to 1; people and most devices say nothing of the kind.
    record Intake(
            Subject subject,
            Place place,
            SourceCode source,
            @Nullable Caller caller,
            boolean simulated,
            @Nullable Double confidence) {
        public Intake(Subject subject, Place place, SourceCode source, @Nullable Caller caller, boolean simulated) {
            this(subject, place, source, caller, simulated, null);
        }
    }

    /// Take a transition of the workflow on a case (立案, 派遣, 结案 …).
    record ActOnCase(Head head, CaseId caseId, ActionCode action, Fields fields) implements Command {
        @Override
        public CaseId about() {
            return caseId;
        }
    }

    /// What a transition may demand; see `Workflow.Permission`. `reason` is also where an opinion or result is
    /// written; `hours` is how much longer is asked for, `until` the last day of a suspension, `kind` a choice
    /// the transition offers, `reply` whether one is wanted, `survivor` the case this one is merged into, `place`
    /// where it is after all. What a transition does not ask for is left aside.
    record Fields(
            @Nullable String reason,
            @Nullable CriterionId criterion,
            @Nullable DepartmentId department,
            @Nullable PersonId handler,
            @Nullable String closing,
            List<String> photos,
            @Nullable String kind,
            @Nullable Integer hours,
            @Nullable LocalDate until,
            @Nullable Boolean reply,
            @Nullable CaseId survivor,
            @Nullable Place place) {
        public static final Fields NONE = new Fields(null, null, null, null, null, List.of());

        public Fields {
            photos = photos == null ? List.of() : List.copyOf(photos); // absent on the wire
        }

        public Fields(
                @Nullable String reason,
                @Nullable CriterionId criterion,
                @Nullable DepartmentId department,
                @Nullable PersonId handler,
                @Nullable String closing,
                List<String> photos) {
            this(reason, criterion, department, handler, closing, photos, null, null, null, null);
        }

        public Fields(
                @Nullable String reason,
                @Nullable CriterionId criterion,
                @Nullable DepartmentId department,
                @Nullable PersonId handler,
                @Nullable String closing,
                List<String> photos,
                @Nullable String kind,
                @Nullable Integer hours,
                @Nullable LocalDate until,
                @Nullable Boolean reply) {
            this(reason, criterion, department, handler, closing, photos, kind, hours, until, reply, null, null);
        }

        /// The same, at that place.
        public Fields at(Place where) {
            return new Fields(
                    reason,
                    criterion,
                    department,
                    handler,
                    closing,
                    photos,
                    kind,
                    hours,
                    until,
                    reply,
                    survivor,
                    where);
        }
    }

    /// Leave a supervisor's verdict on a case (评议).
    record ReviewCase(Head head, CaseId caseId, String verdict, String note) implements Command {
        @Override
        public CaseId about() {
            return caseId;
        }
    }
}
