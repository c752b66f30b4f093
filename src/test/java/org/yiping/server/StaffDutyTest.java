package org.yiping.server;

// long because shifts, free days, grids and posts of one person are judged side by side

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.fake.HandClock;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// Which day and which grid people are judged by: night shifts, free days, days without a sign, and whoever was given
/// another area or post since.
class StaffDutyTest {
    private static final String ALL_DAYS = "MONDAY;TUESDAY;WEDNESDAY;THURSDAY;FRIDAY;SATURDAY;SUNDAY";
    private static final double WEST = 104.001;
    private static final double EAST = 104.012;

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-03-09T00:00:00Z"));
    private Platform platform;

    @AfterEach
    void stop() {
        platform.close();
    }

    /// A city whose collectors have these shifts, each as `days,begins,ends,people`; p-col serves the western district.
    private void beginIn(String zone, String... shifts) throws IOException {
        Path city = SmallCity.in(folder);
        StringBuilder roster = new StringBuilder("version,from,shift,english,begins,ends,days,post,people\n");
        for (String shift : shifts) {
            String[] cells = shift.split(",");
            roster.append(
                    "r-1,2026-01-01,班,Shift,%s,%s,%s,collector,%s\n".formatted(cells[1], cells[2], cells[0], cells[3]));
        }
        Files.writeString(city.resolve("roster.csv"), roster.toString());
        String settings = Files.readString(city.resolve("city.yaml"));
        Files.writeString(city.resolve("city.yaml"), settings.replace("Asia/Shanghai", zone));
        platform = Platform.again(folder, clock);
        person("p-col", "collector", "990101");
    }

    private void begin(String... shifts) throws IOException {
        beginIn("Asia/Shanghai", shifts);
    }

    private void person(String id, String post, String... areas) {
        HttpResponse<String> answer = platform.send(platform.request("/api/v1/people/" + id, "boss")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper()
                        .writeValueAsString(
                                Map.of("id", id, "name", id, "posts", List.of(post), "areas", List.of(areas))))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /// At a later time, by a platform that was started anew: everything stands where it will stay.
    private void at(String time) throws IOException {
        clock.set(Instant.parse(time));
        platform.close();
        platform = Platform.again(folder, clock);
    }

    private void sign(String time, boolean in) throws IOException {
        at(time);
        HttpResponse<String> answer = platform.post("/api/v1/staff/signs", "collector", Map.of("in", in));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /// A fix a minute along the street of that district, up and down, 48 m a minute.
    private void walk(String unit, String kind, double longitude, Instant from, Duration lasting) {
        List<Map<String, Object>> samples = new ArrayList<>();
        for (int i = 0; i <= lasting.toMinutes(); i++) {
            int along = i % 12 < 6 ? i % 12 : 12 - i % 12;
            samples.add(Map.of(
                    "id",
                    unit,
                    "kind",
                    kind,
                    "name",
                    unit,
                    "position",
                    Map.of("longitude", longitude + 0.0005 * along, "latitude", 30.005),
                    "at",
                    from.plusSeconds(60L * i)));
        }
        assertThat(platform.post("/api/v1/telemetry", "device", Map.of("samples", samples))
                        .statusCode())
                .isEqualTo(204);
    }

    private void walk(String from, Duration lasting) {
        walk("p-col", "collector", WEST, Instant.parse(from), lasting);
    }

    private Optional<JsonNode> find(String unit, String period, String day) {
        return platform.json("/api/v1/staff?period=" + period + "&day=" + day, "supervisor")
                .path("rows")
                .valueStream()
                .filter(r -> r.path("unit").asString("").equals(unit))
                .findFirst();
    }

    private JsonNode row(String day) {
        return find("p-col", "day", day).orElseThrow();
    }

    private JsonNode opened(String day) {
        return platform.json("/api/v1/staff/days/p-col/" + day, "supervisor").path("day");
    }

    private static long hours(long hours) {
        return Duration.ofHours(hours).toMillis();
    }

    private static void isShare(JsonNode share, long part, long whole) {
        assertThat(share.path("part").asLong(-1)).as(share.toString()).isEqualTo(part);
        assertThat(share.path("whole").asLong(-1)).as(share.toString()).isEqualTo(whole);
    }

    private static void isUnknown(JsonNode share) {
        assertThat(share.has("part") && share.has("whole")).as(share.toString()).isFalse();
    }

    @Test
    void aNightShiftIsOneDaysWithTheSignsAndTheTrackOfBoth() throws IOException {
        begin("WEDNESDAY,22:00,06:00,p-col");
        sign("2026-03-11T13:50:00Z", true);
        at("2026-03-11T18:00:00Z");
        HttpResponse<String> call = platform.send(platform.request("/api/v1/staff/rollcalls/night", "supervisor")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"size\":1}")));
        assertThat(call.body()).as("at two in the morning").contains("\"basis\":\"sign\"");
        sign("2026-03-11T22:05:00Z", false);
        walk("2026-03-11T14:00:00Z", Duration.ofHours(8));
        JsonNode night = row("2026-03-11");
        isShare(night.path("attendance"), hours(8), hours(8));
        assertThat(night.path("onDutyMillis").asLong())
                .isEqualTo(hours(8) + Duration.ofMinutes(15).toMillis());
        assertThat(night.path("trackedMillis").asLong())
                .isEqualTo(night.path("onDutyMillis").asLong()
                        - night.at("/gap/part").asLong());
        assertThat(night.at("/gap/part").asLong())
                .isLessThanOrEqualTo(Duration.ofMinutes(15).toMillis());
        JsonNode free = row("2026-03-12");
        assertThat(free.path("onDutyMillis").asLong())
                .as("it was of the day before")
                .isZero();
        at("2026-03-16T00:00:00Z");
        JsonNode week = find("p-col", "week", "2026-03-11").orElseThrow();
        isShare(week.path("attendance"), hours(8), hours(8));
        assertThat(week.path("onDutyMillis").asLong())
                .isEqualTo(night.path("onDutyMillis").asLong());
        assertThat(week.path("metres").asLong()).isEqualTo(night.path("metres").asLong());
    }

