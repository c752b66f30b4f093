package org.yiping.console.ui.dispatch;

// long because the case in hand is one model for head, body, aids and actions

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Sounds;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.store.Selection;
import org.yiping.console.store.Subscription;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.dispatch.DeskActions.DeskAction;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.DepartmentId;

/// The open case: its facts, records, actions, and the action being filled in. FX thread.
///
/// `changed` counts up when the case, its records or its commands may read differently. While a command is on its way
/// no second one is offered: the platform would refuse it for its revision.
final class CaseViewModel {
    /// A dispatch nobody could send within this time asks again before it goes.
    private static final Duration EXPIRY = Duration.ofMinutes(5);

    private static final Suggestion.Load ONE_OPEN = new Suggestion.Load(1, 0);
    private static final Suggestion.Load ONE_SOON = new Suggestion.Load(1, 1);

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable CaseId> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Transition> filling = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(Choice.NONE);
    private final CaseAdvice advice;
    private final CaseHand hand;
    private @Nullable Subscription records;
    private Set<CaseId> marked = Set.of();
    private int refused;

    CaseViewModel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        this.words = new Words(desk.stores(), hall.messages());
        this.advice = new CaseAdvice(desk, hall, this::beat);
        this.hand = new CaseHand(this, desk, hall);
    }

    void show() {
        hide();
        Feed<CaseId> cases = hall.feed(this::changed);
        Feed<CommandId> deliveries = hall.feed(this::delivered);
        subscriptions.add(cases);
        subscriptions.add(deliveries);
        subscriptions.add(desk.stores().cases().subscribe(cases::changed));
        subscriptions.add(desk.stores().records().subscribe(cases::changed));
        subscriptions.add(desk.outbox().deliveries().subscribe(deliveries::changed));
        subscriptions.add(desk.stores().city().subscribe(() -> hall.fx().execute(this::beat)));
        subscriptions.add(desk.selection().subscribe(p -> hall.fx().execute(() -> picked(p))));
    }

    void hide() {
        subscriptions.close();
        closeRecords();
    }

    ReadOnlyIntegerProperty changed() {
        return changed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable CaseId> open() {
        return open.getReadOnlyProperty();
    }

    /// The action whose fields are being filled in, else absent.
    ReadOnlyObjectProperty<@Nullable Transition> filling() {
        return filling.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Choice> choice() {
        return choice.getReadOnlyProperty();
    }

    Optional<Case> value() {
        CaseId id = open.get();
        return id == null ? Optional.empty() : desk.stores().cases().find(id);
    }

    Optional<CaseFace> face() {
        return value().map(c -> CaseFace.of(c, desk, words, now()));
    }

    List<FlowRecord> records() {
        CaseId id = open.get();
        return id == null
                ? List.of()
                : desk.stores().records().find(id).orElse(List.of()).reversed();
    }

    List<DeskAction> actions() {
        return value().map(c -> DeskActions.of(c, desk)).orElse(List.of());
    }

    /// The platform's proposals where it has told them, else what the duties of the departments say.
    List<Suggestion> recommended() {
        return value().filter(_ -> takesDepartment())
                .map(c -> {
                    Map<DepartmentId, Suggestion.Load> loads = loads();
                    Suggestion.Loads of = d -> loads.getOrDefault(d, Suggestion.Load.NONE);
                    return advice.recommendation()
                            .map(r -> Suggestion.of(r, desk.stores().departments()::find, of))
                            .orElseGet(() -> Suggestion.rank(
                                    c,
                                    desk.stores().departments().rows().values().toList(),
                                    of));
                })
                .orElse(List.of());
    }

    /// What the platform has told of the open case so far; asks for what it has not been asked.
    CaseAdvice advice() {
        value().ifPresent(c -> advice.ask(c, takesDepartment(), mergeAction().isPresent()));
        return advice;
    }

    /// Merging the open case into another one, where this seat may.
    Optional<DeskAction> mergeAction() {
        return actions().stream()
                .filter(a -> a.allowed() && a.transition().effect().does().contains("merge"))
                .findFirst();
    }

    /// Begins a merge: the reason is still to be given, and nothing is sent before it is confirmed.
    void merge(CaseId into) {
        mergeAction().ifPresent(a -> {
            choose(choice.get().with(choice.get().asked().withSurvivor(into)));
            act(a);
        });
    }

    boolean takesDepartment() {
        return actions().stream()
                .anyMatch(a -> a.transition().permission().needs().contains("department"));
    }

    boolean pending() {
        CaseId id = open.get();
        return id != null && !desk.outbox().pending(id).isEmpty();
    }

    CaseHand hand() {
        return hand;
    }

    Desk desk() {
        return desk;
    }

    Words words() {
        return words;
    }

    Instant now() {
        return hall.now();
    }

    void choose(Choice next) {
        choice.set(next);
        beat();
    }

    /// Takes an action: at once where nothing is missing, else by filling in what is.
    void act(DeskAction action) {
        if (!action.allowed() || pending()) {
            return;
        }
        Transition transition = action.transition();
        boolean many = !desk.selection().marked().isEmpty();
        if (many && !Together.fits(transition)) {
            return;
        }
        boolean shown = transition.needs("criterion"); // is seen and confirmed, also where it is known already
        if (many || shown || choice.get().missing(transition, hasCriterion()).isPresent()) {
            filling.set(transition);
            beat();
        } else {
            submit(transition);
        }
    }

    /// Sends what was filled in; the need that is still open otherwise.
    Optional<String> confirm() {
        Transition transition = filling.get();
        if (transition == null) {
            return Optional.empty();
        }
        Optional<String> missing = choice.get().missing(transition, hasCriterion());
        if (missing.isEmpty()) {
            submit(transition);
        }
        return missing;
    }

    void cancel() {
        filling.set(null);
        beat();
    }

    /// What was written for this action before and not sent.
    Optional<Drafts.Draft> draft(Transition transition) {
        return value().flatMap(c -> desk.outbox()
                .drafts()
                .find(c.id(), Drafts.part(transition.action().value())));
    }

    /// Keeps what is written for the action that is filled in: neither Esc nor a crash loses it.
    void keep(Transition transition, String text) {
        value().ifPresent(c -> desk.outbox()
                .drafts()
                .keep(c.id(), Drafts.part(transition.action().value()), text));
    }

    /// The newest command of this seat that has not left it yet.
    Optional<Delivery> unsent() {
        return desk.outbox()
                .deliveries()
                .rows()
                .values()
                .filter(Delivery::unsent)
                .max(Comparator.comparing(Delivery::queuedAt));
    }

    /// Takes that one back; where it went out in the meantime, it says so.
    void withdraw() {
        unsent().ifPresent(d -> {
            var _ = desk.outbox()
                    .withdraw(d.command().head().id())
                    .thenAccept(done -> hall.fx().execute(() -> {
                        String what = describe(d.command());
                        hall.notices()
                                .show(Notice.info(
                                        "withdrawn",
                                        hall.messages().get(done ? "case.withdrawn" : "case.went-out", what)));
                        beat();
                    }));
        });
    }

    /// How many commands of this seat were refused so far: what they said stands in its field again.
    int refused() {
        return refused;
    }

    /// Fills a refused command in again, with all that was chosen; where the case has moved on, it only opens it.
    private void again(Command command) {
        discard(command.head().id());
        if (command instanceof Command.ActOnCase act) {
            desk.pick(act.caseId());
            actions().stream()
                    .filter(DeskAction::allowed)
                    .map(DeskAction::transition)
                    .filter(t -> t.action().equals(act.action()))
                    .findFirst()
                    .ifPresent(t -> {
                        choice.set(Choice.of(act.fields()));
                        filling.set(t);
                        beat();
                    });
        }
    }

    /// Withdraws a command that waits or was refused.
    void discard(CommandId id) {
        var _ = desk.outbox().discard(id);
    }

    private boolean hasCriterion() {
        return value().map(c -> c.subject().criterion() != null).orElse(false);
    }

    private void submit(Transition transition) {
        Optional<Case> one = value();
        if (one.isEmpty() || !hand.lets()) {
            return;
        }
        List<Case> cases = new ArrayList<>(one.stream().toList());
        cases.addAll(Together.others(one.get(), transition, desk));
        Command.Fields fields = choice.get().fields(transition);
        filling.set(null);
        choice.set(Choice.NONE);
        for (Case c : cases) {
            Command.Head head = new Command.Head(
                    new CommandId(UUID.randomUUID().toString()),
                    desk.stores().revision(),
                    desk.stores().clock().instant().plus(EXPIRY));
            send(new Command.ActOnCase(head, c.id(), transition.action(), fields));
        }
        if (!transition.aside() && !staysHere(one.get(), transition)) {
            desk.selection().done(one.get().id());
        }
    }

    /// Whether the case's next step is this seat's as well: it holds more than one post.
    private boolean staysHere(Case value, Transition transition) {
        return desk.city()
                .flatMap(c -> desk.me()
                        .map(me -> c.rules().workflow().from(Workflow.target(transition, value.progress())).stream()
                                .anyMatch(t -> !t.aside()
                                        && t.permission()
                                                .posts()
                                                .contains(me.actor().post()))))
                .orElse(false);
    }

    /// How many cases are marked together, the open one among them; 0 where it stands alone.
    int marked() {
        return desk.selection().marked().size();
    }

    void unmark() {
        desk.selection().mark(Set.of());
    }

    /// On how many of the marked cases an action would be taken.
    int reached(Transition transition) {
        return value().map(c -> 1 + Together.others(c, transition, desk).size()).orElse(0);
    }

    /// Sends what needs no filling in.
    void send(Command command) {
        var _ = desk.outbox().submit(command).whenComplete((_, failure) -> {
            if (failure != null) {
                hall.notices()
                        .show(Notice.danger(
                                "outbox-disk",
                                hall.messages().get("case.not-kept"),
                                hall.messages().get("case.not-kept-means"),
                                "OUT-1001"));
            }
        });
        beat();
    }

    private void picked(Selection.Picked picked) {
        if (!(picked instanceof Selection.Picked.OfCase(CaseId id))) {
            return;
        }
        if (id.equals(open.get())) {
            if (!desk.selection().marked().equals(marked)) { // what was about to be done meant other cases
                marked = desk.selection().marked();
                filling.set(null);
                beat();
            }
            if (records == null) { // shown again: the choice stays, the records must come anew
                records = desk.lookup().open(id);
                beat();
            }
            return;
        }
        closeRecords();
        marked = desk.selection().marked();
        filling.set(null);
        choice.set(Choice.NONE);
        open.set(id);
        records = desk.lookup().open(id);
        beat();
    }

    private void changed(Set<CaseId> ids) {
        CaseId id = open.get();
        if (id != null && ids.contains(id)) {
            beat();
        }
    }

    /// A refused command is told once, in words, and leaves; one that outwaited its expiry asks.
    private void delivered(Collection<CommandId> ids) {
        for (CommandId id : ids) {
            desk.outbox().deliveries().find(id).ifPresent(this::tell);
        }
        beat();
    }

    private void tell(Delivery delivery) {
        CommandId id = delivery.command().head().id();
        String what = describe(delivery.command());
        switch (delivery.state()) {
            case Delivery.State.Rejected(Delivery.Refusal refusal) -> {
                refused++;
                hall.play(Sounds.Sound.REFUSED);
                Notice told = Notice.warning(
                        "refused-" + id.value(),
                        hall.messages().get("case.refused", what),
                        why(delivery.command(), refusal),
                        refusal.code());
                Notice.Action seen =
                        new Notice.Action(hall.messages().get("case.refused-seen"), true, () -> discard(id));
                hall.notices()
                        .show(
                                delivery.command() instanceof Command.ReportCase
                                        ? told.with(seen) // the form has its words again
                                        : told.with(new Notice.Action(
                                                        hall.messages().get("case.again"),
                                                        false,
                                                        () -> again(delivery.command())))
                                                .with(seen));
            }
            case Delivery.State.Expired _ ->
                hall.notices()
                        .show(Notice.warning(
                                        "expired-" + id.value(),
                                        hall.messages().get("case.expired", what),
                                        hall.messages().get("case.expired-means"),
                                        "OUT-1003")
                                .with(new Notice.Action(
                                        hall.messages().get("case.send-anyway"), true, () -> sendAnyway(id)))
                                .with(new Notice.Action(hall.messages().get("case.drop"), false, () -> discard(id))));
            case Delivery.State.Queued _, Delivery.State.Sending _, Delivery.State.Accepted _ -> {}
        }
    }

    /// Why, who was first and with what, and where the words lie now.
    private String why(Command command, Delivery.Refusal refusal) {
        String said = refusal.detail().isBlank() ? refusal.title() : refusal.detail();
        FlowRecord last = refusal.last();
        if (last != null) {
            said += "\n"
                    + hall.messages()
                            .get(
                                    "case.refused-after",
                                    words.post(last.actor().post()),
                                    words.person(last.actor().person()),
                                    words.moment(last.at(), now()),
                                    words.action(last.step()));
        }
        return command instanceof Command.ReportCase
                ? said + "\n" + hall.messages().get("case.refused-report")
                : said;
    }

    private void sendAnyway(CommandId id) {
        var _ = desk.outbox().sendAnyway(id);
    }

    private String describe(Command command) {
        return switch (command) {
            case Command.ActOnCase c ->
                desk.stores()
                        .cases()
                        .find(c.caseId())
                        .map(v -> words.name(v) + " · " + words.underWay(c.action(), v))
                        .orElse(c.action().value());
            case Command.ReportCase _ -> words.registering();
            case Command.ReviewCase _ -> words.reviewing();
            case Aside _ -> words.sending();
        };
    }

    /// What every department has open now: one pass over the cases, not one a department.
    private Map<DepartmentId, Suggestion.Load> loads() {
        Map<DepartmentId, Suggestion.Load> loads = new HashMap<>();
        Workflow workflow = desk.city().map(c -> c.rules().workflow()).orElse(null);
        if (workflow == null) {
            return loads;
        }
        Instant now = now();
        desk.stores().cases().rows().values().forEach(c -> {
            DepartmentId department = c.progress().department();
            if (department != null) {
                switch (c.light(now, workflow)) {
                    case GREEN, NONE, PAUSED -> loads.merge(department, ONE_OPEN, CaseViewModel::sum);
                    case YELLOW, RED -> loads.merge(department, ONE_SOON, CaseViewModel::sum);
                    case CLOSED, VOID -> {}
                }
            }
        });
        return loads;
    }

    private static Suggestion.Load sum(Suggestion.Load a, Suggestion.Load b) {
        return new Suggestion.Load(a.open() + b.open(), a.soon() + b.soon());
    }

    private void closeRecords() {
        if (records != null) {
            records.close();
            records = null;
        }
    }

    private void beat() {
        changed.set(changed.get() + 1);
    }
}
