package org.yiping.console.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.cache.OutboxRow.Progress;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.component.ComponentTableBuilder;
import org.yiping.domain.geo.CityPlane;
import org.yiping.domain.geo.Position;
import org.yiping.fake.ManualClock;
import org.yiping.fake.Samples;
import org.yiping.protocol.CommandCodec;

/// Whose rows, layers and commands a cache holds, whatever address was typed.
class OwnerTest {
    private static final ComponentTable NO_COMPONENTS =
            new ComponentTableBuilder(CityPlane.around(new Position(104, 30))).build(3, (_, _) -> new int[0]);

    private static final Owner OWNER = new Owner(URI.create("http://127.0.0.1:1"), "u", "dispatcher");

    private final ManualClock clock = new ManualClock(Samples.NOON);

    @TempDir
    Path folder;

    private Cache open() {
        return open(OWNER);
    }

    private Cache open(Owner owner) {
        return switch (Cache.open(folder, owner, clock)) {
            case Opening.Ready ready -> ready.cache();
            case Opening.Failed failed -> throw new AssertionError(failed);
        };
    }

    private static Row row(String id, String text) {
        return Row.put("case", id, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> rows(Cache cache) throws IOException {
        Map<String, String> rows = new HashMap<>();
        cache.facts().load("case", (id, body) -> rows.put(id, new String(body, StandardCharsets.UTF_8)));
        return rows;
    }

    private OutboxRow command(Cache cache, String id) {
        return new OutboxRow(
                new CommandId(id),
                cache.outbox().owner(),
                CommandCodec.encode(Samples.act(id, "c1")),
                clock.instant(),
                Progress.NEW);
    }

    private static Owner at(String address) {
        return new Owner(URI.create(address), OWNER.user(), OWNER.post());
    }

    @Test
    void howAnAddressIsTypedMakesNoOtherCache() throws IOException {
        try (Cache cache = open(at("http://Platform.example"))) {
            cache.facts().batch(List.of(row("a", "1")), new Cursor(7, Samples.NOON));
        }
        for (String typed : List.of("http://platform.example/", "http://platform.example:80")) {
            try (Cache cache = open(at(typed))) {
                assertThat(rows(cache)).as(typed).hasSize(1);
            }
        }
    }

    @Test
    void aWrongAddressCostsNothing() throws IOException {
        try (Cache cache = open()) {
            cache.facts().batch(List.of(row("a", "1")), new Cursor(7, Samples.NOON));
            cache.layers().saveComponents(NO_COMPONENTS);
        }
        try (Cache cache = open(at("http://127.0.0.1:2"))) {
            assertThat(cache.mine()).isFalse();
            assertThat(rows(cache)).isEmpty();
            assertThat(cache.facts().cursor()).isEqualTo(Cursor.NONE);
        }
        try (Cache cache = open()) {
            assertThat(rows(cache)).hasSize(1);
            assertThat(cache.facts().cursor().revision()).isEqualTo(7);
            assertThat(cache.layers().components()).isPresent();
        }
    }

    @Test
    void theFirstRowOfAnotherOwnerTakesTheLayersAlong() throws IOException {
        try (Cache cache = open()) {
            cache.facts().batch(List.of(row("a", "1")), new Cursor(7, Samples.NOON));
            cache.layers().saveComponents(NO_COMPONENTS);
        }
        try (Cache cache = open(new Owner(OWNER.server(), "v", "dispatcher"))) {
            cache.facts().replace(List.of("case"), List.of(row("b", "2")), new Cursor(2, Samples.NOON));
            assertThat(cache.mine()).isTrue();
            assertThat(rows(cache)).containsOnlyKeys("b");
            assertThat(cache.layers().components()).isEmpty();
        }
    }

    @Test
    void aPlatformIsKnownAgainUnderAnotherAddress() throws IOException {
        try (Cache cache = open()) {
            cache.outbox().add(List.of(command(cache, "k1")));
            cache.facts().batch(List.of(row("a", "1")), new Cursor(7, Samples.NOON));
            assertThat(cache.met("journal-1")).isFalse();
            assertThat(rows(cache)).as("what was shown stays").hasSize(1);
            assertThat(cache.met("journal-1")).isFalse();
        }
        try (Cache cache = open(at("http://platform.example:8080"))) {
            assertThat(cache.mine()).isFalse();
            assertThat(cache.met("journal-1")).isFalse();
            assertThat(cache.mine()).isTrue();
            assertThat(rows(cache)).hasSize(1);
            assertThat(cache.outbox().all())
                    .extracting(OutboxRow::owner)
                    .containsExactly(cache.outbox().owner());
        }
        try (Cache cache = open(at("http://platform.example:8080/"))) {
            assertThat(cache.mine()).as("the address is known now").isTrue();
        }
    }

    @Test
    void anotherPlatformAtTheAddressGetsNeitherRowsNorCommands() throws IOException {
        try (Cache cache = open()) {
            cache.met("journal-1");
            cache.outbox().add(List.of(command(cache, "k1")));
            cache.facts().batch(List.of(row("a", "1")), new Cursor(7, Samples.NOON));
            assertThat(cache.met("journal-2")).isTrue();
            assertThat(cache.mine()).isFalse();
            assertThat(cache.outbox().all())
                    .extracting(OutboxRow::owner)
                    .doesNotContain(cache.outbox().owner());
            assertThat(cache.met("journal-1")).isTrue();
            assertThat(rows(cache)).as("nothing was taken away yet").hasSize(1);
            assertThat(cache.outbox().all())
                    .extracting(OutboxRow::owner)
                    .containsExactly(cache.outbox().owner());
        }
    }
}
