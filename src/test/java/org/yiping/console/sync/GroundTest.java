package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.store.Bulk;
import org.yiping.console.store.Value;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.Samples;
import org.yiping.protocol.Kinds;

class GroundTest {
    private static final Component LAMP =
            new Component(new ComponentId("l1"), new ClassCode("0101"), "路灯", new Position(104.05, 30.6), null, null);
    private static final Feature ROAD = new Feature(
            "r1",
            "major",
            "人民南路",
            new Shape.Line(List.of(new Position(104.05, 30.63), new Position(104.06, 30.63))),
            Map.of());

    private final InstantSource clock = InstantSource.system();
    private FakePlatform platform;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        platform = new FakePlatform(clock);
        platform.document("/api/v1/city", Samples.city("1"));
        platform.bulk("/api/v1/layers/roads", 5, List.of(ROAD));
        platform.bulk("/api/v1/components", 3, List.of(LAMP));
        try (Desk desk = new Desk(folder, platform.port(), clock).start()) {
            awaitLive(desk);
        }
    }

    @AfterEach
    void close() throws IOException {
        platform.close();
    }

    private static void awaitLive(Desk desk) {
        Await.until(
                "live components",
                () -> desk.tables.components.value() instanceof Value.Live<ComponentTable>
                        && desk.tables.layers.freshness().live());
    }

    @Test
    void whoHearsThatOtherRulesAreInForceAsksForTheCityAgain() {
        try (Desk desk = new Desk(folder, platform.port(), clock).start()) {
            awaitLive(desk);
            platform.document("/api/v1/city", Samples.city("2"));
            platform.put(Kinds.CITY, "rules", Map.of("catalogueVersion", "2", "calendarVersion", "1"));
            Await.until(
                    "the new catalogue",
                    () -> desk.tables
                            .city
                            .known()
                            .map(c -> c.rules().catalogue().version().equals("2"))
                            .orElse(false));
        }
    }

    @Test
    void whatTheDiskHasIsStale() {
        try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
            Await.until("layers", () -> desk.stores.layers().find("roads").isPresent());
            assertThat(desk.stores.components().value())
                    .isInstanceOfSatisfying(
                            Value.Stale.class,
                            stale -> assertThat(stale.asOf())
                                    .isEqualTo(desk.stores.cases().freshness().asOf()));
            assertThat(desk.stores.layers().freshness())
                    .isEqualTo(desk.stores.cases().freshness());
        }
    }

    @Test
    void anUnchangedAnswerRefreshesTheAgeAndLeavesTheRows() {
        try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
            Await.until("layers", () -> desk.stores.layers().find("roads").isPresent());
            ComponentTable components = desk.stores.components().known().orElseThrow();
            Bulk<Feature> roads = desk.stores.layers().find("roads").orElseThrow();
            List<Set<String>> told = new CopyOnWriteArrayList<>();
            desk.stores.layers().subscribe(told::add);
            desk.start();
            awaitLive(desk);
            assertThat(desk.stores.components().known()).containsSame(components);
            assertThat(desk.stores.layers().find("roads")).containsSame(roads);
            assertThat(told.getFirst()).as("all there is").containsExactly("roads");
            assertThat(told.subList(1, told.size())).isNotEmpty().containsOnly(Set.of());
        }
    }

    @Test
    void whatIsNoComponentIsLeftOutAndTheOthersAreShown() {
        platform.bulk(
                "/api/v1/components",
                4,
                List.of(
                        row("swapped", Map.of("longitude", 30.6, "latitude", 104.05)),
                        LAMP,
                        row("nowhere", Map.of("longitude", "NaN", "latitude", 30.6)),
                        Map.of("id", "blank", "classCode", "0101", "name", "")));
        try (Desk desk = new Desk(folder, platform.port(), clock).start()) {
            Await.until(
                    "the new revision",
                    () -> desk.tables
                            .components
                            .known()
                            .filter(table -> table.revision() == 4)
                            .isPresent());
            ComponentTable table = desk.stores.components().known().orElseThrow();
            assertThat(table.find(LAMP.id())).contains(LAMP);
            assertThat(table.row("swapped")).isNegative();
            assertThat(table.row("nowhere")).isNegative();
            assertThat(table.row("blank")).isNegative();
        }
    }

    private static Map<String, Object> row(String id, Map<String, Object> position) {
        return Map.of("id", id, "classCode", "0101", "name", "", "position", position);
    }

    @Test
    void aFileCutShortIsFetchedAgain() throws IOException {
        Path file = folder.resolve("layers/components-3.bin");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        try (Desk desk = new Desk(folder, platform.port(), clock).start()) {
            awaitLive(desk);
            assertThat(desk.stores.components().known().orElseThrow().find(LAMP.id()))
                    .contains(LAMP);
        }
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void aCityWithAnotherMiddleHasItsComponentsOnItsPlane() {
        Extent wider = new Extent(103, 30, 105, 31);
        platform.document("/api/v1/city", Samples.city("1", wider));
        try (Desk desk = new Desk(folder, platform.port(), clock).start()) {
            Await.until(
                    "the other plane",
                    () -> desk.tables
                            .components
                            .known()
                            .filter(t -> t.plane().origin().equals(wider.centre()))
                            .isPresent());
            assertThat(desk.stores.components().known().orElseThrow().find(LAMP.id()))
                    .contains(LAMP);
        }
    }

    @Test
    void aDeadLinkAgesThem() {
        try (Desk desk = new Desk(folder, platform.port(), clock).start()) {
            awaitLive(desk);
            platform.faults.down(true);
            platform.cutStreams();
            Await.until(
                    "stale",
                    () -> desk.stores.components().value() instanceof Value.Stale<ComponentTable>
                            && !desk.stores.layers().freshness().live());
            platform.faults.down(false);
            awaitLive(desk);
        }
    }
}
