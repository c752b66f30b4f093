package org.yiping.domain.wall;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a tile of the wall can show, and which words a scene may say about it. The list is closed: a scene names a
/// panel this program has, or it is refused.
public enum PanelKind {
    /// The map with `cases` numbered ones and their cards at its lower edge (1 to 4), or with the case in focus alone
    /// (0);
    /// `legend` yes or no.
    MAP(true, "cases", "legend"),
    /// The day's four figures under date and clock.
    FIGURES(false),
    /// One figure, as large as the tile allows: `of`.
    FIGURE(false, "of"),
    /// Camera pictures: `side` of their square; those in `cameras` by id, or `near` the case in focus, or else spread
    /// over
    /// the city; the next ones `every` so often.
    CAMERAS(false, "side", "cameras", "near", "every"),
    /// The case with this `number` among the most urgent.
    URGENT(false, "number"),
    /// One case in focus, `part` of it: head, clock or flow. `case` is its id; absent, the most urgent one.
    CASE(false, "part", "case"),
    /// What calls and is not answered, and what is most urgent.
    ALARMS(false),
    /// Date and time.
    CLOCK(false),
    /// Words of the scene itself: `zh`, `en`.
    TITLE(false, "zh", "en"),
    /// The test pattern: which monitor is which.
    PATTERN(true);

    private final boolean crossing;
    private final Set<String> options;

    PanelKind(boolean crossing, String... options) {
        this.crossing = crossing;
        this.options = Set.of(options);
    }

    /// Whether it may lie across a bezel; what is read keeps to one monitor.
    public boolean crosses() {
        return crossing;
    }

    public Set<String> options() {
        return options;
    }

    /// As scene files name it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PanelKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }
}
