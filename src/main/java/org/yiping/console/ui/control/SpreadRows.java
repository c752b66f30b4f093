package org.yiping.console.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// How long things took (时长分布), a row each: a thin line over the middle four fifths, a thick one over the
/// middle half, a tick at the median, and in words median and P90. Lengths are logarithms, because a stage
/// takes minutes or weeks. JavaFX thread.
public final class SpreadRows extends Region {
    private static final double LOOSEST = 2;
    private static final double NAMES = 0.34;

    private final List<Row> rows = new ArrayList<>();
    private final Row head = new Row();
    private String doors = "";
    private IntConsumer open = _ -> {};

    /// In hours; `p50` and `p90` in words as well.
    public record Spread(
            String name, double p10, double p25, double p50, double p75, double p90, String median, String most) {}

    /// Words over the two columns.
    public SpreadRows(String median, String most) {
        getStyleClass().add("spread-rows");
        setMinSize(0, 0);
        head.name.setText("");
        head.median.setText(median);
        head.most.setText(most);
        head.all().forEach(l -> l.getStyleClass().add("spread-head"));
        getChildren().addAll(head.all());
    }

    /// Where somebody sits each row is a door; buttons are called `id-0`, `id-1` and so on. To be said before rows are
    /// shown.
    public void doors(String id, IntConsumer opens) {
        doors = id;
        open = opens;
    }

    private void door(Row row, int at) {
        if (!doors.isEmpty()) {
            Button door = row.door;
            door.setId(doors + "-" + at);
            door.getStyleClass().add("figure-door");
            door.setOnAction(_ -> open.accept(at));
            row.all().forEach(l -> l.setMouseTransparent(true));
            row.lines().forEach(l -> l.setMouseTransparent(true));
            getChildren().add(door);
        }
    }

    public void show(List<Spread> next) {
        while (rows.size() > next.size()) {
            Row gone = rows.removeLast();
            getChildren().remove(gone.door);
            getChildren().removeAll(gone.all());
            getChildren().removeAll(gone.lines());
        }
        while (rows.size() < next.size()) {
            Row row = new Row();
            door(row, rows.size());
            rows.add(row);
            getChildren().addAll(row.lines());
            getChildren().addAll(row.all());
        }
        for (int i = 0; i < next.size(); i++) {
            rows.get(i).show(next.get(i));
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double line = Math.ceil(head.median.prefHeight(-1));
        double names = 0;
        double median = Math.ceil(head.median.prefWidth(-1));
        double most = Math.ceil(head.most.prefWidth(-1));
        for (Row row : rows) {
            names = Math.max(names, Math.ceil(row.name.prefWidth(-1)));
            median = Math.max(median, Math.ceil(row.median.prefWidth(-1)));
            most = Math.max(most, Math.ceil(row.most.prefWidth(-1)));
        }
        names = Math.min(names, Math.floor(getWidth() * NAMES));
        double gap = Math.rint(line * 0.6);
        double right = getWidth() - most;
        double middle = right - gap - median;
        Scale scale = new Scale(rows.stream().map(r -> r.shown).toList(), names + gap, middle - gap);
        place(head, 0, line, new double[] {names, middle, median, right, most}, line);
        double loose = rows.isEmpty() ? 0 : (getHeight() - line) / rows.size();
        double own = Math.ceil(line * 1.35);
        double height = Math.clamp(loose, own, own * LOOSEST);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = Math.rint(line + i * height);
            boolean fits = y + height <= getHeight() + 1;
            row.all().forEach(l -> l.setVisible(fits));
            row.lines().forEach(l -> l.setVisible(fits));
            row.door.setVisible(fits);
            row.door.resizeRelocate(0, y, getWidth(), height);
            place(row, y, height, new double[] {names, middle, median, right, most}, line);
            row.lay(scale, y, height);
        }
    }

    private static void place(Row row, double y, double height, double[] columns, double line) {
        double at = Math.rint(y + (height - line) / 2);
        row.name.resizeRelocate(0, at, columns[0], line);
        right(row.median, columns[1], columns[2], at, line);
        right(row.most, columns[3], columns[4], at, line);
    }

    private static void right(Label label, double x, double width, double y, double height) {
        double own = Math.ceil(label.prefWidth(-1));
        label.resizeRelocate(x + width - own, y, own, height);
    }

    /// From the shortest to the longest of all, by their logarithms.
    private record Scale(double low, double high, double from, double until) {
        Scale(List<Spread> all, double from, double until) {
            this(
                    Math.log(Math.max(
                            0.01, all.stream().mapToDouble(Spread::p10).min().orElse(0.01))),
                    Math.log(Math.max(
                            0.02, all.stream().mapToDouble(Spread::p90).max().orElse(1))),
                    from,
                    until);
        }

        double x(double hours) {
            double share = high <= low ? 0.5 : (Math.log(Math.max(0.01, hours)) - low) / (high - low);
            return Math.rint(from + Math.clamp(share, 0, 1) * Math.max(0, until - from));
        }
    }

    private static final class Row {
        private final Label name = Words.label("", "spread-name");
        private final Label median = Words.kept("", "spread-word");
        private final Label most = Words.kept("", "spread-word");
        private final Button door = new Button();
        private final Region wide = part("spread-wide");
        private final Region thick = part("spread-thick");
        private final Region tick = part("spread-tick");
        private Spread shown = new Spread("", 1, 1, 1, 1, 1, "", "");

        private static Region part(String style) {
            Region part = new Region();
            part.getStyleClass().add(style);
            return part;
        }

        List<Label> all() {
            return List.of(name, median, most);
        }

        List<Region> lines() {
            return List.of(wide, thick, tick);
        }

        void show(Spread next) {
            shown = next;
            door.setAccessibleText(String.join(" ", next.name(), next.median(), next.most()));
            name.setText(next.name());
            median.setText(next.median());
            most.setText(next.most());
        }

        void lay(Scale scale, double y, double height) {
            bar(wide, scale.x(shown.p10()), scale.x(shown.p90()), y, height);
            bar(thick, scale.x(shown.p25()), scale.x(shown.p75()), y, height);
            double width = tick.prefWidth(-1);
            double at = scale.x(shown.p50()) - Math.rint(width / 2);
            bar(tick, at, at + width, y, height);
        }

        private static void bar(Region part, double from, double until, double y, double height) {
            double tall = part.prefHeight(-1);
            part.resizeRelocate(from, Math.rint(y + (height - tall) / 2), Math.max(1, until - from), tall);
        }
    }
}
