package org.yiping.server.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.CoordinateSystem;
import org.yiping.domain.geo.Position;

/// Imports past positions by a mapping. Each batch is one transaction, on disk before the next; one that is
/// there already, fix for fix, is left alone, so that an import that was interrupted is simply done again.
/// One thread.
public final class TrackImport {
    private static final int BATCH = 5_000;
    /// A clock a little ahead of ours.
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final TrackMapping mapping;
    private final CoordinateSystem system;
    private final TimeWords times;
    private final Consumer<List<FieldUnit>> sink;
    private final InstantSource clock;
    private final Map<String, Instant> last = new HashMap<>();

    /// `local` is where longitude and latitude are in and which zone times are of; `sink` is called for each
    /// batch.
    public TrackImport(TrackMapping mapping, Local local, Consumer<List<FieldUnit>> sink, InstantSource clock) {
        this.mapping = mapping;
        this.system = local.system();
        this.times = new TimeWords(
                mapping.dateFormats(), local.zone(), clock.instant().plus(AHEAD));
        this.sink = sink;
        this.clock = clock;
    }

    /// What files do not say themselves.
    public record Local(CoordinateSystem system, java.time.ZoneId zone) {}

    /// `progress` hears how many rows were read.
    public ImportSummary run(List<Path> files, Consumer<Refusal> refused, Consumer<Long> progress)
            throws IOException, InterruptedException {
        return new RowLoop<>(BATCH, sink, clock)
                .run(files, new RowLoop.Form<>(mapping.header(), this::reader), refused, progress);
    }

    private RowLoop.Reader<FieldUnit> reader(String file, List<String> header) {
        Columns columns = columns(file, header);
        return cells -> List.of(fix(columns, cells));
    }

    private record Columns(int unit, int time, int longitude, int latitude) {}

    private Columns columns(String file, List<String> header) {
        return new Columns(
                column(file, header, "unit"),
                column(file, header, "time"),
                column(file, header, "longitude"),
                column(file, header, "latitude"));
    }

    private int column(String file, List<String> header, String field) {
        Map<String, List<String>> columns = mapping.columns();
        List<String> names = columns.getOrDefault(field, List.of());
        return names.stream()
                .mapToInt(n -> header.stream().map(String::strip).toList().indexOf(n))
                .filter(i -> i >= 0)
                .findFirst()
                .orElseThrow(() -> new UnfitFile("no column for " + field + " in " + file + ": the mapping "
                        + mapping.name() + " knows " + String.join(", ", names)));
    }

    private FieldUnit fix(Columns columns, List<String> cells) {
        String unit = cells.get(columns.unit()).strip();
        if (unit.isEmpty() || unit.length() > 64) {
            throw new IllegalArgumentException("a unit has 1 to 64 characters");
        }
        Instant at = times.read(cells.get(columns.time()).strip(), last.get(unit));
        Position here = system.position(
                number("longitude", cells.get(columns.longitude())), number("latitude", cells.get(columns.latitude())));
        if (here.longitude() == 0 && here.latitude() == 0) {
            throw new IllegalArgumentException("0, 0 is what a receiver says that knows no place");
        }
        last.put(unit, at);
        return new FieldUnit(unit, mapping.kind(), unit, here, null, at);
    }

    static double number(String field, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(field + " is no number: " + text, e);
        }
    }
}
