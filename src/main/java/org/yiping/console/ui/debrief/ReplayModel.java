package org.yiping.console.ui.debrief;

// long because clock, what was fetched and what is on its way must agree at every moment

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
import org.yiping.domain.room.PastPage;

/// A stretch of the past being played over a desk of its own (回放): state at a moment, then changes page by page,
/// fetched ahead of the clock. FX thread; the platform is asked beside it.
///
/// The clock never passes what has been fetched: where the platform or the line is slower than the speed asked for,
/// the replay waits and says so. A moment outside of what was fetched is asked for anew, as a state.
final class ReplayModel {
    static final List<Integer> SPEEDS = List.of(1, 2, 5, 10, 30, 60);
    /// So many entries are fetched before their time.
    private static final int AHEAD = 5_000;
    /// So many stay for going back; a row is some kilobytes.
    private static final int BEHIND = 20_000;

    /// A toolkit that stood still does not let the past jump.
    private static final long LONGEST_BEAT_NANOS = Duration.ofSeconds(1).toNanos();

    private static final int FIRST_LOOK_BACK = 24;

    private final Desk live;
    private final Hall here;
    private final LongSupplier nanos;
    private final PastDesk past;
    private final PastQuestions questions;
    private final PastHistory history;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();
    private Debrief.@Nullable Subject subject;
    private @Nullable AreaCode area;
    private @Nullable Fetched fetched;
    private @Nullable Coming coming;
    private @Nullable Density density;
    private long cursor;
    private boolean complete;
    private boolean playing;
    private boolean waiting;
    private int speed = 1;
    private long lastBeat;
    /// What is to be done as soon as more is here.
    private @Nullable Runnable goal;

    /// A state on its way, and the moment it is of.
    private record Coming(Instant at, Fetched state) {}

    /// `nanos` is a clock nobody sets.
    ReplayModel(Desk live, Hall hall, LongSupplier nanos) {
        this.live = live;
        this.here = hall;
        this.nanos = nanos;
        past = new PastDesk(live, hall);
        questions = new PastQuestions(live, hall, nanos, this::answered);
        history = new PastHistory(live, hall, this::answered);
        lastBeat = nanos.getAsLong();
    }

    void show() {
        subscriptions.close();
        subscriptions.add(desk().selection().subscribe(_ -> here.fx().execute(this::picked)));
        subscriptions.add(live.stores().veil().subscribe(() -> here.fx().execute(this::veil)));
        lastBeat = nanos.getAsLong();
    }

    /// Nobody looks: it holds.
    void hide() {
        subscriptions.close();
        playing = false;
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
        return Optional.ofNullable(subject);
    }

    /// Whether a moment is shown.
    boolean stands() {
        return fetched != null;
    }

    /// Whether a moment's state is on its way.
    boolean coming() {
        return coming != null;
    }

    /// How many cases of it are here.
    int comingCases() {
        Coming c = coming;
        return c == null ? 0 : c.state().cases().size();
    }

    boolean playing() {
        return playing;
    }

    /// Whether it would go on if more were here.
    boolean waiting() {
        return waiting;
    }

    boolean ended() {
        return subject != null && complete && !now().isBefore(subject.until());
    }

    int speed() {
        return speed;
    }

    /// Why nothing more comes; empty where all is well.
    String trouble() {
        return questions.trouble();
    }

    Optional<Density> density() {
        return Optional.ofNullable(density);
    }

    /// As far as everything is here.
    Instant horizon() {
        Fetched f = fetched;
        if (f == null || subject == null) {
            return now();
        }
        if (complete) {
            return subject.until();
        }
        // more of that very instant may be on the next page
        Instant known = f.last().map(t -> t.minusMillis(1)).orElse(f.begin());
        return known.isBefore(f.begin()) ? f.begin() : known;
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
        return Optional.ofNullable(fetched).flatMap(Fetched::latest);
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
        if (of.equals(subject) && Objects.equals(within, area) && fetched != null) {
            seek(at);
            return;
        }
        forget();
        subject = of;
        area = within;
        density = new Density(of);
        past.clear(clamped(of, at));
        CaseId one = of.caseId();
        desk().selection().pick(one == null ? new Selection.Picked.Nothing() : new Selection.Picked.OfCase(one));
        picked();
        begin(now());
    }

    /// Looks at nothing.
    void close() {
        forget();
        subject = null;
        density = null;
        past.clear(now());
        desk().selection().pick(new Selection.Picked.Nothing());
        told();
    }

