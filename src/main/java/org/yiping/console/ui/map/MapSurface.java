package org.yiping.console.ui.map;

// long because gestures, flight and presentation share the camera

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.CameraFlight;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.Emphasis;
import org.yiping.console.map.Frame;
import org.yiping.console.map.FrameSink;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.MapScreen;
import org.yiping.console.map.style.LayerStack;
import org.yiping.domain.geo.Position;

/// One view of the map: the engine's newest frame in pixel buffers, never scaled by the toolkit. FX thread.
///
/// Where a graphics card puts the picture together ([Compositing]), the ground lies below the buffers as textures.
///
/// Frames are copied each only as far as it changed something, whole ones not at all. Those that come faster than
/// pulses wait for each other,
/// until one comes that is whole and replaces all before it.
final class MapSurface extends Region {
    private static final double FLIGHT_NANOS = 160e6;
    private static final double KEY_STEP = 96;
    private static final Duration STEADY = Duration.ofMillis(150);

    private final PixelBands picture;
    /// Not yet shown, oldest first; guarded by itself, for the engine's threads add to it.
    private final List<Frame> waiting = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<MapCamera>> camera = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Flight flight = new Flight();
    private final org.yiping.console.fx.Fx fx;
    private final Audience audience;
    private final @Nullable TileTextures ground;
    private @Nullable MapEngine engine;
    private @Nullable MapScreen screen;
    private LayerStack stack = LayerStack.plain();
    private @Nullable CityBox toShow;
    /// What a hand does not go far beyond.
    private @Nullable CityBox whole;

    private double dragX;
    private double dragY;
    private boolean dragged;
    private boolean near;
    private boolean steadying;

    MapSurface(org.yiping.console.fx.Fx fx, Audience audience) {
        this(fx, audience, Compositing.SOFTWARE);
    }

    MapSurface(org.yiping.console.fx.Fx fx, Audience audience, Compositing compositing) {
        this.fx = fx;
        this.audience = audience;
        getStyleClass().add("map-surface");
        picture = compositing == Compositing.TEXTURES ? PixelBands.withHoles() : PixelBands.opaque();
        ground = compositing == Compositing.TEXTURES ? new TileTextures() : null;
        if (ground != null) {
            getChildren().add(ground);
        }
        getChildren().add(picture);
        setMinSize(0, 0);
    }

