package org.yiping.domain.wall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A computer of the wall as a machine (大屏主机): what it has, and how many camera pictures it can show at once by its
/// own measurement. Immutable; any thread.
///
/// `processors` as the system tells them, `memoryMb` its physical memory in MB, 0 where the system does not tell.
/// `measured` is absent where nobody has measured it yet: unknown, and never a guess.
public record WallMachine(
        int processors, int memoryMb, @Nullable Measured measured) {
    /// What a wall may take of its machine's memory, as its unit is limited (`MemoryMax=85%`).
    public static final double MEMORY = 0.85;

    /// So many `small` or so many `large` pictures at once, measured at an instant by this machine's clock; a mixture
    /// by its parts. What a picture of either kind takes of memory and what the wall's own program took with no
    /// picture on it are in MB, each absent where the system does not tell. Small is what is shown at most `SMALL`
    /// pixels wide (标清), for which a camera's small stream is fetched; large (高清) was measured at 1280 × 720, with
    /// 25 pictures a second.
    public record Measured(
            Instant at,
            int small,
            int large,
            @Nullable Double smallMb,
            @Nullable Double largeMb,
            @Nullable Double ownMb) {
        /// In pixels: wider ones are large.
        public static final double SMALL = 640;

        /// Which part of what it can decode these are; more than 1 is more than it can.
        public double share(int ofSmall, int ofLarge) {
            return part(ofSmall, small) + part(ofLarge, large);
        }

        private static double part(int wanted, int can) {
            return wanted == 0 ? 0 : can == 0 ? Double.POSITIVE_INFINITY : (double) wanted / can;
        }
    }
}
