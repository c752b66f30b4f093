package org.yiping.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Instants as they are read. A case says the same moment several times (when a step was taken one clock stopped, the
/// next began, and the row changed): of what was read lately each moment is one object, which of 200,000 cases in a
/// console's memory spares half the instants. Any thread: a race only costs a second object.
public final class Moments {
    private static final int KEPT = 1 << 12;
    private static final @Nullable Instant[] LATELY = new Instant[KEPT];

    private Moments() {}

    public static Instant of(long second, int nanos) {
        int at = (int) (second * 31 + nanos / 1_000_000) & KEPT - 1;
        Instant last = LATELY[at];
        if (last != null && last.getEpochSecond() == second && last.getNano() == nanos) {
            return last;
        }
        Instant read = Instant.ofEpochSecond(second, nanos);
        LATELY[at] = read;
        return read;
    }
}