    @Test
    void whoComesAfterMidnightSignsForTheShiftThatRuns() throws IOException {
        begin(ALL_DAYS + ",22:00,06:00,p-col");
        sign("2026-03-11T16:10:00Z", true);
        sign("2026-03-11T22:00:00Z", false);
        at("2026-03-12T04:00:00Z");
        isShare(
                row("2026-03-11").path("attendance"),
                hours(6) - Duration.ofMinutes(10).toMillis(),
                hours(8));
        assertThat(row("2026-03-12").path("onDutyMillis").asLong()).isZero();
    }

    @Test
    void aNightThatNobodyPlannedIsOfTheDayItBeganOn() throws IOException {
        begin();
        sign("2026-03-31T14:00:00Z", true);
        sign("2026-03-31T22:00:00Z", false);
        at("2026-04-02T00:00:00Z");
        assertThat(row("2026-03-31").path("onDutyMillis").asLong()).isEqualTo(hours(8));
        assertThat(find("p-col", "month", "2026-03-31")
                        .orElseThrow()
                        .path("onDutyMillis")
                        .asLong())
                .isEqualTo(hours(8));
        assertThat(find("p-col", "month", "2026-04-01")
                        .orElseThrow()
                        .path("onDutyMillis")
                        .asLong())
                .as("of the month it began in")
                .isZero();
    }

