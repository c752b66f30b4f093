package org.yiping.console.ui.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Ground;
import org.yiping.console.ui.Panel;
import org.yiping.domain.geo.Position;
import org.yiping.domain.inspection.Inspection;
import org.yiping.domain.inspection.SamplePoint;
import org.yiping.domain.wall.MapView;

/// The drawn points on the city's map, each coloured by what became of it; a click goes to one. FX thread.
///
/// The map below is a ground as walls have it: it is told where to look, and asked where a place lies.
final class PointMap extends Region {
    private static final List<String> STATES = List.of("pending", "new", "done", "begun");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final double LEAST_METRES = 800;

    private final InspectionModel model;
    private final Panel panel;
    private final List<Region> dots = new ArrayList<>();
    private @Nullable Inspection shown;
    private @Nullable MapView view;
    private double width;
    private double height;

    PointMap(InspectionModel model, Panel panel) {
        this.model = model;
        this.panel = panel;
        getStyleClass().add("inspection-map");
        getChildren().add(panel.root());
        panel.root().setMouseTransparent(true);
        if (panel instanceof Ground ground) {
            ground.bare();
        }
        setMinSize(0, 0);
    }

    void show() {
        panel.onShow();
    }

    void hide() {
        panel.onHide();
    }

    void refresh() {
        Inspection open = model.open().orElse(null);
        List<SamplePoint> points = open == null ? List.of() : open.points();
        if (shown == null || open == null || !open.points().equals(shown.points())) {
            shown = open;
            getChildren().removeAll(dots);
            dots.clear();
            for (int i = 0; i < points.size(); i++) {
                dots.add(dot(i));
            }
            getChildren().addAll(dots);
            view = points.isEmpty() ? null : around(points);
            look();
        }
        Set<Integer> pending = model.pending();
        for (int i = 0; i < dots.size() && open != null; i++) {
            String state = PointList.state(open, i, pending);
            for (String each : STATES) {
                dots.get(i).pseudoClassStateChanged(PseudoClass.getPseudoClass(each), each.equals(state));
            }
            dots.get(i).pseudoClassStateChanged(HERE, i == model.place());
        }
        if (model.place() < dots.size()) {
            dots.get(model.place()).toFront();
        }
        requestLayout();
    }

    private Region dot(int place) {
        Region dot = new Region();
        dot.getStyleClass().add("inspection-dot");
        dot.setOnMouseClicked(e -> {
            model.go(place);
            e.consume();
        });
        return dot;
    }

    /// All of them with some room around.
    private static MapView around(List<SamplePoint> points) {
        double west =
                points.stream().mapToDouble(p -> p.position().longitude()).min().orElseThrow();
        double east =
                points.stream().mapToDouble(p -> p.position().longitude()).max().orElseThrow();
        double south =
                points.stream().mapToDouble(p -> p.position().latitude()).min().orElseThrow();
        double north =
                points.stream().mapToDouble(p -> p.position().latitude()).max().orElseThrow();
        Position middle = new Position((west + east) / 2, (south + north) / 2);
        double across = new Position(west, middle.latitude()).distanceMetres(new Position(east, middle.latitude()));
        double down = new Position(west, south).distanceMetres(new Position(west, north));
        return new MapView(middle, Math.max(LEAST_METRES, 1.15 * across), Math.max(LEAST_METRES, 1.15 * down));
    }

    private void look() {
        if (panel instanceof Ground ground && width > 0 && height > 0) {
            ground.part(new Ground.Part(0, 0, width, height, new Rectangle2D(0, 0, width, height)));
            ground.speak(List.of(), List.of());
            ground.look(view);
        }
    }

    @Override
    protected void layoutChildren() {
        panel.root().resizeRelocate(0, 0, getWidth(), getHeight());
        if (getWidth() != width || getHeight() != height) {
            width = getWidth();
            height = getHeight();
            look();
        }
        Inspection open = shown;
        for (int i = 0; i < dots.size() && open != null; i++) {
            Region dot = dots.get(i);
            Point2D at = panel instanceof Ground ground
                    ? ground.locate(open.points().get(i).position()).orElse(null)
                    : null;
            dot.setVisible(at != null);
            if (at != null) {
                dot.autosize();
                dot.relocate(at.getX() - dot.getWidth() / 2, at.getY() - dot.getHeight() / 2);
            }
        }
    }
}
