package org.yiping.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportScheduleTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BOSTON = ZoneId.of("America/New_York");

    private static List<LocalDate> days(String every, String from, String until) {
        return new ReportSchedule(every, "07:30", null)
                .between(Instant.parse(from), Instant.parse(until), SHANGHAI).stream()
                        .map(ReportSchedule.Due::day)
                        .toList();
    }

    @Test
    void what_is_due_reports_the_period_that_ended_the_day_before() {
        assertThat(days("day", "2026-11-25T00:00:00Z", "2026-11-27T00:00:00Z"))
                .containsExactly(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 26));
        assertThat(days("week", "2026-11-20T00:00:00Z", "2026-11-27T00:00:00Z"))
                .containsExactly(LocalDate.of(2026, 11, 22));
        assertThat(days("month", "2026-10-15T00:00:00Z", "2026-12-01T00:00:00Z"))
                .containsExactly(LocalDate.of(2026, 10, 31), LocalDate.of(2026, 11, 30));
        assertThat(days("quarter", "2026-08-15T00:00:00Z", "2027-01-02T00:00:00Z"))
                .containsExactly(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 12, 31));
    }

    @Test
    void the_very_moment_belongs_to_who_looks_then_and_to_nobody_after() {
        Instant due = Instant.parse("2026-11-26T23:30:00Z");
        ReportSchedule daily = new ReportSchedule("day", "07:30", null);
        assertThat(daily.between(due.minusSeconds(1), due, SHANGHAI)).hasSize(1);
        assertThat(daily.between(due, due.plusSeconds(60), SHANGHAI)).isEmpty();
        assertThat(daily.next(due, SHANGHAI)).isEqualTo(due.plusSeconds(86_400));
    }

    @ParameterizedTest
    @CsvSource({
        "02:30, 2026-03-08, 2026-03-08T07:30:00Z", // left out: made when the clocks have gone on
        "01:30, 2026-11-01, 2026-11-01T05:30:00Z", // comes twice: made at the first
    })
    void where_the_clocks_change_there_is_one_a_day(String at, LocalDate day, Instant due) {
        Instant from = day.atStartOfDay(BOSTON).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(BOSTON).toInstant();
        assertThat(new ReportSchedule("day", at, null).between(from, until, BOSTON))
                .containsExactly(new ReportSchedule.Due(due, day.minusDays(1)));
    }
}
