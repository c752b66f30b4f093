package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.Workflow;
import org.yiping.protocol.City;
import org.yiping.protocol.Json;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// Sequences of commands nobody honest sends, over the API: what is refused changes nothing, what is accepted
/// leaves a sound case, and the server never fails.
///
/// The long run is the group `slow`, which `-Dexcluded.groups=` lets in.
class HostileCommandsTest {
    private static final List<String> USERS = List.of(
            "collector", "acceptor", "leader", "dispatcher", "depart1", "depart2", "supervisor", "boss", "wall");
    private static final List<Object> JUNK = new ArrayList<>(List.of(
            "",
            " ",
            "x",
            "d1",
            "p-d1",
            "p-col",
            "E-0110-01",
            "timeout",
            "wrong-dispatch",
            -1,
            0,
            3,
            99_999_999,
            1e300,
            true,
            List.of(),
            List.of("nothing"),
            Map.of("a", 1),
            "2026-13-45",
            "9999-12-31",
            "\u0000",
            "💥"));

    @TempDir
    Path folder;

    private int keys;

    @Test
    void aThousandSequencesLeaveEveryCaseSound() {
        run(1_000, 20261125);
    }

    @Test
    @Tag("slow")
    void tenThousandSequencesLeaveEveryCaseSound() {
        run(10_000, 7);
    }

    private void run(int sequences, long seed) {
        Random random = new Random(seed);
        try (Platform p = Platform.start(folder)) {
            City city = Json.mapper().treeToValue(p.json("/api/v1/city", "leader"), City.class);
            Workflow workflow = city.rules().workflow();
            Map<String, Integer> statuses = new HashMap<>();
            for (int i = 0; i < sequences; i++) {
                String id = "h" + i % 25;
                if (i < 25 || random.nextInt(6) == 0) {
                    count(statuses, p.command("collector", key(), Wishes.report(id, SmallCity.WEST)));
                }
                sequence(p, workflow, id, random, statuses);
            }
            assertThat(statuses.keySet()).allMatch(s -> s.startsWith("2") || s.startsWith("4"));
            assertThat(statuses).containsKeys("200", "403", "409", "422", "400");
            assertThat(p.json("/api/v1/cases?limit=100", "leader").path("items").size())
                    .isEqualTo(25);
        }
    }

    private void sequence(Platform p, Workflow workflow, String id, Random random, Map<String, Integer> statuses) {
        for (int step = 1 + random.nextInt(3); step > 0; step--) {
            JsonNode before = p.json("/api/v1/cases/" + id, "leader");
            HttpResponse<String> answer = p.command(any(USERS, random), key(), wish(workflow, id, random));
            count(statuses, answer);
            JsonNode after = p.json("/api/v1/cases/" + id, "leader");
            if (answer.statusCode() != 200) {
                assertThat(after).as(answer.body()).isEqualTo(before);
            }
            sound(workflow, Json.mapper().treeToValue(after, Case.class));
        }
    }

    private static void sound(Workflow workflow, Case c) {
        Workflow.Ending ending = workflow.ending(c.progress().state());
        assertThat(workflow.find(c.progress().state())).isPresent();
        assertThat(c.progress().clocks().stream().filter(CaseClock::running).count())
                .isEqualTo(ending == Workflow.Ending.OPEN ? 1 : 0);
        assertThat(c.progress().clocks().stream().filter(CaseClock::paused).count())
                .isEqualTo(ending == Workflow.Ending.PAUSED ? 1 : 0);
    }

    private Object wish(Workflow workflow, String id, Random random) {
        String action = random.nextInt(12) == 0
                ? String.valueOf(any(JUNK, random))
                : any(workflow.transitions(), random).action().value();
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String field : List.of(
                "reason",
                "criterion",
                "department",
                "handler",
                "closing",
                "photos",
                "kind",
                "hours",
                "until",
                "reply",
                "survivor",
                "place")) {
            if (random.nextInt(3) > 0) {
                fields.put(field, random.nextInt(3) > 0 ? likely(field) : any(JUNK, random));
            }
        }
        Map<String, Object> wish =
                Wishes.act(id, action, random.nextInt(20) == 0 ? random.nextInt(999_999) : 0, fields);
        switch (random.nextInt(25)) {
            case 0 -> wish.remove("payload");
            case 1 -> wish.put("type", any(JUNK, random));
            case 2 -> wish.put("target", any(JUNK, random));
            case 3 -> wish.put("basedOn", any(JUNK, random));
            case 4 -> wish.put("payload", any(JUNK, random));
            case 5 -> {
                return Json.mapper().writeValueAsString(wish).substring(random.nextInt(40));
            }
            default -> {}
        }
        return wish;
    }

    private static Object likely(String field) {
        return switch (field) {
            case "criterion" -> "E-0110-01";
            case "department" -> "d1";
            case "handler" -> "p-d1";
            case "photos" -> List.of();
            case "kind" -> "timeout";
            case "hours" -> 4;
            case "until" -> java.time.LocalDate.now().plusDays(3).toString();
            case "reply" -> true;
            case "survivor" -> "h1";
            case "place" -> Map.of("address", "一号路", "position", Map.of("longitude", 104.003, "latitude", 30.003));
            default -> "r";
        };
    }

    private static void count(Map<String, Integer> statuses, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        statuses.merge(Integer.toString(answer.statusCode()), 1, Integer::sum);
    }

    private String key() {
        return "hostile-" + keys++;
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
