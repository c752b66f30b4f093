package org.yiping.domain.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the next seven days will bring if they go on as before (预测), and how far that was off until now.
/// Immutable; any thread.
///
/// Three simple methods compete: the same weekday a week ago, the mean of the last four of it, and Holt–Winters
/// with additive weekly seasons (P. R. Winters, "Forecasting sales by exponentially weighted moving averages",
/// Management Science 6 (1960), pages 324–342; C. C. Holt 1957) with fixed weights. Each forecasts from every
/// day of the past what followed, knowing nothing later; the first half of these trials chooses the method, the
/// second half alone says its `error`, so that the choice does not flatter it. `naive` is the error of the
/// first method in the same trials. Errors are mean absolute ones, in cases a day; four of five trials were off
/// by no more than `band`.
public record Forecast(String method, List<Ahead> days, double error, double naive, double band, int trials) {
    public static final int AHEAD = 7;
    /// Two weeks to learn from, and as much again and a week to be tried on.
    public static final int LEAST = 35;

    private static final int WEEK = 7;
    private static final int LEARN = 2 * WEEK;
    private static final double LEVEL = 0.3;
    private static final double TREND = 0.02;
    private static final double SEASON = 0.2;
    private static final List<String> METHODS = List.of("last-week", "weekday-mean", "holt-winters");

    public Forecast {
        days = List.copyOf(days);
    }

    /// A day to come, and between what it will lie four times out of five.
    public record Ahead(LocalDate day, double expected, double low, double high) {}

    /// `past` are whole days without a gap, oldest first; the last is the one before `next`. Empty where they
    /// are too few to try anything on.
    public static Optional<Forecast> of(LocalDate next, List<Long> past) {
        int n = past.size();
        if (n < LEAST) {
            return Optional.empty();
        }
        double[] days = past.stream().mapToDouble(Long::doubleValue).toArray();
        int middle = (LEARN + n) / 2;
        String method = METHODS.getFirst();
        double best = Double.POSITIVE_INFINITY;
        for (String each : METHODS) {
            double off = mean(errors(each, Arrays.copyOf(days, middle), LEARN));
            if (off < best) {
                best = off;
                method = each;
            }
        }
        double[] errors = errors(method, days, middle);
        double band = errors[(errors.length * 4 + 4) / 5 - 1];
        double[] expected = ahead(method, days);
        List<Ahead> all = new ArrayList<>();
        for (int i = 0; i < AHEAD; i++) {
            double is = Math.max(0, expected[i]);
            all.add(new Ahead(next.plusDays(i), is, Math.max(0, is - band), is + band));
        }
        return Optional.of(new Forecast(
                method, all, mean(errors), mean(errors(METHODS.getFirst(), days, middle)), band, errors.length));
    }

    /// How far each trial from `first` on was off, smallest first.
    private static double[] errors(String method, double[] days, int first) {
        List<Double> off = new ArrayList<>();
        for (int origin = first; origin < days.length; origin++) {
            double[] expected = ahead(method, Arrays.copyOf(days, origin));
            for (int i = 0; i < AHEAD && origin + i < days.length; i++) {
                off.add(Math.abs(Math.max(0, expected[i]) - days[origin + i]));
            }
        }
        return off.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.POSITIVE_INFINITY);
    }

    private static double[] ahead(String method, double[] past) {
        return switch (method) {
            case "last-week" -> weekdays(past, 1);
            case "weekday-mean" -> weekdays(past, 4);
            default -> holtWinters(past);
        };
    }

    /// The mean of the last `weeks` of each weekday, as far as they are there.
    private static double[] weekdays(double[] past, int weeks) {
        double[] ahead = new double[AHEAD];
        int there = Math.min(weeks, past.length / WEEK);
        for (int i = 0; i < AHEAD; i++) {
            for (int week = 1; week <= there; week++) {
                ahead[i] += past[past.length - week * WEEK + i] / there;
            }
        }
        return ahead;
    }

    /// Begins with the first two weeks' level, trend and weekdays.
    private static double[] holtWinters(double[] past) {
        double first = mean(Arrays.copyOf(past, WEEK));
        double second = mean(Arrays.copyOfRange(past, WEEK, LEARN));
        double level = second;
        double trend = (second - first) / WEEK;
        double[] season = new double[WEEK];
        for (int i = 0; i < WEEK; i++) {
            season[i] = (past[i] - first + past[WEEK + i] - second) / 2;
        }
        for (int t = LEARN; t < past.length; t++) {
            double before = level;
            level = LEVEL * (past[t] - season[t % WEEK]) + (1 - LEVEL) * (level + trend);
            trend = TREND * (level - before) + (1 - TREND) * trend;
            season[t % WEEK] = SEASON * (past[t] - level) + (1 - SEASON) * season[t % WEEK];
        }
        double[] ahead = new double[AHEAD];
        for (int i = 0; i < AHEAD; i++) {
            ahead[i] = level + (i + 1) * trend + season[(past.length + i) % WEEK];
        }
        return ahead;
    }
}
