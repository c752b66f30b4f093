package org.yiping.server.staff;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.staff.Indicator;
import org.yiping.domain.staff.RollCall.Outcome;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.domain.staff.StaffBoard.Share;
import org.yiping.domain.staff.StaffDay;
import org.yiping.domain.staff.StaffRules;

/// Adds up somebody's days and weighs them. One thread.
final class RowMaker {
    private final StaffDays.Subject subject;
    private final StaffRules rules;
    private int days;
    private long onDuty;
    private long tracked;
    private long metres;
    private Share attendance = Share.UNKNOWN;
    private Share gap = Share.UNKNOWN;
    private Share idle = Share.UNKNOWN;
    private Share offGrid = Share.UNKNOWN;
    private Share coverage = Share.UNKNOWN;

    RowMaker(StaffDays.Subject subject, StaffRules rules) {
        this.subject = subject;
        this.rules = rules;
    }

    void add(StaffDay day) {
        attendance = attendance.plus(new Share(day.attendedMillis(), day.plannedMillis()));
        if (day.basis().isEmpty()) {
            return;
        }
        days++;
        onDuty += day.onDutyMillis();
        tracked += day.trackedMillis();
        metres += day.metres();
        gap = gap.plus(new Share(day.gapMillis(), day.onDutyMillis()));
        idle = idle.plus(new Share(day.idleMillis(), day.trackedMillis()));
        offGrid = offGrid.plus(new Share(day.offGridMillis(), day.trackedMillis()));
        coverage = coverage.plus(share(day.passed(), day.points()));
    }

    boolean empty() {
        return days == 0;
    }

    private static Share share(@Nullable Integer part, @Nullable Integer whole) {
        return part == null || whole == null ? Share.UNKNOWN : new Share((long) part, (long) whole);
    }

    StaffBoard.Row row(@Nullable Instant heard, StaffWork.Counted counted, Map<Outcome, Integer> calls) {
        Person person = subject.then();
        Share valid = person == null ? Share.UNKNOWN : counted.validOf(subject.unit());
        Share missed = person == null ? Share.UNKNOWN : counted.missedIn(subject.served());
        long inTime = calls.getOrDefault(Outcome.IN_TIME, 0);
        long judged = inTime + calls.getOrDefault(Outcome.LATE, 0) + calls.getOrDefault(Outcome.SILENT, 0);
        Share answered = person == null ? Share.UNKNOWN : new Share(inTime, judged);
        Map<Indicator, @Nullable Double> values = new EnumMap<>(Indicator.class);
        values.put(Indicator.ATTENDANCE, attendance.value());
        values.put(Indicator.COVERAGE, coverage.value());
        values.put(Indicator.ACTIVE, rest(idle));
        values.put(Indicator.ON_GRID, rest(offGrid));
        values.put(Indicator.VALID, valid.value());
        values.put(Indicator.FOUND, rest(missed));
        values.put(Indicator.ANSWERED, answered.value());
        double all = 0;
        double known = 0;
        double sum = 0;
        for (StaffRules.Weight w : rules.score().weights()) {
            all += w.weight();
            Double value = values.get(w.indicator());
            if (value != null) {
                known += w.weight();
                sum += w.weight() * Math.clamp(value, 0.0, 1.0);
            }
        }
        boolean scored = known > 0 && known >= rules.score().least() * all;
        return new StaffBoard.Row(
                subject.unit(),
                subject.name(),
                post(person),
                person == null ? List.of() : person.areas(),
                heard,
                days,
                onDuty,
                tracked,
                metres,
                attendance,
                gap,
                idle,
                offGrid,
                coverage,
                valid.whole(),
                valid,
                missed,
                answered,
                scored ? Double.valueOf(100 * sum / known) : null,
                known / all);
    }

    private @Nullable PostCode post(@Nullable Person person) {
        List<PostCode> posts = person == null ? List.of() : person.posts();
        return posts.stream().filter(rules.posts()::contains).findFirst().orElse(null);
    }

    private static @Nullable Double rest(Share share) {
        Double value = share.value();
        return value == null ? null : Double.valueOf(1 - value);
    }
}
