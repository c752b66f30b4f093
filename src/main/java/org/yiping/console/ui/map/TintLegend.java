package org.yiping.console.ui.map;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.Nodes;

/// What the colours of a map window's areas mean: figure, bounds, how many areas each class has, and of when it is
/// (着色图例). FX thread.
final class TintLegend {
    private static final double CLEAR = 18;

    private final CityMap map;
    private final AreaTints tints;
    private final Messages messages;
    private final Label title = Nodes.keep("", "t-strong");
    private final Label when = Nodes.keep("", "t-second");
    private final Label rest = Nodes.whenSaid(Nodes.keep("", "t-second"));
    private final GridPane classes = new GridPane();
    private final VBox root;

    TintLegend(CityMap map, AreaTints tints) {
        this.map = map;
        this.tints = tints;
        this.messages = map.hall().messages();
        classes.getStyleClass().add("tint-classes");
        root = Nodes.column("tint-legend", title, classes, rest, when);
        root.setId("map/tint-legend");
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.setMouseTransparent(true);
        StackPane.setAlignment(root, Pos.BOTTOM_RIGHT);
        tints.onChange(this::show);
        show();
    }

    /// Above what stands in the lower right corner already.
    void above(Region foot, Region other) {
        root.translateYProperty()
                .bind(foot.heightProperty()
                        .add(javafx.beans.binding.Bindings.when(other.visibleProperty())
                                .then(other.heightProperty().add(CLEAR / 3))
                                .otherwise(0))
                        .add(CLEAR)
                        .negate());
    }

    Region root() {
        return root;
    }

    private void show() {
        AreaTints.Shown now = tints.shown();
        Nodes.show(root, now != null);
        if (now == null) {
            return;
        }
        AreaFigure figure = now.choice().figure();
        title.setText(TintWords.level(now.choice().level(), messages) + " · " + TintWords.figure(figure, messages));
        classes.getChildren().clear();
        int[] counts = now.scale().counts(now.values());
        for (int of = now.scale().classes() - 1; of >= 0; of--) {
            if (counts[of] > 0 || now.scale().classes() > 1) {
                Region colour = new Region();
                colour.getStyleClass()
                        .addAll("tint-swatch", "tint-step-" + (now.scale().step(of) + 1));
                colour.setOpacity(now.choice().percent() / 100.0);
                row(colour, TintWords.range(figure.unit, now.scale(), of, messages), counts[of]);
            }
        }
        if (now.unknown() > 0) {
            row(hatch(), messages.get("map.tint-unknown"), now.unknown());
        }
        long elsewhere = now.counted().elsewhere();
        rest.setText(elsewhere == 0 ? "" : messages.get("map.tint-elsewhere", Numbers.whole(elsewhere)));
        String at = map.words().moment(now.counted().at(), map.hall().now());
        when.setText(messages.get(now.live() ? "map.tint-at" : "map.tint-late", at));
        when.getStyleClass().remove("t-yellow");
        if (!now.live()) {
            when.getStyleClass().add("t-yellow");
        }
    }

    /// As areas are that nothing is known of.
    private static Region hatch() {
        Pane swatch = new Pane();
        swatch.getStyleClass().addAll("tint-swatch", "tint-unknown");
        for (double x = 0; x < 36; x += 6) {
            Line line = new Line(x, 0, x - 12, 12);
            line.getStyleClass().add("tint-hatch");
            swatch.getChildren().add(line);
        }
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(swatch.widthProperty());
        clip.heightProperty().bind(swatch.heightProperty());
        swatch.setClip(clip);
        return swatch;
    }

    private void row(Region swatch, String words, int areas) {
        Label many = Nodes.keep(messages.get("map.tint-areas", Numbers.whole(areas)), "t-second");
        GridPane.setHalignment(many, javafx.geometry.HPos.RIGHT);
        classes.addRow(classes.getRowCount(), swatch, Nodes.keep(words, "t-body", "t-plain"), many);
    }
}
