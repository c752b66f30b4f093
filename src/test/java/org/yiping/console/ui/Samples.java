package org.yiping.console.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Me;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.casework.ClockBasis;
import org.yiping.domain.casework.Milestones;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.StageCode;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.protocol.Json;
import org.yiping.server.access.Access;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Cases and rules the console's tests are written in.
public final class Samples {
    /// The workflow the product ships.
    public static final Workflow WORKFLOW = workflow();

    private static final Access RIGHTS = Access.shipped();

    private Samples() {}

    /// Who is signed in, and may send what the shipped table of rights says.
    public static Me me(String person, String post, String seat, String name) {
        PostCode code = new PostCode(post);
        return new Me(
                new Actor(new PersonId(person), code, new SeatId(seat)),
                name,
                List.of(),
                Set.copyOf(RIGHTS.commands(code)));
    }

    /// A case whose clock of 15 minutes has this much left at `now`.
    public static Case waiting(String id, String state, Instant now, Duration left) {
        Instant due = now.plus(left);
        Instant start = due.minus(Duration.ofMinutes(15));
        CaseClock clock = new CaseClock(
                new StageCode("dispatch"),
                start,
                start.plus(Duration.ofMinutes(12)),
                due,
                null,
                new ClockBasis(null, null, "2026.2", "2026-3"));
        return of(id, state, start, List.of(clock), null);
    }

    /// A case without a clock.
    public static Case without(String id, String state, Instant now) {
        return of(id, state, now, List.of(), null);
    }

    public static Case of(
            String id, String state, Instant reported, List<CaseClock> clocks, @Nullable DepartmentId department) {
        return new Case(
                new CaseId(id),
                new Case.CaseHead(new CaseNumber("E0110-" + id), WORKFLOW.version(), List.of()),
                new Subject(new KindCode("event"), new ClassCode("E-0110"), null, Severity.ORDINARY, null, "made up"),
                new Place(new Position(104.06, 30.63), "示范路 1 号", new AreaCode("99010100100101")),
                new Report(new SourceCode("collector"), reported, null, null, null, true),
                new Progress(new StateCode(state), department, null, clocks, Milestones.NONE, List.of()));
    }

    private static Workflow workflow() {
        try (InputStream in = Objects.requireNonNull(
                Samples.class.getResourceAsStream("/org/yiping/catalogue/workflow.yaml"), "workflow")) {
            record File(String version, List<Workflow.State> states, List<Workflow.Transition> transitions) {}
            File file = Json.mapper().treeToValue(new YAMLMapper().readTree(in), File.class);
            return new Workflow(file.version(), file.states(), file.transitions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
