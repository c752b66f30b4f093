package org.yiping.server.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads foreign CSV (plain or `.gz`) row by row and survives what real files hold: a broken quote in the middle, a
/// row with too few columns, bytes of another encoding, a cut archive. Such a row is refused with its line; the next
/// line is read as if nothing had been. One thread.
///
/// A library parser stops for good at a broken quote, which is why rows are cut here.
final class Rows {
    /// A quoted field may hold line breaks, but a row longer than this is a quote that was never closed.
    private static final int MAX_ROW_LINES = 40;

    private final String name;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final Consumer<Refusal> refused;
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private long undecodable;

    Rows(Path file, Charset charset, Consumer<Refusal> refused) {
        this.name = file.getFileName().toString();
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.refused = refused;
    }

    interface Sink {
        /// `cells` by column in the header's order.
        void row(long line, List<String> cells) throws InterruptedException;
    }

    /// Gives the header, then every whole row. Returns how many rows were read, refused ones included.
    long read(Path file, Consumer<List<String>> header, Sink sink) throws IOException, InterruptedException {
        return read(file, null, header, sink);
    }

    /// The same of a file that may have no header of its own, where one is `given`.
    long read(Path file, @Nullable List<String> given, Consumer<List<String>> header, Sink sink)
            throws IOException, InterruptedException {
        long read = 0;
        try (InputStream in = open(file)) {
            Lines lines = new Lines(in);
            List<String> columns = given;
            if (given != null) {
                header.accept(given);
            }
            Line line;
            while ((line = next(lines)) != null) {
                if (line.text().isBlank()) {
                    continue;
                }
                List<String> cells = whole(line, lines, columns == null ? 0 : columns.size());
                if (columns == null) {
                    if (cells == null) {
                        throw new IOException(name + " has no readable header");
                    }
                    columns = cells;
                    header.accept(columns);
                    continue;
                }
                read++;
                if (cells == null) {
                    refused.accept(new Refusal(name, line.number(), "a quote is not closed"));
                } else if (cells.size() != columns.size()) {
                    refused.accept(new Refusal(
                            name, line.number(), cells.size() + " columns where the header has " + columns.size()));
                } else {
                    sink.row(line.number(), cells);
                }
            }
            read += undecodable;
        }
        return read;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private record Line(long number, String text) {}

    /// The next decodable line, or absent at the end; undecodable lines are refused on the way.
    private @Nullable Line next(Lines lines) {
        Line back = pushedBack.poll();
        if (back != null) {
            return back;
        }
        while (true) {
            byte[] raw;
            try {
                raw = lines.next();
            } catch (IOException e) {
                refused.accept(new Refusal(name, lines.number + 1, "the file ends in the middle: " + e.getMessage()));
                return null;
            }
            if (raw == null) {
                return null;
            }
            try {
                String text = decoder.decode(ByteBuffer.wrap(raw)).toString();
                boolean marked = lines.number == 1 && text.startsWith("\uFEFF");
                return new Line(lines.number, marked ? text.substring(1) : text);
            } catch (CharacterCodingException e) {
                undecodable++;
                refused.accept(new Refusal(name, lines.number, "not " + charset + " text"));
            }
        }
    }

    /// The cells of the row that starts with `first`; reads on while a quote is open. Absent if it never closes:
    /// then the lines read on are put back and only the first one is lost. A quote that closes where another
    /// row's opens gives a row of the wrong width, which counts as never closed.
    private @Nullable List<String> whole(Line first, Lines lines, int width) {
        List<String> cells = split(first.text());
        if (cells != null) {
            return cells;
        }
        List<Line> taken = new ArrayList<>();
        StringBuilder row = new StringBuilder(first.text());
        while (taken.size() < MAX_ROW_LINES) {
            Line more = next(lines);
            if (more == null) {
                break;
            }
            taken.add(more);
            row.append('\n').append(more.text());
            cells = split(row);
            if (cells != null && (width == 0 || cells.size() == width)) {
                return cells;
            }
        }
        for (Line line : taken.reversed()) {
            pushedBack.addFirst(line);
        }
        return null;
    }

    /// RFC 4180 fields; absent while a quote is open.
    private static @Nullable List<String> split(CharSequence row) {
        List<String> cells = new ArrayList<>(32);
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < row.length() && row.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return quoted ? null : cells;
    }

    /// Lines as bytes, without their end.
    private static final class Lines {
        private final InputStream in;
        private final byte[] buffer = new byte[1 << 16];
        private int at;
        private int filled;
        private long number;

        Lines(InputStream in) {
            this.in = in;
        }

        byte @Nullable [] next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
            boolean any = false;
            while (true) {
                if (at == filled) {
                    filled = in.read(buffer, 0, buffer.length);
                    at = 0;
                    if (filled <= 0) {
                        filled = 0;
                        return any ? ended(line) : null;
                    }
                }
                any = true;
                int from = at;
                while (at < filled && buffer[at] != '\n') {
                    at++;
                }
                line.write(buffer, from, at - from);
                if (at < filled) {
                    at++;
                    return ended(line);
                }
            }
        }

        private byte[] ended(ByteArrayOutputStream line) {
            number++;
            byte[] bytes = line.toByteArray();
            int n = bytes.length;
            return n > 0 && bytes[n - 1] == '\r' ? Arrays.copyOf(bytes, n - 1) : bytes;
        }
    }
}
