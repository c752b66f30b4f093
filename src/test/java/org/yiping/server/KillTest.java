package org.yiping.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.protocol.Json;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;
import tools.jackson.databind.JsonNode;

class KillTest {
    private static final int KILLS = 20;
    private static final int SENDERS = 6;

    @TempDir
    Path folder;

    /// Every key that was sent; the revision it was answered with, or 0 while nobody knows.
    private final Map<String, Long> sent = new ConcurrentHashMap<>();

    @Test
    void afterTwentyKillsNoAnsweredCommandIsMissingAndNoneIsThereTwice() throws Exception {
        Random random = new Random(20261122);
        Child child = Child.start(folder);
        try (Caller first = Caller.signIn(child.port(), folder.resolve("data"), "collector", "collector")) {
            for (int kill = 0; kill < KILLS; kill++) {
                storm(first.at(child.port()), child, 5 + random.nextInt(60), "k" + kill + "-");
                child = Child.start(folder);
                askAgain(first.at(child.port()));
            }
        } finally {
            child.close();
        }
        compareWithTheJournal();
    }

    /// Sends until so many answers are in, then kills the server under the rest.
    private void storm(Caller caller, Child child, int answers, String prefix) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(answers);
        try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
            for (int s = 0; s < SENDERS; s++) {
                String mine = prefix + s + "-";
                threads.execute(() -> {
                    for (int n = 0; enough.getCount() > -1; n++) {
                        String key = mine + n;
                        sent.put(key, 0L);
                        Optional<HttpResponse<String>> answer = caller.command(key, Wishes.report(key, SmallCity.WEST));
                        if (answer.isEmpty()) {
                            return;
                        }
                        assertThat(answer.get().statusCode()).isEqualTo(200);
                        sent.put(key, revision(answer.get()));
                        enough.countDown();
                    }
                });
            }
            enough.await();
            child.kill();
        }
        caller.close();
    }

    /// What was answered is answered alike; what was not is sent again under its key.
    private void askAgain(Caller caller) {
        Map<String, Long> before = new HashMap<>(sent);
        before.forEach((key, revision) -> {
            if (revision == 0 || key.hashCode() % 16 == 0) {
                HttpResponse<String> answer =
                        caller.command(key, Wishes.report(key, SmallCity.WEST)).orElseThrow();
                assertThat(answer.statusCode()).as(key + answer.body()).isEqualTo(200);
                if (revision > 0) {
                    assertThat(revision(answer)).as(key).isEqualTo(revision);
                }
                sent.put(key, revision(answer));
            }
        });
        caller.close();
    }

    private static long revision(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body()).path("revision").asLong();
    }

    private void compareWithTheJournal() throws IOException {
        Set<String> cases = new HashSet<>();
        Set<String> records = new HashSet<>();
        try (Database database = Database.open(folder.resolve("data"), null)) {
            assertThat(new Ledger(database).firstBroken()).isZero();
            var journal = new org.yiping.server.data.JournalReader(database);
            long last = 0;
            for (var page = journal.after(0, 1000); !page.isEmpty(); page = journal.after(last, 1000)) {
                for (var e : page) {
                    last = e.revision();
                    if (e.change().kind().equals("case")) {
                        assertThat(cases.add(e.change().id())).as("twice: " + e).isTrue();
                    } else if (e.change().kind().equals("record")) {
                        assertThat(records.add(e.change().id())).isTrue();
                        assertThat(sent.get(String.valueOf(e.origin().commandId())))
                                .isEqualTo(last);
                    }
                }
            }
        }
        assertThat(cases).isEqualTo(sent.keySet());
        assertThat(records).isEqualTo(sent.keySet());
        assertThat(cases).hasSizeGreaterThan(KILLS * 5);
    }

    @Test
    void whatCannotBeWrittenIsRefusedAndTheRestSurvives() throws Exception {
        Child limited = Child.start(folder, java.util.List.of("bash", "-c", "ulimit -f 1400; exec \"$0\" \"$@\""));
        Set<String> answered = new HashSet<>();
        Set<Integer> refusals = new HashSet<>();
        try (Caller caller = Caller.signIn(limited.port(), folder.resolve("data"), "collector", "collector")) {
            for (int n = 0; n < 3000 && refusals.isEmpty(); n++) {
                HttpResponse<String> answer = caller.command("d" + n, Wishes.report("d" + n, SmallCity.WEST))
                        .orElseThrow();
                if (answer.statusCode() == 200) {
                    answered.add("d" + n);
                } else {
                    refusals.add(answer.statusCode());
                    assertThat(Json.mapper()
                                    .readTree(answer.body())
                                    .path("code")
                                    .asString())
                            .isEqualTo("STO-5030");
                }
            }
        } finally {
            limited.kill();
        }
        assertThat(refusals).containsExactly(503);
        assertThat(answered).isNotEmpty();
        try (Child again = Child.start(folder);
                Caller caller = Caller.signIn(again.port(), folder.resolve("data"), "acceptor", "acceptor")) {
            Set<String> there = new HashSet<>();
            String next = "0";
            while (next != null) {
                JsonNode page = caller.json("/api/v1/cases?limit=1000&fields=id&after=" + next);
                page.path("items").forEach(i -> there.add(i.path("id").asString()));
                next = page.has("next") ? page.path("next").asString() : null;
            }
            assertThat(there).containsAll(answered);
        }
    }
}
