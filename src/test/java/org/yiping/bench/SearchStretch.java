package org.yiping.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.component.Component;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// Somebody who searches: eight kinds of question in turn, each with other words each time, and beside them the
/// questions the platform asks itself at an intake. One thread.
final class SearchStretch {
    static final List<String> KINDS =
            List.of("number", "status+department", "area+time", "class", "substring", "pinyin", "caller", "no-hit");
    static final List<String> BESIDE = List.of("duplicates", "recommendations");

    private final Seats seats;
    private final Line line;
    private final Random random;
    private final Map<String, Times> times = new LinkedHashMap<>();
    private final Map<String, Integer> hits = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();
    private int failed;

    SearchStretch(Seats seats, long seed) throws IOException {
        this.seats = seats;
        this.line = new Line(seats.port);
        this.random = new Random(seed);
    }

    /// One question of each kind, `beside` too once there are cases to ask about.
    void round() throws IOException {
        for (String kind : KINDS) {
            ask(kind, "/api/v1/search?" + query(kind));
        }
        for (String kind : BESIDE) {
            if (!ids.isEmpty()) {
                ask(kind, "/api/v1/cases/" + ids.get(random.nextInt(ids.size())) + "/" + kind);
            }
        }
    }

    private void ask(String kind, String path) throws IOException {
        long start = System.nanoTime();
        Line.Answer answer = line.get(path, seats.seat("dispatcher", 0).head());
        long took = System.nanoTime() - start;
        if (answer.status() != 200) {
            failed++;
            System.out.println(path + ": " + answer.status() + " " + answer.body());
            return;
        }
        times.computeIfAbsent(kind, k -> new Times()).add(took);
        JsonNode items = Json.mapper().readTree(answer.body()).path("items");
        hits.merge(kind, items.size(), Integer::sum);
        if (kind.equals("class") && ids.size() < 2_000) {
            items.forEach(i -> ids.add(i.path("id").asString()));
        }
    }

    private String query(String kind) {
        CaseClass of = any(seats.city.catalogue().classes());
        return switch (kind) {
            case "number" -> "number=" + (10_000_000 + random.nextInt(MillionCity.CLOSED));
            case "status+department" ->
                "state=" + any(List.of("handling", "to-handle", "closed")) + "&department="
                        + any(seats.city.departments()).id().value();
            case "area+time" -> {
                Component at = any(seats.city.components());
                String area = at.area() == null ? "" : at.area().value();
                Instant from = Instant.now().minusSeconds(86_400L * (10 + random.nextInt(350)));
                yield "area=" + area.substring(0, Math.min(area.length(), 6 + 3 * random.nextInt(3))) + "&from="
                        + from.truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + "&until="
                        + from.plusSeconds(7 * 86_400).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
            }
            case "class" -> "class=" + of.code().value();
            case "substring" ->
                text(any(List.of(
                        of.name(),
                        "地铁出口 " + of.name(),
                        "雨后更明显",
                        any(seats.city.components()).name(),
                        "河堤步道 异味")));
            case "pinyin" ->
                text(any(List.of("jinggai", "lajixiang", "ludeng", "hedibudao", "dtck jinggai", "xunchafaxian")));
            case "caller" -> "caller=" + MillionCity.phone(random);
            default -> text(any(List.of("海豚出没", "紫外线灯塔", "qiongqiong", "井盖海豚", "垃圾反映市民")));
        };
    }

    private static String text(String words) {
        return "text=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    int failed() {
        return failed;
    }

    Times of(String kind) {
        return times.getOrDefault(kind, new Times());
    }

    /// Each kind in its own line: the worst of them is the figure.
    void tell(String when) {
        times.forEach((kind, t) -> System.out.println(
                when + " " + kind + ": " + t.count() + " asked, " + t.told() + ", " + hits.get(kind) + " hits"));
    }
}
