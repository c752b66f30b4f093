package org.yiping.end2end;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.Note;
import org.yiping.console.store.OwnNode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.WallEdition;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallState;
import org.yiping.domain.wall.WallStep;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.protocol.SignIn;
import org.yiping.server.Platform;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;

/// Today's programs on what earlier releases left on disk.
class UpgradeTest {
    private static final String FIRST = "2026-11-27";
    private static final String WITH_WALL = "2026-11-28";

    @TempDir
    Path folder;

    private Properties told;
    private Clock clock;

    private void unpack(String release) throws IOException {
        told = Release.unpack(release, folder);
        Instant then = Instant.parse(told.getProperty("made")).plus(Duration.ofHours(1));
        clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), then));
    }

    private TreeMap<String, String> cases() {
        TreeMap<String, String> cases = new TreeMap<>();
        told.stringPropertyNames().stream()
                .filter(n -> n.startsWith("case."))
                .forEach(n -> cases.put(n.substring("case.".length()), told.getProperty(n)));
        return cases;
    }

    private Desk desk(String user, URI server, String password) {
        return new Desk(
                folder.resolve(user + "-s1"),
                server,
                clock,
                Duration.ofSeconds(20),
                new SignIn.Request(user, password, user, "s1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {FIRST, WITH_WALL})
    void aPlatformHasItsCasesAccountsAndPhotosAndItsChainIsWhole(String release) throws IOException {
        unpack(release);
        try (Platform platform = Platform.again(folder, clock)) {
            Desk desk = new Desk(
                            folder.resolve("new"),
                            URI.create("http://127.0.0.1:" + platform.port()),
                            clock,
                            Duration.ofSeconds(20),
                            new SignIn.Request("supervisor", platform.password("supervisor"), "supervisor", "s1"))
                    .start();
            try (desk) {
                Await.until("all cases", () -> Release.states(desk).equals(cases()));
                desk.sync.lookup().open(new CaseId("handled"));
                Await.until(
                        "its records",
                        () -> desk.stores
                                        .records()
                                        .find(new CaseId("handled"))
                                        .map(List::size)
                                        .orElse(0)
                                == 8);
                String photo = desk.stores
                        .cases()
                        .find(new CaseId("handled"))
                        .orElseThrow()
                        .head()
                        .photos()
                        .getFirst()
                        .fileId();
                assertThat(platform.get("/api/v1/files/" + photo, "supervisor").statusCode())
                        .isEqualTo(200);
            }
        }
        try (Database database = Database.open(folder.resolve("data"), null)) {
            assertThat(new Ledger(database).firstBroken()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FIRST, WITH_WALL})
    void aConsoleShowsWithoutALinkWhatItHadAndKeepsWhatWaited(String release) throws IOException {
        unpack(release);
        try (Desk desk =
                desk("collector", URI.create(told.getProperty("wire")), "").offline()) {
            assertThat(desk.notes).noneMatch(n -> n instanceof Note.Rebuilt || n instanceof Note.OutboxRescued);
            assertThat(desk.outbox.deliveries().rows().keys())
                    .containsExactly(new CommandId(told.getProperty("waiting")));
        }
        try (Desk desk =
                desk("supervisor", URI.create(told.getProperty("platform")), "").offline()) {
            assertThat(Release.states(desk)).isEqualTo(cases());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FIRST, WITH_WALL})
    void whatWaitedIsSentOnceByTodaysConsoleToTodaysPlatform(String release) throws IOException {
        unpack(release);
        try (Platform platform = Platform.again(folder, clock)) {
            URI server = URI.create("http://127.0.0.1:" + platform.port());
            try (Desk desk =
                    desk("collector", server, platform.password("collector")).start()) {
                Await.until("a link", desk::live);
                desk.awaitSettled();
                Await.until("the case", () -> Release.states(desk).containsKey("waiting"));
            }
        }
        try (Database database = Database.open(folder.resolve("data"), null)) {
            assertThat(new Ledger(database).firstBroken()).isZero();
        }
    }

    /// One thing sent stands until it is taken off; the other one's time is over by now.
    @Test
    void aPlatformHasItsScenesAndWhatStandsOnTheWallAndTakesItsComputerIn() throws IOException {
        unpack(WITH_WALL);
        try (Platform platform = Platform.again(folder, clock)) {
            URI server = URI.create("http://127.0.0.1:" + platform.port());
            OwnNode own = node();
            own.say(Release.WORD);
            try (Desk wall =
                    desk("wall", server, platform.password("wall")).as(own).start()) {
                Await.until("a link", wall::live);
                Await.until("what stands", () -> Release.placed(wall).equals(standing()));
                assertThat(scene(wall)).isEqualTo(told.getProperty("wall.scene"));
                Await.until("its place", () -> corner(wall, own).equals(Optional.of(Release.CORNER)));
            }
        }
    }

    @Test
    void aWallShowsWithoutALinkTheSceneAndWhatStoodOverItInItsPlace() throws IOException {
        unpack(WITH_WALL);
        OwnNode own = node();
        try (Desk wall = desk("wall", URI.create(told.getProperty("platform")), "")
                .as(own)
                .offline()) {
            assertThat(wall.notes).noneMatch(n -> n instanceof Note.Rebuilt || n instanceof Note.OutboxRescued);
            WallState state = wall.stores.walls().find(WallId.OWN).orElseThrow();
            assertThat(state.standing(clock.instant()))
                    .extracting(Placement::id)
                    .isEqualTo(standing());
            assertThat(state.log()).extracting(WallState.Change::what).containsExactly("sent", "sent");
            assertThat(scene(wall)).isEqualTo(told.getProperty("wall.scene"));
            Await.until("its place", () -> corner(wall, own).equals(Optional.of(Release.CORNER)));
        }
    }

    private List<CommandId> standing() {
        return List.of(new CommandId(told.getProperty("wall.standing")));
    }

    /// Nobody tells it here where its monitor hangs.
    private static OwnNode node() {
        return new OwnNode(new OwnNode.Place(WallId.OWN.value(), Release.NODE, null));
    }

    private static String scene(Desk desk) {
        return desk.stores
                .scenes()
                .find(Release.SCENE)
                .map(WallEdition::version)
                .orElse("none");
    }

    private static Optional<NodeWord.Corner> corner(Desk desk, OwnNode own) {
        return own.step(desk.tables.clock.instant())
                .flatMap(s -> s.part(Release.NODE))
                .map(WallStep.Part::at);
    }

    @Test
    void theLogSaysOfWhichVersionTheStorageWas() throws IOException {
        unpack(FIRST);
        Logger logger = (Logger) LoggerFactory.getLogger(Database.class);
        ListAppender<ILoggingEvent> ear = new ListAppender<>();
        ear.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(ear);
        try (Database database = Database.open(folder.resolve("data"), null)) {
            assertThat(ear.list).singleElement().asString().contains("the storage is of version 7");
            assertThat(database).isNotNull();
        } finally {
            logger.detachAppender(ear);
            logger.setLevel(null);
        }
    }
}
