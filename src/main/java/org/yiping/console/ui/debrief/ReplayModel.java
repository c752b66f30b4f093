package org.yiping.console.ui.debrief;

// long because clock, what was fetched and what is on its way must agree at every moment

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.fx.Ticker;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.ReplayLookup;
import org.yiping.console.store.Replayed;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Workflow;
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

    private static final long AGAIN_NANOS = Duration.ofSeconds(3).toNanos();
    /// A toolkit that stood still does not let the past jump.
    private static final long LONGEST_BEAT_NANOS = Duration.ofSeconds(1).toNanos();

    private static final int FIRST_LOOK_BACK = 24;
    private static final Comparator<Case> BY_DEADLINE = Comparator.comparing(
                    (Case c) -> c.runningClock().map(CaseClock::dueAt).orElse(Instant.MAX))
            .thenComparing(c -> c.head().number().value());

    private final Desk live;
    private final Hall hall;
    private final LongSupplier nanos;
    private final Replayed replayed;
    private final Ticker ticker;
    private final Desk desk;
    private final PastHistory history;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();
    private volatile Instant clock;
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
    private int question;
    private boolean asking;
    private String trouble = "";
    private @Nullable Runnable retry;
    private long retryAt;
    private @Nullable Runnable goal;

    /// A state on its way, and the moment it is of.
    private record Coming(Instant at, Fetched state) {}

    /// How many cases were under way, and how many of them stood yellow and red.
    record Counts(int open, int yellow, int red) {}

    /// `nanos` is a clock nobody sets.
    ReplayModel(Desk live, Hall hall, LongSupplier nanos) {
        this.live = live;
        this.hall = hall;
        this.nanos = nanos;
        clock = hall.now();
        replayed = new Replayed(live.stores(), this::now);
        ticker = new Ticker(hall.fx(), this::now);
        desk = new Desk(replayed.stores(), live.lookup(), new Selection(), new NoOutbox(live.outbox()));
        history = new PastHistory(live, hall, this::told);
        lastBeat = nanos.getAsLong();
    }

    void show() {
        subscriptions.close();
        subscriptions.add(desk.selection().subscribe(_ -> hall.fx().execute(this::picked)));
        subscriptions.add(live.stores().veil().subscribe(() -> hall.fx().execute(this::veil)));
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
        return desk;
    }

    /// The same hall at the replay's time.
    Hall hall() {
        return new Hall(
                hall.fx(),
                ticker,
                hall.messages(),
                hall.themes(),
                hall.notices(),
                hall.background(),
                hall.own(),
                hall.paint(),
                hall.sorter(),
                hall.remembered(),
                hall.sounds());
    }

    /// The replay's moment. Any thread.
    Instant now() {
        return clock;
    }

    Optional<Debrief.Subject> subject() {
        return Optional.ofNullable(subject);
    }

    @Nullable
    AreaCode area() {
        return area;
    }

    /// Whether a moment is shown.
    boolean stands() {
        return fetched != null;
    }

    /// The moment whose state is on its way.
    Optional<Instant> comingTo() {
        return Optional.ofNullable(coming).map(Coming::at);
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
        return subject != null && complete && !clock.isBefore(subject.until());
    }

    int speed() {
        return speed;
    }

    /// Why nothing more comes; empty where all is well.
    String trouble() {
        return trouble;
    }

    Optional<Density> density() {
        return Optional.ofNullable(density);
    }

    /// As far as everything is here.
    Instant horizon() {
        Fetched f = fetched;
        if (f == null || subject == null) {
            return clock;
        }
        if (complete) {
            return subject.until();
        }
        // more of that very instant may be on the next page
        Instant known = f.last().map(t -> t.minusMillis(1)).orElse(f.begin());
        return known.isBefore(f.begin()) ? f.begin() : known;
    }

    /// Those under way, the most urgent first.
    List<Case> cases() {
        Workflow workflow = workflow();
        return workflow == null || fetched == null
                ? List.of()
                : desk.stores()
                        .cases()
                        .rows()
                        .values()
                        .filter(c -> isUnderWay(c.light(clock, workflow)))
                        .sorted(BY_DEADLINE)
                        .toList();
    }

    /// Of these.
    Counts counts(List<Case> underWay) {
        Workflow workflow = workflow();
        int yellow = 0;
        int red = 0;
        for (Case c : workflow == null ? List.<Case>of() : underWay) {
            Light light = c.light(clock, workflow);
            yellow += light == Light.YELLOW ? 1 : 0;
            red += light == Light.RED ? 1 : 0;
        }
        return new Counts(underWay.size(), yellow, red);
    }

    private static boolean isUnderWay(Light light) {
        return light != Light.CLOSED && light != Light.VOID;
    }

    private @Nullable Workflow workflow() {
        return live.city().map(c -> c.rules().workflow()).orElse(null);
    }

    /// What happened last.
    Optional<PastEntry> latest() {
        return Optional.ofNullable(fetched).flatMap(Fetched::latest);
    }

    /// The history of the picked case up to the clock, oldest first; empty while it is on its way.
    Optional<List<FlowRecord>> records() {
        return history.until(clock);
    }

    /// Why the history does not come.
    String historyTrouble() {
        return history.trouble();
    }

    /// Looks at another stretch, from a moment of it on.
    void open(Debrief.Subject of, @Nullable AreaCode within, Instant at) {
        boolean same = of.equals(subject) && Objects.equals(within, area);
        if (same && fetched != null) {
            seek(at);
            return;
        }
        subject = of;
        area = within;
        density = new Density(of);
        fetched = null;
        waiting = false;
        playing = false;
        clock = clamped(of, at);
        replayed.stand(Map.of(), Map.of(), clock);
        CaseId one = of.caseId();
        if (one != null) {
            desk.pick(one);
        } else {
            desk.selection().pick(new Selection.Picked.Nothing());
        }
        picked();
        begin(clock);
    }

    void close() {
        question++;
        subject = null;
        fetched = null;
        coming = null;
        density = null;
        asking = false;
        playing = false;
        waiting = false;
        retry = null;
        goal = null;
        trouble = "";
        replayed.stand(Map.of(), Map.of(), clock);
        desk.selection().pick(new Selection.Picked.Nothing());
        told();
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
        Instant at = clamped(of, wanted);
        Fetched f = fetched;
        if (f != null && !at.isBefore(f.begin()) && !at.isAfter(horizon())) {
            if (coming != null) { // it is not wanted any more
                coming = null;
                stop();
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
        previous(of, f, clock, Duration.between(of.since(), of.until()).dividedBy(FIRST_LOOK_BACK));
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
            goal = () -> back(of, before, reach);
            return;
        }
        waiting = false;
        go(before);
        previous(of, f, before, reach.multipliedBy(4));
    }

    /// Lets the time since the last beat pass at this speed. Called some times a second while somebody looks.
    void beat() {
        long now = nanos.getAsLong();
        long passed = Math.clamp(now - lastBeat, 0, LONGEST_BEAT_NANOS);
        lastBeat = now;
        Runnable again = retry;
        if (again != null && now - retryAt >= 0) {
            retry = null;
            again.run();
        }
        if (playing && coming == null && fetched != null) {
            Instant wanted = clock.plusNanos(passed * speed);
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
        Runnable again = retry;
        if (again != null) {
            retry = null;
            again.run();
        }
        history.again(subject);
        told();
    }

    private void go(Instant to) {
        Fetched f = fetched;
        if (f == null) {
            return;
        }
        boolean back = to.isBefore(clock);
        clock = to; // before what is computed with it
        if (back) {
            f.back(to);
            replayed.stand(f.cases(), f.reviews(), to);
        } else {
            Fetched.Change change = f.forward(to);
            replayed.move(change.cases(), change.gone(), change.reviews(), to);
        }
        if (f.happened() > BEHIND) {
            f.forget();
        }
        history();
        ticker.tick();
    }

    private void history() {
        desk.pickedCaseId().ifPresent(id -> records().ifPresent(r -> replayed.history(id, r)));
    }

    private void picked() {
        history.look(desk.pickedCaseId().orElse(null), subject);
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

    /// What was asked before is not waited for any more.
    private void stop() {
        question++;
        asking = false;
        retry = null;
        trouble = "";
    }

    private void begin(Instant at) {
        stop();
        Debrief.Subject of = Objects.requireNonNull(subject);
        Coming next = new Coming(at, new Fetched(area, at));
        coming = next;
        ask(l -> l.state(of.caseId(), at), page -> came(next, page));
        told();
    }

    private void came(Coming of, PastPage page) {
        of.state().stood(page.entries());
        if (page.next() > 0) {
            ask(l -> l.state(page.revision(), page.next()), more -> came(of, new PastPage(more.entries(), more.next(), page.revision())));
            return;
        }
        coming = null;
        fetched = of.state();
        cursor = page.revision();
        complete = false;
        clock = of.at();
        lastBeat = nanos.getAsLong();
        if (density != null) {
            density.begin();
        }
        replayed.stand(of.state().cases(), of.state().reviews(), clock);
        history();
        ticker.tick();
    }

    /// The next page of changes, where it is wanted already.
    private void fetch() {
        Debrief.Subject of = subject;
        Fetched f = fetched;
        boolean idle = coming == null && !asking && retry == null;
        if (of != null && f != null && idle && !complete && (goal != null || f.ahead() < AHEAD)) {
            ask(l -> l.changes(of.caseId(), cursor, of.until()), page -> told(f, page));
        }
    }

    private void told(Fetched f, PastPage page) {
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

    private void ask(Function<ReplayLookup, CompletableFuture<Found<PastPage>>> page, Consumer<PastPage> got) {
        ReplayLookup lookup = live.lookup().replay().orElse(null);
        int mine = question;
        if (lookup == null) {
            boolean hidden = live.stores().veil().on();
            failed(hidden ? text("debrief.hidden") : text("debrief.lost"), !hidden, () -> ask(page, got));
            return;
        }
        asking = true;
        var _ = page.apply(lookup).thenAccept(found -> hall.fx().execute(() -> {
            if (mine == question) {
                asking = false;
                answered(found, got, () -> ask(page, got));
            }
        }));
    }

    private void answered(Found<PastPage> found, Consumer<PastPage> got, Runnable once) {
        switch (found) {
            case Found.Got<PastPage>(PastPage page) -> {
                trouble = "";
                got.accept(page);
                fetch();
            }
            case Found.Refused<PastPage>(String code, String detail) ->
                failed((detail + " " + code).strip(), false, once);
            case Found.Unreachable<PastPage> _ -> failed(text("debrief.lost"), true, once);
        }
        told();
    }

    /// What was refused is asked again by hand alone.
    private void failed(String why, boolean soon, Runnable once) {
        trouble = why;
        retry = once;
        retryAt = nanos.getAsLong() + (soon ? AGAIN_NANOS : Duration.ofDays(1).toNanos());
        told();
    }

    private String text(String key) {
        return hall.messages().get(key);
    }

    private void told() {
        changed.set(changed.get() + 1);
    }
}
