package org.yiping.console.map.style;

import java.util.List;

/// Why a style is not taken: the file, the place in it counted from 1, the reason, and the words the reason speaks of,
/// as they are written in the file. Line and column are 0 where the file as a whole is at fault. Immutable; any thread.
public record StyleFault(String file, int line, int column, Reason reason, List<String> words) {
    public StyleFault {
        words = List.copyOf(words);
    }

    /// What is wrong; behind each, what `words` are.
    public enum Reason {
        /// What the system says.
        UNREADABLE,
        /// Bytes that are taken at most.
        TOO_LARGE,
        /// What the JSON reader says.
        NOT_JSON,
        /// The name.
        TWICE,
        /// The name that is missing.
        MISSING,
        /// What is wanted.
        WRONG_KIND,
        /// The name, and those there are.
        UNKNOWN_KEY,
        /// The type, and those there are.
        UNKNOWN_TYPE,
        /// The property, the layer's type, and those there are.
        UNKNOWN_PROPERTY,
        /// The source-layer, and those there are.
        UNKNOWN_LAYER,
        /// The column, the source-layer, and those there are.
        UNKNOWN_COLUMN,
        /// The value, the column, and those there are.
        UNKNOWN_VALUE,
        /// The operator, and those there are.
        UNKNOWN_EXPRESSION,
        /// The name, and where names come from.
        UNKNOWN_TOKEN,
        /// The operator, and how it is written.
        WRONG_ARGUMENTS,
        /// The text.
        BAD_COLOUR,
        /// The number, the least and the most.
        OUT_OF_RANGE,
        /// The operator.
        ZOOM_INSIDE,
        /// The stop that is not above the one before it.
        STOPS_NOT_RISING,
        /// The layer's type and the source-layer.
        NOT_DRAWN_SO
    }
}
