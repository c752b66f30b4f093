package org.yiping.simulator.city;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The demo's own small tables (`demo/*.csv`): plain cells without quotes, first line is the head. Stateless.
public final class Table {
    private Table() {}

    /// The rows below the head, split at commas.
    public static List<String[]> rows(String name) {
        String path = "/org/yiping/demo/" + name;
        InputStream in = Table.class.getResourceAsStream(path);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(in, path), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(l -> l.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
