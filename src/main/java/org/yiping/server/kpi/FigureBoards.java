package org.yiping.server.kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Figure;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureBoard.Cell;
import org.yiping.domain.kpi.FigureBoard.Day;
import org.yiping.domain.kpi.FigureBoard.Group;
import org.yiping.domain.kpi.Forecast;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.ShownFigure;
import org.yiping.domain.kpi.Span;
import org.yiping.server.kpi.FigureDesk.Answer;
import org.yiping.server.kpi.FigureDesk.Frame;
import org.yiping.server.kpi.FigureDesk.Question;
import org.yiping.server.kpi.FigureDesk.Told;

/// Puts together what the panels of one scope and period show. Each part is counted as the desk's answers are, so that
/// panels and single questions say the same. Many who look at one board, again every second, have it counted once: it
/// is kept as answers are, and its parts are all counted anew with it, so that none of them is older. Any thread.
public final class FigureBoards {
    /// What areas and departments are compared by, where the city has such figures.
    private static final List<KpiCode> RANKED = codes(
            "filed",
            "closed",
            "overdue",
            "handle-in-time-rate",
            "closing-rate",
            "close-in-time-rate",
            "rework-rate",
            "handle-median");
    private static final int HISTORY = 70;

    private static final int KEPT = 64;

    private final FigureDesk desk;
    private final FreshAnswers<Frame, Whole> boards;

    private record Whole(FigureBoard board) implements FreshAnswers.Counted {
        @Override
        public Instant at() {
            return board.at();
        }

        @Override
        public long revision() {
            return board.revision();
        }
    }

    public FigureBoards(FigureDesk desk) {
        this.desk = desk;
        this.boards = desk.kept(KEPT, frame -> new Whole(anew(frame)));
    }

    private static List<KpiCode> codes(String... codes) {
        return List.of(codes).stream().map(KpiCode::new).toList();
    }

    /// Throws what the desk throws. The re-check is for whoever may see it to add.
    public FigureBoard of(Frame frame) {
        return boards.to(frame, desk.keeper().current()).board();
    }

    private FigureBoard anew(Frame frame) {
        Answer all = desk.anew(new Question(List.of(), frame, Grouping.NONE, ""));
        List<Told> told = all.groups().getOrDefault("", List.of());
        Parts parts = new Parts(
                frame, told.stream().map(t -> t.rule().code()).collect(Collectors.toUnmodifiableSet()), all.at());
        String level = desk.levelBelow(frame.scope().area());
        List<Group> areas = parts.groups(RANKED, Grouping.AREA, level);
        if (areas.size() < 2 && frame.scope().area() == null) { // a city, or a reach, of one district
            level = "street";
            areas = parts.groups(RANKED, Grouping.AREA, level);
        }
        List<KpiCode> volume = List.of(FigureBoard.FILED);
        List<Group> departments = parts.groups(RANKED, Grouping.DEPARTMENT, "");
        List<Group> classes = parts.groups(volume, Grouping.CLASS, "");
        List<Group> sources = parts.groups(volume, Grouping.SOURCE, "");
        List<Long> weekHours = weekHours(parts, told);
        List<Day> days = days(parts, all);
        return new FigureBoard(
                parts.oldest, // of all that was asked for above
                all.revision(),
                all.span(),
                level,
                told.stream()
                        .map(t -> ShownFigure.of(t.rule(), t.figure(), t.before(), t.lastYear()))
                        .toList(),
                areas,
                departments,
                classes,
                sources,
                weekHours,
                desk.spreads(frame),
                days,
                forecast(all, days),
                null);
    }

    /// The answers of one board, and when the oldest of them was counted.
    private final class Parts {
        private final Frame frame;
        private final Set<KpiCode> known;
        private Instant oldest;

        Parts(Frame frame, Set<KpiCode> known, Instant at) {
            this.frame = frame;
            this.known = known;
            this.oldest = at;
        }

        List<Group> groups(List<KpiCode> codes, Grouping by, String level) {
            return groups(frame, codes, by, level);
        }