    @Test
    void theNightInWhichClocksArePutBackHasNineHoursAndTheOtherSeven() throws IOException {
        clock.set(Instant.parse("2026-03-20T00:00:00Z"));
        beginIn("Europe/Berlin", "SATURDAY,22:00,06:00,p-col", "SUNDAY,02:30,02:45,p-x", "SUNDAY,02:30,03:15,p-x");
        person("p-x", "collector", "990101");
        sign("2026-03-28T21:00:00Z", true);
        sign("2026-03-29T04:00:00Z", false);
        isShare(row("2026-03-28").path("attendance"), hours(7), hours(7));
        at("2026-03-30T12:00:00Z");
        assertThat(find("p-x", "day", "2026-03-29")
                        .orElseThrow()
                        .path("onDutyMillis")
                        .asLong())
                .as("of the shift that ends a quarter past three, what the clocks left")
                .isEqualTo(Duration.ofMinutes(15).toMillis());
        sign("2026-10-24T20:00:00Z", true);
        sign("2026-10-25T05:00:00Z", false);
        isShare(row("2026-10-24").path("attendance"), hours(9), hours(9));
        assertThat(row("2026-10-25").path("onDutyMillis").asLong()).isZero();
    }

    @Test
    void aDayWithoutASignIsUnknownToSignsThoughTheyWereUsedBefore() throws IOException {
        begin(ALL_DAYS + ",08:00,16:00,p-col");
        sign("2026-03-10T00:00:00Z", true);
        sign("2026-03-10T08:00:00Z", false);
        at("2026-03-12T00:00:00Z");
        isShare(row("2026-03-10").path("attendance"), hours(8), hours(8));
        isUnknown(row("2026-03-11").path("attendance"));
        assertThat(row("2026-03-11").path("onDutyMillis").asLong())
                .as("by the roster")
                .isEqualTo(hours(8));
        assertThat(opened("2026-03-11").path("basis").asString()).isEqualTo("roster");
        isUnknown(row("2026-03-09").path("attendance"));
    }

    @Test
    void aSignOutAloneDoesNotSaySinceWhen() throws IOException {
        begin(ALL_DAYS + ",08:00,16:00,p-col");
        sign("2026-03-10T08:00:00Z", false);
        at("2026-03-11T00:00:00Z");
        isUnknown(row("2026-03-10").path("attendance"));
        assertThat(opened("2026-03-10").path("basis").asString()).isEqualTo("roster");
    }

    @Test
    void anAreaWithoutAnOutlineSaysNothingOfWhoIsOutside() throws IOException {
        begin();
        person("p-none", "collector", "990103");
        person("p-part", "collector", "990101", "990103");
        at("2026-03-10T04:00:00Z");
        for (String unit : List.of("p-none", "p-part", "p-col")) {
            walk(unit, "collector", EAST, Instant.parse("2026-03-10T01:00:00Z"), Duration.ofMinutes(30));
        }
        for (String unit : List.of("p-none", "p-part")) {
            JsonNode row = find(unit, "day", "2026-03-10").orElseThrow();
            assertThat(row.path("trackedMillis").asLong())
                    .isEqualTo(Duration.ofMinutes(30).toMillis());
            isUnknown(row.path("offGrid"));
            isUnknown(row.path("coverage"));
        }
        isShare(
                row("2026-03-10").path("offGrid"),
                Duration.ofMinutes(30).toMillis(),
                Duration.ofMinutes(30).toMillis());
    }

    @Test
    void whoeverIsGivenAnotherGridWasInTheOldOneBefore() throws IOException {
        begin();
        at("2026-03-10T04:00:00Z");
        walk("2026-03-10T01:00:00Z", Duration.ofMinutes(30));
        JsonNode before = row("2026-03-10");
        assertThat(before.at("/offGrid/part").asLong()).isZero();
        assertThat(before.at("/coverage/part").asLong()).isPositive();
        at("2026-03-12T00:00:00Z");
        person("p-col", "collector", "990102");
        for (String time : List.of("2026-03-12T00:01:00Z", "2026-03-12T09:00:00Z")) {
            at(time);
            assertThat(row("2026-03-10").path("offGrid")).isEqualTo(before.path("offGrid"));
            assertThat(row("2026-03-10").path("coverage")).isEqualTo(before.path("coverage"));
            JsonNode opened = opened("2026-03-10");
            assertThat(opened.path("offGridMillis").asLong(-1)).isZero();
            assertThat(opened.path("passed").asLong())
                    .isEqualTo(before.at("/coverage/part").asLong());
        }
        // a fix that comes late is judged by the grid of its day
        walk("2026-03-10T02:00:00Z", Duration.ofMinutes(10));
        at("2026-03-12T09:01:00Z");
        assertThat(row("2026-03-10").at("/offGrid/part").asLong()).isZero();
        assertThat(row("2026-03-10").at("/offGrid/whole").asLong())
                .isGreaterThan(before.at("/offGrid/whole").asLong());
        // and since then by the new one
        walk("2026-03-12T08:00:00Z", Duration.ofMinutes(20));
        at("2026-03-12T09:02:00Z");
        isShare(
                row("2026-03-12").path("offGrid"),
                Duration.ofMinutes(20).toMillis(),
                Duration.ofMinutes(20).toMillis());
    }

