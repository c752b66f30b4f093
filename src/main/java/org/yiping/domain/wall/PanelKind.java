package org.yiping.domain.wall;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a tile of the wall can show. The list is closed: a scene names a panel this program has, or it is refused.
public enum PanelKind {
    /// The map with its numbered cases.
    MAP,
    /// The day's four figures under date and clock.
    FIGURES,
    /// One figure, as large as the tile allows.
    FIGURE,
    /// Areas or departments in order of one figure.
    RANKING,
    /// What filed cases are made of: sources or classes.
    MIX,
    /// Filed cases by the hour of the week.
    WEEK_HEAT,
    /// How long each stage took.
    DURATIONS,
    /// Filed and closed by the day.
    TREND,
    /// What the next days will bring, and how far such words were off.
    FORECAST,
    /// Where cases gather.
    PLACES,
    /// Camera pictures.
    CAMERAS,
    /// One of the most urgent cases.
    URGENT,
    /// A part of one case in focus.
    CASE,
    /// What calls and is not answered, and what is most urgent.
    ALARMS,
    /// Date and time.
    CLOCK,
    /// Words of the scene itself.
    TITLE,
    /// The test pattern: which monitor is which.
    PATTERN;

    /// Whether it may lie across a bezel; what is read keeps to one monitor.
    public boolean crosses() {
        return this == MAP || this == PATTERN;
    }

    /// What a scene may say about it. Of the map: `cases`, cards at its lower edge (0: the case in focus from
    /// near), `legend`, and `view`, the part of the city it shows, without numbers (see `MapView`). Of cameras:
    /// the `side` of their square; those in `cameras` by id, or `near` the case in focus, else spread over the
    /// city; the next ones `every` so often. Of a figure: what it is `of`; with a `period` that is a code of the
    /// city's formulas. Of all panels of a period, which one; of rankings and mixes, `by` what. Of the case in
    /// focus: which `part`, and which `case` if not the most urgent one.
    public Set<String> options() {
        return switch (this) {
            case MAP -> Set.of("cases", "legend", "view");
            case FIGURE -> Set.of("of", "period");
            case RANKING -> Set.of("of", "by", "period");
            case MIX -> Set.of("by", "period");
            case WEEK_HEAT, DURATIONS, TREND, FORECAST, PLACES -> Set.of("period");
            case CAMERAS -> Set.of("side", "cameras", "near", "every");
            case URGENT -> Set.of("number");
            case CASE -> Set.of("part", "case");
            case TITLE -> Set.of("zh", "en");
            case FIGURES, ALARMS, CLOCK, PATTERN -> Set.of();
        };
    }

    /// As scene files name it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PanelKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }
}
