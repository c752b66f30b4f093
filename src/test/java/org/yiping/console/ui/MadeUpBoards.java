package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CityFolder;
import org.yiping.console.store.FigureLookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Tables;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.Expression;
import org.yiping.domain.kpi.Figure;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureBoard.Cell;
import org.yiping.domain.kpi.FigureBoard.Day;
import org.yiping.domain.kpi.FigureBoard.Group;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.Forecast;
import org.yiping.domain.kpi.Formula;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.kpi.HotPlaces.HotPlace;
import org.yiping.domain.kpi.Measure;
import org.yiping.domain.kpi.Period;
import org.yiping.domain.kpi.Rational;
import org.yiping.domain.kpi.RecheckId;
import org.yiping.domain.kpi.ShownFigure;
import org.yiping.domain.kpi.Span;

/// Figures of a made-up city by the shipped formulas, so that a page of them can be looked at.
final class MadeUpBoards implements FigureLookup {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Tables tables;
    private final Instant now;
    private final List<FigureRule> rules =
            CityFolder.shippedFigures().getFirst().figures();

    MadeUpBoards(Tables tables, Instant now) {
        this.tables = tables;
        this.now = now;
    }

    @Override
    public CompletableFuture<Found<FigureBoard>> board(Frame frame) {
        Span span = Period.of(frame.period(), now.atZone(ZONE)).orElseThrow().span();
        double size = frame.scope().department() != null || frame.scope().area() != null ? 0.08 : 1;
        List<ShownFigure> figures = rules.stream()
                .map(r -> ShownFigure.of(
                        r, figure(r, size, span), figure(r, size * 0.94, span), figure(r, size * 1.06, span)))
                .toList();
        List<Day> days = days();
        List<Long> past = days.stream()
                .filter(Day::whole)
                .map(d -> d.filed() == null ? 0L : d.filed())
                .toList();
        Random random = new Random(3);
        List<Long> hours = new ArrayList<>();
        for (int i = 0; i < FigureBoard.WEEK_HOURS; i++) {
            double noon =
                    Math.exp(-Math.pow((i % 24 - 10.5) / 4.5, 2)) + 0.7 * Math.exp(-Math.pow((i % 24 - 17) / 3.0, 2));
            hours.add(Math.round((i / 24 > 4 ? 0.5 : 1) * 22 * noon + random.nextInt(2)));
        }
        return got(new FigureBoard(
                now.minusSeconds(4),
                1_284_903,
                span,
                "street",
                figures,
                groups(tables.areas
                        .rows()
                        .values()
                        .filter(a -> a.level().equals("street"))
                        .map(a -> a.code().value())
                        .sorted()
                        .toList()),
                groups(tables.departments
                        .rows()
                        .values()
                        .map(d -> d.id().value())
                        .sorted()
                        .toList()),
                counted(tables.cases
                        .rows()
                        .values()
                        .map(c -> c.subject().classCode().value())
                        .distinct()
                        .sorted()
                        .limit(24)
                        .toList()),
                counted(List.of("collector", "hotline", "video", "app", "staff")),
                hours,
                List.of(
                        new FigureBoard.Spread(Measure.ACCEPT_TIME, 1842, 0.05, 0.1, 0.2, 0.4, 0.9),
                        new FigureBoard.Spread(Measure.FILE_TIME, 1842, 0.08, 0.15, 0.3, 0.6, 1.4),
                        new FigureBoard.Spread(Measure.DISPATCH_TIME, 1811, 0.1, 0.2, 0.4, 0.9, 2.2),
                        new FigureBoard.Spread(Measure.HANDLE_TIME, 1723, 0.8, 1.6, 3.4, 9.5, 31),
                        new FigureBoard.Spread(Measure.CLOSE_TIME, 1690, 2.1, 4.4, 8.8, 26, 74)),
                days,
                Forecast.of(now.atZone(ZONE).toLocalDate(), past).orElse(null),
                new FigureBoard.Sample(
                        new RecheckId("r1"), "close_done", span, 1651, 40, 38, 35, 3, 79.2, 97.3, null)));
    }

    private static List<Day> daysOf(Random random, LocalDate today) {
        List<Day> days = new ArrayList<>();
        for (int back = 69; back >= 0; back--) {
            LocalDate day = today.minusDays(back);
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            long filed = (weekend ? 38 : 71) + random.nextInt(14);
            days.add(
                    back > 62
                            ? new Day(day, null, null, true)
                            : new Day(day, filed, filed - 4 + random.nextInt(7), back > 0));
        }
        return days;
    }

    private List<Day> days() {
        return daysOf(new Random(11), now.atZone(ZONE).toLocalDate());
    }