    @Test
    void whoeverIsMovedInTheMiddleOfADayIsInEachGridInItsTime() throws IOException {
        begin();
        at("2026-03-10T02:00:00Z");
        walk("2026-03-10T01:00:00Z", Duration.ofMinutes(59));
        person("p-col", "collector", "990102");
        at("2026-03-10T03:30:00Z");
        walk("p-col", "collector", EAST, Instant.parse("2026-03-10T02:00:00Z"), Duration.ofMinutes(60));
        JsonNode row = row("2026-03-10");
        assertThat(row.at("/offGrid/part").asLong(-1)).isZero();
        isUnknown(row.path("coverage"));
        isUnknown(find("p-col", "day", "2026-03-10").orElseThrow().path("missed"));
    }

    @Test
    void streetsThatAreImportedLaterChangeNoDayBefore() throws Exception {
        begin();
        at("2026-03-11T04:00:00Z");
        walk("2026-03-10T01:00:00Z", Duration.ofMinutes(30));
        JsonNode before = row("2026-03-10").path("coverage");
        platform.close();
        Path city = folder.resolve("city/layers/road.geojson");
        Files.move(city, folder.resolve("road.geojson"));
        clock.set(Instant.parse("2026-03-11T05:00:00Z"));
        try (var database = org.yiping.server.data.Database.open(folder.resolve("data"), null)) {
            var sink = new org.yiping.server.load.StorageSink(
                    database,
                    new org.yiping.server.data.Ledger(database),
                    org.yiping.server.command.Rulebook.load(new org.yiping.server.data.Meta(database)),
                    clock);
            sink.layer("road", List.of(), "nobody", "WGS 84");
        }
        at("2026-03-12T04:00:00Z");
        assertThat(row("2026-03-10").path("coverage")).isEqualTo(before);
        walk("2026-03-10T02:00:00Z", Duration.ofMinutes(2));
        walk("2026-03-12T01:00:00Z", Duration.ofMinutes(30));
        at("2026-03-12T04:01:00Z");
        assertThat(row("2026-03-10").at("/coverage/whole"))
                .as("judged again by the streets of its day")
                .isEqualTo(before.path("whole"));
        assertThat(row("2026-03-12").at("/coverage/whole"))
                .as("by squares, without streets")
                .isNotEqualTo(before.path("whole"));
    }

