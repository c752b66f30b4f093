package org.yiping.console.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
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

    /// Lines so many pixels wide.
    public DayChart(Messages messages, double stroke) {
        this.messages = messages;
        lines = new DayLines(stroke);
    }

    public Region root() {
        return lines;
    }

    /// The last `past` days of a board that has any. A day that has not passed is no point of the line yet:
    /// half a day would look like a fall.
    public void show(FigureBoard board, int past, boolean ahead) {
        List<Day> whole = board.days().stream().filter(Day::whole).toList();
        List<Day> days = whole.subList(Math.max(0, whole.size() - past), whole.size());
        double[] filed = new double[days.size()];
        double[] closed = new double[days.size()];
        for (int i = 0; i < days.size(); i++) {
            filed[i] = value(days.get(i).filed());
            closed[i] = value(days.get(i).closed());
        }
        Forecast forecast = ahead ? board.forecast() : null;
        List<DayLines.Ahead> expected = forecast == null
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
        lines.show(new DayLines.Shown(filed, closed, expected, words));
        lines.setAccessibleText(messages.get("kpi.trend-title") + " " + String.join(" – ", words) + " " + error(board));
    }

    private static double value(@org.jspecify.annotations.Nullable Long count) {
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

    private String method(String code) {
        return switch (code) {
            case "last-week" -> messages.get("kpi.method-last-week");
            case "weekday-mean" -> messages.get("kpi.method-weekday-mean");
            case "holt-winters" -> messages.get("kpi.method-holt-winters");
            default -> code;
        };
    }
}
