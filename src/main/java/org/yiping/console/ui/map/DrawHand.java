package org.yiping.console.ui.map;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.Region;
import org.yiping.domain.geo.Position;

/// The hand that encloses and measures (圈选与量算): takes the mouse from the map while a tool other than the arrow is
/// held, and keeps what it has enclosed. FX thread.
///
/// Corner by corner one may still drag the map on: a shape is often larger than the window.
final class DrawHand {
    private static final double RADIUS = 500;
    private static final double WIDTH = 50;

    private final CityMap map;
    private final MapSurface surface;
    private final Runnable changed;
    private final Drawing drawing = new Drawing();
    private final Sketch sketch;
    private @Nullable Region region;
    private String around = "";
    private double radius = RADIUS;
    private double width = WIDTH;
    private double pressX;
    private double pressY;

    /// `changed` runs whenever tool, shape or enclosure is another.
    DrawHand(CityMap map, MapSurface surface, Runnable changed) {
        this.map = map;
        this.surface = surface;
        this.changed = changed;
        sketch = new Sketch(map.hall().messages(), this::pulled);
        surface.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        surface.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        surface.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        surface.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        surface.addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
        surface.camera().subscribe(_ -> sketch());
    }

    Sketch sketched() {
        return sketch;
    }

    Tool tool() {
        return drawing.tool();
    }

    Drawing drawing() {
        return drawing;
    }

    Optional<Region> region() {
        return Optional.ofNullable(region);
    }

    /// What the enclosure is drawn around; empty where it is a mere place.
    String around() {
        return around;
    }

    void take(Tool next) {
        drawing.take(next);
        surface.setCursor(next == Tool.PICK ? Cursor.DEFAULT : Cursor.CROSSHAIR);
        tell();
    }

    /// Everything within so many metres of a place that has a name.
    void around(Position place, String name) {
        engine().ifPresent(e -> {
            CityPoint at = e.projection().toCity(place);
            drawing.take(Tool.PICK);
            enclose(new Region.Circle(at.x(), at.y(), radius), name);
        });
    }

    /// The shape is done, if it has corners enough.
    void close() {
        Optional<Region> closed = drawing.close(width);
        if (closed.isPresent()) {
            enclose(closed.get(), "");
        } else {
            tell();
        }
    }

    void back() {
        drawing.back();
        tell();
    }

    /// One step back: the shape in the making, else the tool, else the enclosure. Whether there was any.
    boolean leave() {
        if (!drawing.isEmpty()) {
            drawing.clear();
        } else if (drawing.tool() != Tool.PICK) {
            take(Tool.PICK);
        } else if (region != null) {
            region = null;
            around = "";
        } else {
            return false;
        }
        tell();
        return true;
    }

    boolean hasAny() {
        return !drawing.isEmpty() || drawing.tool() != Tool.PICK || region != null;
    }

    void drop() {
        drawing.take(Tool.PICK);
        surface.setCursor(Cursor.DEFAULT);
        region = null;
        around = "";
        tell();
    }

    /// The radius of the circle or the width beside the line, in metres; absent where neither is meant.
    Optional<Double> metres() {
        return switch (region) {
            case Region.Circle c -> Optional.of(c.radius());
            case Region.Along a -> Optional.of(a.metres());
            case null ->
                switch (drawing.tool()) {
                    case CIRCLE -> Optional.of(radius);
                    case ALONG -> Optional.of(width);
                    case PICK, BOX, POLYGON, DISTANCE, AREA -> Optional.empty();
                };
            case Region.Box _, Region.Polygon _ -> Optional.empty();
        };
    }

    void metres(double wished) {
        double next = Math.clamp(wished, Drawing.LEAST_METRES, Drawing.MOST_METRES);
        switch (region) {
            case Region.Circle(double x, double y, double _) -> {
                radius = next;
                region = new Region.Circle(x, y, next);
            }
            case Region.Along(var line, double _) -> {
                width = next;
                region = new Region.Along(line, next);
            }
            case null -> {
                if (drawing.tool() == Tool.CIRCLE) {
                    radius = next;
                } else if (drawing.tool() == Tool.ALONG) {
                    width = next;
                }
            }
            case Region.Box _, Region.Polygon _ -> {}
        }
        tell();
    }

    void step(boolean larger) {
        metres().ifPresent(m -> metres(Drawing.next(m, larger)));
    }

    /// In words: m² and the like.
    String area() {
        Region is = region;
        return is == null
                ? ""
                : engine().map(e -> Measure.area(
                                new Measure(e.projection()).squareMetres(is),
                                map.hall().messages()))
                        .orElse("");
    }

    private void enclose(Region next, String name) {
        region = next;
        around = name;
        tell();
    }

    private void tell() {
        sketch();
        changed.run();
    }

    void sketch() {
        MapCamera camera = surface.camera().get().orElse(null);
        Measure measure = engine().map(e -> new Measure(e.projection())).orElse(null);
        Region.Circle circle = region instanceof Region.Circle c ? c : null;
        sketch.show(drawing, camera, measure, circle);
    }

    private Optional<MapEngine> engine() {
        return map.engine().get();
    }

    private Optional<CityPoint> place(MouseEvent e) {
        return surface.camera().get().map(c -> c.city(e.getX(), e.getY()));
    }

    private boolean dragging(MouseEvent e) {
        return tool().isDragged() && e.getButton() == MouseButton.PRIMARY;
    }

    private void pressed(MouseEvent e) {
        if (dragging(e)) {
            surface.requestFocus();
            pressX = e.getX();
            pressY = e.getY();
            place(e).ifPresent(drawing::press);
            sketch();
            e.consume();
        }
    }

    private void dragged(MouseEvent e) {
        if (dragging(e)) {
            place(e).filter(_ -> !drawing.isEmpty()).ifPresent(drawing::move);
            sketch();
            e.consume();
        }
    }

    private void released(MouseEvent e) {
        if (!dragging(e)) {
            return;
        }
        boolean moved = Math.hypot(e.getX() - pressX, e.getY() - pressY) >= 4;
        place(e).flatMap(at -> drawing.release(at, moved, radius))
                .ifPresentOrElse(
                        done -> {
                            if (done instanceof Region.Circle c) {
                                radius = c.radius();
                            }
                            enclose(done, "");
                        },
                        this::sketch);
        e.consume();
    }

    private void clicked(MouseEvent e) {
        if (tool() == Tool.PICK || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        e.consume();
        if (tool().isDragged() || surface.wasDragged() || !e.isStillSincePress()) {
            return;
        }
        if (e.getClickCount() == 2 && drawing.canClose()) {
            close();
        } else if (e.getClickCount() == 1 || drawing.isEmpty()) {
            place(e).ifPresent(drawing::click);
            tell();
        }
    }

    private void moved(MouseEvent e) {
        if (tool() != Tool.PICK && !drawing.isEmpty()) {
            place(e).ifPresent(drawing::move);
            sketch();
        }
    }

    private void pulled(CityPoint pixel) {
        MapCamera camera = surface.camera().get().orElse(null);
        if (camera != null && region instanceof Region.Circle c) {
            CityPoint at = camera.city(pixel.x(), pixel.y());
            metres(Drawing.radius(at.distance(new CityPoint(c.x(), c.y()))));
        }
    }
}
