package org.yiping.city;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Comma-separated files with a header line, plain or `.gz`, UTF-8 with or without a byte order mark. A city's own
/// folder is read strictly: the first bad row stops the reading and names file and line. Stateless; any thread.
final class Csv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    private Csv() {}

    static <T> List<T> read(Path file, Function<CSVRecord, T> row) {
        try (InputStream in = open(file)) {
            return read(file.getFileName().toString(), in, row);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static <T> List<T> read(String name, InputStream in, Function<CSVRecord, T> row) throws IOException {
        List<T> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
                CSVParser parser = CSVParser.parse(withoutMark(reader), FORMAT)) {
            for (CSVRecord csv : parser) {
                try {
                    rows.add(row.apply(csv));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            name + ", line " + parser.getCurrentLineNumber() + ": " + e.getMessage(), e);
                }
            }
        }
        return rows;
    }

    private static BufferedReader withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /// The values of a `;`-separated cell.
    static List<String> list(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.split("\\s*;\\s*"));
    }
}