        List<Group> groups(Frame of, List<KpiCode> codes, Grouping by, String level) {
            List<KpiCode> asked = codes.stream().filter(known::contains).toList();
            if (asked.isEmpty()) {
                return List.of();
            }
            Answer answer = desk.anew(new Question(asked, of, by, level));
            oldest = answer.at().isBefore(oldest) ? answer.at() : oldest;
            List<Group> groups = new ArrayList<>();
            answer.groups()
                    .forEach((name, told) -> groups.add(new Group(
                            name,
                            told.stream()
                                    .map(Told::figure)
                                    .filter(f -> asked.contains(f.code()))
                                    .map(FigureBoards::cell)
                                    .toList())));
            return groups;
        }

        /// None where nothing was counted, absent where the city has no such figure or its value is unknown.
        @Nullable
        Long count(@Nullable Group group, KpiCode code) {
            if (!known.contains(code)) {
                return null;
            }
            if (group == null) {
                return 0L;
            }
            Double value = group.find(code).map(Cell::value).orElse(null);
            return value == null ? null : Long.valueOf(Math.round(value));
        }
    }

    private static Cell cell(Figure f) {
        return new Cell(f.code(), f.value(), f.numerator(), f.denominator());
    }

    private static List<Long> weekHours(Parts parts, List<Told> told) {
        boolean known = told.stream()
                .anyMatch(t ->
                        t.rule().code().equals(FigureBoard.FILED) && t.figure().value() != null);
        if (!known) {
            return List.of();
        }
        List<Long> hours = new ArrayList<>(Collections.nCopies(FigureBoard.WEEK_HOURS, 0L));
        parts.groups(List.of(FigureBoard.FILED), Grouping.WEEK_HOUR, "")
                .forEach(g -> hours.set(
                        Integer.parseInt(g.group()),
                        Objects.requireNonNullElse(parts.count(g, FigureBoard.FILED), 0L)));
        return hours;
    }

    /// Ten weeks up to the period's end, or to now. What was before the first case is unknown, a day without
    /// cases after it is none; what the city has no figure of is unknown on every day.
    private List<Day> days(Parts parts, Answer all) {
        Span passed = all.span().passed(all.at());
        LocalDate today = LocalDate.ofInstant(all.at(), desk.zone());
        Instant end = passed.until().isAfter(passed.from()) ? passed.until().minusMillis(1) : passed.from();
        LocalDate last = LocalDate.ofInstant(end, desk.zone());
        last = last.isAfter(today) ? today : last;
        Frame frame = parts.frame;
        Frame back = new Frame(HISTORY + "d", last.equals(today) ? null : last, frame.scope(), frame.reach());
        Map<String, Group> counted =
                parts.groups(back, List.of(FigureBoard.FILED, FigureBoard.CLOSED), Grouping.DAY, "").stream()
                        .collect(Collectors.toMap(Group::group, g -> g));
        List<Day> days = new ArrayList<>();
        LocalDate first = desk.firstDay();
        for (LocalDate day = last.minusDays(HISTORY - 1L); !day.isAfter(last); day = day.plusDays(1)) {
            Group group = counted.get(day.toString());
            days.add(
                    !day.isBefore(first)
                            ? new Day(
                                    day,
                                    parts.count(group, FigureBoard.FILED),
                                    parts.count(group, FigureBoard.CLOSED),
                                    day.isBefore(today))
                            : new Day(day, null, null, day.isBefore(today)));
        }
        return days;
    }

    /// Of a period that runs: the next days, today among them. A past period's next days are no forecast.
    private @Nullable Forecast forecast(Answer all, List<Day> days) {
        if (!all.span().contains(all.at()) && !all.span().until().equals(all.at())) {
            return null;
        }
        List<Long> past = new ArrayList<>();
        days.forEach(d -> {
            if (d.whole() && d.filed() != null) {
                past.add(d.filed());
            }
        });
        return Forecast.of(LocalDate.ofInstant(all.at(), desk.zone()), past).orElse(null);
    }
}
