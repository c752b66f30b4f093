package org.yiping.end2end;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.fake.Desk;

/// Commands as windows make them: based on what the desk has seen, with an expiry.
public final class Wishes {
    private Wishes() {}

    static Command report(Desk desk, String id, double[] at) {
        return report(head(desk), id, at);
    }

    /// Rubbish at the roadside, seen by a collector.
    public static Command report(Command.Head head, String id, double[] at) {
        return new Command.ReportCase(
                head,
                new CaseId(id),
                new ActionCode("report"),
                new Command.Intake(
                        new Subject(
                                new KindCode("event"),
                                new ClassCode("E-0110"),
                                null,
                                Severity.ORDINARY,
                                null,
                                "路边暴露垃圾"),
                        new Place(new Position(at[0], at[1]), "一号路", null),
                        new SourceCode("collector"),
                        null,
                        true),
                List.of());
    }

    static Command act(Desk desk, String id, String action, Command.Fields fields) {
        return new Command.ActOnCase(head(desk), new CaseId(id), new ActionCode(action), fields);
    }

    private static Command.Head head(Desk desk) {
        return new Command.Head(
                new CommandId(UUID.randomUUID().toString()),
                desk.tables.revision(),
                Instant.now().plus(Duration.ofMinutes(30)));
    }

    static Command.Fields reason(String words) {
        return new Command.Fields(words, null, null, null, null, List.of());
    }

    static Command.Fields criterion(String id) {
        return new Command.Fields(null, new CriterionId(id), null, null, null, List.of());
    }

    static Command.Fields department(String id) {
        return new Command.Fields(null, null, new DepartmentId(id), null, null, List.of());
    }

    static Command.Fields handler(String id) {
        return new Command.Fields(null, null, null, new PersonId(id), null, List.of());
    }

    static Command.Fields closing(@Nullable String words) {
        return new Command.Fields(null, null, null, null, words, List.of());
    }

    static Command.Fields photos(String... files) {
        return new Command.Fields(null, null, null, null, null, List.of(files));
    }
}
