package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.FigureLookup;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.kpi.KpiCode;

/// Boards of figures as long as somebody looks at them: one question for all who look at the same, again every
/// second, because a figure on a screen shall be no older than two. The platform keeps what it counted and says where
/// it is still the same. Places change slowly and are asked for every ten seconds. FX thread; the platform is asked
/// beside it.
///
/// Where no answer comes, what was known stays with its time. A board nobody looked at for long is forgotten.
public final class Boards {
    private static final Duration AHEAD = Duration.ofSeconds(-5);

    private static final Duration EVERY = Duration.ofMillis(900); // a tick of a second that comes a little early counts
    private static final Duration PLACES_EVERY = Duration.ofSeconds(10);
    private static final Duration PROMISE = Duration.ofSeconds(60);
    private static final int KEPT = 12;

    private final Desk desk;
    private final Hall hall;
    private final Runnable changed;
    private final Map<Frame, Slot<FigureBoard>> boards = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Frame, Slot<HotPlaces>> places = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Apart, Slot<List<FigureBoard.Group>>> groups = new LinkedHashMap<>(16, 0.75f, true);
    private boolean looking;

    /// What is known: `value` absent until a first answer; `lost` when the last question reached nobody,
    /// `refusal` what the platform said against it, empty if nothing.
    public record Kept<T>(@Nullable T value, boolean lost, String refusal) {}

    /// One figure told apart, with what the city puts beside it.
    public record Apart(KpiCode code, Frame frame, Grouping by, String level) {}

    private static final class Slot<T> {
        private final Duration every;
        private Kept<T> kept = new Kept<>(null, false, "");
        private Instant asked = Instant.MIN;
        private boolean asking;

        Slot(Duration every) {
            this.every = every;
        }
    }

    /// `changed` is called when an answer came that nobody was looking for at that moment.
    public Boards(Desk desk, Hall hall, Runnable changed) {
        this.desk = desk;
        this.hall = hall;
        this.changed = changed;
    }

    public Kept<FigureBoard> board(Frame frame) {
        return look(boards, frame, EVERY, l -> l.board(frame));
    }

    public Kept<HotPlaces> places(Frame frame) {
        return look(places, frame, PLACES_EVERY, l -> l.places(frame));
    }

    /// What no board carries.
    public Kept<List<FigureBoard.Group>> groups(Apart of) {
        return look(groups, of, EVERY, l -> l.groups(of.code(), of.frame(), of.by(), of.level()));
    }

    /// After this long a board is late.
    public Duration promise() {
        return desk.city()
                .map(CityFacts::promises)
                .map(p -> p.of("kpis", PROMISE))
                .orElse(PROMISE);
    }

    /// Whether an answer counted then is to be called late, where it is promised to be no older than that. One from
    /// further in the future than clocks differ is: nobody knows how old it is.
    public static boolean isLate(Kept<?> kept, Instant counted, Duration promise, Instant now) {
        Duration age = Duration.between(counted, now);
        return kept.lost() || age.compareTo(promise) > 0 || age.compareTo(AHEAD) < 0;
    }

    /// The next look asks anew.
    public void forget() {
        boards.values().forEach(s -> s.asked = Instant.MIN);
        places.values().forEach(s -> s.asked = Instant.MIN);
        groups.values().forEach(s -> s.asked = Instant.MIN);
    }

    private <K, T> Kept<T> look(
            Map<K, Slot<T>> slots, K of, Duration every, Function<FigureLookup, CompletableFuture<Found<T>>> question) {
        Slot<T> slot = slots.computeIfAbsent(of, _ -> new Slot<>(every));
        if (slots.size() > KEPT) {
            slots.remove(slots.keySet().iterator().next());
        }
        Instant now = hall.now();
        // a clock that was put back must not silence the question
        boolean due = slot.asked.equals(Instant.MIN)
                || now.isBefore(slot.asked)
                || !now.isBefore(slot.asked.plus(slot.every));
        if (!slot.asking && due) {
            ask(slot, question, now);
        }
        return slot.kept;
    }

    private <T> void ask(Slot<T> slot, Function<FigureLookup, CompletableFuture<Found<T>>> question, Instant now) {
        FigureLookup lookup = desk.lookup().figures().orElse(null);
        slot.asked = now;
        if (lookup == null) {
            slot.kept = new Kept<>(slot.kept.value(), true, "");
            return;
        }
        slot.asking = true;
        looking = true;
        var _ = question.apply(lookup).thenAccept(found -> hall.fx().execute(() -> answered(slot, found)));
        looking = false;
    }

    private <T> void answered(Slot<T> slot, Found<T> found) {
        slot.asking = false;
        slot.kept = switch (found) {
            case Found.Got<T>(T value) -> new Kept<>(value, false, "");
            case Found.Refused<T>(String code, String detail) ->
                new Kept<>(slot.kept.value(), false, (detail + " " + code).strip());
            case Found.Unreachable<T> _ -> new Kept<>(slot.kept.value(), true, "");
        };
        if (!looking) {
            changed.run();
        }
    }
}
