package org.yiping.soak;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.yiping.bench.WallShift;
import org.yiping.figures.Row;

/// Ten thousand changes of scene on one wall, in a city that works, ended by its time where that is shorter: what lives
/// on its heap may not grow, and nothing may go wrong in silence.
final class WallSoak implements Soak {
    private static final int CHANGES = 10_000;
    /// All scenes of the city, and once more with the panels of the first time.
    private static final int ROUND = 10;
    private static final int WARMING_UP = 30;
    private static final int BETWEEN_LOOKS = 50;

    @Override
    public Duration usual() {
        return Duration.ofHours(4);
    }

    @Override
    public List<Row> run(Stretch stretch) throws Exception {
        try (WallShift shift = WallShift.open(stretch.folder())) {
            shift.turn(stretch.isShort() ? 2 * ROUND : WARMING_UP * ROUND);
            double before = look(shift, 0);
            int changes = 0;
            double longest = 0;
            int rounds = 0;
            while (stretch.goesOn() && changes < CHANGES) {
                longest = Math.max(longest, shift.turn(ROUND));
                changes += ROUND;
                if (++rounds % BETWEEN_LOOKS == 0) {
                    look(shift, changes);
                }
            }
            double after = look(shift, changes);
            List<String> faults = shift.faults();
            faults.stream().limit(20).forEach(l -> System.out.println("in the log: " + l));
            return List.of(
                    Row.atMost("soak_heap_growth_mb", Math.round((after - before) * 10) / 10.0, "MB", 10),
                    Row.atMost("exceptions_in_log", (double) faults.size(), "lines", 0),
                    Row.told("heap_mb", Math.round(after * 10) / 10.0, "MB"),
                    Row.told("changes", (double) changes, "changes"),
                    Row.told("longest_change_ms", (double) Math.round(longest), "ms"));
        }
    }

    private static double look(WallShift shift, int changes) throws Exception {
        double heap = shift.liveHeapMb();
        System.out.printf(Locale.ROOT, "after %d changes: %.1f MB live%n", changes, heap);
        return heap;
    }
}
