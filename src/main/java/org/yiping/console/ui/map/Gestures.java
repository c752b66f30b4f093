package org.yiping.console.ui.map;

import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapCamera;
import org.yiping.console.ui.Hall;

/// What a hand does to the map beyond dragging it: two fingers zoom around their middle, and a map let go in motion
/// runs out, but not at a seat that wants less motion. FX thread.
final class Gestures {
    private final MapSurface surface;
    private final Hall hall;
    private final Momentum momentum = new Momentum();
    private final Run run = new Run();
    private double x;
    private double y;

    Gestures(MapSurface surface, Hall hall) {
        this.surface = surface;
        this.hall = hall;
        surface.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        surface.addEventFilter(KeyEvent.KEY_PRESSED, _ -> run.stop());
        surface.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        surface.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        surface.addEventHandler(ZoomEvent.ZOOM, this::pinched);
        surface.addEventHandler(ZoomEvent.ZOOM_FINISHED, _ -> settle());
    }

    private void pressed(MouseEvent e) {
        run.stop();
        momentum.press();
        x = e.getX();
        y = e.getY();
    }

    private void dragged(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY) {
            momentum.drag(seconds(), e.getX() - x, e.getY() - y);
            x = e.getX();
            y = e.getY();
        }
    }

    private void released(MouseEvent e) {
        boolean still = hall.remembered().now().get().reduceMotion();
        MapCamera from = surface.camera().get().orElse(null);
        if (!still && from != null && surface.wasDragged() && momentum.release(seconds())) {
            run.start(from);
        }
    }

    /// Fingers on glass move the map by the drag they also are; each step of theirs is no turn of a wheel.
    private void scrolled(ScrollEvent e) {
        run.stop();
        if (e.getTouchCount() > 0 || e.isInertia()) {
            e.consume();
        }
    }

    private void pinched(ZoomEvent e) {
        run.stop();
        double factor = e.getZoomFactor();
        if (!(factor > 0) || !Double.isFinite(factor)) {
            return;
        }
        surface.camera().get().ifPresent(c -> {
            double nearest = c.stepped(99, 0, 0).metresPerPixel();
            double farthest = Math.max(c.metresPerPixel(), surface.farthest(c));
            surface.set(c.zoomed(Math.clamp(c.metresPerPixel() / factor, nearest, farthest), e.getX(), e.getY()));
        });
        e.consume();
    }

    /// The map rests at its own scales.
    private void settle() {
        surface.camera()
                .get()
                .ifPresent(c -> surface.show(new CityPoint(c.centreX(), c.centreY()), c.metresPerPixel()));
    }

    private double seconds() {
        return hall.own().instant().toEpochMilli() / 1000.0;
    }

    /// The map running out, one picture a pulse; whatever else moves the map ends it.
    private final class Run extends AnimationTimer {
        private @Nullable MapCamera from;
        private @Nullable MapCamera last;
        private long startedAt;

        void start(MapCamera at) {
            from = at;
            last = at;
            startedAt = 0;
            start();
        }

        @Override
        public void stop() {
            from = null;
            super.stop();
        }

        @Override
        public void handle(long nanos) {
            MapCamera start = from;
            MapCamera now = surface.camera().get().orElse(null);
            if (start == null || now == null || !now.equals(last)) {
                stop();
                return;
            }
            if (startedAt == 0) {
                startedAt = nanos;
            }
            Momentum.Way way = momentum.after((nanos - startedAt) / 1e9);
            MapCamera next = start.panned(Math.rint(way.dx()), Math.rint(way.dy()));
            last = next;
            surface.set(next);
            if (way.over()) {
                stop();
            }
        }
    }
}
