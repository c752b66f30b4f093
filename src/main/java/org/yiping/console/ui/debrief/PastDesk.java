package org.yiping.console.ui.debrief;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Ticker;
import org.yiping.console.store.Replayed;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Workflow;

/// The desk a replay is shown on: stores, clock and selection of its own, nothing on its way. FX thread but for the
/// clock.
final class PastDesk {
    private static final Comparator<Case> BY_DEADLINE = Comparator.comparing(
                    (Case c) -> c.runningClock().map(CaseClock::dueAt).orElse(Instant.MAX))
            .thenComparing(c -> c.head().number().value());

    private final Desk live;
    private final Replayed replayed;
    private final Ticker ticker;
    private final Desk desk;
    private final Hall hall;
    /// Of the stores as they are; null where they have changed since. Which cases are under way is no matter of time.
    private @Nullable List<Case> underWay;

    private volatile Instant clock;

    /// How many cases were under way, and how many of them stood yellow and red.
    record Counts(int open, int yellow, int red) {}

    PastDesk(Desk live, Hall here) {
        this.live = live;
        clock = here.now();
        replayed = new Replayed(live.stores(), this::now);
        ticker = new Ticker(here.fx(), this::now);
        desk = new Desk(replayed.stores(), live.lookup(), new Selection(), new NoOutbox(live.outbox()));
        hall = new Hall(
                here.fx(),
                ticker,
                here.messages(),
                here.themes(),
                here.notices(),
                here.background(),
                here.own(),
                here.paint(),
                here.sorter(),
                here.remembered(),
                here.sounds());
    }

    Desk desk() {
        return desk;
    }

    /// The hall at the replay's time.
    Hall hall() {
        return hall;
    }

    /// Any thread.
    Instant now() {
        return clock;
    }

    void clear(Instant at) {
        clock = at;
        replayed.stand(Map.of(), Map.of(), at);
        underWay = null;
    }

    /// Everything anew, at an instant; the clock is set before anything is worked out with it.
    void stand(Fetched f, Instant at) {
        clock = at;
        replayed.stand(f.cases(), f.reviews(), at);
        underWay = null;
        ticker.tick();
    }

    /// On to an instant, with what changed until then.
    void move(Fetched f, Instant to) {
        clock = to;
        Fetched.Change change = f.forward(to);
        replayed.move(change.cases(), change.gone(), change.reviews(), to);
        underWay = change.isEmpty() ? underWay : null;
        ticker.tick();
    }

    void history(CaseId id, List<FlowRecord> records) {
        replayed.history(id, records);
    }

    /// Those under way, the most urgent first.
    List<Case> cases() {
        List<Case> known = underWay;
        if (known == null) {
            Workflow workflow = workflow();
            known = workflow == null ? List.of() : cases(workflow);
            underWay = known;
        }
        return known;
    }

    private List<Case> cases(Workflow workflow) {
        return desk.stores()
                .cases()
                .rows()
                .values()
                .filter(c -> isUnderWay(c.light(clock, workflow)))
                .sorted(BY_DEADLINE)
                .toList();
    }

    Counts counts() {
        List<Case> all = cases();
        Workflow workflow = workflow();
        int yellow = 0;
        int red = 0;
        if (workflow == null) {
            return new Counts(0, 0, 0);
        }
        for (Case c : all) {
            Light light = c.light(clock, workflow);
            yellow += light == Light.YELLOW ? 1 : 0;
            red += light == Light.RED ? 1 : 0;
        }
        return new Counts(all.size(), yellow, red);
    }

    private static boolean isUnderWay(Light light) {
        return light != Light.CLOSED && light != Light.VOID;
    }

    private @Nullable Workflow workflow() {
        return live.city().map(c -> c.rules().workflow()).orElse(null);
    }
}
