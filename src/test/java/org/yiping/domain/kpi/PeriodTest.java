package org.yiping.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BOSTON = ZoneId.of("America/New_York");
    private static final Instant LATER = Instant.parse("5000-01-01T00:00:00Z");

    private static Period period(String text, String at, ZoneId zone) {
        return Period.of(text, LocalDateTime.parse(at).atZone(zone)).orElseThrow();
    }

    private static String local(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "day, 2026-11-27T00:00, 2026-11-27T00:00, 2026-11-28T00:00, 2026-11-26T00:00, 2025-11-27T00:00",
        "week, 2026-11-27T23:59, 2026-11-23T00:00, 2026-11-30T00:00, 2026-11-16T00:00, 2025-11-24T00:00",
        "month, 2026-03-31T12:00, 2026-03-01T00:00, 2026-04-01T00:00, 2026-02-01T00:00, 2025-03-01T00:00",
        "month, 2026-01-01T00:00, 2026-01-01T00:00, 2026-02-01T00:00, 2025-12-01T00:00, 2025-01-01T00:00",
        "quarter, 2026-01-15T00:00, 2026-01-01T00:00, 2026-04-01T00:00, 2025-10-01T00:00, 2025-01-01T00:00",
        "year, 2026-12-31T23:59, 2026-01-01T00:00, 2027-01-01T00:00, 2025-01-01T00:00, 2025-01-01T00:00",
        "24h, 2026-11-27T10:00, 2026-11-26T10:00, 2026-11-27T10:00, 2026-11-25T10:00, 2025-11-26T10:00",
        "7d, 2026-03-02T10:00, 2026-02-23T10:00, 2026-03-02T10:00, 2026-02-16T10:00, 2025-02-23T10:00"
    })
    void begins_ends_and_has_others_before_it(
            String text, String at, String from, String until, String before, String year) {
        Period period = period(text, at, SHANGHAI);
        assertThat(local(period.span().from(), SHANGHAI)).isEqualTo(from);
        assertThat(local(period.span().until(), SHANGHAI)).isEqualTo(until);
        assertThat(local(period.before(LATER).from(), SHANGHAI)).isEqualTo(before);
        assertThat(period.before(LATER).until()).isEqualTo(period.span().from());
        assertThat(local(period.lastYear(LATER).orElseThrow().from(), SHANGHAI)).isEqualTo(year);
    }

    @Test
    void a_day_has_as_many_hours_as_the_zone_gives_it() {
        Span spring = period("day", "2026-03-08T12:00", BOSTON).span();
        Span autumn = period("day", "2026-11-01T12:00", BOSTON).span();
        assertThat(Duration.between(spring.from(), spring.until())).hasHours(23);
        assertThat(Duration.between(autumn.from(), autumn.until())).hasHours(25);
        Span window = period("1d", "2026-11-02T12:00", BOSTON).span();
        assertThat(local(window.from(), BOSTON)).as("a day back on the clock").isEqualTo("2026-11-01T12:00");
        assertThat(Duration.between(
                        period("24h", "2026-11-01T12:00", BOSTON).span().from(), Instant.parse("2026-11-01T17:00:00Z")))
                .hasHours(24);
    }

    @Test
    void days_and_months_follow_each_other_without_gap_and_overlap() {
        for (String kind : new String[] {"day", "week", "month", "quarter", "year"}) {
            Instant at = Instant.parse("2024-02-28T18:00:00Z");
            for (int i = 0; i < 900; i++) {
                Span span = Period.of(kind, at.atZone(BOSTON)).orElseThrow().span();
                Span next = Period.of(kind, span.until().atZone(BOSTON))
                        .orElseThrow()
                        .span();
                assertThat(next.from()).isEqualTo(span.until());
                assertThat(Period.of(kind, span.until().atZone(BOSTON))
                                .orElseThrow()
                                .before(LATER))
                        .isEqualTo(span);
                at = span.until();
            }
        }
    }

    @Test
    void what_a_year_does_not_have_is_not_compared() {
        assertThat(period("day", "2028-02-29T12:00", SHANGHAI).lastYear(LATER)).isEmpty();
        assertThat(period("week", "2026-12-31T12:00", SHANGHAI).lastYear(LATER))
                .as("week 53")
                .isEmpty();
        assertThat(local(
                        period("week", "2027-01-06T12:00", SHANGHAI)
                                .lastYear(LATER)
                                .orElseThrow()
                                .from(),
                        SHANGHAI))
                .as("week 1 is held against week 1")
                .isEqualTo("2025-12-29T00:00");
    }

    @Test
    void ten_days_are_held_against_ten_days() {
        Instant now = LocalDateTime.parse("2026-03-10T09:30").atZone(SHANGHAI).toInstant();
        Period march = period("month", "2026-03-10T09:30", SHANGHAI);
        assertThat(local(march.before(now).until(), SHANGHAI)).isEqualTo("2026-02-10T09:30");
        assertThat(local(march.lastYear(now).orElseThrow().until(), SHANGHAI)).isEqualTo("2025-03-10T09:30");
        Instant late = LocalDateTime.parse("2026-03-30T09:30").atZone(SHANGHAI).toInstant();
        assertThat(local(
                        period("month", "2026-03-30T09:30", SHANGHAI)
                                .before(late)
                                .until(),
                        SHANGHAI))
                .as("February is over by then")
                .isEqualTo("2026-03-01T00:00");
    }

    @ParameterizedTest
    @CsvSource({"0d", "801d", "9999h", "-1d", "d", "fortnight", "7 d", "''"})
    void other_words_are_no_period(String text) {
        assertThat(Period.of(text, LocalDateTime.parse("2026-03-10T09:30").atZone(SHANGHAI)))
                .isEmpty();
    }
}
