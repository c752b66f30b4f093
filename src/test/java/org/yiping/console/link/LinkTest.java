package org.yiping.console.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;
import org.yiping.fake.CutProxy;
import org.yiping.fake.FakeHttp;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.Samples;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.SignIn;
import org.yiping.protocol.SnapshotLine;

class LinkTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private FakePlatform platform;
    private Link link;

    @BeforeEach
    void open() throws IOException {
        platform = new FakePlatform(InstantSource.system());
        link = link(platform.port());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        platform.close();
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private Link link(int port) {
        return new Link(
                new LinkSettings(
                        URI.create("http://127.0.0.1:" + port),
                        Locale.CHINESE,
                        new LinkSettings.Patience(
                                Duration.ofMillis(500), Duration.ofMillis(1500), Duration.ofMillis(100)),
                        new LinkSettings.Retry(Duration.ofMillis(5), Duration.ofMillis(40))),
                new LinkTools(InstantSource.system(), timer, workers, new Random(1)));
    }

    private Answer<SignIn.Me> signIn(String password) {
        return link.signIn(new SignIn.Request("u", password, "dispatcher", "s1"))
                .join();
    }

    @Test
    void aWrongPasswordIsRefusedOnceAndNotTriedAgain() {
        assertThat(signIn("wrong")).isInstanceOf(Answer.Refused.class);
        assertThat(link.me().join()).isInstanceOf(Answer.Refused.class);
        assertThat(link.city().join()).isInstanceOf(Answer.Refused.class);
        assertThat(platform.asked).containsEntry("POST /api/v1/sessions", 1);
        assertThat(signIn("right")).isInstanceOf(Answer.Ok.class);
    }

    @Test
    void aTokenThePlatformForgotIsRenewedUnseen() {
        signIn("right");
        platform.revoke();
        assertThat(link.me().join()).isInstanceOf(Answer.Ok.class);
        assertThat(platform.asked).containsEntry("POST /api/v1/sessions/refresh", 1);
    }

    @Test
    void aTokenAboutToExpireIsRefreshedFirst() {
        platform.faults.tokenSeconds(30);
        signIn("right");
        link.me().join();
        assertThat(platform.asked).containsEntry("POST /api/v1/sessions/refresh", 1);
        assertThat(platform.asked).containsEntry("GET /api/v1/me", 1);
    }

    @Test
    void aRefreshTokenTooOldMeansSigningInAnew() {
        signIn("right");
        platform.faults.refuseRefresh(true);
        platform.revoke();
        assertThat(link.me().join()).isInstanceOf(Answer.Ok.class);
        assertThat(platform.asked).containsEntry("POST /api/v1/sessions", 2);
    }

    @Test
    void nobodyThereIsAnAnswer() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (Link nowhere = link(free)) {
            assertThat(nowhere.signIn(new SignIn.Request("u", "p", "d", "s")).join())
                    .isEqualTo(new Answer.Unreachable<>("unreachable"));
            assertThat(nowhere.city().join()).isInstanceOf(Answer.Unreachable.class);
        }
    }

    @Test
    void whatIsMissingIsRefusedWithTheProblem() {
        signIn("right");
        Answer<List<FlowRecord>> answer = link.records(new CaseId("none")).join();
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(((Answer.Refused<?>) answer).problem().code()).isEqualTo("HTP-404");
    }

    @Test
    void aSnapshotCutAnywhereIsNoSnapshot() throws IOException {
        for (int i = 0; i < 300; i++) {
            platform.put(Kinds.CASE, "c" + i, Samples.aCase("c" + i, "s" + i));
        }
        try (CutProxy proxy = new CutProxy(platform.port());
                Link cut = link(proxy.port())) {
            cut.signIn(new SignIn.Request("u", "right", "d", "s")).join();
            Random random = new Random(5);
            for (int i = 0; i < 12; i++) {
                proxy.cutAfter(100 + random.nextInt(3000));
                List<SnapshotLine> rows = new ArrayList<>();
                assertThat(cut.snapshot(List.of(Kinds.CASE), rows::add).join())
                        .isEqualTo(new Answer.Unreachable<Long>("cut"));
            }
            proxy.cutAfter(Long.MAX_VALUE);
            List<SnapshotLine> rows = new ArrayList<>();
            assertThat(cut.snapshot(List.of(Kinds.CASE), rows::add).join()).isEqualTo(new Answer.Ok<>(300L));
            assertThat(rows).hasSize(300);
        }
    }

    @Test
    void aBulkStreamNeedsItsRevisionAndItsCount() {
        assertThat(read("{\"revision\":7}\n{\"kind\":\"case\",\"id\":\"a\",\"row\":{}}\n{\"count\":1}\n"))
                .isEqualTo("7");
        assertThat(read("{\"revision\":7}\n{\"kind\":\"case\",\"id\":\"a\",\"row\":{}}\n"))
                .contains("cut after 1");
        assertThat(read("{\"revision\":7}\n{\"count\":2}\n")).contains("cut");
        assertThat(read("{\"kind\":\"case\"}\n")).contains("not a bulk stream");
        assertThat(read("")).contains("cut after 0");
        assertThat(read("{\"revision\":7}\n{\"count\":0}\n{\"count\":0}\n")).contains("not a bulk stream");
    }

    private static String read(String text) {
        try {
            return Long.toString(Ndjson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), _ -> {}));
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void aLayerComesWithItsRows() {
        signIn("right");
        Feature road = new Feature(
                "r1",
                "major",
                "人民南路",
                new Shape.Line(List.of(new Position(104.05, 30.63), new Position(104.06, 30.63))),
                Map.of());
        platform.bulk("/api/v1/layers/roads", 5, List.of(road));
        assertThat(link.layer("roads", 0).join()).isEqualTo(new Answer.Ok<>(new Download.Rows<>(5, List.of(road))));
    }

    @Test
    void anUnchangedLayerIsNotFetched() {
        signIn("right");
        platform.documents.put("/api/v1/layers/roads", FakeHttp.Reply.of(304, "application/x-ndjson", new byte[0]));
        assertThat(link.layer("roads", 5).join()).isEqualTo(new Answer.Ok<>(new Download.Unchanged<>()));
    }
}
