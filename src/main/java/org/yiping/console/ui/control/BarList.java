package org.yiping.console.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Names with their bars, the most first (排名、构成). Shows as many rows as its height has room for, a little
/// looser where it has more. JavaFX thread.
///
/// Each row is a door where somebody sits; on a wall nothing takes the focus. Unknown has no bar and is no
/// zero.
public final class BarList extends Region {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private static final double NAMES = 0.4;
    private static final double NAMES_ALONE = 0.5;
    /// A shorter track says nothing: then the notes give way.
    private static final double SHORTEST = 0.16;
    private static final double LOOSEST = 1.5;

    private final boolean door;
    private final Consumer<Bar> open;
    private final List<Row> rows = new ArrayList<>();

    /// `share` of the longest bar, 0 to 1; negative where the value is unknown. `note` stands after the value;
    /// `warns` where the number itself misses what the city wants; `more` is told where the pointer rests, empty
    /// where there is no more.
    public record Bar(String id, String name, double share, String value, String note, boolean warns, String more) {
        /// With nothing more to tell.
        public Bar(String id, String name, double share, String value, String note, boolean warns) {
            this(id, name, share, value, note, warns, "");
        }
    }

    /// For a wall: nothing opens.
    public BarList() {
        this(false, _ -> {});
    }

    public BarList(Consumer<Bar> open) {
        this(true, open);
    }

    private BarList(boolean door, Consumer<Bar> open) {
        this.door = door;
        this.open = open;
        getStyleClass().add("bar-list");
        setMinSize(0, 0);
    }

    /// Rows stay in their places: what changes is repainted.
    public void show(List<Bar> bars) {
        while (rows.size() > bars.size()) {
            getChildren().remove(rows.removeLast());
        }
        while (rows.size() < bars.size()) {
            Row row = new Row();
            rows.add(row);
            getChildren().add(row);
        }
        for (int i = 0; i < bars.size(); i++) {
            rows.get(i).show(bars.get(i));
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double names = 0;
        double values = 0;
        double notes = 0;
        for (Row row : rows) {
            names = Math.max(names, Math.ceil(row.name.prefWidth(-1)));
            values = Math.max(values, Math.ceil(row.value.prefWidth(-1)));
            notes = Math.max(notes, row.note.getText().isEmpty() ? 0 : Math.ceil(row.note.prefWidth(-1)));
        }
        names = Math.min(names, Math.floor(width * (notes > 0 ? NAMES : NAMES_ALONE)));
        if (width - names - values - notes < width * (SHORTEST + 0.1)) {
            notes = 0;
        }
        double y = 0;
        for (Row row : rows) {
            double own = Math.ceil(row.prefHeight(-1));
            double loose = Math.floor(getHeight() / rows.size());
            double height = Math.clamp(loose, own, Math.max(own, Math.floor(own * LOOSEST)));
            row.setVisible(y + height <= getHeight() + 0.5);
            row.lay(width, names, values, notes);
            row.resizeRelocate(0, y, width, height);
            y += height;
        }
    }

    private final class Row extends Button {
        private final Label name = new Label();
        private final Label value = new Label();
        private final Label note = new Label();
        private final Track track = new Track();
        private final HBox face = new HBox(name, track, value, note);
        /// One for good: another would hide the one that is being read.
        private final Tooltip more = new Tooltip();
        private Bar bar = new Bar("", "", -1, "", "", false);

        Row() {
            getStyleClass().add("bar-row");
            face.getStyleClass().add("bar-face");
            name.getStyleClass().add("bar-name");
            value.getStyleClass().add("bar-value");
            note.getStyleClass().add("bar-note");
            HBox.setHgrow(track, Priority.ALWAYS);
            setGraphic(face);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setMinWidth(0);
            setFocusTraversable(door);
            setMouseTransparent(!door);
            setOnAction(_ -> open.accept(bar));
        }

        void show(Bar next) {
            if (next.equals(bar)) {
                return;
            }
            bar = next;
            if (door) {
                setId(next.id());
            }
            name.setText(next.name());
            value.setText(next.value());
            note.setText(next.note());
            track.share(Math.max(0, next.share()));
            pseudoClassStateChanged(UNKNOWN, next.share() < 0);
            pseudoClassStateChanged(WARN, next.warns());
            more.setText(next.more());
            setTooltip(next.more().isEmpty() ? null : more);
            setAccessibleText(String.join(" ", next.name(), next.value(), next.note(), next.more())
                    .strip());
        }

        void lay(double width, double names, double values, double notes) {
            fixed(name, names);
            fixed(value, values);
            fixed(note, notes);
            note.setManaged(notes > 0);
            note.setVisible(notes > 0);
            face.setPrefWidth(width
                    - getInsets().getLeft()
                    - getInsets().getRight()
                    - getLabelPadding().getLeft()
                    - getLabelPadding().getRight());
        }

        private static void fixed(Label label, double width) {
            label.setMinWidth(width);
            label.setMaxWidth(width);
        }
    }

    /// The bar in its room.
    private static final class Track extends Region {
        private final Region fill = new Region();
        private double share;

        Track() {
            getStyleClass().add("bar-track");
            fill.getStyleClass().add("bar-fill");
            setMinWidth(0);
            getChildren().add(fill);
        }

        void share(double next) {
            share = Math.min(1, next);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double height = fill.prefHeight(-1);
            double width = share == 0 ? 0 : Math.max(1, Math.rint(getWidth() * share));
            fill.resizeRelocate(0, Math.rint((getHeight() - height) / 2), width, height);
        }
    }
}
