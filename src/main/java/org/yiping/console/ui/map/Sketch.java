package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.Region.Circle;
import org.yiping.console.ui.Nodes;

/// What is being drawn over the map, with its measures, and the handle of a circle (草图). A shape that is done is the
/// engine's to draw; this one follows the pointer. FX thread.
final class Sketch {
    private static final int ROUND = 96;

    private final Messages messages;
    private final Pane root = new Pane();
    private final Path area = path("sketch-area");
    private final Path line = path("sketch-line");
    private final Path spoke = path("sketch-spoke");
    private final Region handle = knob("sketch-handle");
    private final Label radius = Nodes.keep("", "sketch-word");
    private final List<Region> knobs = new ArrayList<>();
    private final List<Label> words = new ArrayList<>();
    private int usedKnobs;
    private int usedWords;

    /// `pulled` is told by how many pixels from the map's left edge and top the handle is held.
    Sketch(Messages messages, Consumer<CityPoint> pulled) {
        this.messages = messages;
        root.setPickOnBounds(false);
        root.setMinSize(0, 0);
        handle.setCursor(Cursor.H_RESIZE);
        handle.setOnMouseDragged(e -> {
            var at = root.sceneToLocal(e.getSceneX(), e.getSceneY());
            pulled.accept(new CityPoint(at.getX(), at.getY()));
            e.consume();
        });
        handle.setOnMousePressed(e -> e.consume());
        handle.setOnMouseClicked(e -> e.consume());
        radius.setMouseTransparent(true);
        radius.setManaged(false);
        root.getChildren().addAll(area, line, spoke, handle, radius);
        show(null, null, null, null);
    }

    Region root() {
        return root;
    }

    /// The shape in the making and the circle that is done, as this camera sees them.
    void show(
            @Nullable Drawing drawing, @Nullable MapCamera camera, @Nullable Measure measure, @Nullable Circle circle) {
        usedKnobs = 0;
        usedWords = 0;
        for (Path each : List.of(area, line, spoke)) {
            each.getElements().clear();
        }
        boolean handled = circle != null && camera != null;
        handle.setVisible(handled);
        radius.setVisible(handled);
        if (circle != null && camera != null) {
            handle(circle, camera);
        }
        if (drawing != null && camera != null && measure != null && !drawing.isEmpty()) {
            switch (drawing.tool()) {
                case BOX -> box(drawing.corners(), camera);
                case CIRCLE -> circle(drawing.corners(), camera);
                case POLYGON, AREA -> ring(drawing, camera, measure);
                case ALONG, DISTANCE -> legs(drawing, camera, measure);
                case PICK -> {}
            }
        }
        knobs.subList(usedKnobs, knobs.size()).forEach(k -> k.setVisible(false));
        words.subList(usedWords, words.size()).forEach(w -> w.setVisible(false));
    }

    private void handle(Circle circle, MapCamera camera) {
        double x = Math.rint(camera.screenX(circle.x() + circle.radius()));
        double y = Math.rint(camera.screenY(circle.y()));
        spoke.getElements()
                .addAll(new MoveTo(Math.rint(camera.screenX(circle.x())) + 0.5, y + 0.5), new LineTo(x + 0.5, y + 0.5));
        handle.relocate(x - 4, y - 4);
        radius.setText(Measure.length(circle.radius(), messages));
        radius.autosize();
        radius.relocate(x + 10, Math.rint(y - radius.getHeight() / 2));
    }

    private void box(List<CityPoint> corners, MapCamera camera) {
        CityPoint a = corners.getFirst();
        CityPoint b = corners.getLast();
        List<CityPoint> ring = List.of(a, new CityPoint(b.x(), a.y()), b, new CityPoint(a.x(), b.y()));
        trace(line, ring, camera, true);
        trace(area, ring, camera, true);
        if (!a.equals(b)) {
            word(
                    Measure.length(Math.abs(b.x() - a.x()), messages) + " × "
                            + Measure.length(Math.abs(b.y() - a.y()), messages),
                    b,
                    camera);
        }
    }

