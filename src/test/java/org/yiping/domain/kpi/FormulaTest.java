package org.yiping.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    /// Counts by counter; what is not there is unknown. Durations are seven hours, but nobody accepted anything.
    private record Numbers(Map<Counter, Long> counts) implements Expression.Source {
        @Override
        public @Nullable Long count(Counter counter) {
            return counts.get(counter);
        }

        @Override
        public @Nullable Rational duration(Measure measure, Measure.Statistic statistic) {
            return measure == Measure.ACCEPT_TIME ? null : Rational.of(7 * 3_600_000L);
        }
    }

    private static final Numbers NUMBERS = new Numbers(Map.of(
            Counter.FILED, 8L,
            Counter.CLOSED, 6L,
            Counter.REPORTED, 10L,
            Counter.MERGED, 0L));

    private static @Nullable Double value(String text) throws Formula.Wrong {
        Rational value = Formula.of(text).root().value(NUMBERS);
        return value == null ? null : value.asDouble();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "closed / filed | 0.75",
                "closed ÷ filed × 100 | 75",
                "1 - closed / filed | 0.25",
                "2 + 3 * 4 | 14",
                "(2 + 3) * 4 | 20",
                "10 − 2 − 3 | 5",
                "100 / 10 / 2 | 5",
                "-closed + 10 | 4",
                "0.3 * 100 | 30",
                "30% * 100 | 30",
                "0.1 + 0.2 | 0.3",
                "min(filed, closed, 7) | 6",
                "max(filed, closed, 7) | 8",
                "if(filed > 7, 100, if(filed >= 5, 75, 0)) | 100",
                "if(filed != 8, 1, 0) | 0",
                "if(closed ≤ 6, 1, 0) | 1",
                "median(close_time) + p90(handle_time) + mean(close_time) | 21",
                "30% * closed / filed + 70% * (1 - merged / filed) | 0.925"
            })
    void says_what_it_computes(String text, double expected) throws Formula.Wrong {
        assertThat(value(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filed / merged",
                "1 / (filed - 8)",
                "0 * (filed / merged)",
                "accepted / filed",
                "max(filed, accepted)",
                "if(accepted > 3, 1, 0)",
                "mean(accept_time)"
            })
    void what_cannot_be_known_is_no_number(String text) throws Formula.Wrong {
        assertThat(value(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "closed / | 9 | ends too early",
                "closed filed | 8 | operator",
                "nonsense / filed | 1 | no counter is named nonsense",
                "close_time | 1 | is a duration",
                "median(filed) | 8 | no duration",
                "run(filed) | 1 | no function",
                "if(filed, 1, 0) | 9 | expected <",
                "(filed | 7 | expected )",
                "1.2.3 | 1 | no number",
                "java.lang.Runtime | 1 | no counter is named java",
                "filed; closed | 6 | operator",
                "$x | 1 | expected a number",
                "1234567890123456 | 1 | no number"
            })
    void what_is_wrong_is_told_with_its_place(String text, int place, String reason) {
        assertThatThrownBy(() -> Formula.of(text)).isInstanceOfSatisfying(Formula.Wrong.class, e -> {
            assertThat(e.place()).isEqualTo(place);
            assertThat(e).hasMessageContaining(reason);
        });
    }

    @Test
    void is_bounded_in_length_in_parts_and_in_depth() {
        assertThatThrownBy(() -> Formula.of("1+".repeat(600) + "1")).hasMessageContaining("longer");
        assertThatThrownBy(() -> Formula.of("1+".repeat(150) + "1")).hasMessageContaining("parts");
        assertThatThrownBy(() -> Formula.of("(".repeat(400) + "1" + ")".repeat(400)))
                .hasMessageContaining("deeper");
        assertThatThrownBy(() -> Formula.of("max(".repeat(100) + "1" + ")".repeat(100)))
                .hasMessageContaining("deeper");
        assertThatThrownBy(() -> Formula.of("-".repeat(900) + "1")).isInstanceOf(Formula.Wrong.class);
    }

    @Test
    void the_largest_there_can_be_is_still_computed() throws Formula.Wrong {
        String product = "999999999999999*".repeat(60) + "1";
        assertThat(value(product)).isPositive();
        FigureRule rule = new FigureRule(new KpiCode("r"), "数", "Number", "points", null, null, product, null);
        assertThat(Figure.of(rule, "v1", Formula.of(product), NUMBERS, Map.of(), spanOfNothing())
                        .value())
                .as("no JSON number is that large")
                .isNull();
        assertThat(value("1/(" + product + ")")).isGreaterThanOrEqualTo(0.0);
    }

    @Test
    void opens_into_numerator_and_denominator() throws Formula.Wrong {
        assertThat(Formula.of("100 * (closed / filed)").division()).isNotNull();
        assertThat(Formula.of("closed / filed * 100").division()).isNotNull();
        assertThat(Formula.of("closed / 100").division()).isNull();
        assertThat(Formula.of("1 - closed / filed").division()).isNull();
        FigureRule rule =
                new FigureRule(new KpiCode("r"), "率", "Rate", "percent", "up", null, "(closed - merged) / filed", null);
        Figure figure = Figure.of(rule, "v1", Formula.of(rule.formula()), NUMBERS, Map.of(), spanOfNothing());
        assertThat(figure.numerator()).isEqualTo(6);
        assertThat(figure.denominator()).isEqualTo(8);
        assertThat(figure.value()).isEqualTo(75.0);
    }

    @Test
    void a_rate_of_nothing_shows_what_it_could_not_divide() throws Formula.Wrong {
        FigureRule rule = new FigureRule(new KpiCode("r"), "率", "Rate", "percent", "up", null, "closed / merged", null);
        Figure figure = Figure.of(rule, "v1", Formula.of(rule.formula()), NUMBERS, Map.of(), spanOfNothing());
        assertThat(figure.value()).isNull();
        assertThat(figure.denominator()).isZero();
    }

    private static Span spanOfNothing() {
        return new Span(java.time.Instant.EPOCH, java.time.Instant.EPOCH);
    }

    /// Whatever comes, it is a formula or it is refused, soon, and by that one exception.
    @Test
    @Timeout(60)
    void no_text_does_anything_else() {
        Random random = new Random(35);
        String signs = "+-*/×÷−()%,，.<>=!≤≥≠ 0123456789abif_maxminp90 \n\t'\"\\${}[];:#é中\u0000\uD83D";
        String[] words = {"filed", "closed", "min(", "max(", "if(", "median(close_time)", "p90(", "1.5", "20%", ")", ","
        };
        int accepted = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            int parts = random.nextInt(30);
            for (int p = 0; p < parts; p++) {
                text.append(
                        random.nextInt(3) == 0
                                ? words[random.nextInt(words.length)]
                                : String.valueOf(signs.charAt(random.nextInt(signs.length()))));
            }
            try {
                Formula formula = Formula.of(text.toString());
                formula.root().value(NUMBERS);
                formula.division();
                accepted++;
            } catch (Formula.Wrong e) {
                assertThat(e.place()).isBetween(1, text.length() + 1);
            }
        }
        assertThat(accepted).isGreaterThan(100);
    }

    /// Formulas made with the value they have, worked out in another arithmetic.
    @Test
    void grown_formulas_are_worth_what_they_were_grown_from() throws Formula.Wrong {
        Random random = new Random(36);
        for (int i = 0; i < 5_000; i++) {
            Grown grown = grow(random, 4);
            assertThat(value(grown.text()))
                    .as(grown.text())
                    .isCloseTo(grown.value().doubleValue(), within(grown.value()));
        }
    }

    private static org.assertj.core.data.Offset<Double> within(BigDecimal value) {
        return org.assertj.core.data.Offset.offset(Math.max(1e-9, Math.abs(value.doubleValue()) * 1e-12));
    }

    private record Grown(String text, BigDecimal value) {}

    private static Grown grow(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return switch (random.nextInt(3)) {
                case 0 -> new Grown("filed", BigDecimal.valueOf(8));
                case 1 -> new Grown("closed", BigDecimal.valueOf(6));
                default -> {
                    int value = random.nextInt(100);
                    yield new Grown(value + "%", BigDecimal.valueOf(value, 2));
                }
            };
        }
        Grown a = grow(random, depth - 1);
        Grown b = grow(random, depth - 1);
        return switch (random.nextInt(6)) {
            case 0 ->
                new Grown("(" + a.text() + " + " + b.text() + ")", a.value().add(b.value()));
            case 1 -> new Grown("(" + a.text() + "−" + b.text() + ")", a.value().subtract(b.value()));
            case 2 -> new Grown(a.text() + "×" + b.text(), a.value().multiply(b.value()));
            case 3 ->
                new Grown("min(" + a.text() + "," + b.text() + ")", a.value().min(b.value()));
            case 4 -> new Grown("-" + "(" + a.text() + ")", a.value().negate());
            default ->
                new Grown(
                        "if(" + a.text() + "<" + b.text() + "," + b.text() + "," + a.text() + ")",
                        a.value().max(b.value()));
        };
    }
}
