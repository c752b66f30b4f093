package org.yiping.console.map;

/// How large words on the map are set, in pixels; `gap` is extra room between two letters. Immutable; any thread.
record TextSize(float pixels, boolean bold, double gap) {
    /// Words beside a mark: no matter of style, they are part of the mark.
    static final TextSize MARK = new TextSize(13, true, 0);
}
