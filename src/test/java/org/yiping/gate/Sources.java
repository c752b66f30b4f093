package org.yiping.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Text files by their path from the project's root, with `/` between folders.
public record Sources(SortedMap<String, String> files) {
    /// Every file below the folders whose name ends with one of the suffixes; a folder that is not there holds none.
    public static Sources read(List<String> folders, String... suffixes) {
        SortedMap<String, String> files = new TreeMap<>();
        for (String folder : folders) {
            if (Files.exists(Path.of(folder))) {
                try (Stream<Path> paths = Files.walk(Path.of(folder))) {
                    for (Path path : paths.filter(Files::isRegularFile)
                            .filter(p -> Stream.of(suffixes).anyMatch(p.toString()::endsWith))
                            .toList()) {
                        files.put(path.toString().replace('\\', '/'), Files.readString(path));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return new Sources(files);
    }

    /// A made-up tree: paths and texts by turns.
    public static Sources of(String... pathsAndTexts) {
        SortedMap<String, String> files = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return new Sources(files);
    }

    public Sources only(Predicate<String> path) {
        SortedMap<String, String> kept = new TreeMap<>(files);
        kept.keySet().removeIf(path.negate());
        return new Sources(kept);
    }

    /// A line with where it stands.
    public record Line(String path, int number, String text) {
        /// For messages: `path:number`.
        public String at() {
            return path + ":" + number;
        }
    }

    /// All lines, comments left out where they fill a line.
    public Stream<Line> codeLines() {
        return files.entrySet().stream()
                .flatMap(Sources::linesOf)
                .filter(l -> !l.text().strip().matches("(//|/?\\*).*"));
    }

    private static Stream<Line> linesOf(Map.Entry<String, String> file) {
        List<String> lines = file.getValue().lines().toList();
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .map(i -> new Line(file.getKey(), i + 1, lines.get(i)));
    }
}
