package org.yiping.console.sync;

// long because each kind of damage is played beside the others

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.store.Damage;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallEdition;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallState;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.Samples;
import org.yiping.fake.SeenCity;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.SignIn;
import org.yiping.protocol.wall.ShippedScenes;

/// What stands on a console's disk is damaged while its platform is away: the city, the map and the wall's scene stand
/// all the same, dated, and what is lost is known to be lost.
class LastGoodStateTest {
    private static final int CASES = 300;
    private static final WallBook BOOK =
            new WallBook(WallRules.SHIPPED, ShippedScenes.book().scenes(), List.of());
    private static final Actor WHO = new Actor(new PersonId("p9"), new PostCode("duty-leader"), new SeatId("L1"));
    private static final WallState SENT = WallState.empty(WallId.OWN)
            .sent(
                    new Placement(
                            new CommandId("s-1"),
                            WallOrder.scene(new SceneId("case"), "会商", null),
                            WHO,
                            Samples.NOON,
                            null,
                            null),
                    Set.of());
    private static final WallEdition SAVED = new WallEdition(
            new SceneId("overview"),
            ShippedScenes.book().find(new SceneId("overview")).orElseThrow().version("7"),
            null,
            "",
            "7",
            WHO,
            Samples.NOON);

    private final InstantSource clock = InstantSource.system();
    private final Instant began = clock.instant().minusSeconds(1);
    private FakePlatform platform;

    @TempDir
    Path folder;

    @BeforeEach
    void aConsoleThatHasSeenItAll() throws IOException {
        platform = SeenCity.platform(clock, BOOK);
        platform.put(Kinds.WALL, WallId.OWN.value(), SENT);
        platform.put(Kinds.SCENE, "overview", SAVED);
        for (int i = 0; i < CASES; i++) {
            platform.put(Kinds.CASE, "c" + i, Samples.aCase("c" + i, "to-dispatch"));
        }
        SeenCity.seen(folder, platform, clock);
    }

    @AfterEach
    void close() throws IOException {
        platform.close();
    }

