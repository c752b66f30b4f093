package org.yiping.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;

@ExtendWith(OnePlatform.class)
class ConformanceTest {
    private static final Contract CONTRACT = Contract.in(Path.of("docs/api"));

    static Platform platform;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    private static List<Account> accounts() {
        return Stream.of("leader:duty-leader", "acceptor:acceptor", "boss:administrator")
                .map(a -> a.split(":"))
                .map(a -> new Account(a[0], platform.password(a[0]), a[1]))
                .toList();
    }

    private Report conform(int port, List<Account> accounts, boolean readOnly) throws InterruptedException {
        return new Conformance(CONTRACT, new PrintStream(said, true, StandardCharsets.UTF_8))
                .of(URI.create("http://127.0.0.1:" + port), accounts, readOnly);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void thePlatformThatComesWithTheConsoleKeepsTheContract() throws InterruptedException {
        Report report = conform(platform.port(), accounts(), false);
        assertThat(report.wrong()).as(said()).isEmpty();
        assertThat(report.missing()).as(said()).isEmpty();
        assertThat(said().lines()).hasSize(report.checked()).allMatch(l -> l.startsWith("ok       "));
        assertThat(report.checked()).isGreaterThan(60);
    }

    @Test
    void withoutAnAccountOnlyWhatStrangersMeetIsLookedAt() throws InterruptedException {
        Report report = conform(platform.port(), List.of(), false);
        assertThat(report.wrong()).as(said()).isEmpty();
        assertThat(report.missing()).contains("GET /api/v1/cases").doesNotContain("GET /api", "no token");
    }

    @Test
    void everySeededFaultIsFoundAndNothingElse() throws Exception {
        AtomicInteger keys = new AtomicInteger(100_000);
        try (CripplingProxy crippled = new CripplingProxy(
                platform.port(),
                asked -> asked.replace("GET /api/v1/units ", "GET /api/v1/unitz ")
                        .replace("If-None-Match:", "If-None-Hatch:")
                        .replace("/departments?limit=", "/departments?limix=")
                        .replace("/people?limit=1&fields=", "/people?limit=1&fieldz=")
                        .replaceAll("(Idempotency-Key: conform-.{30}).{6}\r", "$1" + keys.incrementAndGet() + "\r"),
                answered -> answered.replace("\"serverTime\"", "\"serverTimx\"")
                        .replace("\"heartbeat\"", "\"heartbeax\"")
                        .replace("\"type\":\"resync\"", "\"type\":\"resynk\"")
                        .replace("\"capabilities\"", "\"capabilitiez\"")
                        .replace("ROU-4040", "rou-4040"))) {
            Report report = conform(crippled.port(), accounts(), false);
            assertThat(report.missing()).as(said()).containsExactly("GET /api/v1/units");
            assertThat(report.wrong())
                    .as(said())
                    .containsExactlyInAnyOrder(
                            "GET /api",
                            "a repeated key gets the same answer",
                            "deltas fit together and name their command",
                            "the stream keeps to its topics",
                            "GET /api/v1/cases/{id} unchanged",
                            "GET /api/v1/layers/{name} unchanged",
                            "GET /api/v1/components unchanged",
                            "GET /api/v1/files/{id} unchanged",
                            "GET /api/v1/figures/board unchanged",
                            "GET /api/v1/walls/{id}/pictures unchanged",
                            "GET /api/v1/departments in pages",
                            "GET /api/v1/people with fields=",
                            "unknown route",
                            "the stream says hello first",
                            "the stream beats",
                            "an unknown revision is sent back to the snapshot");
        }
    }
}
