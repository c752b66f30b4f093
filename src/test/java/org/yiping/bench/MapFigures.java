package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.bench.map.Figures;

/// What the map's programs told, by the names of their rows. One thread.
final class MapFigures {
    private static final String PACKAGE = "org.yiping.bench.map.";

    private final Map<String, Double> figures = new HashMap<>();

    Map<String, Double> all() {
        return figures;
    }

    /// Runs one of the map's programs with the flags of a program of the product. What one that fails has told until
    /// then counts.
    void measure(Hall hall, String flags, List<String> more, String program, Path city)
            throws IOException, InterruptedException {
        Hall.Program run = hall.startTest(flags, more, PACKAGE + program, city.toString());
        run.await(line -> {
            System.out.println(line);
            if (Figures.isRow(line)) {
                String[] words = line.split(" ", -1);
                figures.put(words[1], Double.valueOf(words[2]));
            }
            return false;
        });
        int status = run.process().waitFor();
        if (status != 0) {
            throw new IOException(program + " ended with " + status + "; see errors.log");
        }
    }

    /// To three digits; null where it was not told.
    @Nullable
    Double of(String name) {
        Double value = figures.get(name);
        return value == null ? null : (Double) Double.parseDouble(String.format(Locale.ROOT, "%.3g", value));
    }
}
