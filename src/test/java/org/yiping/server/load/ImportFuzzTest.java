package org.yiping.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.fake.Spoiler;
import org.yiping.needs.DataFolder;
import org.yiping.needs.NeedsData;

/// Spoilt files are read as far as they go, every row taken or refused, or refused as a whole.
@Tag("slow")
class ImportFuzzTest {
    private static final GeoImport.Source SOURCE = new GeoImport.Source("© somebody", "WGS 84");
    private static final String ROADS = """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"highway":"primary","name":"A"},"geometry":{"type":"LineString","coordinates":[[24.9,60.1],[24.91,60.1]]}},
             {"type":"Feature","properties":{"highway":"service"},"geometry":{"type":"MultiLineString","coordinates":[[[24.9,60.1],[24.91,60.1]]]}},
             {"type":"Feature","properties":{"building":"yes"},"geometry":{"type":"Polygon","coordinates":[[[24.9,60.1],[24.91,60.1],[24.91,60.2],[24.9,60.1]]]}}]}
            """;
    private static final String TRACKS = """
            vehicle,time_local,lat,lon,address
            101,2015-12-10T07:37:10,40.688,-74.09097,A
            102,2015-12-10T07:37:11,40.689,-74.09098,"B, C"
            """;
    private static final String CASES = """
            id,opened,due,closed,status,note,kind,dept,x,y
            1,2015-03-01 00:54:30,2015-03-04 08:30:00,2015-03-02 06:03:22,Closed,ok,Pothole,PW,-71.05,42.29
            2,2015-03-01 00:55:30,,,Open,"a, b",Pothole,PW,-71.0587,42.3594
            """;

    @TempDir
    Path folder;

    private final Spoiler spoiler = new Spoiler(20261122);

    private interface Import {
        ImportSummary of(Path file) throws Exception;
    }

    @Test
    @Timeout(120)
    void spoiltGeoJson() throws Exception {
        spoil(
                "r.geojson",
                ROADS.getBytes(StandardCharsets.UTF_8),
                3000,
                f -> new GeoImportTest().importer().layer("roads", List.of(f), SOURCE, _ -> {}));
    }

    @Test
    @Timeout(120)
    void spoiltTracks() throws Exception {
        spoil(
                "t.csv",
                TRACKS.getBytes(StandardCharsets.UTF_8),
                3000,
                f -> TrackImportTest.importer(_ -> {}).run(List.of(f), _ -> {}, _ -> {}));
    }

    @Test
    @Timeout(120)
    void spoiltCases() throws Exception {
        spoil("c.csv", CASES.getBytes(StandardCharsets.UTF_8), 2000, f -> {
            CaseImportTest cases = new CaseImportTest();
            cases.folder = folder;
            cases.mapping();
            try {
                return cases.run(f);
            } finally {
                cases.stop();
            }
        });
    }

    @Test
    @NeedsData("osm-helsinki")
    @Timeout(300)
    void spoiltMapExtract() throws Exception {
        byte[] whole = Files.readAllBytes(DataFolder.of("osm-helsinki").resolve("helsinki.osm.pbf"));
        spoil("m.osm.pbf", whole, 25, f -> new GeoImportTest().importer().layer("roads", List.of(f), SOURCE, _ -> {}));
    }

    /// A whole file that cannot be read is an `IOException`; anything else that comes flying is a bug.
    private void spoil(String name, byte[] sound, int times, Import importing) throws Exception {
        Path file = folder.resolve(name);
        int read = 0;
        for (int i = 0; i < times; i++) {
            Files.write(file, spoiler.spoil(sound));
            ImportSummary summary = new ImportSummary(0, 0, 0, 0, 0, 0);
            try {
                summary = importing.of(file);
                read++;
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).startsWith("no column"); // a mapping that does not fit the file
            } catch (AssertionError e) {
                // The PBF library's own assertions, which are off outside of tests.
                assertThat(e.getStackTrace()[0].getClassName()).startsWith("crosby.");
            }
            assertThat(summary.read()).isEqualTo(summary.taken() + summary.refused());
        }
        assertThat(read).as("files that were read at least in part").isPositive();
    }
}