    /// The first has no rate: nothing was to be handled there.
    private List<Group> groups(List<String> names) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            long filed = i == 3 ? 4 : Math.max(24, 240 - 17L * i);
            double rate = 99.2 - i * 1.3 % 11;
            long on = Math.round(filed * rate / 100);
            groups.add(new Group(
                    names.get(i),
                    List.of(
                            new Cell(FigureBoard.FILED, (double) filed, null, null),
                            i == names.size() - 1
                                    ? new Cell(new org.yiping.domain.kpi.KpiCode("handle-in-time-rate"), null, 0L, 0L)
                                    : new Cell(
                                            new org.yiping.domain.kpi.KpiCode("handle-in-time-rate"),
                                            100.0 * on / filed,
                                            on,
                                            filed))));
        }
        return groups;
    }

    private static List<Group> counted(List<String> names) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double value = Math.max(2, Math.round(620 * Math.pow(0.72, i)));
            groups.add(new Group(names.get(i), List.of(new Cell(FigureBoard.FILED, value, null, null))));
        }
        return groups;
    }

    private static Figure figure(FigureRule rule, double size, Span span) {
        try {
            Formula formula = Formula.of(rule.formula());
            Map<Counter, Long> counts = new EnumMap<>(Counter.class);
            EnumSet<Counter> asked = EnumSet.noneOf(Counter.class);
            formula.root().collect(asked, EnumSet.noneOf(Measure.class));
            asked.forEach(c -> counts.put(c, Math.round(size * many(c))));
            Map<String, @Nullable Long> told = new LinkedHashMap<>();
            counts.forEach((c, n) -> told.put(c.code(), n));
            return Figure.of(rule, "kpi-2", formula, new Source(counts), told, span);
        } catch (Formula.Wrong e) {
            throw new IllegalStateException(e);
        }
    }

    private record Source(Map<Counter, Long> counts) implements Expression.Source {
        @Override
        public @Nullable Long count(Counter counter) {
            return counts.get(counter);
        }

        @Override
        public Rational duration(Measure measure, Measure.Statistic statistic) {
            long minutes = 30L * (measure.ordinal() + 1) * (statistic == Measure.Statistic.P90 ? 8 : 1);
            return Rational.of(Duration.ofMinutes(minutes).toMillis());
        }
    }

    private static long many(Counter c) {
        return switch (c) {
            case REPORTED -> 2104;
            case FILED, DISPATCH_NEEDED -> 1842;
            case CLOSE_NEEDED -> 1733;
            case CLOSE_DONE, CLOSED -> 1651;
            case CLOSE_IN_TIME -> 1610;
            case HANDLE_NEEDED -> 1811;
            case HANDLE_DONE -> 1723;
            case HANDLE_IN_TIME -> 1694;
            case OPEN -> 143;
            case OVERDUE -> 6;
            case REOPENED -> 21;
            case RETURNED -> 88;
            case EXTENDED -> 64;
            case SUSPENDED -> 31;
            case MERGED -> 57;
            case VOIDED -> 42;
            case REWORKED, REWORKED_CLOSE -> 29;
            default -> 900L - 9 * c.name().length();
        };
    }

    @Override
    public CompletableFuture<Found<List<Group>>> groups(
            org.yiping.domain.kpi.KpiCode code, Frame frame, Grouping by, String level) {
        List<String> names = switch (by) {
            case PERSON ->
                tables.people
                        .rows()
                        .values()
                        .map(p -> p.id().value())
                        .sorted()
                        .limit(12)
                        .toList();
            case POST -> List.of("acceptor", "dispatcher", "department", "duty-leader");
            default -> List.of();
        };
        return got(groups(names));
    }

    @Override
    public CompletableFuture<Found<HotPlaces>> places(Frame frame) {
        List<HotPlace> items = new ArrayList<>();
        List<Case> cases = tables.cases
                .rows()
                .values()
                .filter(c -> c.place().position() != null)
                .sorted(Comparator.comparing(c -> c.id().value()))
                .limit(14)
                .toList();
        for (int i = 0; i < cases.size(); i++) {
            Case c = cases.get(i);
            items.add(new HotPlace(
                    i % 4 == 3 ? null : c.subject().classCode(),
                    java.util.Objects.requireNonNull(c.place().position()),
                    23 - i - i % 3,
                    now.minus(Duration.ofDays(20)),
                    now.minus(Duration.ofHours(i)),
                    List.of(c.id()),
                    null,
                    null));
        }
        items.sort(Comparator.comparingInt((HotPlace p) -> -p.count()));
        return got(
                new HotPlaces(now.minusSeconds(20), new Span(now.minus(Duration.ofDays(24)), now), 50, false, items));
    }

    @Override
    public CompletableFuture<Found<Behind>> behind(String counter, Frame frame, @Nullable String after) {
        List<Case> cases = tables.cases
                .rows()
                .values()
                .sorted(Comparator.comparing(c -> c.id().value()))
                .limit(40)
                .toList();
        long many = Counter.of(counter).map(MadeUpBoards::many).orElse(0L);
        return got(new Behind(now, many, cases, many > cases.size() ? "40" : null));
    }

    @Override
    public CompletableFuture<Found<List<Case>>> cases(List<CaseId> ids) {
        return got(ids.stream()
                .flatMap(id -> tables.cases.rows().find(id).stream())
                .toList());
    }

    private static <T> CompletableFuture<Found<T>> got(T value) {
        return CompletableFuture.completedFuture(new Found.Got<>(value));
    }
}
