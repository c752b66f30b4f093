package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.store.OwnNode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.WallPicture;
import org.yiping.domain.wall.WallStep;
import org.yiping.domain.wall.WallTeam;
import org.yiping.domain.wall.WallTopology;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.fake.FakeHttp;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.HeardLog;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;
import org.yiping.fake.Samples;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.SignIn;

/// A computer of a wall that has much to write.
class NodeTellerTest {
    private static final String ROUTE = "/api/v1/walls/hall/nodes/left";
    private static final String PICTURE = ROUTE + "/picture";
    private static final Box ONE = new Box(0, 0, 1920, 1080);
    private static final SignIn.Request WHO = new SignIn.Request("u", "right", "dispatcher", "s1");

    private final ManualClock clock = new ManualClock(Samples.NOON);

    @TempDir
    Path folder;

    @Test
    void whileTheWriterIsBusyTheComputerStillSaysThatItIsThere() throws IOException {
        InstantSource clock = InstantSource.system();
        OwnNode own = new OwnNode(new OwnNode.Place("hall", new NodeId("left"), null));
        own.say(new NodeWord(WallTopology.of(List.of(ONE)), null, false, 1, null, 0));
        try (FakePlatform platform = new FakePlatform(clock)) {
            platform.document(ROUTE, new WallTeam(clock.instant(), List.of(), List.of(), null));
            AtomicBoolean written = new AtomicBoolean();
            AtomicBoolean writing = new AtomicBoolean();
            try (Desk desk = new Desk(folder, platform.port(), clock).as(own).start()) {
                Await.until("live", desk::live);
                desk.tables.cases.subscribe(ids -> {
                    if (ids.contains(new CaseId("c-1"))) {
                        writing.set(true);
                        Await.until("the rest", written::get);
                    }
                });
                platform.put(Kinds.CASE, "c-1", Samples.aCase("c-1", "reported"));
                Await.until("a writer that is busy", writing::get);
                int before = told(platform);
                Await.until("three more words", () -> told(platform) >= before + 3);
                written.set(true);
            }
        }
    }

    @Test
    void picturesAreSentWhileTheyAreTakenAndNoMoreOnceTheyAreRefused() throws IOException {
        InstantSource clock = InstantSource.system();
        OwnNode own = new OwnNode(new OwnNode.Place("hall", new NodeId("left"), null));
        own.say(new NodeWord(WallTopology.of(List.of(ONE)), null, false, 1, null, 0));
        try (FakePlatform platform = new FakePlatform(clock)) {
            platform.document(ROUTE, new WallTeam(clock.instant(), List.of(), List.of(), true));
            platform.document(PICTURE, List.of());
            try (Desk desk = new Desk(folder, platform.port(), clock).as(own).start()) {
                Await.until("somebody looks", () -> own.looked(desk.tables.clock.instant()));
                own.show(new WallPicture.Shot(ONE, clock.instant(), new byte[] {1}));
                own.show(new WallPicture.Shot(ONE, clock.instant(), new byte[] {2})); // in the place of the first
                own.show(new WallPicture.Shot(new Box(1920, 0, 1920, 1080), clock.instant(), new byte[] {3}));
                Await.until("two pictures", () -> platform.asked.getOrDefault("PUT " + PICTURE, 0) == 2);
                assertThat(own.shot()).isEmpty();
                platform.documents.put(PICTURE, FakeHttp.Reply.of(403, "application/problem+json", new byte[0]));
                own.show(new WallPicture.Shot(ONE, clock.instant(), new byte[] {4}));
                Await.until("refused", () -> !own.looked(desk.tables.clock.instant()));
            }
        }
    }

    @Test
    void theStepAFullDiskDidNotTakeIsWrittenOnceThereIsRoomAndSaidOnce() throws IOException, SQLException {
        WallStep step = step(12);
        int port;
        try (FakePlatform platform = new FakePlatform(clock);
                Wall wall = new Wall(platform)) {
            port = platform.port();
            wall.disk(true);
            try (HeardLog log = new HeardLog()) {
                platform.document(ROUTE, new WallTeam(clock.instant(), List.of(), List.of(step), null));
                wall.until("the step", () -> wall.own.step(step.from()).isPresent());
                wall.seconds(40);
                assertThat(log.lines()).filteredOn(l -> l.contains("step")).hasSize(1);
            }
            assertThat(wall.kept()).isEqualTo(0);
            platform.faults.down(true); // whether or not the platform is there
            wall.disk(false);
            wall.seconds(12);
            assertThat(wall.kept()).isEqualTo(1);
        }
        assertThat(restored(port)).isEqualTo(step);
    }

