package org.yiping.server.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes workbooks part by part, so that a test can also write what no spreadsheet program would.
public final class Workbooks {
    public static final List<Object> HEADER =
            List.of("大类代码", "大类名称", "小类代码", "小类名称", "处置单位", "监管单位", "立案条件", "结案条件", "处置时限");

    private final Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    private final Map<String, byte[]> more = new LinkedHashMap<>();
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private String merged = "";

    /// A formula with the value the last program stored, if it did.
    public record Formula(String text, Object stored) {}

    /// Rows of strings, numbers, formulas; "" is a blank cell.
    @SafeVarargs
    @SuppressWarnings("varargs") // the rows are only read
    public final Workbooks sheet(String name, List<Object>... rows) {
        sheets.put(name, List.of(rows));
        return this;
    }

    Workbooks sheet(String name, List<List<Object>> rows) {
        sheets.put(name, rows);
        return this;
    }

    Workbooks merged(String... ranges) {
        StringBuilder all = new StringBuilder("<mergeCells>");
        for (String range : ranges) {
            all.append("<mergeCell ref=\"").append(range).append("\"/>");
        }
        merged = all.append("</mergeCells>").toString();
        return this;
    }

    /// A part beside, or in the place of, those a workbook has.
    Workbooks part(String name, byte[] content) {
        more.put(name, content);
        return this;
    }

    Workbooks part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Path to(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(sheets.keySet());
        StringBuilder types = new StringBuilder();
        StringBuilder listed = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 1; i <= names.size(); i++) {
            String part = "worksheets/sheet" + i + ".xml";
            types.append("<Override PartName=\"/xl/")
                    .append(part)
                    .append(
                            "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
            listed.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(names.get(i - 1), i, i));
            relations.append("""
                    <Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="%s"/>""".formatted(i, part));
            parts.put("xl/" + part, sheet(sheets.get(names.get(i - 1))).getBytes(StandardCharsets.UTF_8));
        }
        relations.append("""
                <Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>""");
        put(parts, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>\
                %s</Types>""".formatted(types));
        put(parts, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>\
                </Relationships>""");
        put(parts, "xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                <sheets>%s</sheets></workbook>""".formatted(listed));
        put(parts, "xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>""".formatted(relations));
        StringBuilder shared =
                new StringBuilder("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        strings.keySet()
                .forEach(s -> shared.append("<si><t xml:space=\"preserve\">")
                        .append(escaped(s))
                        .append("</t></si>"));
        put(parts, "xl/sharedStrings.xml", shared.append("</sst>").toString());
        parts.putAll(more);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private static void put(Map<String, byte[]> parts, String name, String content) {
        parts.put(
                name,
                ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + content)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private String sheet(List<List<Object>> rows) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        for (int r = 1; r <= rows.size(); r++) {
            xml.append("<row r=\"").append(r).append("\">");
            List<Object> cells = rows.get(r - 1);
            for (int c = 0; c < cells.size(); c++) {
                xml.append(cell((char) ('A' + c) + Integer.toString(r), cells.get(c)));
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData>").append(merged).append("</worksheet>").toString();
    }

    private String cell(String at, Object value) {
        return switch (value) {
            case String s when s.isEmpty() -> "";
            case String s -> "<c r=\"%s\" t=\"s\"><v>%d</v></c>".formatted(at, shared(s));
            case Formula(String text, String stored) ->
                "<c r=\"%s\" t=\"str\"><f>%s</f><v>%s</v></c>".formatted(at, escaped(text), escaped(stored));
            case Formula(String text, Object stored) ->
                "<c r=\"%s\"><f>%s</f>%s</c>"
                        .formatted(at, escaped(text), stored == null ? "" : "<v>" + stored + "</v>");
            default -> "<c r=\"%s\"><v>%s</v></c>".formatted(at, value);
        };
    }

    private int shared(String text) {
        return strings.computeIfAbsent(text, t -> strings.size());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