    /// Lets the hand move the map; an inset or a wall stays as it is told.
    void interactive() {
        setFocusTraversable(true);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            dragX = e.getX();
            dragY = e.getY();
            dragged = false;
            requestFocus();
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// A hand zooms out so far that this takes half of the window.
    void bound(CityBox city) {
        whole = city;
    }

    /// Whether the last press of the button moved the map and so picks nothing.
    boolean wasDragged() {
        return dragged;
    }

    ReadOnlyObjectProperty<Optional<MapCamera>> camera() {
        return camera.getReadOnlyProperty();
    }

    void open(MapEngine next) {
        close();
        engine = next;
        screen = next.open(new FrameSink() {
            @Override
            public void ready(Frame frame) {
                arrived(frame);
            }

            @Override
            public boolean takesPieces() {
                return ground != null;
            }

            @Override
            public void unchanged(Map<String, Long> states) {
                // behind a picture that is still on its way
                fx.execute(() -> same(states.getOrDefault(CityMap.CASES, 0L)));
            }
        });
        screen.stack(stack);
        place();
    }

    LayerStack stack() {
        return stack;
    }

    /// Which layers it shows, and how.
    void stack(LayerStack next) {
        stack = next;
        if (screen != null) {
            screen.stack(next);
        }
    }

    void close() {
        flight.stop();
        if (screen != null) {
            screen.close();
            screen = null;
        }
        audience.left(this);
        taken().forEach(Frame::release);
    }

    /// The picture is another place's next: nothing of this one is kept, and no wrong one seen until it comes.
    void forget() {
        picture.clear();
    }

    void emphasise(Emphasis emphasis) {
        if (screen != null) {
            screen.emphasise(emphasis);
        }
    }

    /// Starts work in the middle of the box, as soon as there is a size to show it in.
    void start(CityBox box) {
        near = true;
        toShow = box;
        camera.set(Optional.empty());
        place();
    }

    /// Fills itself with the box, as soon as there is a size to show it in.
    void show(CityBox box) {
        near = false;
        toShow = box;
        camera.set(Optional.empty());
        place();
    }

    /// Flies to a place at this scale.
    void show(CityPoint centre, double metresPerPixel) {
        camera.get()
                .ifPresentOrElse(
                        c -> fly(
                                new MapCamera(centre.x(), centre.y(), metresPerPixel, c.width(), c.height()).settled()),
                        () -> set(new MapCamera(centre.x(), centre.y(), metresPerPixel, width(), height()).settled()));
    }

    void set(MapCamera next) {
        flight.stop();
        boolean scaling = !next.atRest()
                && camera.get()
                        .filter(c -> c.metresPerPixel() != next.metresPerPixel())
                        .isPresent();
        camera.set(Optional.of(next));
        if (screen != null && scaling) {
            screen.look(next, next.settled());
            if (!steadying) {
                steadySoon(next);
            }
        } else if (screen != null) {
            screen.look(next);
        }
    }

    /// Fingers that lie still between two levels are shown what they hold as well as it can be drawn.
    private void steadySoon(MapCamera held) {
        steadying = true;
        fx.after(STEADY, () -> {
            steadying = false;
            camera.get()
                    .filter(c -> screen != null && !c.atRest() && !flight.isUnderWay())
                    .ifPresent(c -> {
                        if (c.equals(held)) {
                            set(c);
                        } else {
                            steadySoon(c);
                        }
                    });
        });
    }

    void zoom(int steps) {
        camera.get().ifPresent(c -> fly(stepped(flight.target(c), steps, c.width() / 2.0, c.height() / 2.0)));
    }

    private MapCamera stepped(MapCamera c, int steps, double x, double y) {
        MapCamera next = c.stepped(steps, x, y);
        return steps < 0 && next.metresPerPixel() > farthest(c) ? c : next;
    }

    /// The coarsest scale that a hand comes to, in metres a pixel: beyond, the city would shrink to a speck.
    double farthest(MapCamera c) {
        CityBox city = whole;
        MapCamera all = city == null ? c : MapCamera.showing(city, c.width(), c.height());
        return all.stepped(city == null ? -99 : -2, 0, 0).metresPerPixel();
    }

    Optional<Position> positionAt(double x, double y) {
        MapEngine known = engine;
        return known == null
                ? Optional.empty()
                : camera.get().map(c -> known.projection().toPosition(c.city(x, y)));
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private int width() {
        return Math.max(1, (int) Math.floor(getWidth()));
    }

    private int height() {
        return Math.max(1, (int) Math.floor(getHeight()));
    }

    private void place() {
        if (getWidth() < 2 || getHeight() < 2) {
            return;
        }
        Optional<MapCamera> now = camera.get();
        if (now.isPresent() && (now.get().width() != width() || now.get().height() != height())) {
            // what is on its way arrives: the panel beside it grows with the same pick that sends it there
            set(flight.target(now.get()).sized(width(), height()));
            return;
        }
        if (screen == null) {
            return;
        }
        if (now.isEmpty()) {
            CityBox box = toShow;
            if (box != null) {
                set(near ? Views.start(box, width(), height()) : Views.covering(box, width(), height()));
            }
        } else if (!screen.looks()) {
            set(now.get()); // shown again as it was left; what stands in the buffer is of then
        }
    }

    /// On the engine's thread.
    private void arrived(Frame frame) {
        List<Frame> replaced = List.of();
        boolean first;
        synchronized (waiting) {
            first = waiting.isEmpty();
            if (frame.isWhole()) {
                replaced = taken();
            }
            waiting.add(frame);
        }
        replaced.forEach(Frame::release);
        if (first) {
            fx.execute(this::present);
        }
    }

    private List<Frame> taken() {
        synchronized (waiting) {
            List<Frame> all = List.copyOf(waiting);
            waiting.clear();
            return all;
        }
    }

    private void same(long state) {
        if (screen != null) {
            audience.shown(this, state);
        }
    }

    private void present() {
        List<Frame> frames = taken();
        if (frames.isEmpty()) {
            return;
        }
        Frame last = frames.getLast();
        try {
            picture.show(frames);
            if (ground != null) {
                ground.show(last.ground(), last.width(), last.height());
            }
        } finally {
            frames.forEach(Frame::release);
        }
        audience.shown(this, last.state(CityMap.CASES));
    }

    private void scroll(ScrollEvent e) {
        if (e.getDeltaY() != 0) {
            camera.get().ifPresent(c -> fly(stepped(flight.target(c), e.getDeltaY() > 0 ? 1 : -1, e.getX(), e.getY())));
            e.consume();
        }
    }

    private void drag(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        double dx = e.getX() - dragX;
        double dy = e.getY() - dragY;
        if (!dragged && Math.hypot(dx, dy) < 4) {
            return;
        }
        dragged = true;
        dragX = e.getX();
        dragY = e.getY();
        camera.get().ifPresent(c -> set(c.panned(dx, dy)));
    }

    private void key(KeyEvent e) {
        if (e.isAltDown()
                || e.isShortcutDown()
                || (e.isShiftDown() && e.getCode().isArrowKey())) {
            return; // the window's keys
        }
        double dx = 0;
        double dy = 0;
        switch (e.getCode()) {
            case LEFT -> dx = KEY_STEP;
            case RIGHT -> dx = -KEY_STEP;
            case UP -> dy = KEY_STEP;
            case DOWN -> dy = -KEY_STEP;
            case PLUS, EQUALS, ADD -> zoom(1);
            case MINUS, SUBTRACT -> zoom(-1);
            case HOME -> {
                CityBox box = toShow;
                if (box != null) {
                    show(box);
                }
            }
            default -> {
                return;
            }
        }
        double px = dx;
        double py = dy;
        if (px != 0 || py != 0) {
            camera.get().ifPresent(c -> fly(flight.target(c).panned(px, py)));
        }
        e.consume();
    }

    private void fly(MapCamera to) {
        camera.get().ifPresent(from -> flight.start(from, to));
    }

    /// The way to where the hand wants to be, one picture a pulse.
    private final class Flight extends AnimationTimer {
        private @Nullable CameraFlight way;
        private long startedAt;

        void start(MapCamera from, MapCamera to) {
            way = new CameraFlight(from, to);
            startedAt = 0;
            start();
        }

        MapCamera target(MapCamera now) {
            return way == null ? now : way.to();
        }

        boolean isUnderWay() {
            return way != null;
        }

        @Override
        public void stop() {
            way = null;
            super.stop();
        }

        @Override
        public void handle(long nanos) {
            CameraFlight now = way;
            if (now == null) {
                stop();
                return;
            }
            if (startedAt == 0) {
                startedAt = nanos;
            }
            double fraction = (nanos - startedAt) / FLIGHT_NANOS;
            if (fraction >= 1) {
                MapSurface.this.set(now.to());
            } else {
                MapCamera at = now.at(fraction);
                camera.set(Optional.of(at));
                if (screen != null) {
                    screen.look(at, now.to());
                }
            }
        }
    }
}
