package org.yiping.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.staff.StaffDay;
import org.yiping.fake.ManualClock;
import org.yiping.server.staff.StaffDays.Subject;

/// A month of many people at once says what each day says that is opened by itself, and asks the storage for a track
/// once a month, not once a day.
class StaffDaysTest {
    private static final int PEOPLE = 8;

    @TempDir
    Path folder;

    private FieldForce force;

    @BeforeEach
    void begin() {
        force = new FieldForce(folder, 20260311, new FieldForce.Size(PEOPLE, 2, 3));
    }

    @AfterEach
    void end() {
        force.close();
    }

    private List<Subject> people(StaffDays days) {
        LocalDate end = FieldForce.FIRST.plusDays(FieldForce.DAYS);
        return days.people(new Span(FieldForce.start(FieldForce.FIRST), FieldForce.start(end)));
    }

    private List<StaffDay> judged(StaffDays days) {
        List<StaffDay> all = new ArrayList<>();
        days.each(people(days), FieldForce.dates(), (_, day) -> all.add(day.withoutSpells()));
        return all;
    }

    private List<StaffDay> opened(StaffDays days) {
        List<StaffDay> all = new ArrayList<>();
        for (Subject subject : people(days)) {
            for (LocalDate date : FieldForce.dates()) {
                Optional<StaffDays.Opened> opened = days.open(subject, date);
                opened.ifPresent(o -> all.add(o.judged().day().withoutSpells()));
            }
        }
        return all;
    }

    @Test
    void aMonthOfManySaysWhatEachDaySaysByItself() {
        List<StaffDay> each = opened(force.days);
        assertThat(each).hasSize(PEOPLE * FieldForce.DAYS).anyMatch(d -> d.idleMillis() > 0 && d.passed() != null);
        assertThat(each).extracting(StaffDay::basis).contains("sign", "roster");
        assertThat(judged(force.days)).as("judged").isEqualTo(each);
        assertThat(judged(force.again())).as("kept").isEqualTo(each);
        // some of the days are judged again, by tracks with late fixes
        for (int day : List.of(0, 3, 4, 5, 17, 30)) {
            LocalDate date = FieldForce.FIRST.plusDays(day);
            force.fix(6, FieldForce.start(date).plus(Duration.ofHours(23)));
        }
        List<StaffDay> later = opened(force.again());
        assertThat(later).isNotEqualTo(each);
        assertThat(judged(force.again())).as("judged again in part").isEqualTo(later);
    }

    @Test
    void theStorageIsAskedForATrackOnceAMonth() {
        List<Subject> people = people(force.days);
        force.database.with(c -> {
            try (Statement s = c.createStatement()) {
                return s.execute("SET QUERY_STATISTICS TRUE");
            }
        });
        force.days.each(people, FieldForce.dates(), (_, _) -> {});
        assertThat(asked("SELECT at_ms%FROM tracks%")).isEqualTo(PEOPLE);
        assertThat(asked("SELECT epoch_day%FROM staff_days%")).isEqualTo(PEOPLE);
    }

    private long asked(String pattern) {
        return force.database.with(c -> {
            try (Statement s = c.createStatement();
                    ResultSet r = s.executeQuery("SELECT SUM(EXECUTION_COUNT) FROM INFORMATION_SCHEMA.QUERY_STATISTICS"
                            + " WHERE SQL_STATEMENT LIKE '" + pattern + "'")) {
                r.next();
                return r.getLong(1);
            }
        });
    }

    @Test
    void daysThatEndedAreJudgedOnceBeforeSomebodyAsks() {
        List<Runnable> later = new ArrayList<>();
        ManualClock clock = new ManualClock(FieldForce.start(FieldForce.FIRST.plusDays(FieldForce.DAYS)));
        EndedDays ended = new EndedDays(force.days, new StaffDesk.Around(FieldForce.ZONE, clock, later::add), () -> {});
        clock.advance(Duration.ofHours(3));
        ended.judge();
        ended.judge();
        assertThat(later).hasSize(1);
        while (!later.isEmpty()) {
            later.removeFirst().run();
        }
        force.database.with(c -> {
            try (Statement s = c.createStatement()) {
                return s.execute("SET QUERY_STATISTICS TRUE");
            }
        });
        assertThat(judged(force.again())).hasSize(PEOPLE * FieldForce.DAYS);
        assertThat(asked("SELECT at_ms%FROM tracks%"))
                .as("all of the month is kept")
                .isZero();
        clock.advance(Duration.ofHours(20));
        ended.judge();
        assertThat(later).as("the day has not been over for two hours").isEmpty();
        clock.advance(Duration.ofHours(4));
        ended.judge();
        assertThat(later).hasSize(1);
    }
}
