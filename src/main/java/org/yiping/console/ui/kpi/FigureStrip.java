package org.yiping.console.ui.kpi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.control.KpiCell;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureBoard.Day;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.ShownFigure;

/// The figures one looks at first, large, with target and what changed since the period before. FX thread.
final class FigureStrip {
    private static final List<KpiCode> FIRST = List.of(
            FigureBoard.FILED,
            FigureBoard.CLOSED,
            new KpiCode("open"),
            new KpiCode("overdue"),
            new KpiCode("handle-in-time-rate"),
            new KpiCode("close-in-time-rate"),
            new KpiCode("rework-rate"),
            new KpiCode("handle-median"));
    private static final int NARROW = 6;
    private static final int TREND = 28;

    private final FigureWords words;
    private final Messages messages;
    private final Door door;
    private final HBox root = new HBox();
    private final Map<KpiCode, KpiCell> cells = new LinkedHashMap<>();
    private boolean narrow;

    FigureStrip(FigureWords words, Messages messages, Door door) {
        this.words = words;
        this.messages = messages;
        this.door = door;
        root.getStyleClass().add("kpi-strip");
    }

    Region root() {
        return root;
    }

    /// Where not all fit, the first ones stay; the others are in the list of all.
    void narrow(boolean next) {
        narrow = next;
        lay();
    }

    private void lay() {
        List<KpiCell> all = new ArrayList<>(cells.values());
        root.getChildren().setAll(narrow ? all.subList(0, Math.min(NARROW, all.size())) : all);
    }

    /// Absent while nothing is known of that scope and period: then no number of another stands here.
    void show(@Nullable FigureBoard board) {
        if (board == null) {
            cells.values().forEach(c -> c.unknown(messages.get("kpi.none"), ""));
            return;
        }
        List<ShownFigure> figures = new ArrayList<>();
        FIRST.forEach(code -> board.find(code).ifPresent(figures::add));
        if (figures.isEmpty()) { // a city with figures of its own alone
            figures.addAll(board.figures()
                    .subList(0, Math.min(FIRST.size(), board.figures().size())));
        }
        List<KpiCode> codes = figures.stream().map(ShownFigure::code).toList();
        if (!codes.equals(List.copyOf(cells.keySet()))) {
            cells.clear();
            figures.forEach(f -> cells.put(f.code(), cell(f)));
            lay();
        }
        figures.forEach(f -> show(f, board));
    }

    private KpiCell cell(ShownFigure f) {
        KpiCell cell =
                new KpiCell(messages, "figures/first-" + f.code().value(), words.name(f), () -> door.open(f.code()));
        cell.setPrefWidth(120);
        HBox.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }

    private void show(ShownFigure f, FigureBoard board) {
        KpiCell cell = cells.get(f.code());
        if (cell == null) {
            return;
        }
        String target = words.target(f);
        String note = target.isEmpty()
                ? messages.get("kpi.before", words.change(f, f.before()))
                : messages.get("kpi.target-before", target, words.change(f, f.before()));
        if (f.value() == null) {
            cell.unknown(messages.get("kpi.none"), note);
        } else {
            cell.show(words.number(f.unit(), f.value()), words.unit(f.unit()), note, call(f));
        }
        Function<Day, @Nullable Long> by = f.code().equals(FigureBoard.FILED)
                ? Day::filed
                : f.code().equals(FigureBoard.CLOSED) ? Day::closed : _ -> null;
        List<Day> days = board.days().stream()
                .filter(d -> d.whole() && by.apply(d) != null)
                .toList();
        double[] values = days.subList(Math.max(0, days.size() - TREND), days.size()).stream()
                .mapToDouble(d -> {
                    Long count = by.apply(d);
                    return count == null ? Double.NaN : count;
                })
                .toArray();
        cell.trend(values.length < 2 ? new double[0] : values, Double.NaN);
    }

    /// Coloured where the number itself asks to act: what is overdue, and what misses the city's target.
    private static KpiCell.Call call(ShownFigure f) {
        Double value = f.value();
        if (f.code().value().equals("overdue") && value != null && value > 0) {
            return KpiCell.Call.ALARM;
        }
        return f.misses() ? KpiCell.Call.WARN : KpiCell.Call.NONE;
    }
}
