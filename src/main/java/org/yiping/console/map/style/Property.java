package org.yiping.console.map.style;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The properties of the standard that this map knows, with the standard's own defaults. Immutable; any thread.
@SuppressWarnings("ImmutableEnumChecker") // lists and values are constants
public enum Property {
    BACKGROUND_COLOR(LayerType.BACKGROUND, Kind.COLOUR, 0xFF000000),
    FILL_COLOR(LayerType.FILL, Kind.COLOUR, 0xFF000000),
    FILL_OPACITY(LayerType.FILL, 0, 1, 1.0),
    LINE_COLOR(LayerType.LINE, Kind.COLOUR, 0xFF000000),
    LINE_OPACITY(LayerType.LINE, 0, 1, 1.0),
    LINE_WIDTH(LayerType.LINE, 0, 400, 1.0),
    LINE_DASHARRAY(LayerType.LINE, Kind.NUMBERS, List.of()),
    LINE_CAP(LayerType.LINE, "butt", "round"),
    LINE_JOIN(LayerType.LINE, "round"),
    SYMBOL_PLACEMENT(LayerType.SYMBOL, "point", "line"),
    TEXT_FIELD(LayerType.SYMBOL, "", "{name}"),
    TEXT_FONT(LayerType.SYMBOL, Kind.TEXTS, List.of()),
    TEXT_SIZE(LayerType.SYMBOL, 6, 200, 16.0),
    TEXT_LETTER_SPACING(LayerType.SYMBOL, 0, 4, 0.0),
    TEXT_COLOR(LayerType.SYMBOL, Kind.COLOUR, 0xFF000000),
    ICON_IMAGE(LayerType.SYMBOL, "major", "class"),
    ICON_OPACITY(LayerType.SYMBOL, 0, 1, 1.0),
    ICON_ALLOW_OVERLAP(LayerType.SYMBOL, Kind.FLAG, false),
    ICON_PADDING(LayerType.SYMBOL, 2, 64, 2.0);

    /// What a value is: ARGB, a number, a word of a list, yes or no, numbers, words.
    enum Kind {
        COLOUR,
        NUMBER,
        WORD,
        FLAG,
        NUMBERS,
        TEXTS
    }

    final Kind kind;
    final double least;
    final double most;
    final List<String> words;
    final Object otherwise;
    private final LayerType type;

    Property(LayerType type, Kind kind, Object otherwise) {
        this(type, kind, 0, 400, List.of(), otherwise);
    }

    Property(LayerType type, double least, double most, double otherwise) {
        this(type, Kind.NUMBER, least, most, List.of(), otherwise);
    }

    /// The first word is the default.
    Property(LayerType type, String... words) {
        this(type, Kind.WORD, 0, 0, List.of(words), words[0]);
    }

    Property(LayerType type, Kind kind, double least, double most, List<String> words, Object otherwise) {
        this.type = type;
        this.kind = kind;
        this.least = least;
        this.most = most;
        this.words = words;
        this.otherwise = otherwise;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it stands in `layout` and not in `paint`.
    boolean isLayout() {
        return switch (this) {
            case LINE_CAP,
                    LINE_JOIN,
                    SYMBOL_PLACEMENT,
                    TEXT_FIELD,
                    TEXT_FONT,
                    TEXT_SIZE,
                    TEXT_LETTER_SPACING,
                    ICON_IMAGE,
                    ICON_ALLOW_OVERLAP,
                    ICON_PADDING -> true;
            case BACKGROUND_COLOR,
                    FILL_COLOR,
                    FILL_OPACITY,
                    LINE_COLOR,
                    LINE_OPACITY,
                    LINE_WIDTH,
                    LINE_DASHARRAY,
                    TEXT_COLOR,
                    ICON_OPACITY -> false;
        };
    }

    static Optional<Property> of(String key, LayerType type, boolean layout) {
        return Arrays.stream(values())
                .filter(p -> p.type == type && p.isLayout() == layout && p.key().equals(key))
                .findFirst();
    }

    static List<String> keys(LayerType type, boolean layout) {
        return Arrays.stream(values())
                .filter(p -> p.type == type && p.isLayout() == layout)
                .map(Property::key)
                .toList();
    }
}
