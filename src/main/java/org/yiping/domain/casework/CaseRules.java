package org.yiping.domain.casework;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Versions;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.SopStep;
import org.yiping.domain.command.Command;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Directory;
import org.yiping.domain.identity.Person;

/// The rules of casework: whether a command may change a case, and what the case becomes (domain.md 2.5, 2.9).
///
/// All knowledge of states, posts and limits comes from the city's files; this class only knows what the codes
/// of guards, needs and effects mean. Stateless but for those files; any thread.
public final class CaseRules {
    /// What refuses where steps of the class's procedure are open that the city demands.
    private static final String STEPS = "steps";

    private final Filing filing;
    private final Workflow workflow;
    private final StageClocks clocks;
    private final CaseTurn turn;
    private final Needs needs;
    private final AreaFinder areas;
    private final Directory directory;

    public CaseRules(
            Versions<Catalogue> catalogues,
            Workflow workflow,
            Versions<WorkCalendar> calendars,
            AreaFinder areas,
            Directory directory) {
        ZoneId zone = calendars.editions().getFirst().content().zone();
        this.workflow = workflow;
        this.filing = new Filing(catalogues);
        this.clocks = new StageClocks(workflow.version(), calendars);
        this.turn = new CaseTurn(workflow, filing, clocks, zone);
        this.needs = new Needs(filing, workflow, zone, directory);
        this.areas = areas;
        this.directory = directory;
    }

