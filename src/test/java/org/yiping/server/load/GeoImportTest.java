package org.yiping.server.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.CoordinateSystem;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

class GeoImportTest {
    @TempDir
    Path folder;

    private final Map<String, List<Feature>> layers = new HashMap<>();
    private final List<Component> components = new ArrayList<>();
    private final List<CaseClass> classes = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final GeoImport.Source source = new GeoImport.Source("© somebody", "WGS 84");

    GeoImport importer() {
        return importer(CoordinateSystem.WGS_84);
    }

    GeoImport importer(CoordinateSystem system) {
        AreaFinder nowhere = new AreaFinder() {
            @Override
            public Optional<AreaCode> areaAt(Position position) {
                return Optional.empty();
            }

            @Override
            public boolean isInCity(Position position) {
                return true;
            }
        };
        GeoSink sink = new GeoSink() {
            @Override
            public void layer(String name, List<Feature> features, String attribution, String datum) {
                layers.put(name, features);
            }

            @Override
            public void components(List<Component> added) {
                components.addAll(added);
            }

            @Override
            public void classes(String version, List<CaseClass> added) {
                classes.addAll(added);
            }
        };
        return new GeoImport(
                new GeoImport.City(TagRules.shipped(), new Catalogue("c", List.of()), nowhere),
                system,
                sink,
                () -> Instant.EPOCH);
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void whatFitsNoRuleOrHasNoShapeIsRefusedWithItsNumber() throws Exception {
        Path roads = file("r.geojson", """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","properties":{"highway":"primary","name":"A"},"geometry":{"type":"LineString","coordinates":[[24.9,60.1],[24.91,60.1]]}},
                 {"type":"Feature","properties":{"railway":"tram"},"geometry":{"type":"LineString","coordinates":[[24.9,60.1],[24.91,60.1]]}},
                 {"type":"Feature","properties":{"highway":"primary"},"geometry":{"type":"LineString","coordinates":[[24.9,"x"]]}},
                 {"type":"Feature","properties":{"highway":"primary"},"geometry":null},
                 {"type":"Feature","properties":{"highway":"service"},"geometry":{"type":"LineString","coordinates":[[24.9,60.1],[24.91,60.1]]}}]}
                """);
        ImportSummary s = importer().layer("roads", List.of(roads), source, refusals::add);
        assertThat(s.read()).isEqualTo(5);
        assertThat(s.taken()).isEqualTo(2);
        assertThat(refusals).extracting(Refusal::line).containsExactly(2L, 3L, 4L);
        assertThat(layers.get("roads")).extracting(Feature::category).containsExactly("major", "minor");
    }

    @Test
    void cutJsonIsRefusedInWords() throws Exception {
        ImportSummary s = importer()
                .layer("roads", List.of(file("r.geojson", "{\"features\":[{\"type\":")), source, refusals::add);
        assertThat(s.refused()).isEqualTo(1);
        assertThat(refusals.getFirst().reason()).startsWith("not JSON");
    }

    @Test
    void aCoordinateSystemWeDoNotReadRefusesTheFileAndNamesThoseWeDo() throws Exception {
        String feature = """
                "features":[{"type":"Feature","properties":{"highway":"primary"},
                "geometry":{"type":"LineString","coordinates":[[24.9,60.1],[24.91,60.1]]}}]}""";
        for (String known : List.of("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4490")) {
            Path file = file("known.geojson", collection(known) + feature);
            assertThat(importer()
                            .layer("roads", List.of(file), source, refusals::add)
                            .taken())
                    .isEqualTo(1);
        }
        assertThat(refusals).isEmpty();
        Path metres = file("metres.geojson", collection("urn:ogc:def:crs:EPSG::3067") + feature);
        ImportSummary s = importer().layer("roads", List.of(metres), source, refusals::add);
        assertThat(s.taken()).isZero();
        assertThat(s.refused()).isEqualTo(1);
        assertThat(refusals.getFirst().reason()).contains("EPSG::3067", "OGC:CRS84", "EPSG:4326", "EPSG:4490");
    }

    @Test
    void metresOfAZoneBecomeDegreesAndThoseOfAnotherZoneAreRefused() throws Exception {
        String feature = """
                "features":[{"type":"Feature","properties":{"highway":"primary"},
                "geometry":{"type":"LineString","coordinates":[[%s],[%s]]}}]}""";
        Path file = file(
                "zone.geojson",
                collection("urn:ogc:def:crs:EPSG::4547")
                        + feature.formatted("528770.2373,3386666.2506", "528870.2373,3386666.2506"));
        importer().layer("roads", List.of(file), source, refusals::add);
        assertThat(refusals).isEmpty();
        Shape.Line line = (Shape.Line) layers.get("roads").getFirst().shape();
        assertThat(line.vertices().getFirst().longitude()).isCloseTo(114.3, within(1e-9));
        assertThat(line.vertices().getFirst().latitude()).isCloseTo(30.6, within(1e-9));
        Path swapped = file(
                "swapped.geojson",
                collection("EPSG:4547") + feature.formatted("3386666.25,528770.24", "3386666.25,528870.24"));
        importer().layer("roads", List.of(swapped), source, refusals::add);
        assertThat(refusals.getFirst().reason()).contains("114° east", "metres north before metres east?");
    }

    @Test
    void aTableIsInTheSystemTheCommandNames() throws Exception {
        Path csv = file("c.csv", "id,class,lng,lat\np1,C-0101,121.531541859215,31.17530398364597\n");
        importer(CoordinateSystem.GCJ_02).components(List.of(csv), refusals::add);
        assertThat(refusals).isEmpty();
        Position at = components.getFirst().position();
        assertThat(at.longitude()).isCloseTo(121.5272106, within(1e-6));
        assertThat(at.latitude()).isCloseTo(31.1774276, within(1e-6));
    }

    private static String collection(String system) {
        return "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"%s\"}},"
                .formatted(system);
    }

    @Test
    void theHelsinkiExtractComesInWhole() throws Exception {
        String data = System.getenv("YIPING_DATA");
        Path helsinki = Path.of(data == null ? "../shared/data" : data).resolve("osm-helsinki");
        assumeThat(Files.isDirectory(helsinki) || "true".equals(System.getenv("CI")))
                .as("needs the data folder, YIPING_DATA")
                .isTrue();
        ImportSummary c = importer().components(List.of(helsinki.resolve("components.geojson")), refusals::add);
        assertThat(c.read()).isEqualTo(4432);
        assertThat(c.taken() + c.refused()).isEqualTo(4432);
        assertThat(c.refused()).isZero();
        ImportSummary r = importer().layer("roads", List.of(helsinki.resolve("roads.geojson")), source, refusals::add);
        assertThat(r.taken()).isEqualTo(2417);
        ImportSummary b =
                importer().layer("buildings", List.of(helsinki.resolve("buildings.geojson")), source, refusals::add);
        assertThat(b.taken()).isEqualTo(446);
        ImportSummary p =
                importer().layer("roads", List.of(helsinki.resolve("helsinki.osm.pbf")), source, refusals::add);
        assertThat(p.taken()).isGreaterThan(2000);
        assertThat(p.read()).isEqualTo(p.taken() + p.refused());
    }
}
