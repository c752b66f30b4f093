package org.yiping.domain.kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything panels show of one scope in one period, so that they ask once and speak of one moment: the
/// figures, told apart by area (of `level`), department, class and source, by hour of the week, how long things
/// took, the last ten weeks by the day, and what is expected next. `at` is when the oldest part of it was
/// counted. What is unknown is absent or empty, never zero. Immutable; any thread.
///
/// `weekHours` are filed cases from Monday 0 to Sunday 167; empty where that is unknown. `recheck` is the
/// newest sample of closed cases of this very scope.
public record FigureBoard(
        Instant at,
        long revision,
        Span span,
        String level,
        List<ShownFigure> figures,
        List<Group> areas,
        List<Group> departments,
        List<Group> classes,
        List<Group> sources,
        List<Long> weekHours,
        List<Spread> spreads,
        List<Day> days,
        @Nullable Forecast forecast,
        @Nullable Sample recheck) {
    /// What volumes are told by.
    public static final KpiCode FILED = new KpiCode("filed");
    public static final KpiCode CLOSED = new KpiCode("closed");
    public static final int WEEK_HOURS = 168;

    public FigureBoard {
        figures = List.copyOf(figures);
        areas = List.copyOf(areas);
        departments = List.copyOf(departments);
        classes = List.copyOf(classes);
        sources = List.copyOf(sources);
        weekHours = List.copyOf(weekHours);
        spreads = List.copyOf(spreads);
        days = List.copyOf(days);
    }

    /// One area, department, class or source.
    public record Group(String group, List<Cell> figures) {
        public Group {
            figures = List.copyOf(figures);
        }

        public Optional<Cell> find(KpiCode code) {
            return figures.stream().filter(c -> c.code().equals(code)).findFirst();
        }
    }

    /// A figure of a group; without a value it is 无数据.
    public record Cell(
            KpiCode code,
            @Nullable Double value,
            @Nullable Long numerator,
            @Nullable Long denominator) {}

    /// A day of the city; `whole` once it has passed. Days of which nothing is known have no numbers.
    public record Day(
            LocalDate day, @Nullable Long filed, @Nullable Long closed, boolean whole) {}

    /// How long something took, in hours, by nearest rank: of `count` durations that ended in the period.
    public record Spread(Measure measure, long count, double p10, double p25, double p50, double p75, double p90) {}

    /// A blind re-check: of `population` cases `size` were drawn, `judged` looked at again; `lower` and `upper`
    /// are the 95 % interval of the share that holds, in percent, absent while nothing was judged.
    public record Sample(
            RecheckId id,
            String counter,
            Span span,
            long population,
            int size,
            int judged,
            int holds,
            int broken,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Boolean simulated) {}

    public Optional<ShownFigure> find(KpiCode code) {
        return figures.stream().filter(f -> f.code().equals(code)).findFirst();
    }

    /// Names exactly this board among those of its scope and period, for whoever asks whether there is another.
    public String version() {
        String counted = revision + "-" + at.toEpochMilli();
        return recheck == null ? counted : counted + "-" + recheck.id().value() + "-" + recheck.judged();
    }

    /// Whether it says the same, counted at another moment: then nothing has to be drawn anew but its time. How much of
    /// an earlier period it is held against grows by itself.
    public boolean says(FigureBoard other) {
        return numbers().equals(other.numbers());
    }

    private FigureBoard numbers() {
        return new FigureBoard(
                Instant.EPOCH,
                0,
                span,
                level,
                figures.stream().map(ShownFigure::withoutSpans).toList(),
                areas,
                departments,
                classes,
                sources,
                weekHours,
                spreads,
                days,
                forecast,
                recheck);
    }

    public FigureBoard with(@Nullable Sample sample) {
        return new FigureBoard(
                at,
                revision,
                span,
                level,
                figures,
                areas,
                departments,
                classes,
                sources,
                weekHours,
                spreads,
                days,
                forecast,
                sample);
    }
}
