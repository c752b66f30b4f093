package org.yiping.console.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.control.DayLines;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureBoard.Day;
import org.yiping.domain.kpi.Forecast;

/// A board's days as a chart, on a desk or a wall, and in words what its forecast is worth. FX thread.
public final class DayChart {
    /// So many days back are shown at a desk.
    public static final int PAST = 42;

    private final Messages messages;
    private final DayLines lines;
    private final Label expected;
    private final VBox root;
    private List<LocalDate> shown = List.of();

    /// Lines so many pixels wide.
    public DayChart(Messages messages, double stroke) {
        this.messages = messages;
        lines = new DayLines(stroke);
        expected = key("ahead", messages.get("kpi.line-ahead"));
        root = Nodes.column(
                "figure-lines",
                Nodes.row(
                        "figure-legend",
                        key("first", messages.get("kpi.line-filed")),
                        key("second", messages.get("kpi.line-closed")),
                        expected),
                Nodes.grow(lines));
        root.setMinHeight(0);
    }

    private static Label key(String style, String words) {
        Label label = Nodes.keep(words, "t-second", "figure-key");
        Region line = new Region();
        line.getStyleClass().addAll("key-line", style);
        label.setGraphic(line);
        return label;
    }

    /// Where somebody sits a day is a door: pressed, or gone to with the arrows and opened by Enter.
    public void doors(String id, Consumer<LocalDate> open) {
        lines.setId(id);
        lines.doors(i -> open.accept(shown.get(i)), i -> messages.get("kpi.trend-day", FigureWords.day(shown.get(i))));
    }

    public Region root() {
        return root;
    }

    /// The last `past` days of a board that has any. A day that has not passed is no point of the line yet:
    /// half a day would look like a fall.
    public void show(FigureBoard board, int past, boolean ahead) {
        List<Day> whole = board.days().stream().filter(Day::whole).toList();
        List<Day> days = whole.subList(Math.max(0, whole.size() - past), whole.size());
        shown = days.stream().map(Day::day).toList();
        double[] filed = new double[days.size()];
        double[] closed = new double[days.size()];
        for (int i = 0; i < days.size(); i++) {
            filed[i] = value(days.get(i).filed());
            closed[i] = value(days.get(i).closed());
        }
        Forecast forecast = ahead ? board.forecast() : null;
        Nodes.show(expected, forecast != null);
        List<DayLines.Ahead> next = forecast == null
                ? List.of()
                : forecast.days().stream()
                        .map(a -> new DayLines.Ahead(a.expected(), a.low(), a.high()))
                        .toList();
        List<String> words = new ArrayList<>();
        if (!days.isEmpty()) {
            words.add(FigureWords.day(days.getFirst().day()));
            words.add(FigureWords.day(
                    forecast == null
                            ? days.getLast().day()
                            : forecast.days().getLast().day()));
        }
        lines.show(new DayLines.Shown(filed, closed, next, words));
        lines.setAccessibleText(messages.get("kpi.trend-title") + " " + String.join(" – ", words) + " " + error(board));
    }

    private static double value(@Nullable Long count) {
        return count == null ? Double.NaN : count;
    }

    /// Which method, and by how much it was off; why there is no forecast where there is none.
    public String error(FigureBoard board) {
        Forecast f = board.forecast();
        if (f == null) {
            boolean runs =
                    board.span().contains(board.at()) || board.span().until().equals(board.at());
            return runs ? messages.get("kpi.forecast-short", Forecast.LEAST) : messages.get("kpi.forecast-past");
        }
        return messages.get(
                "kpi.forecast-error",
                method(f.method()),
                Numbers.decimal(f.error(), 1),
                Numbers.decimal(f.naive(), 1),
                Numbers.whole(Math.round(f.band())));
    }

    /// The same, as short as a wall wants it.
    public String shortError(FigureBoard board) {
        Forecast f = board.forecast();
        return f == null
                ? error(board)
                : messages.get("kpi.wall-error", Numbers.decimal(f.error(), 1), Numbers.whole(Math.round(f.band())));
    }

    private String method(String code) {
        return switch (code) {
            case "last-week" -> messages.get("kpi.method-last-week");
            case "weekday-mean" -> messages.get("kpi.method-weekday-mean");
            case "holt-winters" -> messages.get("kpi.method-holt-winters");
            default -> code;
        };
    }
}
