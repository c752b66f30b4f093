package org.yiping.domain.casework;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.yiping.domain.Versions;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.catalogue.Limit;
import org.yiping.domain.catalogue.LimitUnit;

/// The clocks counted minute by minute, written from domain.md 2.9 and sharing nothing with the product but the inputs:
/// random zones, working hours, holidays, make-up days, pauses and extensions. Stateless; any thread.
public final class ClockReference {
    private static final StageCode HANDLE = new StageCode("handle");

    /// What both sides are given. Spans are minutes of the day.
    record Given(
            ZoneId zone,
            List<int[]> spans,
            Set<Integer> weekend,
            Set<LocalDate> holidays,
            Set<LocalDate> makeUp,
            Instant start,
            int value,
            LimitUnit unit,
            List<Instant[]> pauses,
            int extensions) {

        boolean paused(Instant minute) {
            return pauses.stream().anyMatch(p -> !minute.isBefore(p[0]) && minute.isBefore(p[1]));
        }

        boolean works(Instant minute) {
            ZonedDateTime local = minute.atZone(zone);
            LocalDate day = local.toLocalDate();
            int m = local.getHour() * 60 + local.getMinute();
            boolean working = makeUp.contains(day)
                    || (!holidays.contains(day)
                            && !weekend.contains(local.getDayOfWeek().getValue()));
            return working && spans.stream().anyMatch(s -> m >= s[0] && m < s[1]);
        }

        boolean counts(Instant minute) {
            return !paused(minute) && (unit == LimitUnit.UH || unit == LimitUnit.UD || works(minute));
        }

        long minutes() {
            int all = value * (1 + extensions);
            return switch (unit) {
                case UH, WH -> all * 60L;
                case UD ->
                    Duration.between(start, start.atZone(zone).plusDays(all)).toMinutes();
                case WD ->
                    all * (long) spans.stream().mapToInt(s -> s[1] - s[0]).sum();
            };
        }

        Instant after(long minutes) {
            Instant minute = start;
            for (long left = minutes; left > 0; minute = minute.plusSeconds(60)) {
                if (counts(minute)) {
                    left--;
                }
            }
            return minute;
        }
    }

    private ClockReference() {}

    /// Of so many cases drawn from the seed those whose due time or yellow light the product's clocks give otherwise.
    public static int disagreeing(long seed, int cases) {
        Random random = new Random(seed);
        int wrong = 0;
        for (int i = 0; i < cases; i++) {
            Given given = draw(random);
            CaseClock clock = played(given, clocks(given));
            boolean agrees = clock.dueAt().equals(given.after(given.minutes()))
                    && clock.yellowAt().equals(given.after(given.minutes() * 4 / 5));
            if (!agrees) {
                wrong++;
                System.out.println("otherwise: " + given + " " + clock);
            }
        }
        return wrong;
    }

    /// The clock as the case's steps would have left it: paused and resumed, extended while in time.
    static CaseClock played(Given given, StageClocks clocks) {
        Subject subject = new Subject(
                new KindCode("event"), new ClassCode("E"), new CriterionId("k"), Severity.ORDINARY, null, "");
        CaseClock clock = clocks.start(subject, catalogue(given), HANDLE, null, given.start())
                .orElseThrow();
        for (int i = 0; i < given.extensions(); i++) {
            clock = clocks.extended(clock, given.start());
        }
        for (Instant[] pause : given.pauses()) {
            clock = clocks.resumed(clocks.paused(clock, pause[0]), pause[1]);
        }
        return clock;
    }

    private static Catalogue catalogue(Given given) {
        Criterion k = new Criterion(new CriterionId("k"), "", new Limit(given.value(), given.unit()), "", false, null);
        return new Catalogue(
                "c", List.of(new CaseClass(new ClassCode("E"), new KindCode("event"), "", "", "", List.of(k))));
    }

    static StageClocks clocks(Given given) {
        Set<DayOfWeek> weekend = new HashSet<>();
        given.weekend().forEach(d -> weekend.add(DayOfWeek.of(d)));
        WorkCalendar calendar = new WorkCalendar(
                "k",
                given.zone(),
                given.spans().stream()
                        .map(s -> new WorkCalendar.Span(time(s[0]), time(s[1])))
                        .toList(),
                weekend,
                given.holidays(),
                given.makeUp());
        return new StageClocks("w", Versions.of(calendar));
    }

    private static LocalTime time(int minutes) {
        return minutes == 1440 ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(minutes * 60L);
    }

    static Given draw(Random random) {
        boolean china = random.nextBoolean();
        ZoneId zone = ZoneId.of(china ? "Asia/Shanghai" : "America/New_York");
        // in New York near a night the clocks change, in Shanghai near the long holiday
        LocalDate near = china
                ? LocalDate.of(2026, 9, 25)
                : random.nextBoolean() ? LocalDate.of(2026, 10, 28) : LocalDate.of(2027, 3, 10);
        Instant start = near.atStartOfDay(zone).toInstant().plus(Duration.ofMinutes(random.nextInt(8 * 1440)));
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> makeUp = new HashSet<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            (random.nextInt(3) > 0 ? holidays : makeUp).add(near.plusDays(random.nextInt(30)));
        }
        LimitUnit unit = LimitUnit.values()[random.nextInt(4)];
        int value = unit == LimitUnit.UH || unit == LimitUnit.WH ? 1 + random.nextInt(30) : 1 + random.nextInt(6);
        List<Instant[]> pauses = new ArrayList<>();
        Instant at = start;
        for (int i = random.nextInt(3); i > 0; i--) {
            Instant from = at.plus(Duration.ofMinutes(random.nextInt(2000)));
            at = from.plus(Duration.ofMinutes(random.nextInt(6000)));
            pauses.add(new Instant[] {from, at});
        }
        Set<Integer> weekend = random.nextInt(4) == 0 ? Set.of(5) : Set.of(6, 7);
        return new Given(zone, hours(random), weekend, holidays, makeUp, start, value, unit, pauses, random.nextInt(3));
    }

    /// The usual hours, or odd ones: a night shift, a day of many parts, around the clock.
    private static List<int[]> hours(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> List.of(new int[] {0, 365}, new int[] {1320, 1440});
            case 1 -> List.of(new int[] {90, 150}, new int[] {200, 205}, new int[] {1000, 1430});
            case 2 -> List.of(new int[] {0, 1440});
            default -> List.of(new int[] {480, 720}, new int[] {840, 1080});
        };
    }
}
