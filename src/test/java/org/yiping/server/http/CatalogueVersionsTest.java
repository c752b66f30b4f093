package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.Limit;
import org.yiping.domain.catalogue.LimitUnit;
import org.yiping.server.Ear;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.Database;
import org.yiping.server.data.Meta;
import tools.jackson.databind.JsonNode;

/// A second catalogue comes into force while the server runs: what was filed before keeps the first.
class CatalogueVersionsTest {
    /// Friday, ten in the morning in the city.
    private static final Instant START = Instant.parse("2026-11-20T02:00:00Z");
    private static final Instant FROM = START.plus(Duration.ofMinutes(5));

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    /// As the first, but an open case's class has gone and the others have a day.
    private static Catalogue second(Catalogue first) {
        List<CaseClass> classes = first.classes().stream()
                .filter(c -> !c.code().value().equals("E-0101"))
                .map(c -> new CaseClass(
                        c.code(),
                        c.kind(),
                        c.major(),
                        c.name(),
                        c.nameEnglish(),
                        c.criteria().stream()
                                .map(k -> new Criterion(
                                        k.id(),
                                        k.condition(),
                                        new Limit(3, LimitUnit.UD),
                                        k.closing(),
                                        k.placeholder(),
                                        k.english()))
                                .toList()))
                .toList();
        return new Catalogue("c-2", classes);
    }

    private void bring() {
        try (Database database = Database.open(folder.resolve("data"), null)) {
            Meta meta = new Meta(database);
            Rulebook book = Rulebook.load(meta);
            book.with(meta, FROM, second(book.catalogues().at(START)));
        }
    }

    private static void reported(Platform p, String id) {
        p.apply("acceptor", Wishes.call(id, SmallCity.WEST));
        p.apply("acceptor", Wishes.act(id, "pass", 0, Map.of()));
    }

    private static void filed(Platform p, String id) {
        p.apply("leader", Wishes.act(id, "file", 0, Map.of("criterion", "E-0110-01")));
    }

    private static void dispatched(Platform p, String id) {
        p.apply("dispatcher", Wishes.act(id, "dispatch", 0, Map.of("department", "d1")));
    }

    private static JsonNode handling(Platform p, String id) {
        JsonNode clocks = p.json("/api/v1/cases/" + id + "/clocks", "leader").path("items");
        return clocks.get(clocks.size() - 1);
    }

    private static String unit(JsonNode explanation) {
        return explanation.at("/clock/basis/limit/value").asInt() + " "
                + explanation.at("/clock/basis/limit/unit").asString();
    }

    private static String version(JsonNode explanation) {
        return explanation.at("/clock/basis/catalogueVersion").asString();
    }

    @Test
    void whatWasFiledBeforeTheInstantKeepsItsCatalogueAndTheRestTakesTheNewOne() {
        try (Platform p = Platform.start(folder, clock)) {
            assertThat(p.json("/api/v1/city", "wall").at("/rules/former")).isEmpty();
        }
        bring();
        String before;
        try (Platform p = Platform.start(folder, clock)) {
            for (String id : List.of("dispatched", "filed", "reported")) {
                reported(p, id);
            }
            filed(p, "dispatched");
            filed(p, "filed");
            dispatched(p, "dispatched");
            before = unit(handling(p, "dispatched"));
            assertThat(before).isNotEqualTo("3 UD");
            assertThat(version(handling(p, "dispatched"))).isEqualTo("c-1");
            JsonNode rules = p.json("/api/v1/city", "wall").path("rules");
            assertThat(rules.path("catalogueVersion").asString()).isEqualTo("c-1");
            assertThat(rules.at("/former/0/version").asString()).isEqualTo("c-2");
            try (Ear ear = Ear.on(
                    p,
                    "wall",
                    p.json("/api/v1/cases", "leader").path("revision").asLong(),
                    "city")) {
                now.set(FROM);
                ear.await(f ->
                        f.at("/changes/0/row/catalogueVersion").asString("").equals("c-2"));
            }
            rules = p.json("/api/v1/city", "wall").path("rules");
            assertThat(rules.path("catalogueVersion").asString()).isEqualTo("c-2");
            assertThat(rules.at("/former/0/version").asString()).isEqualTo("c-1");
            filed(p, "reported");
            dispatched(p, "filed");
            dispatched(p, "reported");
            assertThat(unit(handling(p, "reported"))).isEqualTo("3 UD");
            assertThat(version(handling(p, "reported"))).isEqualTo("c-2");
        }
        now.set(FROM.plus(Duration.ofMinutes(1)));
        try (Platform p = Platform.start(folder, clock)) {
            assertThat(unit(handling(p, "dispatched"))).isEqualTo(before);
            assertThat(unit(handling(p, "filed"))).isEqualTo(before);
            assertThat(version(handling(p, "filed"))).isEqualTo("c-1");
            assertThat(handling(p, "filed").path("exact").asBoolean()).isTrue();
            p.apply("depart1", Wishes.act("filed", "request-extension", 0, Map.of("hours", 4, "reason", "等料")));
            p.apply("leader", Wishes.act("filed", "extension-support", 0, Map.of("reason", "属实")));
            p.apply("dispatcher", Wishes.act("filed", "extension-approve", 0, Map.of("reason", "同意")));
            assertThat(unit(handling(p, "filed"))).isEqualTo(before);
            assertThat(handling(p, "filed").path("exact").asBoolean()).isTrue();
            assertThat(p.json("/api/v1/cases/filed", "leader")
                            .at("/head/catalogueVersion")
                            .asString())
                    .isEqualTo("c-1");
        }
    }

    @Test
    void aClassTheNewCatalogueHasDroppedIsStillFiledByTheOldButNoLongerReported() {
        try (Platform p = Platform.start(folder, clock)) {
            p.json("/api/v1/city", "wall");
        }
        bring();
        try (Platform p = Platform.start(folder, clock)) {
            p.apply("acceptor", Wishes.ofClass(Wishes.call("old", SmallCity.WEST), "E-0101"));
            p.apply("acceptor", Wishes.act("old", "pass", 0, Map.of()));
            now.set(FROM);
            p.apply("leader", Wishes.act("old", "file", 0, Map.of("criterion", "E-0101-01")));
            assertThat(p.json("/api/v1/cases/old", "leader")
                            .at("/head/catalogueVersion")
                            .asString())
                    .isEqualTo("c-1");
            assertThat(p.command("acceptor", "k", Wishes.ofClass(Wishes.call("new", SmallCity.WEST), "E-0101"))
                            .body())
                    .contains("unknown-class");
            assertThat(p.get("/api/v1/cases/new", "leader").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void everyVersionIsThereByItsName() {
        try (Platform p = Platform.start(folder, clock)) {
            p.json("/api/v1/city", "wall");
        }
        bring();
        try (Platform p = Platform.start(folder, clock)) {
            JsonNode versions = p.json("/api/v1/catalogue/versions", "wall").path("items");
            assertThat(versions.valueStream()
                            .map(v -> v.path("version").asString() + " "
                                    + v.path("from").asString() + " "
                                    + v.path("inForce").asBoolean()))
                    .containsExactly("c-1 1970-01-01T00:00:00Z true", "c-2 " + FROM + " false");
            assertThat(p.json("/api/v1/catalogue/versions/c-2", "wall").path("classes"))
                    .hasSize(versions.get(1).path("size").asInt());
            assertThat(p.get("/api/v1/catalogue/versions/c-3", "wall").statusCode())
                    .isEqualTo(404);
        }
    }
}
