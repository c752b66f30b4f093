package org.yiping.console.map;

/// A placed name: its letters, each at a place of the city plus some pixels, turned by a step of the glyph sheet.
/// Immutable; any thread.
@SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
record Label(String text, TextSize size, Tone tone, Letter[] letters) {
    enum Tone {
        STREET,
        AREA,
        SELECTED,
        OVERDUE,
        /// What a sensor warns of, and what one says in a near view.
        WARNING,
        READING
    }

    record Letter(int codePoint, double x, double y, double dx, double dy, int step) {}

    boolean isOfMark() {
        return tone != Tone.STREET && tone != Tone.AREA;
    }

    int colour(Palette palette) {
        return switch (tone) {
            case STREET -> palette.words().label();
            case AREA -> palette.words().district();
            case SELECTED, WARNING -> palette.words().text();
            case OVERDUE -> palette.lights().red().edge();
            case READING -> palette.marks().infra();
        };
    }
}
