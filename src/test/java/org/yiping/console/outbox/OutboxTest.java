package org.yiping.console.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.console.cache.Cache;
import org.yiping.console.cache.Opening;
import org.yiping.console.cache.OutboxRow;
import org.yiping.console.cache.OutboxRow.Progress;
import org.yiping.console.cache.Owner;
import org.yiping.console.cache.Stage;
import org.yiping.console.link.Link;
import org.yiping.console.store.Lookup;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.ManualClock;
import org.yiping.fake.Samples;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.Kinds;

class OutboxTest {
    private final ManualClock clock = new ManualClock(Samples.NOON);
    private FakePlatform platform;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        platform = new FakePlatform(clock);
        platform.put(Kinds.CASE, "c1", Samples.aCase("c1", "to-dispatch"));
    }

    @AfterEach
    void close() throws IOException {
        platform.close();
    }

    private Desk desk() {
        return new Desk(folder, platform.port(), clock);
    }

    private static Delivery.State state(Desk desk, String id) {
        return desk.outbox
                .deliveries()
                .find(new CommandId(id))
                .map(Delivery::state)
                .orElse(null);
    }

    @Test
    void anOverlayStandsUntilTheCommandsDeltaIsShown() {
        try (Desk desk = desk().start()) {
            desk.awaitRevision(1);
            Await.until("live", desk::live);
            platform.faults.silent(true);
            Delivery queued = desk.outbox.submit(Samples.act("k1", "c1")).join();
            assertThat(queued.state()).isInstanceOf(Delivery.State.Queued.class);
            Await.until("accepted", () -> state(desk, "k1") instanceof Delivery.State.Accepted);
            assertThat(desk.outbox.pending(new CaseId("c1"))).hasSize(1);
            assertThat(desk.outbox.waiting().known().orElseThrow().onTheirWay()).isEqualTo(1);
            assertThat(desk.outbox.waiting().known().orElseThrow().oldest()).isEqualTo(Samples.NOON);
            platform.faults.silent(false);
            desk.awaitSettled();
            assertThat(desk.stores
                            .cases()
                            .find(new CaseId("c1"))
                            .orElseThrow()
                            .progress()
                            .flags())
                    .containsExactly("k1");
            assertThat(desk.outbox.waiting().known()).contains(Waiting.NOTHING);
        }
    }

    /// Each row is what a kill leaves at one step; `applied` says whether the platform had it.
    @ParameterizedTest
    @ValueSource(strings = {"QUEUED", "SENDING", "SENDING applied", "ACCEPTED applied"})
    void aKillAtAnyStepLeavesACommandThatIsAppliedOnce(String step) throws IOException {
        Stage stage = Stage.valueOf(step.split(" ")[0]);
        if (step.endsWith("applied")) {
            try (Desk other = new Desk(folder.resolve("other"), platform.port(), clock).start()) {
                var _ = other.outbox.submit(Samples.act("k1", "c1"));
                other.awaitRevision(2).awaitSettled();
            }
        }
        leave(stage, step.startsWith("ACCEPTED") ? 2L : null);
        try (Desk desk = desk().offline()) {
            assertThat(desk.outbox.pending(new CaseId("c1"))).hasSize(1);
        }
        try (Desk desk = desk().start()) {
            desk.awaitRevision(2).awaitSettled();
        }
        assertThat(platform.timesApplied).containsEntry("k1", 1);
    }

    private void leave(Stage stage, Long revision) throws IOException {
        URI server = URI.create("http://127.0.0.1:" + platform.port());
        Owner owner = new Owner(server, "u", "dispatcher");
        Opening opening = Cache.open(folder, owner, clock);
        assertThat(opening).isInstanceOf(Opening.Ready.class);
        try (Cache cache = ((Opening.Ready) opening).cache()) {
            CommandId id = new CommandId("k1");
            cache.outbox()
                    .add(List.of(new OutboxRow(
                            id,
                            cache.outbox().owner(),
                            CommandCodec.encode(Samples.act("k1", "c1")),
                            Samples.NOON,
                            Progress.NEW)));
            if (stage != Stage.QUEUED) {
                cache.outbox().move(id, Stage.QUEUED, new Progress(stage, 1, revision, null));
            }
        }
    }

    @Test
    void aDispatchThatOutwaitedItsExpiryAsksAndIsNotSent() {
        try (Desk desk = desk().offline()) {
            Command late = Samples.act("late", "c1", Samples.NOON.plusSeconds(60));
            desk.outbox.submit(late).join();
            desk.outbox.submit(Samples.act("behind", "c1")).join();
        }
        clock.advance(Duration.ofMinutes(5));
        try (Desk desk = desk().start()) {
            Await.until("asked", () -> desk.outbox.needsDecision().size() == 1);
            assertThat(desk.outbox.waiting().known().orElseThrow().expired()).isEqualTo(1);
            assertThat(platform.arrivals).isEmpty();
            assertThat(desk.outbox.sendAnyway(new CommandId("late")).join()).isTrue();
            assertThat(desk.outbox.sendAnyway(new CommandId("late")).join()).isFalse();
            desk.awaitSettled();
        }
        assertThat(platform.arrivals).containsExactly("late", "behind");
    }

    @Test
    void anExpiredCommandMayBeDropped() {
        try (Desk desk = desk().offline()) {
            desk.outbox
                    .submit(Samples.act("late", "c1", Samples.NOON.plusSeconds(60)))
                    .join();
        }
        clock.advance(Duration.ofMinutes(5));
        try (Desk desk = desk().start()) {
            Await.until("asked", () -> desk.outbox.needsDecision().size() == 1);
            assertThat(desk.outbox.discard(new CommandId("late")).join()).isTrue();
            desk.awaitSettled();
        }
        try (Desk desk = desk().offline()) {
            assertThat(desk.outbox.deliveries().rows().size()).isZero();
        }
        assertThat(platform.arrivals).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 409, 422})
    void aRefusalIsFinalAndHoldsNothingUp(int status) {
        platform.faults.refuse("k1", status);
        try (Desk desk = desk().start()) {
            var _ = desk.outbox.submit(Samples.act("k1", "c1"));
            var _ = desk.outbox.submit(Samples.act("k2", "c1"));
            Await.until("refused", () -> state(desk, "k1") instanceof Delivery.State.Rejected);
            Await.until("the next one", () -> platform.timesApplied.containsKey("k2"));
            Delivery.Refusal refusal = desk.outbox
                    .deliveries()
                    .find(new CommandId("k1"))
                    .flatMap(Delivery::refusal)
                    .orElseThrow();
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.detail()).isEqualTo("不行");
            assertThat(desk.outbox.pending(new CaseId("c1")))
                    .extracting(d -> d.command().head().id().value())
                    .doesNotContain("k1");
        }
        try (Desk desk = desk().offline()) {
            assertThat(state(desk, "k1")).isInstanceOf(Delivery.State.Rejected.class);
            assertThat(desk.outbox.discard(new CommandId("k1")).join()).isTrue();
        }
        assertThat(platform.arrivals.stream().filter("k1"::equals)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void aPlatformNotItselfIsTriedAgain(int status) {
        platform.faults.refuse("k1", status);
        try (Desk desk = desk().start()) {
            var _ = desk.outbox.submit(Samples.act("k1", "c1"));
            var _ = desk.outbox.submit(Samples.act("other", "c2"));
            Await.until("tried again", () -> platform.asked.getOrDefault("POST /api/v1/commands", 0) > 4);
            Await.until("another case is not held up", () -> platform.timesApplied.containsKey("other"));
            platform.faults.refuse("k1", 0);
            desk.awaitSettled();
        }
        assertThat(platform.timesApplied).containsEntry("k1", 1);
    }

    @Test
    void anAnswerThatComesTooLateDoublesNothing() {
        platform.faults.slowCommands(2);
        try (Desk desk = new Desk(folder, platform.port(), clock, Duration.ofMillis(300)).start()) {
            desk.outbox.submit(Samples.act("k1", "c1")).join();
            desk.outbox.submit(Samples.act("k2", "c1")).join();
            desk.awaitSettled();
        }
        assertThat(platform.timesApplied).containsEntry("k1", 1).containsEntry("k2", 1);
    }

    @Test
    void aPhotoIsUploadedBeforeTheCommandThatNamesIt() {
        byte[] photo = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};
        try (Desk desk = desk().offline()) {
            String id = desk.outbox.attach(photo, "image/jpeg").join();
            assertThat(id).isEqualTo(Link.sha256(photo));
            desk.outbox.submit(finish(id)).join();
        }
        try (Desk desk = desk().start()) {
            desk.awaitSettled();
            assertThat(platform.files).containsKey(Link.sha256(photo));
            assertThat(desk.sync.lookup().file(Link.sha256(photo)).join()).isInstanceOf(Lookup.Found.Got.class);
        }
        assertThat(platform.asked).doesNotContainKey("GET /api/v1/files/" + Link.sha256(photo));
    }

    @Test
    void aPhotoThatIsNoPhotoIsRefusedAtOnce() {
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        try (Desk desk = desk().offline()) {
            for (String type : List.of("image/jpeg", "image/png")) {
                assertThat(desk.outbox.attach(script, type)).isCompletedExceptionally();
                assertThat(desk.outbox.attach(new byte[0], type)).isCompletedExceptionally();
            }
            assertThat(desk.cache.files().waiting(Link.sha256(script))).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Command finish(String photo) {
        return new Command.ActOnCase(
                new Command.Head(new CommandId("k1"), 0, null),
                new CaseId("c1"),
                new ActionCode("finish"),
                new Command.Fields("好了", null, null, null, null, List.of(photo)));
    }

    @Test
    void theSameCommandTwiceIsOneCommand() {
        try (Desk desk = desk().start()) {
            var first = desk.outbox.submit(Samples.act("k1", "c1"));
            var second = desk.outbox.submit(Samples.act("k1", "c1"));
            first.join();
            second.join();
            desk.awaitSettled();
        }
        assertThat(platform.timesApplied).containsEntry("k1", 1);
    }

    @Test
    void anotherUsersCommandsStayWhereTheyAre() throws IOException {
        Owner other = new Owner(URI.create("http://127.0.0.1:" + platform.port()), "other", "dispatcher");
        try (Cache cache = ((Opening.Ready) Cache.open(folder, other, clock)).cache()) {
            cache.outbox()
                    .add(List.of(new OutboxRow(
                            new CommandId("theirs"),
                            cache.outbox().owner(),
                            CommandCodec.encode(Samples.act("theirs", "c1")),
                            Samples.NOON,
                            Progress.NEW)));
        }
        try (Desk desk = desk().start()) {
            desk.outbox.submit(Samples.act("mine", "c1")).join();
            Await.until("mine", () -> platform.timesApplied.containsKey("mine"));
            desk.awaitSettled();
            assertThat(desk.outbox.waiting().known().orElseThrow().ofOthers()).isEqualTo(1);
        }
        assertThat(platform.arrivals).containsExactly("mine");
    }
}
