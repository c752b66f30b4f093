package org.yiping.console.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.console.cache.Row;
import org.yiping.console.store.Value;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.Limits;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.Samples;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.Push;
import tools.jackson.databind.JsonNode;

class SyncTest {
    private final InstantSource clock = InstantSource.system();
    private FakePlatform platform;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        platform = new FakePlatform(clock);
    }

    @AfterEach
    void close() throws IOException {
        platform.close();
    }

    private Desk desk() {
        return new Desk(folder, platform.port(), clock);
    }

    private void cases(int from, int to, String state) {
        for (int i = from; i < to; i++) {
            platform.put(Kinds.CASE, "c" + i, Samples.aCase("c" + i, state));
        }
    }

    private void assertSame(Desk desk) {
        Map<String, JsonNode> theirs = platform.rows(Kinds.CASE);
        assertThat(desk.stores.cases().rows().size()).isEqualTo(theirs.size());
        theirs.forEach((id, row) -> assertThat(desk.stores.cases().find(new CaseId(id)))
                .contains(Json.mapper().treeToValue(row, Case.class)));
    }

    @Test
    void aFirstStartTakesASnapshotAndFollows() {
        cases(0, 50, "to-dispatch");
        try (Desk desk = desk().start()) {
            desk.awaitRevision(50);
            Await.until("live", () -> desk.stores.cases().freshness().live());
            cases(0, 10, "handling");
            platform.gone(Kinds.CASE, "c20");
            desk.awaitRevision(61);
            assertSame(desk);
            assertThat(desk.stores.cases().value(new CaseId("c0"))).isInstanceOf(Value.Live.class);
        }
    }

    @Test
    void aRestartShowsTheCacheStaleAndResumesFromTheCursor() {
        cases(0, 30, "to-dispatch");
        try (Desk desk = desk().start()) {
            desk.awaitRevision(30);
        }
        cases(0, 5, "handling");
        try (Desk desk = desk().offline()) {
            assertThat(desk.stores.revision()).isEqualTo(30);
            assertThat(desk.stores.cases().value(new CaseId("c0"))).isInstanceOf(Value.Stale.class);
        }
        try (Desk desk = desk().start()) {
            desk.awaitRevision(35);
            assertSame(desk);
        }
        assertThat(platform.asked.get("GET /api/v1/snapshot")).isEqualTo(1);
    }

    @Test
    void rowsOfAnotherConsoleVersionAreFetchedAnewAndTheOthersShownUntilThen() throws IOException {
        cases(0, 30, "to-dispatch");
        try (Desk desk = desk().start()) {
            desk.awaitRevision(30);
            desk.cache.facts().keep(List.of(Row.put(Kinds.CASE, "c7", "{\"id\":\"c7\"}".getBytes(UTF_8))));
        }
        try (Desk desk = desk().offline()) {
            assertThat(desk.stores.cases().rows().keys()).hasSize(29).doesNotContain(new CaseId("c7"));
        }
        try (Desk desk = desk().start()) {
            Await.until("whole", () -> desk.stores.cases().rows().size() == 30);
            assertSame(desk);
        }
        assertThat(platform.asked.get("GET /api/v1/snapshot")).isEqualTo(2);
    }

    @Test
    void aCursorTooOldIsAnsweredByASnapshot() {
        cases(0, 10, "to-dispatch");
        try (Desk desk = desk().start()) {
            desk.awaitRevision(10);
        }
        cases(5, 15, "handling");
        platform.gone(Kinds.CASE, "c1");
        platform.forget();
        cases(0, 1, "closed");
        try (Desk desk = desk().start()) {
            desk.awaitRevision(22);
            assertSame(desk);
        }
        assertThat(platform.asked.get("GET /api/v1/snapshot")).isEqualTo(2);
    }

    @Test
    void aPlatformWithAnotherJournalIsReadAnew() throws IOException {
        cases(0, 10, "to-dispatch");
        try (Desk desk = desk().start()) {
            desk.awaitRevision(10);
        }
        try (FakePlatform other = new FakePlatform(clock)) {
            other.put(Kinds.CASE, "x", Samples.aCase("x", "to-file"));
            // The same address is the same platform to the cache; here its data folder was replaced.
            try (Desk desk = new Desk(folder, platform.port(), clock)) {
                assertThat(desk.cache.facts().cursor().revision()).isEqualTo(10);
            }
            try (Desk desk = new Desk(folder, other.port(), clock).start()) {
                desk.awaitRevision(1);
                assertThat(desk.stores.cases().rows().keys()).containsExactly(new CaseId("x"));
            }
        }
    }

    @Test
    void aCutSnapshotChangesNothingAndIsReadAgain() {
        cases(0, 200, "to-dispatch");
        platform.faults.cutSnapshots(3);
        try (Desk desk = desk().start()) {
            desk.awaitRevision(200);
            assertSame(desk);
        }
        assertThat(platform.asked.get("GET /api/v1/snapshot")).isEqualTo(4);
    }

    @Test
    void aGapIsClosedByReconnecting() {
        cases(0, 5, "to-dispatch");
        try (Desk desk = desk().start()) {
            desk.awaitRevision(5);
            Await.until("live", desk::live);
            platform.say(new Push.Delta(3, 9, clock.instant(), List.of()));
            Await.until("a second stream", () -> platform.asked.getOrDefault("GET /api/v1/stream", 0) >= 2);
            cases(5, 8, "to-dispatch");
            desk.awaitRevision(8);
            assertSame(desk);
        }
    }

    @Test
    void aDeadLinkAgesEverythingAndALivingOneRefreshesIt() {
        cases(0, 5, "to-dispatch");
        try (Desk desk = desk().start()) {
            Await.until("live", () -> desk.stores.cases().freshness().live());
            platform.faults.down(true);
            platform.cutStreams();
            Await.until("stale", () -> !desk.stores.cases().freshness().live());
            assertThat(desk.stores.cases().value(new CaseId("c1"))).isInstanceOf(Value.Stale.class);
            Await.until("lost", () -> !desk.live());
            platform.faults.down(false);
            Await.until("live again", () -> desk.stores.cases().freshness().live());
        }
    }

    @Test
    void telemetryKeepsTheLatestOfEachAndNeverAnOlderOne() {
        try (Desk desk = desk().start()) {
            Await.until("live", desk::live);
            platform.say(new Push.Telemetry(List.of(unit(104.05, 10), unit(104.06, 20))));
            platform.say(new Push.Telemetry(List.of(unit(104.07, 15))));
            platform.put(Kinds.CASE, "c", Samples.aCase("c", "to-file"));
            desk.awaitRevision(1);
            assertThat(desk.stores.units().find("u1").orElseThrow().position().longitude())
                    .isEqualTo(104.06);
        }
    }

    @Test
    void readingsKeepTheLatestOfEachAgeWithTheLinkAndGoWithTheirSensor() {
        SensorId id = new SensorId("s1");
        platform.put(
                Kinds.SENSOR,
                "s1",
                new Sensor(id, "gas", "一号", new Position(104, 30), null, "%LEL", new Limits(10.0, 20.0), true));
        try (Desk desk = desk().start()) {
            Await.until("live", desk::live);
            desk.awaitRevision(1);
            assertThat(desk.stores.readings().value(id)).isInstanceOf(Value.Unknown.class);
            platform.say(new Push.Readings(List.of(said(id, 3.0, 10), said(id, null, 20))));
            platform.say(new Push.Readings(List.of(said(id, 4.0, 15))));
            Await.until("said", () -> desk.stores.readings().find(id).isPresent());
            platform.put(Kinds.CASE, "c", Samples.aCase("c", "to-file"));
            desk.awaitRevision(2);
            assertThat(desk.stores.readings().find(id).orElseThrow())
                    .as("out of order, as it said last")
                    .isEqualTo(said(id, null, 20));
            assertThat(desk.stores.readings().value(id)).isInstanceOf(Value.Live.class);
            platform.faults.down(true);
            platform.cutStreams();
            Await.until("stale", () -> desk.stores.readings().value(id) instanceof Value.Stale);
            platform.faults.down(false);
            Await.until("live again", () -> desk.stores.readings().freshness().live());
            platform.gone(Kinds.SENSOR, "s1");
            desk.awaitRevision(3);
            assertThat(desk.stores.readings().find(id)).isEmpty();
        }
    }

    private static Reading said(SensorId id, @Nullable Double value, int second) {
        return new Reading(id, value, Samples.NOON.plusSeconds(second));
    }

    private static FieldUnit unit(double longitude, int second) {
        return new FieldUnit(
                "u1", "collector", "李四", new Position(longitude, 30.6), 0, Samples.NOON.plusSeconds(second));
    }

    @Test
    void aRowNotUnderstoodLeavesTheScreenButStopsNothing() {
        cases(0, 2, "to-dispatch");
        try (Desk desk = desk().start()) {
            desk.awaitRevision(2);
            platform.put(Kinds.CASE, "c0", Map.of("id", "c0", "news", 1));
            platform.put("weather", "w", Map.of("rain", true));
            cases(2, 3, "to-dispatch");
            desk.awaitRevision(5);
            assertThat(desk.stores.cases().rows().keys()).containsExactlyInAnyOrder(new CaseId("c1"), new CaseId("c2"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingIsLostOrDoubledHoweverTheLinkIsCut(long seed) {
        cases(0, 20, "to-dispatch");
        platform.faults.rate(seed, 0.12);
        try (Desk desk = desk().start()) {
            for (int i = 0; i < 60; i++) {
                var _ = desk.outbox.submit(Samples.act("k" + seed + "-" + i, "c" + i % 7));
                if (i % 3 == 0) {
                    cases(7 + i % 10, 8 + i % 10, "state-" + i);
                }
            }
            Await.until("all applied", () -> platform.timesApplied.size() == 60);
            Await.until("all shown", () -> desk.tables.revision() == platform.revision());
            desk.awaitSettled();
            assertSame(desk);
        }
        assertThat(platform.timesApplied.values()).containsOnly(1);
        for (int c = 0; c < 7; c++) {
            Case row = Json.mapper().treeToValue(platform.rows(Kinds.CASE).get("c" + c), Case.class);
            List<Integer> order = row.progress().flags().stream()
                    .map(f -> Integer.parseInt(f.substring(f.indexOf('-') + 1)))
                    .toList();
            assertThat(order).isSorted();
        }
        try (Desk again = desk().offline()) {
            assertThat(again.stores.revision()).isEqualTo(platform.revision());
            assertSame(again);
            assertThat(again.outbox.deliveries().rows().size()).isZero();
        }
    }
}
