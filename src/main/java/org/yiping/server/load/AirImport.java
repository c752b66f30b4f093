package org.yiping.server.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.geo.CoordinateSystem;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.Limits;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;

/// Imports stations and what they measured by a mapping. Rows of series are refused whole; a value that is no
/// measurement refuses its row, an empty one is nothing said. Batches are transactions, and what is there
/// already is left alone. One thread.
public final class AirImport {
    private static final int BATCH = 10_000;
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final AirMapping mapping;
    private final CoordinateSystem system;
    private final AreaFinder areas;
    private final Sink sink;
    private final InstantSource clock;
    private final TimeWords times;
    private final Map<String, List<SensorId>> sensors = new LinkedHashMap<>();
    private final Map<String, Instant> last = new HashMap<>();

    /// Where they go; each call is one transaction.
    public interface Sink {
        void sensors(List<Sensor> sensors);

        void readings(List<Reading> readings);
    }

    public AirImport(AirMapping mapping, CoordinateSystem system, AreaFinder areas, Sink sink, InstantSource clock) {
        this.mapping = mapping;
        this.system = system;
        this.areas = areas;
        this.sink = sink;
        this.clock = clock;
        this.times = new TimeWords(
                mapping.dateFormats(),
                ZoneId.of(mapping.zone()),
                clock.instant().plus(AHEAD));
    }

    /// Stations come first; a row of a series whose station is not listed is refused.
    public ImportSummary run(List<Path> files, Consumer<Refusal> refused, Consumer<Long> progress)
            throws IOException, InterruptedException {
        return new RowLoop<>(BATCH, sink::readings, clock)
                .run(files, new RowLoop.Form<>(null, this::reader), refused, progress);
    }

    private RowLoop.Reader<Reading> reader(String file, List<String> header) {
        if (header.containsAll(mapping.stations().values())) {
            return cells -> station(header, cells);
        }
        List<Integer> values =
                mapping.values().stream().map(v -> header.indexOf(v.column())).toList();
        int station = header.indexOf(mapping.columns().get("station"));
        int time = header.indexOf(mapping.columns().get("time"));
        if (station < 0 || time < 0 || values.stream().anyMatch(i -> i < 0)) {
            throw new UnfitFile(file + " has the columns neither of stations nor of series that the mapping "
                    + mapping.name() + " knows");
        }
        return cells -> {
            String of = cells.get(station).strip();
            Instant at = times.read(cells.get(time).strip(), last.get(of));
            List<Reading> said = series(of, at, values, cells);
            last.put(of, at);
            return said;
        };
    }

    private String cell(List<String> header, List<String> cells, String field) {
        return cells.get(header.indexOf(mapping.stations().get(field))).strip();
    }

    private List<Reading> station(List<String> header, List<String> cells) {
        String station = cell(header, cells, "station");
        Position place = system.position(
                TrackImport.number("longitude", cell(header, cells, "longitude")),
                TrackImport.number("latitude", cell(header, cells, "latitude")));
        List<Sensor> made = mapping.values().stream()
                .map(v -> new Sensor(
                        new SensorId(mapping.name() + "-" + station + "-" + v.code()),
                        mapping.kind(),
                        cell(header, cells, "name") + " " + v.name(),
                        place,
                        areas.areaAt(place).orElse(null),
                        v.unit(),
                        new Limits(v.warning(), v.alarm()),
                        false))
                .toList();
        sensors.put(station, made.stream().map(Sensor::id).toList());
        sink.sensors(made);
        return List.of();
    }

    private List<Reading> series(String station, Instant at, List<Integer> columns, List<String> cells) {
        List<SensorId> of = sensors.get(station);
        if (of == null) {
            throw new IllegalArgumentException("station " + station + " is not listed");
        }
        List<Reading> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String text = cells.get(columns.get(i)).strip();
            AirMapping.Measured measured = mapping.values().get(i);
            if (!text.isEmpty()) {
                double value = TrackImport.number(measured.column(), text);
                if (!(value >= measured.least() && value <= measured.most())) {
                    throw new IllegalArgumentException(measured.column() + " is no measurement: " + text);
                }
                row.add(new Reading(of.get(i), value, at));
            }
        }
        return row;
    }
}
