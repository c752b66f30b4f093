package org.yiping.simulator.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.yiping.city.CellFinder;
import org.yiping.city.CityFolder;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.identity.Department;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.sensor.Sensor;

class CityGeneratorTest {
    private static final long SEED = 20260311;

    @TempDir
    private static Path temp;

    private static CityPlan plan;
    private static CityFolder city;

    @BeforeAll
    static void generate() throws IOException {
        plan = CityPlan.draw(SEED);
        new CityFiles(plan, SEED).write(temp.resolve("city"));
        city = new CityFolder(temp.resolve("city"));
    }

    @Test
    void sameSeedGivesTheSameBytes() throws IOException {
        new CityGenerator(SEED).write(temp.resolve("again"));
        assertThat(contents(temp.resolve("again"))).isEqualTo(contents(temp.resolve("city")));
    }

    @Test
    void anotherSeedGivesAnotherCity() throws IOException {
        new CityGenerator(SEED + 1).write(temp.resolve("other"));
        assertThat(Files.readString(temp.resolve("other/people.csv")))
                .isNotEqualTo(Files.readString(temp.resolve("city/people.csv")));
    }

    @Test
    void holdsWhatWasPromised() {
        assertThat(city.cameras("http://127.0.0.1:1")).hasSize(347);
        assertThat(city.people()).hasSize(301);
        assertThat(city.departments()).hasSize(40);
        assertThat(city.components()).hasSizeBetween(20_000, 30_500);
        assertThat(city.layers())
                .contains("roads", "blocks", "buildings", "water", "green", "district", "street", "community", "cell");
        assertThat(city.layer("buildings")).hasSizeGreaterThan(5_000);
        assertThat(city.layer("water")).isNotEmpty();
        assertThat(city.layer("green")).isNotEmpty();
        assertThat(city.settings().simulated()).isTrue();
        assertThat(city.cameras("http://127.0.0.1:1")
                        .getFirst()
                        .streams()
                        .getFirst()
                        .url())
                .isEqualTo("http://127.0.0.1:1/camera/1.ts?grade=main");
    }

    @Test
    void onlineShareOfCamerasIsAboutNinetySevenPercent() {
        long online = plan.inventory().cameras().stream()
                .filter(c -> c.state().online())
                .count();
        assertThat(online).isBetween(325L, 344L);
    }

    @Test
    void sensorsOfFiveKindsStandInTheCityAndSayThatTheyAreSimulated() {
        List<Sensor> sensors = city.sensors();
        assertThat(sensors)
                .hasSize(300)
                .allMatch(Sensor::simulated)
                .allMatch(s -> s.limits().alarm() != null);
        assertThat(sensors.stream().map(Sensor::kind).distinct())
                .containsExactly("air", "noise", "gas", "water-level", "manhole");
        Extent box = city.settings().box();
        CellFinder finder = new CellFinder(box, city.layer("cell"));
        long elsewhere = sensors.stream()
                .filter(s -> !finder.areaAt(s.position()).equals(java.util.Optional.ofNullable(s.area())))
                .count();
        assertThat(elsewhere).isLessThan(2); // on a border to the centimetre
    }

    @Test
    void threePatrolsWalkCamerasOfOneStreetEach() {
        CellFinder finder = new CellFinder(city.settings().box(), city.layer("street"));
        Map<CameraId, Camera> cameras =
                city.cameras("http://127.0.0.1:1").stream().collect(Collectors.toMap(Camera::id, c -> c));
        List<PatrolPlan> patrols = city.patrols();
        assertThat(patrols).hasSize(3).allMatch(p -> p.by().post().value().equals("duty-leader"));
        for (PatrolPlan plan : patrols) {
            Set<String> streets = plan.task().cameras().stream()
                    .map(c -> finder.areaAt(Optional.ofNullable(cameras.get(c))
                                    .orElseThrow()
                                    .position())
                            .orElseThrow()
                            .value())
                    .collect(Collectors.toSet());
            assertThat(streets).as(plan.task().name()).hasSize(1);
            assertThat(city.areas())
                    .filteredOn(a -> streets.contains(a.code().value()))
                    .allMatch(a -> plan.task().name().startsWith(a.name()));
            assertThat(plan.task().cameras()).hasSize(10);
            assertThat(plan.task().goal()).isNotBlank();
            assertThat(plan.task().times()).isNotEmpty();
        }
    }

    @Test
    void theAreasAreATreeByCode() {
        List<Area> areas = city.areas();
        Set<AreaCode> known = new HashSet<>();
        for (Area a : areas) {
            if (a.parent() != null) {
                assertThat(known).contains(a.parent());
                String stem = a.level().equals("district")
                        ? a.parent().value().substring(0, 4)
                        : a.parent().value();
                assertThat(a.code().value()).startsWith(stem);
            }
            assertThat(known.add(a.code())).isTrue();
        }
        assertThat(areas).filteredOn(a -> a.level().equals("district")).hasSize(3);
        assertThat(areas).filteredOn(a -> a.level().equals("cell")).hasSizeBetween(1_000, 1_600);
        assertThat(areas)
                .filteredOn(a -> a.level().equals("cell"))
                .allMatch(a -> a.code().value().length() == 14);
    }

