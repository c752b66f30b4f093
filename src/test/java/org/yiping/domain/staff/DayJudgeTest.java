package org.yiping.domain.staff;

// long because each rule of a day has its own track, and they share the street they are walked on

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.kpi.Span;

/// On a street of one kilometre to the east, at the equator, where a metre is 0.00000899 degrees both ways.
class DayJudgeTest {
    private static final Instant START = Instant.parse("2026-03-11T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 11);
    private static final double METRE = 1 / 111_195.08;
    private static final StaffRules RULES = new StaffRules(
            "t",
            DAY,
            true,
            List.of(new PostCode("collector")),
            List.of("vehicle"),
            List.of(StaffRules.TRACK),
            new StaffRules.Track(5, 150, 15, 30, 5, 10),
            new StaffRules.Coverage(StaffRules.Coverage.STREETS, 25, 30),
            new StaffRules.Call(5, 50, 10),
            new StaffRules.Score(0.5, List.of(new StaffRules.Weight(Indicator.COVERAGE, 1))));

    private final Fixes fixes = new Fixes();
    private int minute;
    private double east;

    private static Position at(double metresEast, double metresNorth) {
        return new Position(metresEast * METRE, metresNorth * METRE);
    }

    /// A fix a minute, so fast.
    private void walk(int minutes, double metresAMinute) {
        for (int i = 0; i < minutes; i++) {
            minute++;
            east += metresAMinute;
            fix();
        }
    }

    private void fix() {
        fixes.add(START.plusSeconds(60L * minute).toEpochMilli(), east * METRE, 0);
    }

    private DayJudge.Judged judged(Predicate<Position> inside, DutyGround ground) {
        Span duty = new Span(START, START.plusSeconds(60L * minute));
        return new DayJudge(RULES)
                .judge(
                        "p",
                        DAY,
                        fixes,
                        new DayJudge.Duty(StaffRules.TRACK, null, null, List.of(duty)),
                        new DayJudge.Grid(inside == null ? null : (_, place) -> inside.test(place), ground));
    }

    private StaffDay day() {
        return judged(null, null).day();
    }

    private static long minutes(long millis) {
        return Duration.ofMillis(millis).toMinutes();
    }

    private static List<String> words(StaffDay day) {
        return day.spells().stream()
                .map(s -> s.kind() + " " + s.length().toMinutes())
                .toList();
    }

    @Test
    void whoStandsForLongIdlesAndWhoMovesDoesNot() {
        fix();
        walk(10, 60);
        walk(20, 0);
        walk(10, 60);
        StaffDay day = day();
        assertThat(words(day)).containsExactly("ACTIVE 10", "IDLE 20", "ACTIVE 10");
        assertThat(minutes(day.idleMillis())).isEqualTo(20);
        assertThat(day.metres()).isCloseTo(1200, within(2L));
    }

    @Test
    void whoStandsForLessThanTheLimitDoesNotIdle() {
        fix();
        walk(10, 60);
        walk(14, 0);
        walk(10, 60);
        assertThat(words(day())).containsExactly("ACTIVE 34");
    }

    @Test
    void aGapIsUnknownAndNotIdle() {
        fix();
        walk(10, 60);
        minute += 30; // and comes back at the same place
        walk(10, 60);
        StaffDay day = day();
        assertThat(words(day)).containsExactly("ACTIVE 10", "GAP 31", "ACTIVE 9");
        assertThat(day.idleMillis()).isZero();
        assertThat(minutes(day.gapMillis())).isEqualTo(31);
        assertThat(minutes(day.trackedMillis())).isEqualTo(19);
    }

    @Test
    void standingOnBothSidesOfAGapIsNotStandingThroughIt() {
        fix();
        walk(10, 0);
        minute += 10;
        walk(10, 0);
        StaffDay day = day();
        assertThat(day.idleMillis()).isZero();
        assertThat(words(day)).containsExactly("ACTIVE 10", "GAP 11", "ACTIVE 9");
    }

    @Test
    void aLeapNobodyCanMakeIsAGapAndSaysSo() {
        fix();
        walk(5, 60);
        east += 50_000;
        walk(5, 60);
        StaffDay day = day();
        assertThat(day.jumps()).isEqualTo(1);
        assertThat(words(day)).containsExactly("ACTIVE 5", "GAP 1", "ACTIVE 4");
        assertThat(day.metres()).isLessThan(600);
    }

    @Test
    void whoIsOutsideForLongIsOffTheGridAndNotIdleThere() {
        fix();
        walk(10, 60);
        walk(20, 0); // stands at 600 m, outside
        walk(10, -60);
        StaffDay day = judged(p -> p.longitude() < 550 * METRE, null).day();
        assertThat(words(day)).containsExactly("ACTIVE 10", "OFF_GRID 21", "ACTIVE 9");
        assertThat(minutes(day.offGridMillis())).isEqualTo(21);
        assertThat(day.idleMillis()).isZero();
    }

    @Test
    void aShortStepOutsideIsNone() {
        fix();
        walk(10, 60);
        walk(3, 0);
        walk(10, -60);
        assertThat(judged(p -> p.longitude() < 550 * METRE, null).day().offGridMillis())
                .isZero();
    }

    @Test
    void withoutAGridNothingIsSaidOfIt() {
        fix();
        walk(10, 60);
        StaffDay day = day();
        assertThat(day.offGridMillis()).isNull();
        assertThat(day.points()).isNull();
    }

    @Test
    void whoWasNeverHeardOfWasNotIdleButUnknown() {
        minute = 60;
        StaffDay day = day();
        assertThat(words(day)).containsExactly("GAP 60");
        assertThat(day.trackedMillis()).isZero();
        assertThat(day.fixes()).isZero();
    }

    @Test
    void aDayThatNoTrackTellsOfHasNoCoverage() {
        minute = 60;
        StaffDay day = judged(_ -> true, new DutyGround("streets", List.of(at(0, 0)), 30))
                .day();
        assertThat(day.points()).as("unknown, not nothing passed").isNull();
        assertThat(day.passed()).isNull();
    }

    @Test
    void whoIsGivenAnotherGridInTheMiddleOfADayIsJudgedByEachInItsTime() {
        fix();
        walk(10, 60);
        walk(10, 0);
        long given = START.plusSeconds(60 * 10).toEpochMilli();
        Span duty = new Span(START, START.plusSeconds(60L * minute));
        StaffDay day = new DayJudge(RULES)
                .judge(
                        "p",
                        DAY,
                        fixes,
                        new DayJudge.Duty(StaffRules.TRACK, null, null, List.of(duty)),
                        new DayJudge.Grid((t, p) -> t < given == p.longitude() < 550 * METRE, null))
                .day();
        assertThat(day.offGridMillis()).isZero();
    }

    @Test
    void pointsWithinReachOfTheWayAreCovered() {
        List<Position> points = new ArrayList<>();
        for (int x = 5; x < 1000; x += 10) {
            points.add(at(x, 29));
        }
        points.add(at(500, 31));
        DutyGround ground = new DutyGround("streets", points, 30);
        fix();
        walk(10, 50); // to 500 m
        DayJudge.Judged judged = judged(_ -> true, ground);
        assertThat(judged.day().points()).isEqualTo(101);
        // up to 500 m, and 7 m further within 30 m of the end: sqrt(30² - 29²) = 7.7
        assertThat(judged.day().passed()).isEqualTo(51);
        assertThat(judged.passed().get(50)).isTrue();
        assertThat(judged.passed().get(51)).isFalse();
        assertThat(judged.passed().get(100)).as("a metre too far").isFalse();
    }

    @Test
    void whatLiesInAGapIsNotCovered() {
        List<Position> points = List.of(at(100, 0), at(500, 0), at(900, 0));
        fix();
        walk(2, 60);
        minute += 20;
        east = 800;
        walk(2, 60);
        DayJudge.Judged judged = judged(_ -> true, new DutyGround("streets", points, 30));
        assertThat(judged.passed().get(0)).isTrue();
        assertThat(judged.passed().get(1)).isFalse();
        assertThat(judged.passed().get(2)).isTrue();
    }

    /// By looking at every point and every metre of the way.
    @Test
    void coverageAgreesWithMeasuringEveryPoint() {
        SplittableRandom random = new SplittableRandom(20261127);
        for (int round = 0; round < 20; round++) {
            List<Position> points = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                points.add(at(random.nextDouble() * 2000, random.nextDouble() * 2000));
            }
            Fixes way = new Fixes();
            double x = 1000;
            double y = 1000;
            for (int i = 0; i < 40; i++) {
                x += random.nextDouble() * 200 - 100;
                y += random.nextDouble() * 200 - 100;
                way.add(START.plusSeconds(60L * i).toEpochMilli(), x * METRE, y * METRE);
            }
            DutyGround ground = new DutyGround("streets", points, 40);
            DayJudge.Judged judged = new DayJudge(RULES)
                    .judge(
                            "p",
                            DAY,
                            way,
                            new DayJudge.Duty(
                                    StaffRules.TRACK, null, null, List.of(new Span(START, START.plusSeconds(2340)))),
                            new DayJudge.Grid((_, _) -> true, ground));
            for (int p = 0; p < points.size(); p++) {
                double nearest = nearest(points.get(p), way);
                if (Math.abs(nearest - 40) > 0.6) {
                    assertThat(judged.passed().get(p)).as("at " + nearest).isEqualTo(nearest < 40);
                }
            }
        }
    }

