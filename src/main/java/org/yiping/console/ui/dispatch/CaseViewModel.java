package org.yiping.console.ui.dispatch;

// long because the case in hand is one model for head, body, aids and actions

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
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
import org.yiping.domain.catalogue.SopStep;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// The open case: its facts, records, actions, and the action being filled in. FX thread.
///
/// `changed` counts up when the case, its records or its commands may read differently. While a command is on its way
/// no second one is offered: the platform would refuse it for its revision.
final class CaseViewModel {
    /// A dispatch nobody could send within this time asks again before it goes.
    private static final Duration EXPIRY = Duration.ofMinutes(5);

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable CaseId> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Transition> filling = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(Choice.NONE);
    private final CaseAdvice advice;
    private final LoadCount loads;
    private final CaseHand hand;
    private final CaseDeliveries deliveries;
    private final CaseDrafts drafts;
    private @Nullable Subscription records;
    private Set<CaseId> marked = Set.of();

    CaseViewModel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        this.words = new Words(desk.stores(), hall.messages());
        this.advice = new CaseAdvice(desk, hall, this::beat);
        this.loads = new LoadCount(desk, hall, this::beat);
        this.hand = new CaseHand(this, desk, hall);
        this.deliveries = new CaseDeliveries(desk, hall, words, this::beat, this::fillInAgain);
        this.drafts = new CaseDrafts(
                desk.outbox().drafts(), () -> value().map(Case::id).orElse(null));
    }

    void show() {
        hide();
        Feed<CaseId> cases = hall.feed(this::changed);
        subscriptions.add(cases);
        subscriptions.add(desk.stores().cases().subscribe(cases::changed));
        subscriptions.add(desk.stores().records().subscribe(cases::changed));
        deliveries.follow(subscriptions);
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

    /// The newest first; absent while the platform has not told them.
    Optional<List<FlowRecord>> records() {
        return Optional.ofNullable(open.get())
                .flatMap(desk.stores().records()::find)
                .map(List::reversed);
    }

    /// What everybody has open; absent until it is counted.
    Optional<OpenLoads> loads() {
        return loads.known();
    }

    /// Called every second.
    void countLoads() {
        loads.tick(open.get());
    }

    List<DeskAction> actions() {
        return value().map(c -> DeskActions.of(c, desk)).orElse(List.of());
    }

    /// The platform's proposals where it has told them, else what the duties of the departments say.
    List<Suggestion> recommended() {
        return value().filter(_ -> takesDepartment())
                .map(c -> {
                    Suggestion.Loads of = loads().<Suggestion.Loads>map(l -> l).orElse(_ -> null);
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
        boolean named = !openSteps(transition).isEmpty(); // what was left out is seen before it is too late
        if (many
                || shown
                || named
                || choice.get().missing(transition, hasCriterion()).isPresent()) {
            filling.set(transition);
            beat();
        } else {
            submit(transition);
        }
    }

    /// Steps of the case's class that should have been done before this action and are not.
    List<SopStep> openSteps(Transition transition) {
        return value().map(c -> DeskActions.openSteps(c, transition, desk)).orElse(List.of());
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

    /// What is half written for the actions of the open case.
    CaseDrafts drafts() {
        return drafts;
    }

    /// The commands this seat has given.
    CaseDeliveries deliveries() {
        return deliveries;
    }

    /// Fills a refused action in again, with all that was chosen; where the case has moved on, it only opens it.
    private void fillInAgain(Command.ActOnCase act) {
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
            deliveries.send(new Command.ActOnCase(head, c.id(), transition.action(), fields));
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
                                        && DeskActions.calledFor(t, value)
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
