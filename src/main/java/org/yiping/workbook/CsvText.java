package org.yiping.workbook;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// Writes rows as CSV (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before
/// it: `=`, `+`, `-`, `@`, a tab or a line's end at the front (OWASP, CSV injection). Numbers are
/// written as they are, moments as ISO. Stateless; any thread.
public final class CsvText {
    /// Stands before the first row: a spreadsheet takes a file without it for one in the system's old letters.
    public static final String MARK = "\uFEFF";

    /// Chinese and Japanese spreadsheets take the wide signs for the narrow ones.
    private static final String LIVE = "=+-@\t\r\n＝＋－＠";

    private CsvText() {}

    public static void write(List<Cell> cells, StringBuilder out) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            switch (cells.get(i)) {
                case Cell.Words w -> words(w.text(), out);
                case Cell.Amount n when n.look() == Cell.Look.MOMENT -> moment(n.value(), out);
                case Cell.Amount n -> RowText.number(n.value(), out);
            }
        }
        out.append("\r\n");
    }

    private static void moment(double days, StringBuilder out) {
        long seconds = Math.round((days - 25_569) * 86_400);
        String iso = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC).toString();
        out.append(iso.length() == 16 ? iso + ":00" : iso);
    }

    private static void words(String all, StringBuilder out) {
        String text = all.substring(0, Math.min(all.length(), RowText.MOST_CHARACTERS));
        boolean live = !text.isEmpty() && LIVE.indexOf(text.charAt(0)) >= 0;
        boolean quoted = live
                || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t')
                || text.startsWith(" ")
                || text.endsWith(" ");
        if (!quoted) {
            out.append(text);
            return;
        }
        out.append('"');
        if (live) {
            out.append('\'');
        }
        out.append(text.replace("\"", "\"\"")).append('"');
    }
}
