package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.fake.Await;
import org.yiping.fake.HandClock;
import org.yiping.protocol.Json;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// The detours of a case over the API: what a seat may do and why not the rest, who came first, clocks that
/// explain themselves, and the calendar's own hand.
class CaseworkTest {
    /// Friday, ten in the morning in the city.
    private static final Instant START = Instant.parse("2026-11-20T02:00:00Z");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(START);

    private static void dispatched(Platform p, String id) {
        p.apply("acceptor", Wishes.call(id, SmallCity.WEST));
        p.apply("acceptor", Wishes.act(id, "pass", 0, Map.of()));
        p.apply("leader", Wishes.act(id, "file", 0, Map.of("criterion", "E-0110-01")));
        p.apply("dispatcher", Wishes.act(id, "dispatch", 0, Map.of("department", "d1")));
    }

    private static String state(Platform p, String id) {
        return p.json("/api/v1/cases/" + id, "dispatcher").at("/progress/state").asString();
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        return problem;
    }

    @Test
    void whoComesSecondLearnsWhoDidWhat() {
        try (Platform p = Platform.start(folder, clock)) {
            dispatched(p, "c1");
            long seen = p.json("/api/v1/cases/c1/actions", "depart1")
                    .path("revision")
                    .asLong();
            Map<String, Object> assign = Wishes.act("c1", "assign", seen, Map.of("handler", "p-d1"));
            p.apply("depart1", assign);
            JsonNode lost = problem(p.command("depart1", "second", assign), 409, "CMD-4090");
            assertThat(lost.at("/current/progress/state").asString()).isEqualTo("handling");
            assertThat(lost.at("/last/step/action").asString()).isEqualTo("assign");
            assertThat(lost.at("/last/actor/person").asString()).isEqualTo("p-d1");
            JsonNode blind = problem(
                    p.command("depart1", "third", Wishes.act("c1", "assign", 0, Map.of("handler", "p-d1"))),
                    409,
                    "CMD-4092");
            assertThat(blind.at("/last/given/handler").asString()).isEqualTo("p-d1");
        }
    }

    @Test
    void aReplayedStepIsAnsweredAsBefore() {
        try (Platform p = Platform.start(folder, clock)) {
            dispatched(p, "c1");
            Map<String, Object> wish = Wishes.act("c1", "request-extension", 0, Map.of("hours", 4, "reason", "等料"));
            HttpResponse<String> first = p.command("depart1", "once", wish);
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(p.command("depart1", "once", wish).body()).isEqualTo(first.body());
            assertThat(p.json("/api/v1/cases/c1/records", "leader")
                            .path("items")
                            .size())
                    .isEqualTo(5);
        }
    }

    @Test
    void aSeatIsToldWhatItMayDoAndWhyNotTheRest() {
        try (Platform p = Platform.start(folder, clock)) {
            dispatched(p, "c1");
            Map<String, String> refusals = refusals(p, "depart1");
            assertThat(refusals).containsEntry("assign", "").containsEntry("request-extension", "");
            assertThat(refusals).containsEntry("supervise", "post").containsEntry("reply", "has:reply-wanted");
            assertThat(refusals(p, "leader")).containsEntry("assign", "post").containsEntry("supervise", "");
        }
        clock.set(START.plus(Duration.ofDays(30))); // nobody's token is as old, so everybody signs in anew
        try (Platform p = Platform.start(folder, clock)) {
            assertThat(refusals(p, "depart1")).containsEntry("request-extension", "not-overdue");
            assertThat(refusals(p, "depart1")).containsEntry("request-suspension", "");
        }
    }

    private static Map<String, String> refusals(Platform p, String user) {
        Map<String, String> refusals = new LinkedHashMap<>();
        p.json("/api/v1/cases/c1/actions", user)
                .path("items")
                .forEach(i -> refusals.put(
                        i.path("action").asString(), i.path("refusal").asString("")));
        return refusals;
    }

