package org.yiping.soak;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.yiping.bench.SeatShift;
import org.yiping.figures.Row;

/// Eight hours of a seat's work in twenty minutes: a robot's hands on the product's own console, without the pauses
/// between. What lives on its heap may not grow, and nothing may go wrong in silence.
final class WorkbenchSoak implements Soak {
    /// All there is to open has been opened, each look has been worn, each of the searches was made, and the map has
    /// drawn as many tiles as it keeps.
    private static final int WARMING_UP = 20;
    /// A short run only looks whether everything still goes round.
    private static final int WARMING_UP_SHORTLY = 8;
    private static final int ROUNDS_BETWEEN_LOOKS = 10;

    @Override
    public Duration usual() {
        return Duration.ofMinutes(20);
    }

    @Override
    public List<Row> run(Stretch stretch) throws Exception {
        try (SeatShift shift = SeatShift.open(stretch.folder())) {
            for (int i = 0; i < (stretch.isShort() ? WARMING_UP_SHORTLY : WARMING_UP); i++) {
                round(shift);
            }
            int begun = shift.cases();
            double before = look(shift, 0);
            int rounds = 0;
            while (stretch.goesOn()) {
                round(shift);
                if (++rounds % ROUNDS_BETWEEN_LOOKS == 0) {
                    look(shift, rounds);
                }
            }
            double after = look(shift, rounds);
            List<String> faults = shift.faults();
            faults.stream().limit(20).forEach(l -> System.out.println("in the log: " + l));
            return List.of(
                    Row.atMost("heap_growth_mb", tenths(after - before), "MB", 10),
                    Row.atMost("exceptions_in_log", (double) faults.size(), "lines", 0),
                    Row.told("heap_mb", tenths(after), "MB"),
                    Row.told("rounds", (double) rounds, "rounds"),
                    Row.told("cases", (double) (shift.cases() - begun), "cases"));
        }
    }

    private static void round(SeatShift shift) throws Exception {
        if (!shift.round()) {
            throw new AssertionError("the hands stopped; see errors.log");
        }
    }

    private static double look(SeatShift shift, int rounds) throws Exception {
        double heap = shift.liveHeapMb();
        System.out.printf(Locale.ROOT, "after %d rounds: %.1f MB live%n", rounds, heap);
        return heap;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
