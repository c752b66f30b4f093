package org.yiping.console.ui.debrief;

// long because every view of a replay asks it alone: what it does is done by its parts

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.PastEntry;

/// A stretch of the past being played over a desk of its own (回放). FX thread; the platform is asked beside it.
///
/// The clock never passes what has been fetched: where the platform or the line is slower than the speed asked for,
/// the replay waits and says so. A moment outside of what was fetched is asked for anew, as a state.
final class ReplayModel {
    /// So many entries stay for going back; a row is some kilobytes.
    private static final int BEHIND = 20_000;

    private static final int FIRST_LOOK_BACK = 24;

    private final Desk live;
    private final Hall here;
    private final ReplayClock clock;
    private final PastDesk past;
    private final PastStretch stretch;
    private final PastHistory history;
    private final MoreOfThePast more = new MoreOfThePast();
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();

    /// `nanos` is a clock nobody sets.
    ReplayModel(Desk live, Hall hall, LongSupplier nanos) {
        this.live = live;
        this.here = hall;
        clock = new ReplayClock(nanos);
        past = new PastDesk(live, hall);
        stretch = new PastStretch(live, hall, nanos, new Came());
        history = new PastHistory(live, hall, this::answered);
    }

    void show() {
        subscriptions.close();
        subscriptions.add(desk().selection().subscribe(_ -> here.fx().execute(this::picked)));
        subscriptions.add(live.stores().veil().subscribe(() -> here.fx().execute(this::veil)));
        clock.begin();
    }

    /// Nobody looks: it holds.
    void hide() {
        subscriptions.close();
        clock.hold();
    }

    /// Counts up when anything may read differently.
    ReadOnlyIntegerProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /// The replayed desk: what maps and rows of the past are drawn from.
    Desk desk() {
        return past.desk();
    }

    /// The same hall at the replay's time.
    Hall hall() {
        return past.hall();
    }

    /// The replay's moment. Any thread.
    Instant now() {
        return past.now();
    }

    Optional<Debrief.Subject> subject() {
        return stretch.subject();
    }

    /// Whether a moment is shown.
    boolean stands() {
        return stretch.fetched().isPresent();
    }

    /// Whether a moment's state is on its way.
    boolean coming() {
        return stretch.isComing();
    }

    /// How many cases of it are here.
    int comingCases() {
        return stretch.comingCases();
    }

    boolean playing() {
        return clock.playing();
    }

    /// Whether it would go on if more were here.
    boolean waiting() {
        return more.waiting();
    }

    boolean ended() {
        return stretch.complete()
                && subject().filter(of -> !now().isBefore(of.until())).isPresent();
    }

    int speed() {
        return clock.speed();
    }

    /// Why nothing more comes; empty where all is well.
    String trouble() {
        return stretch.trouble();
    }

    Optional<Density> density() {
        return stretch.density();
    }

    /// As far as everything is here.
    Instant horizon() {
        return stretch.horizon().orElseGet(this::now);
    }

    /// Those under way, the most urgent first; the same list until one of them changes.
    List<Case> cases() {
        return past.cases();
    }

    PastDesk.Counts counts() {
        return past.counts();
    }

    /// What happened last.
    Optional<PastEntry> latest() {
        return stretch.fetched().flatMap(Fetched::latest);
    }

    /// The history of the picked case up to the clock, oldest first; empty while it is on its way.
    Optional<List<FlowRecord>> records() {
        return history.until(now());
    }

    /// Why the history does not come.
    String historyTrouble() {
        return history.trouble();
    }

    /// Looks at a stretch, from a moment of it on.
    void open(Debrief.Subject of, @Nullable AreaCode within, Instant at) {
        if (stretch.isOf(of, within)) {
            seek(at);
            return;
        }
        stop();
        stretch.look(of, within);
        past.clear(clamped(of, at));
        CaseId one = of.caseId();
        desk().selection().pick(one == null ? new Selection.Picked.Nothing() : new Selection.Picked.OfCase(one));
        picked();
        begin(now());
    }

    /// Looks at nothing.
    void close() {
        stop();
        stretch.close();
        past.clear(now());
        desk().selection().pick(new Selection.Picked.Nothing());
        told();
    }

    private void stop() {
        clock.hold();
        more.notWanted();
    }

    void play() {
        if (stands() && !ended()) {
            clock.play();
            more.notWanted();
            told();
        }
    }

    void hold() {
        stop();
        told();
    }

