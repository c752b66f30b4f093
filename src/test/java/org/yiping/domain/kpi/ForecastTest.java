package org.yiping.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final LocalDate NEXT = LocalDate.of(2026, 11, 23);
    private static final long[] WEEK = {90, 80, 70, 75, 85, 30, 20};

    private static List<Long> weeks(int days, double noise, double growth) {
        Random random = new Random(5);
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            all.add(Math.max(0, Math.round(WEEK[i % 7] + growth * i + noise * random.nextGaussian())));
        }
        return all;
    }

    @Test
    void a_week_that_always_comes_back_is_told_without_error() {
        Forecast f = Forecast.of(NEXT, weeks(70, 0, 0)).orElseThrow();
        assertThat(f.error()).isZero();
        assertThat(f.band()).isZero();
        assertThat(f.days()).hasSize(7);
        for (int i = 0; i < 7; i++) {
            assertThat(f.days().get(i).day()).isEqualTo(NEXT.plusDays(i));
            assertThat(f.days().get(i).expected()).isEqualTo(WEEK[i]);
        }
    }

    @Test
    void noise_is_averaged_and_the_error_is_that_of_trials_that_knew_nothing_later() {
        List<Long> past = weeks(70, 8, 0);
        Forecast f = Forecast.of(NEXT, past).orElseThrow();
        assertThat(f.method()).isNotEqualTo("last-week");
        assertThat(f.error()).isLessThan(f.naive());
        // the naive method, tried anew in the plainest way
        double sum = 0;
        int trials = 0;
        for (int origin = 42; origin < 70; origin++) {
            for (int i = 0; i < 7 && origin + i < 70; i++) {
                sum += Math.abs(past.get(origin - 7 + i) - past.get(origin + i));
                trials++;
            }
        }
        assertThat(f.trials()).isEqualTo(trials);
        assertThat(f.naive()).isCloseTo(sum / trials, offset(1e-9));
        // what is expected lies in its band, and the band is as wide as four of five trials were off
        f.days().forEach(d -> assertThat(d.expected()).isBetween(d.low(), d.high()));
    }

    @Test
    void growth_is_followed() {
        Forecast f = Forecast.of(NEXT, weeks(70, 0, 2)).orElseThrow();
        assertThat(f.method()).isEqualTo("holt-winters");
        assertThat(f.days().getFirst().expected()).isCloseTo(WEEK[0] + 2 * 70.0, offset(8.0));
    }

    @Test
    void nothing_is_expected_below_nought_and_nothing_at_all_of_a_short_past() {
        List<Long> gone = new ArrayList<>(weeks(42, 0, 0));
        gone.addAll(Collections.nCopies(28, 0L));
        Forecast f = Forecast.of(NEXT, gone).orElseThrow();
        f.days().forEach(d -> {
            assertThat(d.expected()).isNotNegative();
            assertThat(d.low()).isNotNegative();
        });
        assertThat(Forecast.of(NEXT, weeks(Forecast.LEAST - 1, 0, 0))).isEmpty();
        assertThat(Forecast.of(NEXT, weeks(Forecast.LEAST, 0, 0))).isPresent();
    }
}
