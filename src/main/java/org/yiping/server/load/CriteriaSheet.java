package org.yiping.server.load;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/// Reads one sheet of a criteria workbook (domain.md 5.1): nine columns under a header, of which a blank cell says the
/// same as the one above it, merged cells included. Rows go by one at a time. One thread.
final class CriteriaSheet {
    /// Titles and remarks may stand above the header.
    private static final int HEADER_WITHIN = 10;

    /// A column with words of which its header holds one, in either language.
    record Column(int index, List<String> words) {
        static final Column MAJOR_CODE = new Column(0, List.of("大类代码", "大类编", "major code"));
        static final Column MAJOR_NAME = new Column(1, List.of("大类", "major"));
        static final Column CODE = new Column(2, List.of("小类代码", "小类编", "sub code"));
        static final Column NAME = new Column(3, List.of("小类", "sub"));
        static final Column HANDLING = new Column(4, List.of("处置单位", "处置部门", "责任", "权属", "handling unit"));
        static final Column SUPERVISING = new Column(5, List.of("监管", "主管", "supervising unit"));
        static final Column CONDITION = new Column(6, List.of("立案", "filing condition"));
        static final Column CLOSING = new Column(7, List.of("结案", "closing condition"));
        static final Column LIMIT = new Column(8, List.of("时限", "limit"));
        static final List<Column> ALL =
                List.of(MAJOR_CODE, MAJOR_NAME, CODE, NAME, HANDLING, SUPERVISING, CONDITION, CLOSING, LIMIT);

        private boolean heads(String text) {
            return words.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
        }

        /// As people find it in the sheet: letter and name.
        @Override
        public String toString() {
            return "column " + (char) ('A' + index) + " (" + words.getFirst() + ")";
        }
    }

    /// A criterion as it stands there; `inherited` cells came from above.
    record Line(long row, List<String> cells, int inherited) {
        String get(Column column) {
            return cells.get(column.index());
        }
    }

    private final String place;
    private final Consumer<Refusal> refused;
    /// The last row's values; null where it had none that could be read.
    private final @Nullable String[] above = new String[Column.ALL.size()];

    private long read;

    CriteriaSheet(String file, String sheet, Consumer<Refusal> refused) {
        this.place = file + "!" + sheet;
        this.refused = refused;
    }

    /// How many rows under the header said something.
    long read() {
        return read;
    }

    /// The refusal of a cell, as `FILE!SHEET:ROW: column X (name): why`.
    Refusal refusal(long row, Column column, String why) {
        return new Refusal(place, row, column + ": " + why);
    }

    void read(Sheet sheet, long most, Consumer<Line> lines) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            Iterator<Row> all = rows.iterator();
            if (!header(all)) {
                return;
            }
            while (all.hasNext()) {
                Row row = all.next();
                if (isBlank(row)) {
                    continue;
                }
                if (++read > most) {
                    refused.accept(new Refusal(place, row.getRowNum(), "no more than " + most + " rows are read"));
                    return;
                }
                line(row, lines);
            }
        }
    }

    private boolean header(Iterator<Row> all) {
        List<String> best = List.of();
        long bestRow = 1;
        while (all.hasNext()) {
            Row row = all.next();
            if (row.getRowNum() > HEADER_WITHIN) {
                break;
            }
            List<String> cells =
                    Column.ALL.stream().map(c -> text(row, c).strip()).toList();
            if (wrong(cells) == null) {
                return true;
            }
            if (right(cells) > right(best)) {
                best = cells;
                bestRow = row.getRowNum();
            }
        }
        Column first = wrong(best);
        refused.accept(
                best.isEmpty() || first == null
                        ? new Refusal(place, 1, "the sheet is empty or has no header among its first rows")
                        : refusal(
                                bestRow,
                                first,
                                "the header says \"" + best.get(first.index())
                                        + "\"; the order is major code, major name, sub code, sub name, handling unit,"
                                        + " supervising unit, filing condition, closing condition, limit"));
        return false;
    }

    private static long right(List<String> cells) {
        return cells.isEmpty()
                ? 0
                : Column.ALL.stream().filter(c -> c.heads(cells.get(c.index()))).count();
    }

    /// The first column that is headed by something else.
    private static @Nullable Column wrong(List<String> cells) {
        return Column.ALL.stream()
                .filter(c -> cells.isEmpty() || !c.heads(cells.get(c.index())))
                .findFirst()
                .orElse(null);
    }

    private void line(Row row, Consumer<Line> lines) {
        List<String> cells = new ArrayList<>();
        int inherited = 0;
        boolean whole = true;
        for (Column column : Column.ALL) {
            int i = column.index();
            String fault = fault(row, column);
            String own = fault == null ? text(row, column).strip() : "";
            if (fault != null) {
                refused.accept(refusal(row.getRowNum(), column, fault));
                above[i] = null;
                whole = false;
            } else if (!own.isEmpty()) {
                above[i] = own;
            } else if (above[i] == null) {
                if (whole) { // one reason a row is enough
                    refused.accept(refusal(row.getRowNum(), column, "blank, and nothing above it says more"));
                }
                whole = false;
            } else {
                inherited++;
            }
            cells.add(above[i] == null ? "" : above[i]);
        }
        if (whole) {
            lines.accept(new Line(row.getRowNum(), cells, inherited));
        }
    }

    private static boolean isBlank(Row row) {
        return Column.ALL.stream()
                .allMatch(c -> fault(row, c) == null && text(row, c).isBlank());
    }

    private static @Nullable String fault(Row row, Column column) {
        Cell cell = row.getOptionalCell(column.index()).orElse(null);
        if (cell == null) {
            return null;
        }
        return switch (cell.getType()) {
            case ERROR -> "an error value (" + cell.getRawValue() + ")";
            case FORMULA ->
                cell.getRawValue() == null || cell.getRawValue().isBlank()
                        ? "a formula without a stored value: open the workbook once and save it"
                        : cell.getRawValue().startsWith("#")
                                ? "a formula with an error (" + cell.getRawValue() + ")"
                                : null;
            case STRING, NUMBER, BOOLEAN, EMPTY -> null;
        };
    }

    private static String text(Row row, Column column) {
        Cell cell = row.getOptionalCell(column.index()).orElse(null);
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        String raw = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        if (raw == null) {
            return "";
        }
        boolean code = column.equals(Column.MAJOR_CODE) || column.equals(Column.CODE);
        return code && cell.getType() != CellType.STRING ? digits(raw) : raw;
    }

    /// A code kept as a number has lost its zeros in front: codes have pairs of digits.
    private static String digits(String raw) {
        try {
            String plain = new BigDecimal(raw).stripTrailingZeros().toPlainString();
            return plain.length() % 2 == 1 ? "0" + plain : plain;
        } catch (NumberFormatException e) {
            return raw;
        }
    }
}
