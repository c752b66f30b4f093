package org.yiping.workbook;

import java.time.LocalDateTime;

/// What stands in a cell. There is no formula among them: words stay words, whatever they begin with. Immutable; any
/// thread.
public sealed interface Cell {
    Cell EMPTY = new Words("", Look.PLAIN);

    record Words(String text, Look look) implements Cell {}

    record Amount(double value, Look look) implements Cell {}

    /// How a cell looks, by the style's number in the workbook.
    enum Look {
        PLAIN(0),
        TITLE(1),
        HEAD(2),
        MUTED(3),
        WRAPPED(4),
        WHOLE(5),
        DECIMAL(6),
        MOMENT(7);

        private final int style;

        Look(int style) {
            this.style = style;
        }

        int style() {
            return style;
        }
    }

    static Cell of(String text) {
        return text.isEmpty() ? EMPTY : new Words(text, Look.PLAIN);
    }

    static Cell of(String text, Look look) {
        return new Words(text, look);
    }

    static Cell of(long value) {
        return new Amount(value, Look.WHOLE);
    }

    static Cell of(double value) {
        return new Amount(value, Look.DECIMAL);
    }

    /// A moment on the city's clock.
    static Cell of(LocalDateTime at) {
        return new Amount(days(at), Look.MOMENT);
    }

    /// Days since the last day of 1899, as workbooks count from March 1900 on.
    private static double days(LocalDateTime at) {
        return at.toLocalDate().toEpochDay() + 25_569 + at.toLocalTime().toSecondOfDay() / 86_400.0;
    }
}
