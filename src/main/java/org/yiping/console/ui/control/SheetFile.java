package org.yiping.console.ui.control;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A table on its way into a file, row by row, so that its size costs no memory. Every cell is text: a number of a case
/// keeps its zeros, and nothing that was written by a caller is ever a formula. One thread.
public abstract sealed class SheetFile implements Closeable {
    /// What a spreadsheet takes in one cell.
    private static final int LONGEST_CELL = 32_767;

    /// What a file can be.
    public enum Kind {
        XLSX,
        CSV
    }

    final Writer out;

    private SheetFile(Writer out) {
        this.out = out;
    }

    /// By the name: what does not end in `.csv` is a workbook.
    public static Kind kind(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? Kind.CSV : Kind.XLSX;
    }

    public static SheetFile open(Path file, Kind kind) throws IOException {
        OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return switch (kind) {
            case CSV -> new Csv(stream);
            case XLSX -> new Xlsx(new ZipOutputStream(stream, StandardCharsets.UTF_8));
        };
    }

    /// Everything in it is text.
    public abstract void row(List<String> cells) throws IOException;

    private static String cut(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "…";
    }

    /// With a byte order mark, without which a spreadsheet takes Chinese for something else.
    private static final class Csv extends SheetFile {
        Csv(OutputStream stream) throws IOException {
            super(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            out.write('\uFEFF');
        }

        @Override
        public void row(List<String> cells) throws IOException {
            for (int i = 0; i < cells.size(); i++) {
                String text = cut(cells.get(i)).replace("\"", "\"\"");
                out.write(i == 0 ? "\"" : ",\"");
                if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
                    out.write('\''); // else a spreadsheet computes it
                }
                out.write(text);
                out.write('"');
            }
            out.write("\r\n");
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /// The parts of a workbook that none can do without, and one sheet.
    private static final class Xlsx extends SheetFile {
        private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        private static final String SCHEMAS = "http://schemas.openxmlformats.org/";
        private static final String SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

        private final ZipOutputStream zip;

        Xlsx(ZipOutputStream zip) throws IOException {
            super(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            this.zip = zip;
            part(
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + SCHEMAS + "package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + SHEETS + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + SHEETS
                            + "worksheet+xml\"/></Types>");
            part("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            part("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            part(
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + SCHEMAS + "spreadsheetml/2006/main\" xmlns:r=\"" + SCHEMAS
                            + "officeDocument/2006/relationships\"><sheets>"
                            + "<sheet name=\"1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            out.write(HEAD + "<worksheet xmlns=\"" + SCHEMAS + "spreadsheetml/2006/main\"><sheetData>");
        }

        private static String relation(String type, String target) {
            return "<Relationships xmlns=\"" + SCHEMAS + "package/2006/relationships\"><Relationship Id=\"r1\" Type=\""
                    + SCHEMAS + "officeDocument/2006/relationships/" + type + "\" Target=\"" + target
                    + "\"/></Relationships>";
        }

        private void part(String name, String content) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            out.write(HEAD);
            out.write(content);
            out.flush();
            zip.closeEntry();
        }

        @Override
        public void row(List<String> cells) throws IOException {
            out.write("<row>");
            for (String cell : cells) {
                out.write("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                text(cut(cell));
                out.write("</t></is></c>");
            }
            out.write("</row>");
        }

        private void text(String text) throws IOException {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '<' -> out.write("&lt;");
                    case '>' -> out.write("&gt;");
                    case '&' -> out.write("&amp;");
                    default -> {
                        boolean control = c < ' ' && c != '\n' && c != '\t';
                        if (!control && c != '\uFFFE' && c != '\uFFFF') { // XML has no way to write these
                            out.write(c);
                        }
                    }
                }
            }
        }

        @Override
        public void close() throws IOException {
            out.write("</sheetData></worksheet>");
            out.flush();
            zip.closeEntry();
            out.close();
        }
    }
}
