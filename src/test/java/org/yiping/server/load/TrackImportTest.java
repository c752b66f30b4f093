package org.yiping.server.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.CoordinateSystem;

class TrackImportTest {
    private static final Instant NOW = Instant.parse("2026-03-11T02:00:00Z");
    private static final List<String> FORMATS = List.of("yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss");

    @TempDir
    Path folder;

    private final List<FieldUnit> taken = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    static TrackMapping mapping(List<String> header) {
        return new TrackMapping(
                "t",
                "vehicle",
                null,
                null,
                FORMATS,
                header,
                Map.of(
                        "unit", List.of("vehicle", "unit"),
                        "time", List.of("time_utc", "time_local", "time"),
                        "longitude", List.of("lon", "longitude"),
                        "latitude", List.of("lat", "latitude")));
    }

    static TrackImport importer(Consumer<List<FieldUnit>> sink) {
        return importer(mapping(null), CoordinateSystem.WGS_84, sink);
    }

    private static TrackImport importer(TrackMapping mapping, CoordinateSystem system, Consumer<List<FieldUnit>> sink) {
        return new TrackImport(mapping, new TrackImport.Local(system, ZoneId.of("America/New_York")), sink, () -> NOW);
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    private ImportSummary run(TrackImport with, String text) throws Exception {
        return with.run(List.of(file(text)), refusals::add, _ -> {});
    }

    @Test
    void fixesKeepTheirTimeInTheZoneOfTheFile() throws Exception {
        ImportSummary s = run(importer(taken::addAll), """
                vehicle,time_local,lat,lon,address
                101,2015-12-10T07:37:10,40.688,-74.09097,A
                """);
        assertThat(s.taken()).isEqualTo(1);
        assertThat(taken.getFirst().at()).isEqualTo(Instant.parse("2015-12-10T12:37:10Z"));
        assertThat(taken.getFirst().position().longitude()).isEqualTo(-74.09097);
    }

    /// On 1 November 2015 New York put its clocks back from two to one.
    @Test
    void theHourThatIsThereTwiceIsReadTwice() throws Exception {
        run(importer(taken::addAll), """
                vehicle,time_local,lat,lon
                7,2015-11-01T01:59:00,40.1,-74.1
                7,2015-11-01T01:58:50,40.1,-74.1
                9,2015-11-01T01:59:30,40.2,-74.1
                7,2015-11-01T01:00:00,40.1,-74.2
                7,2015-11-01T01:00:00,40.1,-74.2
                7,2015-11-01T01:30:00,40.1,-74.3
                7,2015-11-01T02:00:00,40.1,-74.4
                """);
        assertThat(taken)
                .extracting(u -> u.id() + " " + u.at())
                .containsExactly(
                        "7 2015-11-01T05:59:00Z",
                        "7 2015-11-01T05:58:50Z",
                        "9 2015-11-01T05:59:30Z",
                        "7 2015-11-01T06:00:00Z",
                        "7 2015-11-01T06:00:00Z",
                        "7 2015-11-01T06:30:00Z",
                        "7 2015-11-01T07:00:00Z");
    }

    @Test
    void aTimeThatClocksLeaveOutIsRefused() throws Exception {
        ImportSummary s = run(importer(taken::addAll), """
                vehicle,time_local,lat,lon
                7,2015-03-08T02:30:00,40.1,-74.1
                7,2015-03-08T03:00:00,40.1,-74.1
                """);
        assertThat(s.taken()).isEqualTo(1);
        assertThat(refusals)
                .singleElement()
                .satisfies(
                        r -> assertThat(r.reason()).contains("America/New_York").contains("put forward"));
    }

    @Test
    void everyMalformedLineIsCountedWithItsNumberAndWhy() throws Exception {
        ImportSummary s = run(importer(taken::addAll), """
                vehicle,time_local,lat,lon,address
                101,2015-12-10T07:37:10,40.688,-74.09097,A
                101,noon,40.688,-74.09097,A
                101,2015-12-10T07:37:10,north,-74.09097,A
                ,2015-12-10T07:37:10,40.688,-74.09097,A
                101,2015-12-10T07:37:10,40.688
                101,2015-12-10T07:37:10,0,0,A
                101,2031-12-10T07:37:10,40.688,-74.09097,A
                101,1970-01-01T00:00:00,40.688,-74.09097,A
                101,2015-12-10T07:37:11,98.1,-74.09097,A
                """);
        assertThat(s.read()).isEqualTo(9);
        assertThat(s.taken()).isEqualTo(1);
        assertThat(s.refused()).isEqualTo(8);
        assertThat(refusals).extracting(Refusal::line).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(refusals)
                .extracting(Refusal::reason)
                .satisfiesExactly(
                        r -> assertThat(r).contains("time cannot be read: noon"),
                        r -> assertThat(r).contains("latitude is no number: north"),
                        r -> assertThat(r).contains("1 to 64"),
                        r -> assertThat(r).contains("3 columns where the header has 5"),
                        r -> assertThat(r).contains("0, 0"),
                        r -> assertThat(r).contains("not of this world"),
                        r -> assertThat(r).contains("not of this world"),
                        r -> assertThat(r).contains("98.1"));
    }

    @Test
    void aFileWithoutAHeaderIsReadByTheMappings() throws Exception {
        ImportSummary s = run(
                importer(
                        mapping(List.of("unit", "time", "longitude", "latitude")),
                        CoordinateSystem.GCJ_02,
                        taken::addAll),
                "1131,2008-02-02 13:30:44,121.531541859215,31.17530398364597\n");
        assertThat(s.taken()).isEqualTo(1);
        assertThat(taken.getFirst().id()).isEqualTo("1131");
        assertThat(taken.getFirst().position().longitude())
                .as("stored in WGS 84")
                .isBetween(121.52720, 121.52722);
    }

    @Test
    void aFileTheMappingIsNotForIsRefusedAsAWhole() {
        assertThatThrownBy(() -> run(importer(taken::addAll), "a,b\n1,2\n"))
                .isInstanceOf(UnfitFile.class)
                .hasMessageContaining("no column for unit")
                .hasMessageContaining("vehicle, unit");
    }

    @Test
    void whatWasReadGoesOnInBatches() throws Exception {
        StringBuilder text = new StringBuilder("vehicle,time_utc,lat,lon\n");
        for (int i = 0; i < 12_001; i++) {
            text.append("7,")
                    .append(Instant.parse("2015-12-10T00:00:00Z").plusSeconds(i))
                    .append(",40.1,-74.1\n");
        }
        List<Integer> sizes = new ArrayList<>();
        run(importer(batch -> sizes.add(batch.size())), text.toString());
        assertThat(sizes).containsExactly(5000, 5000, 2001);
    }
}
