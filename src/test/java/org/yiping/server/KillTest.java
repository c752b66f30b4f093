package org.yiping.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

class KillTest {
    private static final int KILLS = 20;

    @TempDir
    Path folder;

    @Test
    void afterTwentyKillsNoAnsweredCommandIsMissingAndNoneIsThereTwice() throws Exception {
        Map<String, Long> sent;
        try (KillStorm storm = new KillStorm(folder, 20261122)) {
            for (int kill = 0; kill < KILLS; kill++) {
                storm.once();
            }
            sent = storm.sent();
        }
        JournalStory story = JournalStory.read(folder.resolve("data"));
        assertThat(story.firstBroken()).isZero();
        assertThat(story.twice()).isEmpty();
        assertThat(story.commands()).isEqualTo(sent);
        assertThat(story.cases()).isEqualTo(sent.keySet()).hasSizeGreaterThan(KILLS * 5);
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