    void turn() {
        if (playing()) {
            hold();
        } else {
            play();
        }
    }

    void speed(int next) {
        clock.speed(next);
        told();
    }

    /// To a moment of the stretch; one that was not fetched is asked for.
    void seek(Instant wanted) {
        Debrief.Subject of = subject().orElse(null);
        if (of == null) {
            return;
        }
        more.notWanted();
        Instant at = clamped(of, wanted);
        Fetched f = stretch.fetched().orElse(null);
        if (f != null && !at.isBefore(f.begin()) && !at.isAfter(horizon())) {
            stretch.stay();
            go(at);
            fetch();
        } else {
            begin(at);
        }
        told();
    }

    /// To the next event.
    void next() {
        Debrief.Subject of = subject().orElse(null);
        Fetched f = stretch.fetched().orElse(null);
        if (f == null || of == null) {
            return;
        }
        hold();
        Instant to = f.next().orElse(stretch.complete() ? of.until() : Instant.MAX);
        if (!to.isAfter(horizon())) {
            go(to);
        } else if (!stretch.complete()) {
            more.then(this::next);
        }
        fetch();
        told();
    }

    /// To the event before.
    void previous() {
        Debrief.Subject of = subject().orElse(null);
        Fetched f = stretch.fetched().orElse(null);
        if (f == null || of == null) {
            return;
        }
        hold();
        previous(of, f, now(), Duration.between(of.since(), of.until()).dividedBy(FIRST_LOOK_BACK));
        told();
    }

    /// Where nothing older is here, older times are asked for, farther back each time.
    private void previous(Debrief.Subject of, Fetched f, Instant before, Duration reach) {
        Instant at = f.previous(before).orElse(f.begin().isAfter(of.since()) ? null : of.since());
        if (at != null) {
            go(at);
            return;
        }
        begin(clamped(of, f.begin().minus(reach)));
        more.then(() -> back(of, before, reach));
    }

    private void back(Debrief.Subject of, Instant before, Duration reach) {
        Fetched f = stretch.fetched().orElse(null);
        if (f == null || (!stretch.complete() && horizon().isBefore(before))) {
            more.then(() -> back(of, before, reach));
            return;
        }
        go(before);
        previous(of, f, before, reach.multipliedBy(4));
    }

    /// Lets the time since the last beat pass at this speed. Called some times a second while somebody looks.
    void beat() {
        Duration passed = clock.beat();
        stretch.beat();
        if (playing() && !coming() && stands()) {
            Instant wanted = now().plus(passed);
            Instant limit = horizon();
            boolean held = !wanted.isBefore(limit);
            go(held ? limit : wanted);
            more.waiting(held && !stretch.complete());
            if (held && stretch.complete()) {
                clock.hold();
            }
            told();
        }
        fetch();
    }

    /// Asks again at once, where something was not answered.
    void again() {
        stretch.again();
        history.again(subject().orElse(null));
        told();
    }

    private void go(Instant to) {
        Fetched f = stretch.fetched().orElse(null);
        if (f == null) {
            return;
        }
        if (to.isBefore(now())) {
            f.back(to);
            past.stand(f, to);
        } else {
            past.move(f, to);
        }
        if (f.happened() > BEHIND) {
            f.forget();
        }
        history();
    }

    private void history() {
        desk().pickedCaseId().ifPresent(id -> records().ifPresent(r -> past.history(id, r)));
    }

    private void picked() {
        history.look(desk().pickedCaseId().orElse(null), subject().orElse(null));
        history();
        told();
    }

    private void veil() {
        if (live.stores().veil().on()) {
            close();
        }
        told();
    }

    private static Instant clamped(Debrief.Subject of, Instant at) {
        return at.isBefore(of.since()) ? of.since() : at.isAfter(of.until()) ? of.until() : at;
    }

    private void begin(Instant at) {
        stretch.begin(at);
        told();
    }

    /// The next page of changes, where it is wanted already.
    private void fetch() {
        stretch.fetch(more.isWanted());
    }

    private void answered() {
        fetch();
        history();
        told();
    }

    private void told() {
        changed.set(changed.get() + 1);
    }

    private final class Came implements PastStretch.Heard {
        @Override
        public void stands(Fetched state, Instant at) {
            clock.begin();
            past.stand(state, at);
            history();
        }

        @Override
        public void more() {
            more.came();
        }

        @Override
        public void answered() {
            ReplayModel.this.answered();
        }
    }
}
