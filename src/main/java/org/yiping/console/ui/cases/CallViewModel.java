package org.yiping.console.ui.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Countdown;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.hotline.CallId;
import org.yiping.domain.hotline.PhoneCall;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.shift.Seat;

/// The call that wants this seat (来电弹屏): who calls, how long it has rung, what they reported before. FX thread.
///
/// Nothing of a call is late here: one that rang minutes ago, has ended or was taken in already is not shown. `pulse`
/// counts up whenever it may read differently.
final class CallViewModel {
    /// Within which a call is answered, where the city promises nothing else (key `answer`).
    static final Duration ANSWER = Duration.ofSeconds(15);
    static final int SHOWN = 3;
    private static final int MOST = 50;
    private static final String PROMISE = "answer";

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyIntegerWrapper pulse = new ReadOnlyIntegerWrapper();
    private final Set<CallId> done = new HashSet<>();
    private @Nullable PhoneCall call;
    private int others;
    private @Nullable CallId asked;
    private History history = new History.Asking();

    /// What this number reported before.
    sealed interface History {
        record Asking() implements History {}

        /// The number is withheld.
        record Nobody() implements History {}

        record Unreachable() implements History {}

        /// The newest first; `more` where there may be others still.
        record Known(List<Case> cases, long open, boolean more) implements History {}
    }

    CallViewModel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        this.words = new Words(desk.stores(), hall.messages());
    }

    void show() {
        subscriptions.close();
        Feed<CallId> calls = hall.feed(_ -> look(hall.now()));
        subscriptions.add(calls);
        subscriptions.add(desk.stores().calls().subscribe(calls::changed));
        subscriptions.listen(hall.ticker().now(), this::look);
    }

    void hide() {
        subscriptions.close();
    }

    ReadOnlyIntegerProperty pulse() {
        return pulse.getReadOnlyProperty();
    }

    Optional<PhoneCall> call() {
        return Optional.ofNullable(call);
    }

    /// How many more calls want this seat.
    int others() {
        return others;
    }

    History history() {
        return history;
    }

    /// The last ones, to be opened.
    List<Case> last() {
        return history instanceof History.Known k
                ? k.cases().subList(0, Math.min(SHOWN, k.cases().size()))
                : List.of();
    }

    /// Until it has to be answered; of one that is, how long it took.
    Countdown countdown() {
        PhoneCall c = call;
        Instant rang = c == null ? null : c.rangAt();
        if (c == null || rang == null) {
            return new Countdown.Unknown(); // its ringing was not told
        }
        Instant until = c.answeredAt() == null ? hall.now() : c.answeredAt();
        return new Countdown.Running(limit().minus(Duration.between(rang, until)), limit());
    }

    private Duration limit() {
        return desk.city().map(c -> c.promises().bySource().get(PROMISE)).orElse(ANSWER);
    }

    /// The sheet for this call; the card goes.
    Optional<IntakeSheet> take() {
        PhoneCall taken = call;
        if (taken == null) {
            return Optional.empty();
        }
        later();
        return Optional.of(IntakeSheet.ofCall(taken.id().value(), taken.masked() ? "" : taken.number()));
    }

    /// Not now: it does not come again.
    void later() {
        if (call != null) {
            done.add(call.id());
            look(hall.now());
        }
    }

    void open(CaseId id) {
        desk.pick(id);
    }

    String row(Case c) {
        return hall.messages()
                .get(
                        "call.case",
                        c.head().number().value(),
                        words.name(c),
                        words.state(c.progress().state()),
                        words.shortMoment(c.report().reportedAt(), hall.now()));
    }

    private void look(Instant now) {
        SeatId seat = desk.me().map(m -> m.actor().seat()).orElse(null);
        boolean rings = desk.seat().state().equals(Seat.READY); // what is nobody's rings where somebody waits for it
        List<PhoneCall> wanting = seat == null || IntakeViewModel.action(desk).isEmpty()
                ? List.of()
                : desk.stores()
                        .calls()
                        .rows()
                        .values()
                        .filter(c -> c.wants(now) && c.cases().isEmpty() && !done.contains(c.id()))
                        .filter(c -> c.seat() == null ? rings : seat.equals(c.seat()))
                        .sorted(Comparator.comparing((PhoneCall c) -> c.seat() == null)
                                .thenComparing(PhoneCall::since)
                                .thenComparing(c -> c.id().value()))
                        .toList();
        call = wanting.isEmpty() ? null : wanting.getFirst();
        others = Math.max(0, wanting.size() - 1);
        if (call != null && !call.id().equals(asked)) {
            ask(call);
        }
        pulse.set(pulse.get() + 1);
    }

    private void ask(PhoneCall of) {
        asked = of.id();
        if (of.number().isEmpty() || of.masked()) {
            history = new History.Nobody();
            return;
        }
        history = new History.Asking();
        var _ = desk.lookup()
                .casesOf(of.number(), MOST)
                .thenAccept(found -> hall.fx().execute(() -> told(of.id(), found)));
    }

    private void told(CallId id, Found<List<Case>> found) {
        if (!id.equals(asked)) {
            return;
        }
        history = found instanceof Found.Got<List<Case>>(List<Case> cases)
                ? new History.Known(cases, cases.stream().filter(this::open).count(), cases.size() == MOST)
                : new History.Unreachable();
        pulse.set(pulse.get() + 1);
    }

    private boolean open(Case c) {
        return desk.city()
                .map(city -> city.rules().workflow().ending(c.progress().state()))
                .filter(e -> e == Workflow.Ending.OPEN || e == Workflow.Ending.PAUSED)
                .isPresent();
    }
}
