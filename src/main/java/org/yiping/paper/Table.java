package org.yiping.paper;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table on sheets: columns as wide as what stands in them, rows whole on one page, the head again on each. One
/// thread.
public final class Table {
    private static final double SIZE = 8.5;
    private static final double LEADING = 1.4;
    private static final double PAD = 5;
    /// Of one column before it is broken into lines.
    private static final double WIDEST = 190;
    private static final double NARROWEST = 34;
    /// How many rows are looked at for how wide columns are.
    private static final int LOOKED_AT = 300;

    private final Type type;
    private final List<Column> columns;
    private final double[] wide;

    /// `figures` stand at the right and are never broken.
    public record Column(String name, boolean figures) {}

    private Table(Type type, List<Column> columns, double[] wide) {
        this.type = type;
        this.columns = columns;
        this.wide = wide;
    }

    /// Each row has a cell a column.
    public static void onto(Sheet sheet, List<Column> columns, List<List<String>> rows) {
        Type type = sheet.type();
        Table table = new Table(type, columns, widths(type, columns, rows));
        Block head = table.head();
        double first = rows.isEmpty() ? 0 : table.row(rows.getFirst(), true).high();
        if (!sheet.fits(head.high() + first)) {
            sheet.turn();
        }
        sheet.block(head.high(), head.items());
        for (int i = 0; i < rows.size(); i++) {
            Block row = table.row(rows.get(i), i == rows.size() - 1);
            if (!sheet.fits(row.high())) {
                sheet.turn();
                sheet.block(head.high(), head.items());
            }
            sheet.block(row.high(), row.items());
        }
        sheet.block(8, List.of());
    }

    private record Block(double high, List<Item> items) {}

    /// As wide as the longest, all together as wide as the page: words give way before figures do.
    private static double[] widths(Type type, List<Column> columns, List<List<String>> rows) {
        double[] wide = new double[columns.size()];
        for (int c = 0; c < wide.length; c++) {
            wide[c] = Math.min(longest(type, columns.get(c).name()), WIDEST);
        }
        for (List<String> row : rows.subList(0, Math.min(rows.size(), LOOKED_AT))) {
            for (int c = 0; c < wide.length; c++) {
                double needs = type.width(row.get(c), SIZE, false);
                wide[c] = Math.max(wide[c], columns.get(c).figures() ? needs : Math.min(needs, WIDEST));
            }
        }
        for (int c = 0; c < wide.length; c++) {
            wide[c] = Math.max(wide[c] + 2 * PAD, NARROWEST);
        }
        double room = Sheet.width() - Arrays.stream(wide).sum();
        double words = 0;
        for (int c = 0; c < wide.length; c++) {
            words += columns.get(c).figures() ? 0 : wide[c];
        }
        double all = words == 0 || room < -words / 2 ? Arrays.stream(wide).sum() : words;
        for (int c = 0; c < wide.length; c++) {
            boolean gives = all != words || !columns.get(c).figures() || words == 0;
            wide[c] += gives ? room * wide[c] / all : 0;
        }
        return wide;
    }

    /// Of a head's halves: a long name goes into two lines.
    private static double longest(Type type, String name) {
        double whole = type.width(name, SIZE, true);
        return whole > 60 ? Math.max(48, whole * 0.6) : whole;
    }

    private Block head() {
        List<Item> items = new ArrayList<>();
        List<String> names = columns.stream().map(Column::name).toList();
        double high = cells(names, true, items);
        Path2D ground = new Path2D.Double(new Rectangle2D.Double(0, 0, Sheet.width(), high));
        items.addFirst(new Item.Figure(ground, Ink.FAINT, 0, List.of()));
        items.add(rule(high, Ink.TEXT, 0.8));
        return new Block(high, items);
    }

    private Block row(List<String> cells, boolean last) {
        List<Item> items = new ArrayList<>();
        double high = cells(cells, false, items);
        items.add(rule(high, last ? Ink.TEXT : Ink.RULE, last ? 0.8 : 0.4));
        return new Block(high, items);
    }

    private double cells(List<String> cells, boolean head, List<Item> into) {
        double line = SIZE * LEADING;
        List<List<String>> broken = new ArrayList<>();
        int most = 1;
        for (int c = 0; c < wide.length; c++) {
            List<String> lines = type.lines(cells.get(c), SIZE, head, wide[c] - 2 * PAD + 0.1);
            broken.add(lines);
            most = Math.max(most, lines.size());
        }
        double high = most * line + 5;
        double x = 0;
        for (int c = 0; c < wide.length; c++) {
            List<String> lines = broken.get(c);
            double y = head ? (high - lines.size() * line) / 2 : 2.5;
            for (int k = 0; k < lines.size(); k++) {
                String text = lines.get(k);
                double at = columns.get(c).figures() ? x + wide[c] - PAD - type.width(text, SIZE, head) : x + PAD;
                double base = y + k * line + (line + SIZE * 0.73) / 2;
                into.add(new Item.Words(at, base, SIZE, head, Ink.TEXT, text));
            }
            x += wide[c];
        }
        return high;
    }

    private static Item.Figure rule(double y, Ink ink, double width) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, y);
        path.lineTo(Sheet.width(), y);
        return new Item.Figure(path, ink, width, List.of());
    }
}