    /// Whether an action is open to somebody now; `refusal` is absent when it is, else the guard that refuses
    /// or `post`.
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
        Optional<Outcome.Refused> unfit = unfit(command.intake(), now).or(() -> needs.unmet(transition, command));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        Command.Intake intake = command.intake();
        List<String> flags = intake.place().position() == null ? List.of(Place.TO_PICK) : List.of();
        Progress start = new Progress(transition.to(), null, null, List.of(), Milestones.NONE, flags);
        Case opened = new Case(
                command.caseId(),
                new Case.CaseHead(
                        number,
                        workflow.version(),
                        photos(command, now),
                        filing.inForce(now).version()),
                intake.subject(),
                placed(intake.place()),
                new Report(
                        intake.source(),
                        now,
                        actor.person(),
                        intake.caller(),
                        null,
                        intake.simulated(),
                        intake.confidence()),
                start);
        Case result = turn.take(opened, new CaseTurn.Act(transition, Command.Fields.NONE, actor, now));
        return new Outcome.Changed(
                result,
                new FlowRecord(
                        new RecordId(command.head().id().value()),
                        result.id(),
                        now,
                        actor,
                        new FlowRecord.Step(
                                transition.action(),
                                transition.to(),
                                result.progress().state()),
                        intake.subject().description()));
    }

    private Optional<Outcome.Refused> unfit(Command.Intake intake, Instant now) {
        Catalogue catalogue = filing.inForce(now);
        Subject subject = intake.subject();
        Optional<CaseClass> known = catalogue.find(subject.classCode());
        if (known.isEmpty()) {
            return Optional.of(new Outcome.Refused("unknown-class", "/intake/subject/classCode"));
        }
        if (!known.get().kind().equals(subject.kind())) {
            return Optional.of(new Outcome.Refused("wrong-kind", "/intake/subject/kind"));
        }
        if (subject.criterion() != null
                && catalogue.find(subject.classCode(), subject.criterion()).isEmpty()) {
            return Optional.of(new Outcome.Refused("unknown-criterion", "/intake/subject/criterion"));
        }
        Double sure = intake.confidence();
        if (sure != null && !(sure >= 0 && sure <= 1)) {
            return Optional.of(new Outcome.Refused("range", "/intake/confidence"));
        }
        return outside(intake.place(), "/intake/place/position");
    }

    private Optional<Outcome.Refused> outside(@Nullable Place place, String pointer) {
        Position position = place == null ? null : place.position();
        return position == null || areas.isInCity(position)
                ? Optional.empty()
                : Optional.of(new Outcome.Refused("outside-city", pointer));
    }

    /// The smallest area a place lies in; as the report says where it has no position or lies in none.
    public @Nullable AreaCode areaOf(Place place) {
        return place.position() == null
                ? place.area()
                : areas.areaAt(place.position()).orElse(place.area());
    }

    private Place placed(Place place) {
        return place.position() == null ? place : new Place(place.position(), place.address(), areaOf(place));
    }

    private static List<Attachment> photos(Command.ReportCase command, Instant now) {
        boolean simulated = command.intake().simulated();
        List<Attachment> photos = new ArrayList<>();
        command.photos().forEach(id -> photos.add(new Attachment(id, "before", "image/*", now, simulated)));
        if (command.afterPhotos() != null) {
            command.afterPhotos().forEach(id -> photos.add(new Attachment(id, "after", "image/*", now, simulated)));
        }
        return photos;
    }

    /// A transition on a case. Where the clock was set back, the case's own last instant holds: its records
    /// never run backwards.
    public Outcome act(Case current, Command.ActOnCase command, Actor actor, Instant now) {
        Progress progress = current.progress();
        Optional<Transition> found = workflow.find(command.action(), progress.state());
        if (found.isEmpty()) {
            return new Outcome.Refused("state", "/action");
        }
        Transition transition = found.get();
        Instant last = progress.changedAt();
        Instant at = last != null && now.isBefore(last) ? last : now;
        String refusal = refusal(current, transition, actor, at);
        if (refusal != null) {
            return new Outcome.Refused(refusal, "/action");
        }
        Command.Fields asked = Needs.asked(transition, command.fields());
        Optional<Outcome.Refused> unmet =
                needs.unmet(current, transition, asked, at).or(() -> outside(asked.place(), "/fields/place/position"));
        if (unmet.isPresent()) {
            return unmet.get();
        }
        Command.Fields fields = asked.place() == null ? asked : asked.at(placed(asked.place()));
        Case result =
                turn.take(filed(current, transition, fields, at), new CaseTurn.Act(transition, fields, actor, at));
        return new Outcome.Changed(
                result,
                new FlowRecord(
                        new RecordId(command.head().id().value()),
                        result.id(),
                        at,
                        actor,
                        new FlowRecord.Step(
                                transition.action(),
                                progress.state(),
                                result.progress().state()),
                        note(fields),
                        given(fields)));
    }

    /// Whether the action would merge the case into another one.
    public boolean merges(ActionCode action, Case current) {
        return workflow.find(action, current.progress().state())
                .map(t -> t.effect().does().contains("merge"))
                .orElse(false);
    }

    /// The surviving case of a merge (并案): it keeps the other's reporters and photos and goes on as it was. A case
    /// that has ended takes nothing in.
    public Outcome join(Case survivor, Case merged, FlowRecord merging) {
        String refusal = switch (workflow.ending(survivor.progress().state())) {
            case CLOSED -> "survivor-closed";
            case VOIDED -> survivor.progress().mergedInto() == null ? "survivor-void" : "survivor-merged";
            case OPEN, PAUSED -> null;
        };
        if (refusal != null) {
            return new Outcome.Refused(refusal, "/fields/survivor");
        }
        StateCode state = survivor.progress().state();
        return new Outcome.Changed(
                Merging.join(survivor, merged),
                new FlowRecord(
                        Merging.record(merging.id()),
                        survivor.id(),
                        merging.at(),
                        merging.actor(),
                        new FlowRecord.Step(Merging.JOINED, state, state),
                        merged.head().number().value()));
    }

    /// With the criterion a step names, under the catalogue that rules the case from then on.
    private Case filed(Case c, Transition transition, Command.Fields fields, Instant at) {
        CriterionId criterion = fields.criterion() == null ? c.subject().criterion() : fields.criterion();
        boolean files = "filed".equals(transition.effect().milestone());
        if (criterion == null || (fields.criterion() == null && !files)) {
            return c;
        }
        Subject s = c.subject();
        Subject filed = new Subject(s.kind(), s.classCode(), criterion, s.severity(), s.component(), s.description());
        Case.CaseHead head = filing.under(c, criterion, at)
                .map(catalogue -> c.head().ruledBy(catalogue.version()))
                .orElse(c.head());
        return new Case(c.id(), head, filed, c.place(), c.report(), c.progress());
    }

    private static String note(Command.Fields fields) {
        if (fields.reason() != null) {
            return fields.reason();
        }
        return fields.closing() == null ? "" : fields.closing();
    }

    /// What was given beside the words, which are the note.
    private static Command.@Nullable Fields given(Command.Fields f) {
        Command.Fields rest = new Command.Fields(
                null,
                f.criterion(),
                f.department(),
                f.handler(),
                f.reason() == null ? null : f.closing(),
                f.photos(),
                f.kind(),
                f.hours(),
                f.until(),
                f.reply(),
                f.survivor(),
                f.place());
        return rest.equals(Command.Fields.NONE) ? null : rest;
    }

    /// Every action the workflow has from the case's state, each with the reason why this actor may not, if so.
    public List<Option> options(Case current, Actor actor, Instant now) {
        return workflow.from(current.progress().state()).stream()
                .map(t -> new Option(t, refusal(current, t, actor, now)))
                .toList();
    }

    /// Every clock of the case, explained.
    public List<ClockExplanation> explain(Case current) {
        return current.progress().clocks().stream().map(clocks::explain).toList();
    }

    private @Nullable String refusal(Case current, Transition transition, Actor actor, Instant now) {
        Optional<DepartmentId> own = directory.person(actor.person()).map(Person::department);
        String refusal = Guards.refusal(current, transition, actor, own.orElse(null), now);
        return refusal == null && misses(current, transition, now) ? STEPS : refusal;
    }

    /// Whether a step is not ticked off without which the city does not allow the action.
    private boolean misses(Case current, Transition transition, Instant now) {
        return caseClass(current, now)
                .map(CaseClass::procedure)
                .filter(steps -> Procedure.open(current, steps, transition, workflow).stream()
                        .anyMatch(SopStep::required))
                .isPresent();
    }

    /// The class of a case as the catalogue has it that rules the case.
    private Optional<CaseClass> caseClass(Case c, Instant now) {
        return filing.of(c, now).find(c.subject().classCode());
    }
}
