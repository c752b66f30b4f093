package org.yiping.simulator.client;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Has a sample of what was closed drawn once a month and judges two thirds of it, as simulated: nobody looked. What is
/// there is left alone. Blocking; one thread.
public final class Rechecker {
    private static final Logger LOG = LoggerFactory.getLogger(Rechecker.class);
    private static final int SIZE = 30;
    private static final int OF_HUNDRED_HOLD = 90;
    private static final int OF_HUNDRED_SEEN = 97;

    private final CityClient client;
    private final CityClient.As who;
    private final InstantSource clock;

    public Rechecker(CityClient client, CityClient.As who, InstantSource clock) {
        this.client = client;
        this.who = who;
        this.clock = clock;
    }

    /// Does so where the platform answers; what it refuses is told and left.
    public void play() {
        JsonNode city = good(client.get(who, "/api/v1/city"));
        if (city == null) {
            return;
        }
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), ZoneId.of(city.path("zone").asString("Asia/Shanghai")));
        String path = "/api/v1/rechecks/demo-" + today.getYear() + "-" + today.getMonthValue();
        JsonNode drawn = good(
                client.put(who, path + "?period=30d", Map.of("counter", "closed", "size", SIZE, "simulated", true)));
        if (drawn == null || drawn.path("judged").asInt() > 0) {
            return;
        }
        JsonNode cards = drawn.path("cards");
        SplittableRandom random = new SplittableRandom(path.hashCode());
        for (int i = 0; i < cards.size() * 2 / 3; i++) {
            int lot = random.nextInt(100);
            String verdict = lot < OF_HUNDRED_HOLD ? "holds" : lot < OF_HUNDRED_SEEN ? "broken" : "unclear";
            good(client.put(
                    who,
                    path + "/verdicts/" + cards.path(i).path("place").asInt(),
                    Map.of("verdict", verdict, "note", "模拟判定")));
        }
        LOG.info("a sample of {} closed cases was drawn and two thirds of it judged, simulated", cards.size());
    }

    private static @Nullable JsonNode good(Reply reply) {
        return switch (reply) {
            case Reply.Good(JsonNode body) -> body;
            case Reply.Bad(int _, String code) -> {
                LOG.info("the re-check was refused: {}", code);
                yield null;
            }
            case Reply.Silence(String reason) -> {
                LOG.info("no re-check: {}", reason);
                yield null;
            }
        };
    }
}
