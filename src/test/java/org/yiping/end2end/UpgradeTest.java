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
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.Note;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.CommandId;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.protocol.SignIn;
import org.yiping.server.Platform;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;

/// Today's programs on what an earlier release left on disk.
class UpgradeTest {
    private static final String RELEASE = "2026-11-27";

    @TempDir
    Path folder;

    private Properties told;
    private Clock clock;

    @BeforeEach
    void unpack() throws IOException {
        told = Release.unpack(RELEASE, folder);
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

    @Test
    void aPlatformHasItsCasesAccountsAndPhotosAndItsChainIsWhole() throws IOException {
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

    @Test
    void aConsoleShowsWithoutALinkWhatItHadAndKeepsWhatWaited() {
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

    @Test
    void whatWaitedIsSentOnceByTodaysConsoleToTodaysPlatform() throws IOException {
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

    @Test
    void theLogSaysOfWhichVersionTheStorageWas() {
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
