package org.yiping.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// A workbook on its way into a stream: tab after tab, row after row; charts and pictures at the end.
/// Whole only when it was finished. One thread.
public final class Workbook {
    private static final int LONGEST_NAME = 31;
    private static final String REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    private final ZipOutputStream zip;
    private final About about;
    private final List<Tab> tabs = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /// What the file says of itself.
    public record About(
            String title, String author, @Nullable Instant made) {}

    /// Widths of the columns in characters; the first `head` rows stay in sight and are repeated in
    /// print. `wide` prints across.
    public record Layout(List<Integer> widths, int head, boolean wide) {
        public Layout {
            widths = List.copyOf(widths);
        }
    }

    /// The stream stays open. `level` of compression from 1, quick, to 9.
    public Workbook(OutputStream out, About about, int level) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.zip.setLevel(level);
        this.about = about;
    }

    /// Ends the tab before.
    public Tab tab(String name, Layout layout) throws IOException {
        if (!tabs.isEmpty()) {
            tabs.getLast().end();
        }
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + (tabs.size() + 1) + ".xml"));
        Tab tab = new Tab(unlike(name), layout, zip);
        tabs.add(tab);
        tab.begin(tabs.size() == 1);
        return tab;
    }

    /// As sheets may be called, and as none is called yet.
    private String unlike(String name) {
        String plain = name.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ")
                .replaceAll("^'+|'+$", "")
                .strip();
        String base = plain.isEmpty() ? "1" : plain;
        String candidate = cut(base, "");
        for (int i = 2; !names.add(candidate.toLowerCase(Locale.ROOT)); i++) {
            candidate = cut(base, " " + i);
        }
        return candidate;
    }

    private static String cut(String name, String end) {
        int most = LONGEST_NAME - end.length();
        return (name.length() > most ? name.substring(0, most).strip() : name) + end;
    }

    /// Without it there is no workbook, only a part of one.
    public void finish() throws IOException {
        tabs.getLast().end();
        StringBuilder types = new StringBuilder();
        int drawing = 0;
        int chart = 0;
        int picture = 0;
        for (int i = 0; i < tabs.size(); i++) {
            Tab tab = tabs.get(i);
            override(types, "/xl/worksheets/sheet" + (i + 1) + ".xml", TYPE + "spreadsheetml.worksheet+xml");
            if (tab.charts().isEmpty() && tab.pictures().isEmpty()) {
                continue;
            }
            drawing++;
            part(
                    "xl/worksheets/_rels/sheet" + (i + 1) + ".xml.rels",
                    relations(relation(1, "drawing", "../drawings/drawing" + drawing + ".xml")));
            StringBuilder inside = new StringBuilder();
            StringBuilder anchors = new StringBuilder();
            int id = 0;
            for (Tab.Placed<Chart> placed : tab.charts()) {
                chart++;
                id++;
                part("xl/charts/chart" + chart + ".xml", placed.what().xml(tab.name()));
                override(types, "/xl/charts/chart" + chart + ".xml", TYPE + "drawingml.chart+xml");
                inside.append(relation(id, "chart", "../charts/chart" + chart + ".xml"));
                anchors.append(Anchors.chart(placed.at(), id));
            }
            for (Tab.Placed<byte[]> placed : tab.pictures()) {
                picture++;
                id++;
                zip.putNextEntry(new ZipEntry("xl/media/image" + picture + ".png"));
                zip.write(placed.what());
                zip.closeEntry();
                inside.append(relation(id, "image", "../media/image" + picture + ".png"));
                anchors.append(Anchors.picture(placed.at(), id));
            }
            part("xl/drawings/drawing" + drawing + ".xml", Anchors.drawing(anchors));
            part("xl/drawings/_rels/drawing" + drawing + ".xml.rels", relations(inside.toString()));
            override(types, "/xl/drawings/drawing" + drawing + ".xml", TYPE + "drawing+xml");
        }
        frame(types);
        zip.finish();
    }

    private void frame(StringBuilder types) throws IOException {
        StringBuilder sheets = new StringBuilder();
        StringBuilder titles = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 0; i < tabs.size(); i++) {
            Tab tab = tabs.get(i);
            sheets.append("<sheet name=\"");
            RowText.escape(tab.name(), sheets);
            sheets.append("\" sheetId=\"" + (i + 1) + "\" r:id=\"rId" + (i + 1) + "\"/>");
            if (tab.head() > 0) {
                titles.append("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"" + i + "\">'");
                RowText.escape(tab.name().replace("'", "''"), titles);
                titles.append("'!$1:$" + tab.head() + "</definedName>");
            }
            relations.append(relation(i + 1, "worksheet", "worksheets/sheet" + (i + 1) + ".xml"));
        }
        relations.append(relation(tabs.size() + 1, "styles", "styles.xml"));
        String names = titles.isEmpty() ? "" : "<definedNames>" + titles + "</definedNames>";
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + Tab.MAIN + "\" xmlns:r=\"" + REL + "\"><sheets>" + sheets + "</sheets>" + names
                        + "</workbook>");
        part("xl/_rels/workbook.xml.rels", relations(relations.toString()));
        part("xl/styles.xml", Styles.XML);
        part("docProps/core.xml", core());
        part(
                "_rels/.rels",
                relations(relation(1, "officeDocument", "xl/workbook.xml")
                        + "<Relationship Id=\"rId2\" Type=\"" + PACKAGE
                        + "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"));
        override(types, "/xl/workbook.xml", TYPE + "spreadsheetml.sheet.main+xml");
        override(types, "/xl/styles.xml", TYPE + "spreadsheetml.styles+xml");
        override(types, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Default Extension=\"png\" ContentType=\"image/png\"/>" + types + "</Types>");
    }

    private String core() {
        StringBuilder core = new StringBuilder("<cp:coreProperties xmlns:cp=\"" + PACKAGE
                + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
        RowText.escape(about.title(), core);
        core.append("</dc:title><dc:creator>");
        RowText.escape(about.author(), core);
        core.append("</dc:creator>");
        Instant made = about.made();
        if (made != null) {
            core.append("<dcterms:created xsi:type=\"dcterms:W3CDTF\">")
                    .append(made.truncatedTo(ChronoUnit.SECONDS))
                    .append("</dcterms:created>");
        }
        return core.append("</cp:coreProperties>").toString();
    }

    private static void override(StringBuilder types, String name, String type) {
        types.append("<Override PartName=\"" + name + "\" ContentType=\"" + type + "\"/>");
    }

    private static String relation(int id, String kind, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + REL + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    private void part(String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml)
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