    private static double nearest(Position point, Fixes way) {
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i + 1 < way.size(); i++) {
            for (int step = 0; step <= 200; step++) {
                double t = step / 200.0;
                nearest = Math.min(
                        nearest,
                        point.distanceMetres(new Position(
                                way.longitude(i) + (way.longitude(i + 1) - way.longitude(i)) * t,
                                way.latitude(i) + (way.latitude(i + 1) - way.latitude(i)) * t)));
            }
        }
        return nearest;
    }

    /// Time on duty is tracked or a gap; spells follow one another and fill it.
    @Test
    void spellsFillTheTimeOnDutyWhateverTheTrack() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            Fixes way = new Fixes();
            long at = START.toEpochMilli() + random.nextInt(1_000_000);
            double x = 0;
            for (int i = 0; i < 60; i++) {
                at += random.nextInt(8) == 0 ? random.nextInt(2_000_000) : random.nextInt(60_000);
                x += random.nextInt(10) == 0 ? 100_000 : random.nextInt(3) == 0 ? 0 : random.nextDouble() * 80;
                way.add(at, (x % 1000) * METRE, 0);
            }
            Instant until = START.plusSeconds(4 * 3600);
            StaffDay day = new DayJudge(RULES)
                    .judge(
                            "p",
                            DAY,
                            way,
                            new DayJudge.Duty("sign", null, null, List.of(new Span(START, until))),
                            new DayJudge.Grid((_, p) -> p.longitude() < 500 * METRE, null))
                    .day();
            Instant next = START;
            long gaps = 0;
            for (Spell s : day.spells()) {
                assertThat(s.from()).isEqualTo(next);
                next = s.until();
                gaps += s.kind() == Spell.Kind.GAP ? s.length().toMillis() : 0;
            }
            assertThat(next).isEqualTo(until);
            assertThat(day.gapMillis()).isEqualTo(gaps);
            assertThat(day.trackedMillis() + day.gapMillis()).isEqualTo(day.onDutyMillis());
        }
    }
}