    @Test
    void everyCellLiesInsideItsCommunityAndTogetherTheyCoverTheGround() {
        for (AreaNode community : plan.areas().level(AreaNode.Level.COMMUNITY)) {
            for (AreaNode cell : community.children()) {
                double outside = cell.outline().difference(community.outline()).getArea();
                assertThat(outside).as(cell.code().value()).isLessThan(1);
            }
        }
        double cells = plan.areas().level(AreaNode.Level.CELL).stream()
                .mapToDouble(n -> n.outline().getArea())
                .sum();
        assertThat(cells / plan.map().plane().frame().getArea()).isBetween(0.9999, 1.0001);
    }

    @Test
    void everyStreetAndDistrictIsInOnePiece() {
        for (AreaNode.Level level : List.of(AreaNode.Level.DISTRICT, AreaNode.Level.STREET, AreaNode.Level.COMMUNITY)) {
            for (AreaNode node : plan.areas().level(level)) {
                assertThat(node.outline().getNumGeometries()).as(node.name()).isEqualTo(1);
            }
        }
    }

    @Test
    void everyComponentStandsInTheCellItNamesAndHasAnOwner() {
        Extent box = city.settings().box();
        CellFinder finder = new CellFinder(box, city.layer("cell"));
        Set<String> departments = new HashSet<>();
        city.departments().forEach(d -> departments.add(d.id().value()));
        Set<String> ids = new HashSet<>();
        int[] elsewhere = {0};
        city.components().forEach(c -> {
            assertThat(c.id().value()).hasSize(16);
            assertThat(ids.add(c.id().value())).isTrue();
            assertThat(box.contains(c.position())).isTrue();
            assertThat(departments).contains(c.owner() == null ? "" : c.owner().value());
            if (!finder.areaAt(c.position()).equals(java.util.Optional.ofNullable(c.area()))) {
                elsewhere[0]++;
            }
        });
        assertThat(elsewhere[0]).isLessThan(5); // on a border to the centimetre
    }

    @Test
    void aDepartmentAnswersForEveryClassInEveryStreet() {
        List<Department> departments = city.departments();
        for (CaseClass c : city.catalogue().classes()) {
            for (AreaNode street : plan.areas().level(AreaNode.Level.STREET)) {
                assertThat(departments)
                        .as(c.code().value())
                        .anyMatch(d -> d.classes().contains(c.code())
                                && (d.areas().isEmpty()
                                        || d.areas().stream()
                                                .anyMatch(a ->
                                                        street.code().value().startsWith(a.value()))));
            }
        }
    }

    @Test
    void housesDoNotOverlapAndKeepOffTheStreets() {
        STRtree tree = new STRtree();
        List<Polygon> houses = plan.map().houses();
        houses.forEach(h -> tree.insert(h.getEnvelopeInternal(), h));
        for (Polygon house : houses) {
            for (Object o : tree.query(house.getEnvelopeInternal())) {
                Polygon other = (Polygon) o;
                if (other != house && other.intersects(house)) {
                    assertThat(other.intersection(house).getArea()).isLessThan(1);
                }
            }
        }
        for (Street s : plan.map().ground().streets()) {
            Geometry road = s.line().buffer(s.rank().halfWidth() * 0.9, 2);
            for (Object o : tree.query(road.getEnvelopeInternal())) {
                assertThat(((Polygon) o).intersects(road)).as(s.name()).isFalse();
            }
        }
    }

    @Test
    void theStreetsFormOneNet() {
        Map<Coordinate, Integer> group = new HashMap<>();
        List<Street> streets = plan.map().ground().streets();
        int[] parent = new int[streets.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            for (Coordinate c : streets.get(i).line().getCoordinates()) {
                Integer other = group.putIfAbsent(c, i);
                if (other != null) {
                    parent[root(parent, other)] = root(parent, i);
                }
            }
        }
        Map<Integer, Double> lengths = new TreeMap<>();
        double all = 0;
        for (int i = 0; i < parent.length; i++) {
            double length = streets.get(i).line().getLength();
            lengths.merge(root(parent, i), length, Double::sum);
            all += length;
        }
        assertThat(lengths.values().stream().mapToDouble(d -> d).max().orElse(0) / all)
                .isGreaterThan(0.97);
    }

    @Test
    void theStartViewIsFull() throws IOException {
        CityPicture picture = new CityPicture(plan);
        picture.save(Path.of("target/demo-city.png"), 0.5);
        assertThat(picture.drawnShare()).isGreaterThan(0.9);
    }

    private static int root(int[] parent, int i) {
        return parent[i] == i ? i : root(parent, parent[i]);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> out = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            for (Path f : files.filter(Files::isRegularFile).toList()) {
                out.put(
                        folder.relativize(f).toString(),
                        java.util.HexFormat.of().formatHex(sha(Files.readAllBytes(f))));
            }
        }
        return out;
    }

    private static byte[] sha(byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
