package org.yiping.console.ui.control;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.yiping.workbook.Cell;
import org.yiping.workbook.CsvText;
import org.yiping.workbook.Tab;
import org.yiping.workbook.Workbook;

/// A table on its way into a file, row by row, so that its size costs no memory. Every cell is text: a number of a case
/// keeps its zeros, and nothing that was written by a caller is ever a formula. One thread.
public abstract sealed class SheetFile implements Closeable {
    /// What a file can be.
    public enum Kind {
        XLSX,
        CSV
    }

    final OutputStream out;

    private SheetFile(OutputStream out) {
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
            case XLSX -> new Xlsx(stream);
        };
    }

    /// Everything in it is text.
    public void row(List<String> cells) throws IOException {
        write(cells.stream().map(Cell::of).toList());
    }

    abstract void write(List<Cell> cells) throws IOException;

    private static final class Csv extends SheetFile {
        Csv(OutputStream stream) throws IOException {
            super(stream);
            out.write(CsvText.MARK.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        void write(List<Cell> cells) throws IOException {
            StringBuilder row = new StringBuilder();
            CsvText.write(cells, row);
            out.write(row.toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private static final class Xlsx extends SheetFile {
        private final Workbook book;
        private final Tab tab;

        Xlsx(OutputStream stream) throws IOException {
            super(stream);
            book = new Workbook(stream, new Workbook.About("", "Yiping", null), 6);
            tab = book.tab("1", new Workbook.Layout(List.of(), 0, false));
        }

        @Override
        void write(List<Cell> cells) throws IOException {
            tab.row(cells);
        }

        @Override
        public void close() throws IOException {
            book.finish();
            out.close();
        }
    }
}
