package org.yiping.simulator.client;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Plans this month's inspection of the fictional city, has its points drawn, and fills in some cards
/// and questionnaires as simulated ones: nobody was there, nobody was asked. Once a month; what is
/// there is left alone. Blocking; one thread.
public final class Inspector {
    private static final Logger LOG = LoggerFactory.getLogger(Inspector.class);
    private static final String ALL = "/api/v1/inspections";
    private static final int EACH = 6;
    private static final int REPLIES = 36;

    private final CityClient client;
    private final CityClient.As who;
    private final InstantSource clock;

    public Inspector(CityClient client, CityClient.As who, InstantSource clock) {
        this.client = client;
        this.who = who;
        this.clock = clock;
    }

    /// Does so where the platform answers; what it refuses is told and left.
    public void play() {
        JsonNode set = good(client.get(who, ALL + "/set"));
        JsonNode city = good(client.get(who, "/api/v1/city"));
        if (set == null || city == null) {
            return;
        }
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), ZoneId.of(city.path("zone").asString("Asia/Shanghai")));
        String id = "demo-" + today.getYear() + "-" + today.getMonthValue();
        if (good(client.get(who, ALL + "/" + id)) != null) {
            return;
        }
        List<Map<String, Object>> quotas = new ArrayList<>();
        set.path("kinds").forEach(k -> quotas.add(Map.of("kind", k.path("code").asString(), "points", EACH)));
        Map<String, Object> task = Map.of(
                "name",
                today.getMonthValue() + " 月实地考察（模拟）",
                "from",
                today.withDayOfMonth(1).toString(),
                "until",
                today.with(TemporalAdjusters.lastDayOfMonth()).toString(),
                "area",
                city.path("code").asString(),
                "quotas",
                quotas);
        JsonNode planned = good(client.put(who, ALL + "/" + id, task));
        JsonNode drawn = planned == null ? null : good(client.put(who, ALL + "/" + id + "/draw", Map.of()));
        if (drawn != null) {
            fill(id, set, drawn.at("/draw/points"));
            LOG.info("an inspection was planned and two thirds of its points marked, simulated");
        }
    }

    private void fill(String id, JsonNode set, JsonNode points) {
        SplittableRandom random = new SplittableRandom(id.hashCode());
        for (int place = 0; place < points.size() * 2 / 3; place++) {
            String kind = points.path(place).path("kind").asString();
            List<Map<String, Object>> marks = new ArrayList<>();
            for (JsonNode item : set.path("items")) {
                boolean asked = item.path("kinds").isEmpty()
                        || item.path("kinds")
                                .valueStream()
                                .anyMatch(k -> k.asString().equals(kind));
                if (asked) {
                    int most = item.path("most").asInt();
                    marks.add(Map.of(
                            "item",
                            item.path("code").asString(),
                            "points",
                            Math.max(0, most - random.nextInt(1 + random.nextInt(1 + most)))));
                }
            }
            Map<String, Object> sheet = new LinkedHashMap<>();
            sheet.put("done", true);
            sheet.put("marks", marks);
            sheet.put("note", "");
            sheet.put("photos", List.of());
            sheet.put("problems", List.of());
            sheet.put("simulated", true);
            send(id, "inspectPoint", place, Map.of("place", place, "edition", 0, "sheet", sheet));
        }
        for (int i = 0; i < REPLIES; i++) {
            List<Map<String, Object>> given = new ArrayList<>();
            for (JsonNode question : set.path("questions")) {
                JsonNode choices = question.path("choices");
                int one = random.nextInt(choices.size());
                int choice = Math.min(one, random.nextInt(choices.size()));
                given.add(Map.of(
                        "question",
                        question.path("code").asString(),
                        "choice",
                        choices.path(choice).path("code").asString()));
            }
            send(id, "enterReply", i, Map.of("form", Map.of("given", given, "simulated", true)));
        }
    }

    private void send(String id, String type, int number, Map<String, Object> payload) {
        good(client.send(
                who,
                "/api/v1/commands",
                Map.of("type", type, "target", id, "basedOn", 0, "payload", payload),
                "Idempotency-Key",
                id + "-" + type + "-" + number));
    }

    private static @Nullable JsonNode good(Reply reply) {
        return switch (reply) {
            case Reply.Good(JsonNode body) -> body;
            case Reply.Bad(int status, String code) -> {
                if (status != 404) {
                    LOG.info("the inspection was refused: {}", code);
                }
                yield null;
            }
            case Reply.Silence(String reason) -> {
                LOG.info("no inspection: {}", reason);
                yield null;
            }
        };
    }
}