    private void forget() {
        questions.stop();
        fetched = null;
        coming = null;
        complete = false;
        playing = false;
        waiting = false;
        goal = null;
    }

    void play() {
        if (fetched != null && !ended()) {
            playing = true;
            goal = null;
            lastBeat = nanos.getAsLong();
            told();
        }
    }

    void hold() {
        playing = false;
        waiting = false;
        goal = null;
        told();
    }

    void turn() {
        if (playing) {
            hold();
        } else {
            play();
        }
    }

    void speed(int next) {
        speed = next;
        told();
    }

    /// To a moment of the stretch; one that was not fetched is asked for.
    void seek(Instant wanted) {
        Debrief.Subject of = subject;
        if (of == null) {
            return;
        }
        goal = null;
        waiting = false;
        Instant at = clamped(of, wanted);
        Fetched f = fetched;
        if (f != null && !at.isBefore(f.begin()) && !at.isAfter(horizon())) {
            if (coming != null) { // it is not wanted any more
                coming = null;
                questions.stop();
            }
            go(at);
            fetch();
        } else {
            begin(at);
        }
        told();
    }

    /// To the next event.
    void next() {
        Debrief.Subject of = subject;
        Fetched f = fetched;
        if (f == null || of == null) {
            return;
        }
        hold();
        Instant to = f.next().orElse(complete ? of.until() : Instant.MAX);
        if (!to.isAfter(horizon())) {
            go(to);
        } else if (!complete) {
            waiting = true;
            goal = this::next;
        }
        fetch();
        told();
    }

    /// To the event before.
    void previous() {
        Debrief.Subject of = subject;
        Fetched f = fetched;
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
        waiting = true;
        goal = () -> back(of, before, reach);
    }

    private void back(Debrief.Subject of, Instant before, Duration reach) {
        Fetched f = fetched;
        if (f == null || (!complete && horizon().isBefore(before))) {
            waiting = true;
            goal = () -> back(of, before, reach);
            return;
        }
        go(before);
        previous(of, f, before, reach.multipliedBy(4));
    }

    /// Lets the time since the last beat pass at this speed. Called some times a second while somebody looks.
    void beat() {
        long now = nanos.getAsLong();
        long passed = Math.clamp(now - lastBeat, 0, LONGEST_BEAT_NANOS);
        lastBeat = now;
        questions.beat();
        if (playing && coming == null && fetched != null) {
            Instant wanted = now().plusNanos(passed * speed);
            Instant limit = horizon();
            boolean held = !wanted.isBefore(limit);
            go(held ? limit : wanted);
            waiting = held && !complete;
            playing = !(held && complete);
            told();
        }
        fetch();
    }

    /// Asks again at once, where something was not answered.
    void again() {
        questions.again();
        history.again(subject);
        told();
    }

    private void go(Instant to) {
        Fetched f = fetched;
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
        history.look(desk().pickedCaseId().orElse(null), subject);
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
        questions.stop();
        Debrief.Subject of = Objects.requireNonNull(subject);
        Coming next = new Coming(at, new Fetched(area, at));
        coming = next;
        questions.ask(l -> l.state(of.caseId(), at), page -> came(next, page, page.revision()));
        told();
    }

    private void came(Coming of, PastPage page, long revision) {
        of.state().stood(page.entries());
        if (page.next() > 0) {
            questions.ask(l -> l.state(revision, page.next()), more -> came(of, more, revision));
            return;
        }
        coming = null;
        fetched = of.state();
        cursor = revision;
        complete = false;
        lastBeat = nanos.getAsLong();
        if (density != null) {
            density.begin();
        }
        past.stand(of.state(), of.at());
        history();
    }

    /// The next page of changes, where it is wanted already.
    private void fetch() {
        Debrief.Subject of = subject;
        Fetched f = fetched;
        boolean idle = coming == null && questions.idle();
        if (of != null && f != null && idle && !complete && (goal != null || f.ahead() < AHEAD)) {
            questions.ask(l -> l.changes(of.caseId(), cursor, of.until()), page -> followed(f, page));
        }
    }

    private void followed(Fetched f, PastPage page) {
        List<PastEntry> ours = f.add(page.entries());
        cursor = page.next();
        complete = page.next() == 0;
        if (density != null) {
            density.add(ours);
            density.know(f.begin(), horizon());
        }
        Runnable then = goal;
        if (then != null) {
            goal = null;
            waiting = false;
            then.run();
        }
    }

    private void answered() {
        fetch();
        history();
        told();
    }

    private void told() {
        changed.set(changed.get() + 1);
    }
}
