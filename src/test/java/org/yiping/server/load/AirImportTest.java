package org.yiping.server.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.geo.CoordinateSystem;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;

class AirImportTest {
    private static final AirMapping MAPPING = new AirMapping(
            "m",
            "air",
            "Asia/Shanghai",
            null,
            List.of("yyyy-MM-dd'T'HH:mm"),
            Map.of("station", "station", "name", "name_zh", "longitude", "lon", "latitude", "lat"),
            Map.of("station", "station", "time", "time_local"),
            List.of(
                    new AirMapping.Measured("pm25", "pm25", "PM2.5", "µg/m³", 0, 2000, 75.0, 150.0),
                    new AirMapping.Measured("o3", "o3", "O₃", "µg/m³", 0, 2000, null, null)));

    @TempDir
    Path folder;

    private final List<Sensor> sensors = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private AirImport importer() {
        AreaFinder areas = new AreaFinder() {
            @Override
            public Optional<AreaCode> areaAt(Position position) {
                return Optional.of(new AreaCode("1101"));
            }

            @Override
            public boolean isInCity(Position position) {
                return true;
            }
        };
        AirImport.Sink sink = new AirImport.Sink() {
            @Override
            public void sensors(List<Sensor> made) {
                sensors.addAll(made);
            }

            @Override
            public void readings(List<Reading> read) {
                readings.addAll(read);
            }
        };
        return new AirImport(
                MAPPING, CoordinateSystem.WGS_84, areas, sink, () -> Instant.parse("2026-03-11T02:00:00Z"));
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path stations() throws Exception {
        return file("stations.csv", "station,name_zh,lon,lat\nDongsi,东四,116.417,39.929\n");
    }

    @Test
    void eachStationHasASensorForEachThingMeasured() throws Exception {
        Path series = file("s.csv", """
                station,time_local,pm25,o3
                Dongsi,2016-01-01T00:00,209,13
                Dongsi,2016-01-01T01:00,,16
                """);
        ImportSummary s = importer().run(List.of(stations(), series), refusals::add, _ -> {});
        assertThat(s.taken()).isEqualTo(3);
        assertThat(sensors).extracting(x -> x.id().value()).containsExactly("m-Dongsi-pm25", "m-Dongsi-o3");
        assertThat(sensors.getFirst().name()).isEqualTo("东四 PM2.5");
        assertThat(sensors.getFirst().area()).isEqualTo(new AreaCode("1101"));
        assertThat(readings)
                .as("nothing said is no reading")
                .containsExactly(
                        new Reading(new SensorId("m-Dongsi-pm25"), 209.0, Instant.parse("2015-12-31T16:00:00Z")),
                        new Reading(new SensorId("m-Dongsi-o3"), 13.0, Instant.parse("2015-12-31T16:00:00Z")),
                        new Reading(new SensorId("m-Dongsi-o3"), 16.0, Instant.parse("2015-12-31T17:00:00Z")));
    }

    @Test
    void whatIsNoMeasurementRefusesItsRowWhole() throws Exception {
        Path series = file("s.csv", """
                station,time_local,pm25,o3
                Dongsi,2016-01-01T00:00,-999,13
                Dongsi,2016-01-01T01:00,12,NaN
                Dongsi,yesterday,12,13
                Nowhere,2016-01-01T01:00,12,13
                """);
        ImportSummary s = importer().run(List.of(stations(), series), refusals::add, _ -> {});
        assertThat(s.refused()).isEqualTo(4);
        assertThat(readings).isEmpty();
        assertThat(refusals).extracting(Refusal::line).containsExactly(2L, 3L, 4L, 5L);
        assertThat(refusals)
                .extracting(Refusal::reason)
                .satisfiesExactly(
                        r -> assertThat(r).isEqualTo("pm25 is no measurement: -999"),
                        r -> assertThat(r).isEqualTo("o3 is no measurement: NaN"),
                        r -> assertThat(r).contains("yesterday"),
                        r -> assertThat(r).isEqualTo("station Nowhere is not listed"));
    }

    @Test
    void aFileThatIsNeitherIsRefusedAsAWhole() throws Exception {
        Path other = file("o.csv", "a,b\n1,2\n");
        assertThatThrownBy(() -> importer().run(List.of(other), refusals::add, _ -> {}))
                .isInstanceOf(UnfitFile.class)
                .hasMessageContaining("o.csv");
    }

    /// A row gives all it says or nothing, also to the batch it is in.
    @Test
    void rowsGoOnInBatchesAndWhatWasReadIsTold() throws Exception {
        StringBuilder text = new StringBuilder("station,time_local,pm25,o3\n");
        java.time.LocalDateTime at = java.time.LocalDateTime.parse("2016-01-01T00:00");
        for (int i = 0; i < 6_000; i++) {
            text.append("Dongsi,").append(at.plusHours(i)).append(i == 17 ? ",1,none\n" : ",1,2\n");
        }
        List<Long> told = new ArrayList<>();
        ImportSummary s = importer().run(List.of(stations(), file("s.csv", text.toString())), refusals::add, told::add);
        assertThat(s.read()).isEqualTo(6_001);
        assertThat(s.taken()).isEqualTo(6_000);
        assertThat(s.refused()).isEqualTo(1);
        assertThat(readings).hasSize(11_998);
        assertThat(told).containsExactly(5_002L);
    }
}
