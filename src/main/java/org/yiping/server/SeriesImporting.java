package org.yiping.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.geo.CoordinateSystem;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.Sensor;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;
import org.yiping.server.data.SensorPast;
import org.yiping.server.data.TrackTable;
import org.yiping.server.load.AirImport;
import org.yiping.server.load.AirMapping;
import org.yiping.server.load.ImportSummary;
import org.yiping.server.load.Mappings;
import org.yiping.server.load.Refusal;
import org.yiping.server.load.TrackImport;
import org.yiping.server.load.TrackMapping;

/// `import tracks|air`: past positions and measured series, by a mapping. One thread.
final class SeriesImporting {
    private final Map<String, String> options;
    private final Rulebook rulebook;
    private final Database database;
    private final Clock clock;
    private final Hearers hearers;

    /// Who hears of refused rows, and of how many were read.
    record Hearers(Consumer<Refusal> refused, Consumer<Long> progress) {}

    SeriesImporting(Map<String, String> options, Rulebook rulebook, Database database, Clock clock, Hearers hearers) {
        this.options = options;
        this.rulebook = rulebook;
        this.database = database;
        this.clock = clock;
        this.hearers = hearers;
    }

    ImportSummary tracks(List<Path> files) throws IOException, InterruptedException {
        TrackMapping mapping = Mappings.read(options.getOrDefault("mapping", "tracks"), TrackMapping.class);
        String zone = mapping.zone() == null ? rulebook.settings().zone() : mapping.zone();
        TrackImport.Local local = new TrackImport.Local(system(mapping.crs()), ZoneId.of(zone));
        TrackTable tracks = new TrackTable(database);
        return new TrackImport(mapping, local, tracks::add, clock).run(files, hearers.refused(), hearers.progress());
    }

    ImportSummary air(List<Path> files, AreaFinder areas, Ledger ledger) throws IOException, InterruptedException {
        AirMapping mapping = Mappings.read(options.getOrDefault("mapping", "beijing-air-2016"), AirMapping.class);
        return new AirImport(mapping, system(mapping.crs()), areas, new Past(ledger), clock)
                .run(files, hearers.refused(), hearers.progress());
    }

    private CoordinateSystem system(@Nullable String ofMapping) {
        String named =
                options.getOrDefault("crs", Optional.ofNullable(ofMapping).orElse(""));
        return named.isEmpty() ? rulebook.settings().system() : CoordinateSystem.of(named);
    }

    private final class Past implements AirImport.Sink {
        private final Ledger ledger;
        private final SensorPast past = new SensorPast(database);

        Past(Ledger ledger) {
            this.ledger = ledger;
        }

        /// What is listed already word for word is left alone.
        @Override
        public void sensors(List<Sensor> sensors) {
            Origin origin = new Origin(null, null, "import", null);
            ledger.write(open -> {
                for (Sensor sensor : sensors) {
                    String text = Json.mapper().writeValueAsString(sensor);
                    Optional<Row> before = open.find(Kinds.SENSOR, sensor.id().value());
                    if (before.isEmpty() || !before.get().content().equals(text)) {
                        String area =
                                sensor.area() == null ? null : sensor.area().value();
                        open.put(
                                origin,
                                clock.instant(),
                                Change.fact(Kinds.SENSOR, sensor.id().value(), text, new Scope(area, null)));
                    }
                }
            });
        }

        @Override
        public void readings(List<Reading> readings) {
            past.add(readings);
        }
    }
}