    private void circle(List<CityPoint> corners, MapCamera camera) {
        CityPoint middle = corners.getFirst();
        double drawn = middle.distance(corners.getLast());
        knob(middle, camera);
        if (drawn == 0) {
            return;
        }
        double metres = Drawing.radius(drawn);
        List<CityPoint> ring = new ArrayList<>();
        for (int i = 0; i < ROUND; i++) {
            double angle = 2 * Math.PI * i / ROUND;
            ring.add(new CityPoint(middle.x() + metres * Math.cos(angle), middle.y() + metres * Math.sin(angle)));
        }
        trace(line, ring, camera, true);
        trace(area, ring, camera, true);
        trace(spoke, corners, camera, false);
        word(Measure.length(metres, messages), corners.getLast(), camera);
    }

    private void ring(Drawing drawing, MapCamera camera, Measure measure) {
        List<CityPoint> ring = drawing.corners();
        trace(line, ring, camera, ring.size() > 2);
        if (ring.size() > 2) {
            trace(area, ring, camera, true);
        }
        drawing.set().forEach(c -> knob(c, camera));
        if (ring.size() > 2) {
            String around =
                    Measure.length(measure.metres(ring) + measure.metres(ring.getLast(), ring.getFirst()), messages);
            String within = Measure.area(measure.squareMetres(ring), messages);
            CityPoint at = drawing.isClosed() ? middle(ring) : ring.getLast();
            word(messages.get("measure.ring", within, around), at, camera);
        } else if (ring.size() == 2) {
            word(Measure.length(measure.metres(ring), messages), ring.getLast(), camera);
        }
    }

    /// Each corner says how far it is from the first, the last one the leg to it as well.
    private void legs(Drawing drawing, MapCamera camera, Measure measure) {
        List<CityPoint> legs = drawing.corners();
        trace(line, legs, camera, false);
        drawing.set().forEach(c -> knob(c, camera));
        double sum = 0;
        for (int i = 1; i < legs.size(); i++) {
            double leg = measure.metres(legs.get(i - 1), legs.get(i));
            sum += leg;
            boolean last = i == legs.size() - 1;
            if (last && i > 1) {
                word(
                        messages.get("measure.sum", Measure.length(sum, messages), Measure.length(leg, messages)),
                        legs.get(i),
                        camera);
            } else if (last || drawing.tool() == Tool.DISTANCE) {
                word(Measure.length(sum, messages), legs.get(i), camera);
            }
        }
    }

    private static CityPoint middle(List<CityPoint> ring) {
        double x = ring.stream().mapToDouble(CityPoint::x).average().orElse(0);
        double y = ring.stream().mapToDouble(CityPoint::y).average().orElse(0);
        return new CityPoint(x, y);
    }

    private static void trace(Path into, List<CityPoint> places, MapCamera camera, boolean closed) {
        boolean first = true;
        for (CityPoint p : places) {
            double x = Math.floor(camera.screenX(p.x())) + 0.5;
            double y = Math.floor(camera.screenY(p.y())) + 0.5;
            into.getElements().add(first ? new MoveTo(x, y) : new LineTo(x, y));
            first = false;
        }
        if (closed) {
            into.getElements().add(new ClosePath());
        }
    }

    private void knob(CityPoint at, MapCamera camera) {
        if (usedKnobs == knobs.size()) {
            Region knob = knob("sketch-knob");
            knob.setMouseTransparent(true);
            knobs.add(knob);
            root.getChildren().add(knob);
        }
        Region knob = knobs.get(usedKnobs++);
        knob.setVisible(true);
        knob.relocate(Math.rint(camera.screenX(at.x())) - 3, Math.rint(camera.screenY(at.y())) - 3);
    }

    /// Beside its place, to its right; to its left at the map's edge.
    private void word(String text, CityPoint at, MapCamera camera) {
        if (usedWords == words.size()) {
            Label word = Nodes.keep("", "sketch-word");
            word.setManaged(false);
            word.setMouseTransparent(true);
            words.add(word);
            root.getChildren().add(word);
        }
        Label word = words.get(usedWords++);
        word.setVisible(true);
        word.setText(text);
        word.applyCss();
        word.autosize();
        double x = camera.screenX(at.x()) + 12;
        double y = camera.screenY(at.y()) + 10;
        if (x + word.getWidth() > camera.width() - 50) {
            x -= word.getWidth() + 24;
        }
        word.relocate(Math.rint(x), Math.rint(y));
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().setAll(style);
        path.setManaged(false);
        path.setMouseTransparent(true);
        return path;
    }

    private static Region knob(String style) {
        Region knob = new Region();
        knob.getStyleClass().add(style);
        double side = style.equals("sketch-handle") ? 9 : 7;
        knob.setManaged(false);
        knob.resize(side, side);
        return knob;
    }
}
