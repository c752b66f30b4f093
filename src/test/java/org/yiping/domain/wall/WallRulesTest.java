package org.yiping.domain.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.domain.wall.WallRules.Days;
import org.yiping.domain.wall.WallRules.Due;
import org.yiping.domain.wall.WallRules.Offset;

class WallRulesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final SceneId OVERVIEW = new SceneId("overview");
    private static final SceneId KPI = new SceneId("kpi");
    private static final SceneId CAMERAS = new SceneId("cameras");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);

    @Test
    void theFirstLineThatHoldsSaysWhichSceneIsDue() {
        WallRules rules = rules(
                due(KPI, Days.ANY, List.of(DayOfWeek.FRIDAY), "08:00", "09:00"),
                due(CAMERAS, Days.WORKING, List.of(), "08:00", "18:00"));

        assertThat(at(rules, FRIDAY, "08:30")).isEqualTo(KPI);
        assertThat(at(rules, FRIDAY, "09:00")).isEqualTo(CAMERAS);
        assertThat(at(rules, FRIDAY, "18:00")).isEqualTo(OVERVIEW);
        assertThat(at(rules, SATURDAY, "12:00")).isEqualTo(OVERVIEW); // nobody works
    }

    @Test
    void whatGoesPastMidnightBelongsToTheDayItBeganOn() {
        WallRules rules = rules(due(CAMERAS, Days.ANY, List.of(DayOfWeek.FRIDAY), "22:00", "06:00"));

        assertThat(at(rules, FRIDAY, "23:00")).isEqualTo(CAMERAS);
        assertThat(at(rules, SATURDAY, "05:59")).isEqualTo(CAMERAS);
        assertThat(at(rules, SATURDAY, "06:00")).isEqualTo(OVERVIEW);
        assertThat(at(rules, FRIDAY, "05:00")).isEqualTo(OVERVIEW); // Thursday's night
    }

    @Test
    void holidaysHaveTheirOwnScene() {
        WallRules rules = rules(due(KPI, Days.FREE, List.of(), "00:00", "23:59"));

        assertThat(at(rules, SATURDAY, "12:00")).isEqualTo(KPI);
        assertThat(at(rules, FRIDAY, "12:00")).isEqualTo(OVERVIEW);
    }

    @Test
    void scenesTakeTurnsAndAClockThatJumpsLeavesNothingBehind() {
        WallRules rules = rules(new Due(
                List.of(OVERVIEW, KPI, CAMERAS),
                List.of(),
                Days.ANY,
                LocalTime.MIN,
                LocalTime.MAX,
                Duration.ofMinutes(1)));
        Instant now = Instant.parse("2026-11-27T04:00:00Z");
        SceneId first = rules.due(now, ZONE, List.of());

        assertThat(rules.due(now.plusSeconds(59), ZONE, List.of())).isEqualTo(first);
        assertThat(rules.due(now.plusSeconds(60), ZONE, List.of())).isNotEqualTo(first);
        assertThat(rules.due(now.plusSeconds(180), ZONE, List.of())).isEqualTo(first);
        assertThat(rules.due(now.minus(Duration.ofDays(400)), ZONE, List.of())).isIn(OVERVIEW, KPI, CAMERAS);
        assertThat(rules.due(now, ZONE, List.of())).isEqualTo(first); // put right again
    }

    @Test
    void atNightWordsAndPicturesAreDarker() {
        WallRules rules = new WallRules(
                "1",
                OVERVIEW,
                null,
                null,
                List.of(),
                new WallRules.Night(LocalTime.of(22, 0), LocalTime.of(6, 0), 80, 60),
                WallRules.SHIPPED.shift(),
                WallRules.SHIPPED.room());

        assertThat(rules.light(instant(FRIDAY, "23:00"), ZONE)).isEqualTo(new WallRules.Light(0.8, 0.6));
        assertThat(rules.light(instant(FRIDAY, "05:59"), ZONE).pictures()).isEqualTo(0.6);
        assertThat(rules.light(instant(FRIDAY, "06:00"), ZONE)).isEqualTo(WallRules.Light.DAY);
    }

    @Test
    void thePictureWandersAlongARingOfEightAndReturns() {
        Instant now = Instant.parse("2026-11-27T04:00:00Z");
        Set<Offset> seen = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            Offset here = WallRules.SHIPPED.offset(now.plus(Duration.ofMinutes(10L * i)));
            Offset next = WallRules.SHIPPED.offset(now.plus(Duration.ofMinutes(10L * i + 10)));
            assertThat(Math.abs(here.x() - next.x()) + Math.abs(here.y() - next.y()))
                    .isEqualTo(2);
            seen.add(here);
        }

        assertThat(seen).hasSize(8).allMatch(o -> Math.abs(o.x()) <= 2 && Math.abs(o.y()) <= 2);
        assertThat(WallRules.SHIPPED.offset(now.plus(Duration.ofMinutes(80)))).isEqualTo(WallRules.SHIPPED.offset(now));
    }

    @Test
    void anHourTheClocksLeaveOutOrRepeatKeepsTheSchedule() {
        ZoneId helsinki = ZoneId.of("Europe/Helsinki");
        WallRules rules = rules(due(KPI, Days.ANY, List.of(), "03:30", "04:30"));

        Instant before = LocalDateTime.of(2026, 3, 29, 2, 59).atZone(helsinki).toInstant();
        assertThat(rules.due(before, helsinki, List.of())).isEqualTo(OVERVIEW);
        assertThat(rules.due(before.plusSeconds(60), helsinki, List.of())).isEqualTo(KPI); // 04:00
        assertThat(rules.due(before.plusSeconds(1860), helsinki, List.of())).isEqualTo(OVERVIEW);
    }

    private static WallRules rules(Due... due) {
        return new WallRules(
                "1", OVERVIEW, null, null, List.of(due), null, WallRules.SHIPPED.shift(), WallRules.SHIPPED.room());
    }

    private static Due due(SceneId scene, Days days, List<DayOfWeek> weekdays, String from, String until) {
        return new Due(List.of(scene), weekdays, days, LocalTime.parse(from), LocalTime.parse(until), Duration.ZERO);
    }

    private static SceneId at(WallRules rules, LocalDate day, String time) {
        return rules.due(instant(day, time), ZONE, List.of(SATURDAY, SATURDAY.plusDays(1)));
    }

    private static Instant instant(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