    @Test
    void everyClockExplainsItselfMinuteByMinute() {
        try (Platform p = Platform.start(folder, clock)) {
            dispatched(p, "c1");
            p.apply("depart1", Wishes.act("c1", "request-extension", 0, Map.of("hours", 4, "reason", "等料")));
            p.apply("leader", Wishes.act("c1", "extension-support", 0, Map.of("reason", "同意")));
            p.apply("dispatcher", Wishes.act("c1", "extension-approve", 0, Map.of("reason", "同意")));
            JsonNode clocks = p.json("/api/v1/cases/c1/clocks", "depart1").path("items");
            assertThat(clocks).hasSize(4);
            JsonNode handle = clocks.get(3);
            assertThat(handle.at("/clock/basis/limit/value").asInt()).isEqualTo(4);
            assertThat(handle.at("/clock/basis/calendarVersion").asString()).isEqualTo("cal-1");
            assertThat(handle.path("exact").asBoolean()).isTrue();
            // eight working hours from Friday ten: two, noon, four, the weekend's nights and days, two
            assertThat(handle.path("segments"))
                    .extracting(s ->
                            s.path("kind").asString() + " " + s.path("counted").asString() + " "
                                    + s.path("extension").asInt())
                    .containsExactly(
                            "WORKING PT2H 0",
                            "BREAK PT0S 0",
                            "WORKING PT2H 0",
                            "WORKING PT2H 1",
                            "NIGHT PT0S 1",
                            "WEEKEND PT0S 1",
                            "WEEKEND PT0S 1",
                            "NIGHT PT0S 1",
                            "WORKING PT2H 1");
            assertThat(handle.at("/clock/dueAt").asString()).isEqualTo("2026-11-23T02:00:00Z");
        }
    }

    @Test
    void aSuspensionThatEndsWhileTheServerIsDownIsResumedWhenItIsBack() {
        try (Platform p = Platform.start(folder, clock)) {
            dispatched(p, "c1");
            LocalDate until = LocalDate.parse("2026-11-22");
            p.apply(
                    "depart1",
                    Wishes.act("c1", "request-suspension", 0, Map.of("until", until.toString(), "reason", "等")));
            p.apply("dispatcher", Wishes.act("c1", "suspension-approve", 0, Map.of("reason", "同意")));
            assertThat(state(p, "c1")).isEqualTo("suspended");
            assertThat(p.json("/api/v1/cases/c1/clocks", "leader")
                            .at("/items/3/segments/0/kind")
                            .asString())
                    .isEqualTo("PAUSE");
        }
        clock.set(Instant.parse("2026-11-25T00:00:00Z"));
        try (Platform p = Platform.start(folder, clock)) {
            Await.until("the timer has resumed the case", () -> state(p, "c1").equals("to-handle"));
            JsonNode records = p.json("/api/v1/cases/c1/records", "leader").path("items");
            JsonNode last = records.get(records.size() - 1);
            assertThat(last.at("/step/action").asString()).isEqualTo("resume-due");
            assertThat(last.at("/actor/post").asString()).isEqualTo("timer");
            // the pause ended when it was to end, on Monday at midnight
            JsonNode handle = p.json("/api/v1/cases/c1/clocks", "leader").at("/items/3");
            assertThat(handle.at("/clock/changes/pauses/0/to").asString()).isEqualTo("2026-11-22T16:00:00Z");
            assertThat(handle.at("/clock/dueAt").asString()).isEqualTo("2026-11-23T04:00:00Z");
        }
    }

    @Test
    void aClockSetBackDoesNotTurnRecordsBack() {
        try (Platform p = Platform.start(folder, clock)) {
            dispatched(p, "c1");
            clock.set(START.minus(Duration.ofHours(1)));
            String photo = Photos.upload(p, "depart1", Photos.jpeg(1));
            p.apply("depart1", Wishes.act("c1", "assign", 0, Map.of("handler", "p-d1")));
            p.apply("depart1", Wishes.act("c1", "finish", 0, Map.of("reason", "清", "photos", List.of(photo))));
            List<String> at = p.json("/api/v1/cases/c1/records", "leader").path("items").values().stream()
                    .map(r -> r.path("at").asString())
                    .toList();
            assertThat(at).hasSize(6).isSorted();
        }
    }

    @Test
    void whatTheCollectorPutRightComesWithBothPhotos() {
        try (Platform p = Platform.start(folder, clock)) {
            String before = Photos.upload(p, "collector", Photos.jpeg(2));
            String after = Photos.upload(p, "collector", Photos.jpeg(3));
            Map<String, Object> wish = Wishes.report("c9", SmallCity.WEST);
            Map<String, Object> payload = new LinkedHashMap<>();
            payload.put("intake", ((Map<?, ?>) wish.get("payload")).get("intake"));
            payload.put("action", "self-handle");
            payload.put("photos", List.of(before));
            wish.put("payload", payload);
            problem(p.command("collector", "k1", wish), 422, "CMD-4224");
            payload.put("afterPhotos", List.of("not-a-file"));
            problem(p.command("collector", "k2", wish), 422, "CMD-4220");
            payload.put("afterPhotos", List.of(after));
            p.apply("collector", wish);
            p.apply("acceptor", Wishes.act("c9", "audit-pass", 0, Map.of()));
            JsonNode c = p.json("/api/v1/cases/c9", "leader");
            assertThat(c.at("/progress/flags/0").asString()).isEqualTo("self-handled");
            assertThat(c.at("/head/photos/1/phase").asString()).isEqualTo("after");
        }
    }
}