    @Test
    void aFreeDayIsFreeThoughThePhoneIsCarried() throws IOException {
        begin("MONDAY,08:00,16:00,p-col", ALL_DAYS + ",08:00,16:00,p-other");
        person("p-new", "collector", "990101");
        at("2026-03-10T04:00:00Z");
        walk("2026-03-10T01:00:00Z", Duration.ofMinutes(30));
        walk("p-new", "collector", EAST, Instant.parse("2026-03-10T01:00:00Z"), Duration.ofMinutes(30));
        for (String unit : List.of("p-col", "p-new")) {
            JsonNode row = find(unit, "day", "2026-03-10").orElseThrow();
            assertThat(row.path("onDutyMillis").asLong()).as(unit).isZero();
            assertThat(row.path("days").asInt()).as("known to be free").isOne();
            isUnknown(row.path("coverage"));
            assertThat(row.has("score")).isFalse();
        }
        assertThat(opened("2026-03-10").path("basis").asString()).isEqualTo("roster");
        walk("2026-03-10T04:00:00Z", Duration.ZERO);
        HttpResponse<String> call = platform.send(platform.request("/api/v1/staff/rollcalls/free", "supervisor")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"size\":1}")));
        assertThat(call.statusCode()).as("nobody is on duty").isEqualTo(409);
    }

    @Test
    void beforeAShiftBeginsNobodyIsOnDuty() throws IOException {
        begin(ALL_DAYS + ",14:00,22:00,p-col");
        at("2026-03-10T04:00:00Z");
        walk("2026-03-10T01:00:00Z", Duration.ofMinutes(30));
        assertThat(row("2026-03-10").path("onDutyMillis").asLong()).isZero();
    }

    @Test
    void aRosterOfOthersPostsSaysNothing() throws IOException {
        begin();
        at("2026-03-10T04:00:00Z");
        walk("2026-03-10T01:00:00Z", Duration.ofMinutes(30));
        assertThat(opened("2026-03-10").path("basis").asString()).isEqualTo("track");
    }

    @Test
    void twoShiftsThatOverlapCountOnce() throws IOException {
        begin("MONDAY,08:00,12:00,p-col", "MONDAY,10:00,14:00,p-col");
        sign("2026-03-09T00:00:00Z", true);
        sign("2026-03-09T06:00:00Z", false);
        at("2026-03-10T00:00:00Z");
        isShare(row("2026-03-09").path("attendance"), hours(6), hours(6));
    }

    @Test
    void whoeverTookAnotherPostIsJudgedForTheTimeTheyHeldIt() throws IOException {
        begin();
        at("2026-03-10T04:00:00Z");
        walk("2026-03-10T01:00:00Z", Duration.ofMinutes(30));
        person("p-old", "acceptor", "990101");
        walk("p-old", "collector", WEST, Instant.parse("2026-03-10T01:00:00Z"), Duration.ofMinutes(30));
        at("2026-03-11T00:00:00Z");
        person("p-col", "dispatcher", "990101");
        person("p-old", "collector", "990101");
        at("2026-03-12T00:00:00Z");
        walk("2026-03-11T22:00:00Z", Duration.ofMinutes(30));
        assertThat(row("2026-03-10").path("onDutyMillis").asLong())
                .as("was a collector then")
                .isEqualTo(Duration.ofMinutes(30).toMillis());
        assertThat(find("p-col", "day", "2026-03-12")).as("at a desk now").isEmpty();
        assertThat(platform.get("/api/v1/staff/days/p-col/2026-03-12", "supervisor")
                        .statusCode())
                .isEqualTo(404);
        assertThat(find("p-old", "day", "2026-03-10")).as("was none then").isEmpty();
        assertThat(find("p-old", "day", "2026-03-12")).isPresent();
    }

    @Test
    void whatSomebodyCarriesIsNobodysVehicle() throws IOException {
        begin();
        at("2026-03-10T04:00:00Z");
        walk("p-col", "vehicle", WEST, Instant.parse("2026-03-10T01:00:00Z"), Duration.ofMinutes(30));
        assertThat(platform.json("/api/v1/staff?period=day&day=2026-03-10", "supervisor")
                        .path("rows")
                        .valueStream()
                        .filter(r -> r.path("unit").asString("").equals("p-col"))
                        .map(r -> r.path("onDutyMillis").asLong()))
                .containsExactly(Duration.ofMinutes(30).toMillis());
    }

    @Test
    void aClockThatWasPutBackBetweenTwoSignsStopsNobodysJudging() throws IOException {
        begin();
        sign("2026-03-10T04:00:00Z", true);
        sign("2026-03-10T03:00:00Z", false);
        at("2026-03-11T04:00:00Z");
        assertThat(row("2026-03-10").path("onDutyMillis").asLong())
                .as("to midnight")
                .isEqualTo(hours(12));
    }
}
