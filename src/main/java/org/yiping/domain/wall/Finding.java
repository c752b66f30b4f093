package org.yiping.domain.wall;

import java.util.Comparator;

/// What a reader will miss: which tile of which layout, what of it, how much there is of what and how much is needed.
/// `layout` and `tile` are counted from 0; -1 stands for all of them. Immutable; any thread.
///
/// The amounts are in the rule's own unit: minutes of arc (`LETTERS`, `PIXELS`), a ratio (`CONTRAST`), percent of the
/// tile (`BEZEL`), pictures (`DECODING…`), MB (`MEMORY`); `subject` says what of it, by a name its rule knows: of what
/// was measured the computer and the instant (`left/2026-11-28T02:00:00Z`), of what somebody typed by which
/// measurement.
public record Finding(Rule rule, int layout, int tile, String subject, double has, double needs) {
    /// Graver ones first.
    public static final Comparator<Finding> GRAVER = Comparator.comparing(Finding::grave)
            .reversed()
            .thenComparing(Finding::rule)
            .thenComparingInt(Finding::tile);

    public enum Rule {
        /// Letters are too small for the seats that must read them.
        LETTERS,
        /// Words stand out too little from their ground.
        CONTRAST,
        /// What is read keeps to one monitor, so the rest of its tile beyond a bezel stays empty.
        BEZEL,
        /// More pictures at once than somebody wrote that the machine decodes.
        DECODING,
        /// More pictures at once than a computer of the wall has measured that it decodes.
        DECODING_MEASURED,
        /// There are pictures, and nobody has measured how many the machine decodes.
        DECODING_UNKNOWN,
        /// The pictures, and the wall's program as far as that is known, take more memory than a computer has for them.
        MEMORY,
        /// There are pictures, and nobody knows what they take of the memory, or how much there is.
        MEMORY_UNKNOWN,
        /// From the nearest seat single pixels are seen.
        PIXELS
    }

    /// Whether something cannot be read or does not run; else it is hard to read or not known.
    public boolean grave() {
        return switch (rule) {
            case LETTERS -> has < Sight.LEAST;
            case CONTRAST -> has < Contrast.LARGE;
            case DECODING, DECODING_MEASURED, MEMORY -> true;
            case BEZEL, DECODING_UNKNOWN, MEMORY_UNKNOWN, PIXELS -> false;
        };
    }
}
