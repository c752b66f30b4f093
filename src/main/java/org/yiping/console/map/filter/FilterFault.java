package org.yiping.console.map.filter;

/// A filter that cannot be understood, or asks for what the layer does not have. Its message is for the log; people are
/// told by `kind` in their own language. Any thread.
public final class FilterFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final int place;
    private final String detail;

    FilterFault(Kind kind, int place, String detail) {
        super(kind + (place > 0 ? " at character " + place : "") + ": " + detail);
        this.kind = kind;
        this.place = place;
        this.detail = detail;
    }

    /// What is wrong.
    public enum Kind {
        /// It is no ECQL; `detail` is the word at which that shows, empty where none is known.
        WORDS,
        /// No such attribute; `detail` names it.
        ATTRIBUTE,
        /// What is asked of places cannot be answered for points; `detail` names it.
        PLACES
    }

    public Kind kind() {
        return kind;
    }

    /// The character, from 1, at which it shows; 0 where it concerns the whole.
    public int place() {
        return place;
    }

    public String detail() {
        return detail;
    }
}