    @Test
    void aDatabaseThatDoesNotOpenLeavesCityMapAndSceneAndCasesAreUnknown() throws IOException {
        Files.write(folder.resolve("facts.mv.db"), new byte[8192]);
        for (int start = 0; start < 2; start++) { // what is lost is still lost at the second start
            try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
                stands(desk);
                assertThat(desk.stores.cases().freshness().heard())
                        .as("no cases is not none")
                        .isFalse();
                assertThat(desk.stores.damage().lost()).contains("case", "camera", "area");
            }
        }
        try (Desk desk = new Desk(folder, platform.port(), clock).start()) {
            Await.until(
                    "all of it", () -> desk.live() && desk.stores.cases().rows().size() == CASES);
            Await.until("nothing lacks", () -> desk.stores.damage().none());
        }
        try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
            assertThat(desk.stores.damage()).isEqualTo(Damage.NONE);
            assertThat(desk.stores.cases().rows().size()).isEqualTo(CASES);
        }
    }

    @Test
    void aDatabaseThatIsGoneIsOneThatDoesNotOpen() throws IOException {
        Files.delete(folder.resolve("facts.mv.db"));
        try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
            stands(desk);
            assertThat(desk.stores.damage().lost()).contains("case");
        }
    }

    @Test
    void theOutboxMayBeGoneAsWell() throws IOException {
        Files.write(folder.resolve("facts.mv.db"), new byte[8192]);
        Files.write(folder.resolve("outbox.mv.db"), new byte[8192]);
        try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
            stands(desk);
        }
        try (Desk desk = new Desk(folder, platform.port(), clock).start()) {
            Await.until(
                    "all of it", () -> desk.live() && desk.stores.cases().rows().size() == CASES);
        }
    }

    @Test
    void aDatabaseDamagedAnywhereNeverTakesCityMapAndSceneAndNeverShowsHalfOfTheCasesAsAll() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("facts.mv.db"));
        Random random = new Random(11);
        int lost = 0;
        int kept = 0;
        for (int round = 0; round < 12; round++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(damaged.length - 4 * 4096);
            for (int i = at; i < at + 4 * 4096; i++) {
                damaged[i] = (byte) random.nextInt();
            }
            Files.write(folder.resolve("facts.mv.db"), damaged);
            try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
                stands(desk);
                boolean unknown = !desk.stores.cases().freshness().heard();
                long unread = desk.stores.damage().unread().getOrDefault("case", 0L);
                assertThat(unknown == desk.stores.damage().lost().contains("case"))
                        .isTrue();
                assertThat(unknown ? 0 : CASES - unread)
                        .isEqualTo(desk.stores.cases().rows().size());
                lost += unknown ? 1 : 0;
                kept += unknown ? 0 : 1;
            }
        }
        assertThat(lost).as("damage that took the cases").isPositive();
        assertThat(kept).as("damage that did not").isPositive();
    }

    @Test
    void whatCanBeReadOfADamagedDatabaseStandsBesideWhatCannot() throws IOException, SQLException {
        spoil("ALTER TABLE cursor RENAME COLUMN as_of TO unreadable");
        try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
            stands(desk);
            assertThat(desk.stores.cases().rows().size()).isEqualTo(CASES);
            assertThat(desk.stores.damage()).isEqualTo(Damage.NONE);
        }
    }

    @Test
    void rowsThatAreBrokenAreTakenFromTheSecondCopyOrCounted() throws IOException, SQLException {
        spoil("UPDATE rows SET body = X'0badc0de' WHERE kind IN ('document', 'document-form', 'wall', 'scene')");
        spoil("UPDATE rows SET body = X'0badc0de' WHERE kind = 'case' AND id IN ('c1', 'c2', 'c3')");
        try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
            stands(desk);
            assertThat(desk.stores.cases().find(new CaseId("c2"))).isEmpty();
            assertThat(desk.stores.damage()).isEqualTo(new Damage(Set.of(), Map.of("case", 3L)));
        }
    }

    @Test
    void aSpoiltLayerIsMissingAndTheOthersStand() throws IOException {
        Path roads = folder.resolve("layers").resolve("layer-roads-5.bin");
        byte[] bytes = Files.readAllBytes(roads);
        bytes[bytes.length / 2] ^= 1;
        Files.write(roads, bytes);
        try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
            assertThat(desk.stores.layers().find("roads")).isEmpty();
            assertThat(desk.stores.damage().lost()).containsExactly(Damage.LAYERS);
            assertThat(desk.stores.layers().find("water")).isPresent();
            assertThat(desk.stores.components().known()).isPresent();
            assertThat(SeenCity.wall(desk)).isEqualTo(BOOK);
        }
    }

    @Test
    void spoiltComponentsAreKnownToBeLostUntilThePlatformTellsThemAgain() throws IOException {
        Path file = folder.resolve("layers").resolve("components-3.bin");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        for (int start = 0; start < 2; start++) { // what is lost is still lost at the second start
            try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
                assertThat(desk.stores.components().known()).isEmpty();
                assertThat(desk.stores.damage()).isEqualTo(new Damage(Set.of(Damage.COMPONENTS), Map.of()));
                assertThat(desk.stores.cases().rows().size()).isEqualTo(CASES);
            }
        }
        try (Desk desk = new Desk(folder, platform.port(), clock).start()) {
            Await.until("the components", () -> desk.stores.components().known().isPresent());
            assertThat(desk.stores.damage()).isEqualTo(Damage.NONE);
        }
        assertThat(file).hasBinaryContent(whole);
        try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
            assertThat(desk.stores.components().known()).isPresent();
            assertThat(desk.stores.damage()).isEqualTo(Damage.NONE);
        }
    }

    @Test
    void componentsAreLostBesideAllThatADamagedDatabaseLoses() throws IOException {
        Files.write(folder.resolve("facts.mv.db"), new byte[8192]);
        Files.write(folder.resolve("layers").resolve("components-3.bin"), new byte[100]);
        try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
            assertThat(desk.stores.damage().lost()).contains("case", Damage.COMPONENTS);
            assertThat(desk.stores.layers().find("roads")).isPresent();
        }
    }

    @Test
    void whatThePlatformNeverHadIsNotLost() throws IOException {
        Files.delete(folder.resolve("layers").resolve("components-3.bin"));
        try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
            assertThat(desk.stores.components().known()).isEmpty();
            assertThat(desk.stores.damage()).isEqualTo(Damage.NONE);
        }
    }

    @Test
    void whereTheSecondCopyIsDamagedTooAllIsSaidToBeLost() throws IOException {
        Files.write(folder.resolve("facts.mv.db"), new byte[8192]);
        try (var copies = Files.list(folder.resolve("kept"))) {
            for (Path copy : copies.toList()) {
                byte[] bytes = Files.readAllBytes(copy);
                Files.write(copy, Arrays.copyOf(bytes, bytes.length / 2)); // written half
            }
        }
        try (Desk desk = new Desk(folder, platform.port(), clock).offline()) {
            assertThat(desk.stores.city().known()).isEmpty();
            assertThat(desk.stores.damage().lost()).contains("case");
        }
        try (Desk desk = new Desk(folder, platform.port(), clock).start()) {
            Await.until(
                    "all of it", () -> desk.live() && desk.stores.cases().rows().size() == CASES);
            Await.until("the city", () -> SeenCity.wall(desk).equals(BOOK));
        }
    }

    @Test
    void anotherPersonsCopyIsNotShown() throws IOException {
        Files.delete(folder.resolve("facts.mv.db"));
        SignIn.Request other = new SignIn.Request("v", "right", "dispatcher", "s1");
        try (Desk desk = new Desk(folder, platform.port(), clock, Duration.ofSeconds(5), other).offline()) {
            assertThat(desk.stores.city().known()).isEmpty();
            assertThat(desk.stores.walls().rows().size()).isZero();
            assertThat(desk.stores.damage()).isEqualTo(Damage.NONE);
        }
    }

    @Test
    void aLinkThatStaysLostMakesNothingKnownThatIsLost() throws IOException {
        Files.write(folder.resolve("facts.mv.db"), new byte[8192]);
        int port = platform.port();
        platform.close();
        try (Desk desk = new Desk(folder, port, clock).start()) {
            Await.until(
                    "several tries", () -> desk.tables.link.known().toString().contains("unreachable"));
            desk.settle();
            stands(desk);
            assertThat(desk.stores.cases().freshness().heard()).isFalse();
        }
    }

    private void spoil(String sql) throws SQLException {
        String facts = folder.resolve("facts").toAbsolutePath().toString();
        try (Connection damage = DriverManager.getConnection("jdbc:h2:file:" + facts, "sa", "");
                Statement statement = damage.createStatement()) {
            statement.execute(sql);
        }
    }

    /// City, map and scene, each with its age.
    private void stands(Desk desk) {
        assertThat(SeenCity.wall(desk)).isEqualTo(BOOK);
        assertThat(desk.stores.layers().find("roads")).isPresent();
        assertThat(desk.stores.layers().find("water")).isPresent();
        assertThat(desk.stores.components().known()).isPresent();
        assertThat(desk.stores.walls().find(WallId.OWN)).contains(SENT);
        assertThat(desk.stores.scenes().find(new SceneId("overview"))).contains(SAVED);
        assertThat(desk.stores.layers().freshness().live()).isFalse();
        assertThat(desk.stores.layers().freshness().asOf()).isBetween(began, clock.instant());
        assertThat(desk.stores.walls().freshness().live()).isFalse();
        assertThat(desk.stores.walls().freshness().asOf()).isBetween(began, clock.instant());
    }
}
