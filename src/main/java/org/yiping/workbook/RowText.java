package org.yiping.workbook;

import java.util.List;

/// Writes rows as a sheet's XML. Stateless, so that rows can be written side by side; any thread.
public final class RowText {
    /// A sheet holds so many rows, and a cell so many characters.
    public static final int MOST_ROWS = 1_048_576;
    static final int MOST_CHARACTERS = 32_767;

    private RowText() {}

    /// `number` counts from 1.
    public static void write(int number, List<Cell> cells, StringBuilder out) {
        out.append("<row r=\"").append(number).append("\">");
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            switch (cell) {
                case Cell.Words(String text, Cell.Look look)
                when text.isEmpty() -> {
                    begin(number, i, look, out); // for its rules, which shall not have gaps
                    out.append("/>");
                }
                case Cell.Words(String text, Cell.Look look) -> {
                    begin(number, i, look, out);
                    out.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                    escape(text, out);
                    out.append("</t></is></c>");
                }
                case Cell.Amount(double value, Cell.Look look) -> {
                    begin(number, i, look, out);
                    out.append("><v>");
                    number(value, out);
                    out.append("</v></c>");
                }
            }
        }
        out.append("</row>");
    }

    private static void begin(int number, int column, Cell.Look look, StringBuilder out) {
        out.append("<c r=\"");
        column(column, out);
        out.append(number).append("\" s=\"").append(look.style()).append('"');
    }

    /// A to Z, AA to ZZ and so on, counted from 0.
    static void column(int column, StringBuilder out) {
        if (column >= 26) {
            column(column / 26 - 1, out);
        }
        out.append((char) ('A' + column % 26));
    }

    /// Whole numbers without a fraction.
    static void number(double value, StringBuilder out) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            out.append((long) value);
        } else {
            out.append(value);
        }
    }

    /// As XML has it; what XML cannot hold is left out, and what a cell cannot, cut.
    static void escape(String text, StringBuilder out) {
        int end = Math.min(text.length(), MOST_CHARACTERS);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                default -> {
                    boolean pair =
                            Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1));
                    if (pair) {
                        out.append(c).append(text.charAt(++i));
                    } else if (!Character.isSurrogate(c) && (c >= ' ' || c == '\t' || c == '\n') && c < '\ufffe') {
                        out.append(c);
                    }
                }
            }
        }
    }
}
