package org.yiping.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipOutputStream;

/// One sheet of a workbook. One thread.
public final class Tab {
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final int PIECE = 1 << 16;

    private final String name;
    private final Workbook.Layout layout;
    private final ZipOutputStream zip;
    private final StringBuilder waiting = new StringBuilder();
    private final List<Placed<Chart>> charts = new ArrayList<>();
    private final List<Placed<byte[]>> pictures = new ArrayList<>();
    private int rows;

    /// Where something lies: its upper left cell counted from 0, and its size in pixels of 1/96 inch.
    public record Place(int column, int row, int width, int height) {}

    record Placed<T>(T what, Place at) {}

    Tab(String name, Workbook.Layout layout, ZipOutputStream zip) {
        this.name = name;
        this.layout = layout;
        this.zip = zip;
    }

    void begin(boolean first) {
        waiting.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"" + MAIN
                + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView showGridLines=\"0\""
                + (first ? " tabSelected=\"1\"" : "") + " workbookViewId=\"0\">");
        if (layout.head() > 0) {
            waiting.append("<pane ySplit=\"" + layout.head() + "\" topLeftCell=\"A" + (layout.head() + 1)
                    + "\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        }
        waiting.append("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"16\"/>");
        waiting.append(layout.widths().isEmpty() ? "" : "<cols>");
        for (int i = 0; i < layout.widths().size(); i++) {
            waiting.append("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\""
                    + layout.widths().get(i) + "\" customWidth=\"1\"/>");
        }
        waiting.append(layout.widths().isEmpty() ? "<sheetData>" : "</cols><sheetData>");
    }

    public String name() {
        return name;
    }

    /// How many there are by now.
    public int rows() {
        return rows;
    }

    public void row(List<Cell> cells) throws IOException {
        RowText.write(++rows, cells, waiting);
        if (waiting.length() > PIECE) {
            flush();
        }
    }

    public void row(Cell... cells) throws IOException {
        row(List.of(cells));
    }

    /// Rows that were written elsewhere, in UTF-8, from the next number on.
    public void rows(byte[] text, int count) throws IOException {
        flush();
        zip.write(text);
        rows += count;
    }

    public void chart(Chart chart, Place at) {
        charts.add(new Placed<>(chart, at));
    }

    public void picture(byte[] png, Place at) {
        pictures.add(new Placed<>(png, at));
    }

    int head() {
        return layout.head();
    }

    List<Placed<Chart>> charts() {
        return charts;
    }

    List<Placed<byte[]>> pictures() {
        return pictures;
    }

    void end() throws IOException {
        waiting.append("</sheetData><printOptions horizontalCentered=\"1\"/><pageMargins left=\"0.5\" right=\"0.5\""
                + " top=\"0.6\" bottom=\"0.7\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\""
                + (layout.wide() ? "landscape" : "portrait")
                + "\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter>"
                + "</headerFooter>");
        if (!charts.isEmpty() || !pictures.isEmpty()) {
            waiting.append("<drawing r:id=\"rId1\"/>");
        }
        waiting.append("</worksheet>");
        flush();
        zip.closeEntry();
    }

    private void flush() throws IOException {
        OutputStream out = zip;
        out.write(waiting.toString().getBytes(StandardCharsets.UTF_8));
        waiting.setLength(0);
    }
}
