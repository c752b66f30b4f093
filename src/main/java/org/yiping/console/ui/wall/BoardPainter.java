package org.yiping.console.ui.wall;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.DayChart;
import org.yiping.console.ui.FigureBars;
import org.yiping.console.ui.FigureBars.By;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.BarList;
import org.yiping.console.ui.control.SpreadRows;
import org.yiping.console.ui.control.WeekHeat;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.Forecast;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.ShownFigure;
import org.yiping.domain.wall.WallScene.Shown;

/// What one kind of panel draws of a board: its node, and in words its name and what it is worth. `paint` says
/// whether there is anything to draw. FX thread.
record BoardPainter(
        Region root,
        Predicate<FigureBoard> painting,
        Function<@Nullable FigureBoard, String> naming,
        Function<FigureBoard, String> noting) {
    private static final int BARS = 12;
    private static final int BACK = 28;

    boolean paint(FigureBoard board) {
        return painting.test(board);
    }

    String title(@Nullable FigureBoard board) {
        return naming.apply(board);
    }

    String note(FigureBoard board) {
        return noting.apply(board);
    }

    /// Of a scene's panel, whose rows of type are so many pixels high.
    static BoardPainter of(Shown shown, double row, Words words, Messages messages) {
        FigureWords figures = new FigureWords(words, messages);
        return switch (shown.panel()) {
            case RANKING -> ranking(shown, new FigureBars(words, messages), figures, messages);
            case MIX -> mix(shown, new FigureBars(words, messages), messages);
            case WEEK_HEAT -> heat(figures, messages);
            case DURATIONS -> durations(figures, messages);
            case TREND -> days(row, false, messages);
            case FORECAST -> days(row, true, messages);
            case FIGURE -> number(new KpiCode(shown.option("of", "")), row, figures, messages);
            case MAP, FIGURES, PLACES, CAMERAS, URGENT, CASE, ALARMS, CLOCK, TITLE, PATTERN ->
                throw new IllegalArgumentException(shown.panel() + " shows no board");
        };
    }

    private static BoardPainter ranking(Shown shown, FigureBars bars, FigureWords figures, Messages messages) {
        KpiCode code = new KpiCode(shown.option("of", "handle-in-time-rate"));
        By by = by(shown, By.DEPARTMENT);
        BarList list = new BarList();
        return new BoardPainter(
                list,
                board -> {
                    List<BarList.Bar> all = bars.ranking(board, by, code);
                    list.show(all);
                    return !all.isEmpty();
                },
                board -> board == null
                        ? messages.get("kpi.ranking")
                        : board.find(code)
                                .map(f -> messages.get("kpi.ranking-title", figures.name(f)))
                                .orElseGet(() -> messages.get("kpi.ranking")),
                board -> board.find(code)
                        .map(f -> messages.get("kpi.whole", figures.name(f), figures.value(f.unit(), f.value()))
                                + beside(f, board, figures))
                        .orElse(""));
    }

    /// What a rate may not stand without, of the whole.
    private static String beside(ShownFigure f, FigureBoard board, FigureWords figures) {
        return f.companions().stream()
                .flatMap(c -> board.find(c).stream())
                .map(c -> " · " + figures.name(c) + " " + figures.value(c.unit(), c.value()))
                .collect(Collectors.joining());
    }

    private static BoardPainter mix(Shown shown, FigureBars bars, Messages messages) {
        By by = by(shown, By.CLASS);
        BarList list = new BarList();
        return new BoardPainter(
                list,
                board -> {
                    List<BarList.Bar> all = bars.mix(board, by, BARS);
                    list.show(all);
                    return !all.isEmpty();
                },
                _ -> messages.get("kpi.mix-title", by(by, messages)),
                _ -> "");
    }

    private static By by(Shown shown, By otherwise) {
        return By.valueOf(shown.option("by", otherwise.name()).toUpperCase(Locale.ROOT));
    }

    private static String by(By by, Messages messages) {
        return switch (by) {
            case AREA -> messages.get("kpi.area");
            case DEPARTMENT -> messages.get("kpi.department");
            case CLASS -> messages.get("kpi.mix-classes");
            case SOURCE -> messages.get("kpi.mix-sources");
            case PERSON, POST -> throw new IllegalArgumentException(by + " is on no board");
        };
    }

    private static BoardPainter heat(FigureWords figures, Messages messages) {
        WeekHeat heat = new WeekHeat(figures.weekdays());
        return new BoardPainter(
                heat,
                board -> {
                    heat.show(board.weekHours());
                    return !board.weekHours().isEmpty();
                },
                _ -> messages.get("kpi.heat"),
                board -> board.weekHours().isEmpty() ? "" : figures.fullest(board.weekHours()));
    }

    private static BoardPainter durations(FigureWords figures, Messages messages) {
        SpreadRows rows = new SpreadRows(messages.get("kpi.spread-median"), messages.get("kpi.spread-most"));
        return new BoardPainter(
                rows,
                board -> {
                    rows.show(figures.spreads(board));
                    return !board.spreads().isEmpty();
                },
                _ -> messages.get("kpi.spreads"),
                _ -> messages.get("kpi.spread-note"));
    }

    private static BoardPainter days(double row, boolean ahead, Messages messages) {
        DayChart chart = new DayChart(messages, Math.max(2, row / 14));
        return new BoardPainter(
                chart.root(),
                board -> {
                    chart.show(board, BACK, ahead);
                    return ahead
                            ? board.forecast() != null
                            : board.days().stream().anyMatch(d -> d.whole() && d.filed() != null);
                },
                board -> {
                    Forecast f = board == null ? null : board.forecast();
                    String name = ahead ? messages.get("kpi.forecast-title") : messages.get("kpi.trend-title");
                    return !ahead || f == null ? name : name + " · " + sum(f, messages);
                },
                board -> ahead ? chart.shortError(board) : "");
    }

    private static String sum(Forecast f, Messages messages) {
        double all = f.days().stream().mapToDouble(Forecast.Ahead::expected).sum();
        return messages.get("kpi.forecast-sum", Numbers.whole(Math.round(all)));
    }

    /// One figure of the period, with its target, what changed, and what must stand beside it.
    private static BoardPainter number(KpiCode code, double row, FigureWords figures, Messages messages) {
        BoardNumber number = new BoardNumber(row, figures, messages);
        return new BoardPainter(
                number.root(),
                board -> {
                    ShownFigure f = board.find(code).orElse(null);
                    if (f != null) {
                        number.show(f, board);
                    }
                    return f != null;
                },
                board -> board == null
                        ? messages.get("kpi.title")
                        : board.find(code).map(figures::name).orElseGet(code::value),
                board -> board.find(code).map(figures::changes).orElse(""));
    }
}