    @Test
    void ofStepsThatCameWhileTheDiskWasFullTheLatestIsKept() throws IOException, SQLException {
        int port;
        try (FakePlatform platform = new FakePlatform(clock);
                Wall wall = new Wall(platform)) {
            port = platform.port();
            wall.disk(true);
            platform.document(ROUTE, new WallTeam(clock.instant(), List.of(), List.of(step(12)), null));
            wall.until("the step", () -> wall.own.step(step(12).from()).isPresent());
            platform.document(ROUTE, new WallTeam(clock.instant(), List.of(), List.of(step(14)), null));
            wall.until("the next", () -> wall.own.step(wall.now()).equals(Optional.of(step(14))));
            wall.seconds(30);
            assertThat(wall.kept()).isEqualTo(0);
            wall.disk(false);
            wall.seconds(12);
            assertThat(wall.kept()).isEqualTo(1);
        }
        assertThat(restored(port)).isEqualTo(step(14));
    }

    @Test
    void theSecondCopyAFullDiskDidNotTakeIsWrittenThoughNothingChangesAnyMore() throws IOException, SQLException {
        WallStep step = step(12);
        Path inTheWay = folder.resolve("kept/wall-step.part/full");
        int port;
        try (FakePlatform platform = new FakePlatform(clock);
                Wall wall = new Wall(platform)) {
            port = platform.port();
            Files.createDirectories(inTheWay);
            platform.document(ROUTE, new WallTeam(clock.instant(), List.of(), List.of(step), null));
            wall.until("the step", () -> wall.kept() == 1);
            assertThat(folder.resolve("kept/wall-step.bin")).doesNotExist();
            Files.delete(inTheWay);
            Files.delete(inTheWay.getParent());
            wall.seconds(15);
            assertThat(folder.resolve("kept/wall-step.bin")).exists();
        }
        Files.write(folder.resolve("facts.mv.db"), new byte[8192]);
        assertThat(restored(port)).isEqualTo(step);
    }

    private static WallStep step(int second) {
        return new WallStep(Samples.NOON.plusSeconds(second - 60), List.of(), false);
    }

    /// What the computer knows of its place when it starts without a platform.
    private WallStep restored(int port) {
        OwnNode own = new OwnNode(new OwnNode.Place("hall", new NodeId("left"), null));
        ManualScheduler teller = new ManualScheduler(clock);
        try (Desk desk = new Desk(folder, port, new Desk.Time(clock, clock, teller), WHO).offline()) {
            desk.as(own);
            return own.step(clock.instant()).orElseThrow();
        }
    }

    /// A computer of a wall whose seconds pass by hand. That its disk takes no step is played by a table that does not.
    private final class Wall implements AutoCloseable {
        private final OwnNode own = new OwnNode(new OwnNode.Place("hall", new NodeId("left"), null));
        private final ManualScheduler teller = new ManualScheduler(clock);
        private final Desk desk;

        Wall(FakePlatform platform) {
            own.say(new NodeWord(WallTopology.of(List.of(ONE)), null, false, 1, null, 0));
            platform.document(ROUTE, new WallTeam(clock.instant(), List.of(), List.of(), null));
            desk = new Desk(folder, platform.port(), new Desk.Time(clock, InstantSource.system(), teller), WHO)
                    .as(own)
                    .start();
            Await.until("live", desk::live);
        }

        Instant now() {
            return desk.tables.clock.instant();
        }

        void until(String what, BooleanSupplier done) {
            Await.until(what, () -> {
                second();
                return done.getAsBoolean();
            });
        }

        void seconds(int many) {
            for (int i = 0; i < many; i++) {
                second();
            }
        }

        /// And what the writer and the teller have begun in it.
        private void second() {
            teller.advance(Duration.ofSeconds(1));
            desk.settle();
            teller.run();
        }

        void disk(boolean full) throws SQLException {
            try (Connection other = database();
                    Statement statement = other.createStatement()) {
                statement.execute(
                        full
                                ? "ALTER TABLE rows ADD CONSTRAINT full_disk CHECK (kind <> 'wall-step')"
                                : "ALTER TABLE rows DROP CONSTRAINT full_disk");
            }
        }

        /// How many steps stand in the database.
        int kept() {
            try (Connection other = database();
                    Statement statement = other.createStatement();
                    ResultSet line = statement.executeQuery("SELECT COUNT(*) FROM rows WHERE kind = 'wall-step'")) {
                line.next();
                return line.getInt(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private Connection database() throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:h2:file:" + folder.resolve("facts").toAbsolutePath(), "sa", "");
        }

        @Override
        public void close() {
            desk.close();
        }
    }

    private static int told(FakePlatform platform) {
        return platform.asked.getOrDefault("PUT " + ROUTE, 0);
    }
}
