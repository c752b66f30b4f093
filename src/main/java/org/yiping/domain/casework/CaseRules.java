package org.yiping.domain.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Directory;
import org.yiping.domain.identity.Person;

/// The rules of casework: whether a command may change a case, and what the case becomes (domain.md 2.5, 2.9).
///
/// All knowledge of states, posts and limits comes from the city's files; this class only knows what the codes of
/// guards, needs and effects mean. Stateless but for those files; any thread.
public final class CaseRules {
    private final Catalogue catalogue;
    private final Workflow workflow;
    private final CaseTurn turn;
    private final AreaFinder areas;
    private final Directory directory;

    public CaseRules(
            Catalogue catalogue, Workflow workflow, WorkCalendar calendar, AreaFinder areas, Directory directory) {
        this.catalogue = catalogue;
        this.workflow = workflow;
        this.turn = new CaseTurn(catalogue, workflow.version(), calendar);
        this.areas = areas;
        this.directory = directory;
    }

    /// Whether an action is open to somebody now; `refusal` is absent when it is.
    public record Option(Transition transition, @Nullable String refusal) {}

    /// A new case. The caller gives the number, because only it knows today's sequence.
    public Outcome open(Command.ReportCase command, Actor actor, CaseNumber number, Instant now) {
        Optional<Transition> found = workflow.find(command.action(), null);
        if (found.isEmpty()) {
            return new Outcome.Refused("state", "/action");
        }
        Transition transition = found.get();
        if (!transition.permission().posts().contains(actor.post())) {
            return new Outcome.Refused("post", "/action");
        }
        Subject subject = command.intake().subject();
        Optional<CaseClass> known = catalogue.find(subject.classCode());
        if (known.isEmpty()) {
            return new Outcome.Refused("unknown-class", "/intake/subject/classCode");
        }
        if (!known.get().kind().equals(subject.kind())) {
            return new Outcome.Refused("wrong-kind", "/intake/subject/kind");
        }
        if (subject.criterion() != null
                && catalogue.find(subject.classCode(), subject.criterion()).isEmpty()) {
            return new Outcome.Refused("unknown-criterion", "/intake/subject/criterion");
        }
        Place place = command.intake().place();
        if (place.position() != null && !areas.isInCity(place.position())) {
            return new Outcome.Refused("outside-city", "/intake/place/position");
        }
        Place placed = place.position() == null
                ? place
                : new Place(
                        place.position(),
                        place.address(),
                        areas.areaAt(place.position()).orElse(place.area()));
        List<Attachment> photos = command.photos().stream()
                .map(id -> new Attachment(
                        id, "before", "image/*", now, command.intake().simulated()))
                .toList();
        Progress start = new Progress(transition.to(), null, null, List.of(), Milestones.NONE, List.of());
        Case opened = new Case(
                command.caseId(),
                new Case.CaseHead(number, workflow.version(), photos),
                subject,
                placed,
                new Report(
                        command.intake().source(),
                        now,
                        actor.person(),
                        command.intake().caller(),
                        null,
                        command.intake().simulated()),
                start);
        Case result = turn.take(opened, transition, Command.Fields.NONE, now);
        return new Outcome.Changed(
                result, entry(command.head(), result, actor, transition, transition.to(), subject.description(), now));
    }

    /// A transition on a case.
    public Outcome act(Case current, Command.ActOnCase command, Actor actor, Instant now) {
        Optional<Transition> found =
                workflow.find(command.action(), current.progress().state());
        if (found.isEmpty()) {
            return new Outcome.Refused("state", "/action");
        }
        Transition transition = found.get();
        String refusal = refusal(current, transition, actor);
        if (refusal != null) {
            return new Outcome.Refused(refusal, "/action");
        }
        Outcome.@Nullable Refused missing = missing(current, transition, command.fields());
        if (missing != null) {
            return missing;
        }
        Case next = current;
        if (command.fields().criterion() != null) {
            Subject s = current.subject();
            next = new Case(
                    current.id(),
                    current.head(),
                    new Subject(
                            s.kind(),
                            s.classCode(),
                            command.fields().criterion(),
                            s.severity(),
                            s.component(),
                            s.description()),
                    current.place(),
                    current.report(),
                    current.progress());
        }
        Case result = turn.take(next, transition, command.fields(), now);
        String note = command.fields().reason() != null
                ? command.fields().reason()
                : Optional.ofNullable(command.fields().closing()).orElse("");
        return new Outcome.Changed(
                result,
                entry(
                        command.head(),
                        result,
                        actor,
                        transition,
                        current.progress().state(),
                        note,
                        now));
    }

    /// Every action the workflow has from the case's state, each with the reason why this actor may not, if so.
    public List<Option> options(Case current, Actor actor) {
        return workflow.from(current.progress().state()).stream()
                .map(t -> new Option(t, refusal(current, t, actor)))
                .toList();
    }

    private @Nullable String refusal(Case current, Transition transition, Actor actor) {
        if (!transition.permission().posts().contains(actor.post())) {
            return "post";
        }
        for (String guard : transition.permission().guards()) {
            boolean passes = switch (guard) {
                case "handler" -> actor.person().equals(current.progress().handler());
                case "department" ->
                    directory
                            .person(actor.person())
                            .map(Person::department)
                            .map(d -> d.equals(current.progress().department()))
                            .orElse(false);
                default -> false; // a guard this version does not know closes the action, never opens it
            };
            if (!passes) {
                return guard;
            }
        }
        return null;
    }

    private Outcome.@Nullable Refused missing(Case current, Transition transition, Command.Fields fields) {
        for (String need : transition.permission().needs()) {
            Object value = switch (need) {
                case "reason" -> blankToNull(fields.reason());
                case "criterion" ->
                    fields.criterion() == null ? current.subject().criterion() : fields.criterion();
                case "department" -> fields.department();
                case "handler" -> fields.handler();
                case "closing" -> blankToNull(fields.closing());
                case "photos" -> fields.photos().isEmpty() ? null : fields.photos();
                default -> null;
            };
            if (value == null) {
                return new Outcome.Refused("missing", "/fields/" + need);
            }
        }
        if (fields.criterion() != null
                && catalogue
                        .find(current.subject().classCode(), fields.criterion())
                        .isEmpty()) {
            return new Outcome.Refused("unknown-criterion", "/fields/criterion");
        }
        if (fields.department() != null
                && directory.department(fields.department()).isEmpty()) {
            return new Outcome.Refused("unknown-department", "/fields/department");
        }
        if (fields.handler() != null && directory.person(fields.handler()).isEmpty()) {
            return new Outcome.Refused("unknown-person", "/fields/handler");
        }
        return null;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static FlowRecord entry(
            Command.Head head,
            Case result,
            Actor actor,
            Transition transition,
            StateCode from,
            String note,
            Instant now) {
        return new FlowRecord(
                new RecordId(head.id().value()),
                result.id(),
                now,
                actor,
                new FlowRecord.Step(transition.action(), from, transition.to()),
                note);
    }
}
