package org.yiping.console.ui.camera;

// long because the tiles, which of them is selected or enlarged, and what is pulled for them change together

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Sight;
import org.yiping.console.ui.Hall;
import org.yiping.console.video.CameraPlayer;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;

/// Tiles in rows and columns that look at the decoders together (`PicturePace`); one of them may be enlarged over the
/// others, which then pull nothing. Nor does any of them while the window is minimised. FX thread.
///
/// Dragged onto another, or moved by Alt and an arrow, two tiles change places with their streams
/// running. What this machine cannot draw in time is drawn more seldom, all but the selected tile, and
/// what lies behind another window pulls nothing (`LoadGovernor`); a tile that was paused says so when
/// it is seen again.
final class CameraGrid extends Region {
    private static final double GAP = 4;
    private static final double WIDE = 3;
    private static final double NARROW = 0.7;
    private static final long SETTLED_NANOS = 300_000_000;

    private final Hall hall;
    private final Supplier<ZoneId> zone;
    private final CameraPlayer player;
    private final boolean wall;
    private final List<CameraTile> tiles = new ArrayList<>();
    private final LoadGovernor governor = new LoadGovernor();
    private final PicturePace pace = new PicturePace();
    private final AnimationTimer pulses;
    private final TileDrag drag = new TileDrag(
            () -> !isEnlarged(),
            (from, to) -> swap(tiles.indexOf(from), tiles.indexOf(to)),
            (camera, tile) -> dropped().accept(camera, tiles.indexOf(tile)));
    private int columns;
    private int count;
    private boolean running;
    private boolean minimised;
    private final Set<CameraTile> behind = new HashSet<>();
    private long resizedAt;
    private boolean resized;
    private int selected;
    private @Nullable CameraTile enlarged;
    private Runnable arranged = () -> {};
    private Function<Camera, Optional<TileFace>> refusal = _ -> Optional.empty();
    private BiConsumer<CameraId, Integer> dropped = (_, _) -> {};

    CameraGrid(Hall hall, Supplier<ZoneId> zone, CameraPlayer player, int columns, int rows, boolean wall) {
        this.hall = hall;
        this.zone = zone;
        this.player = player;
        this.wall = wall;
        getStyleClass().add("camera-grid");
        setPrefSize(0, 0); // takes what is left: what captions say must not push the lists beside it
        pulses = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse(now);
            }
        };
        if (!wall) {
            addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        }
        arrange(columns, rows);
    }

    /// So many tiles from now on. Tiles that stay keep their cameras; what is not seen pulls nothing.
    void arrange(int columns, int rows) {
        this.columns = columns;
        count = columns * rows;
        while (tiles.size() < count) {
            tiles.add(tile(tiles.size() + 1));
        }
        enlarge(null);
        getChildren().setAll(tiles.subList(0, count));
        tiles.subList(count, tiles.size()).forEach(CameraTile::stop);
        if (!wall) {
            select(Math.min(selected, count - 1));
        }
        play();
    }

    private CameraTile tile(int number) {
        CameraTile tile = new CameraTile(hall.messages(), player, number, wall);
        tile.refusal(camera -> refusal.apply(camera));
        if (wall) {
            return tile;
        }
        tile.focusedProperty().subscribe(focused -> {
            if (focused) {
                select(tiles.indexOf(tile));
            }
        });
        tile.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                toggle(tile);
            }
        });
        drag.takesPart(tile);
        return tile;
    }

    /// What tiles say in the place of pictures that are not for this seat. Whatever puts a camera on a tile, a list, a
    /// tour, a patrol or a capture, nothing is pulled for such a one.
    void refusal(Function<Camera, Optional<TileFace>> asked) {
        refusal = asked;
    }

    boolean shows(Camera camera) {
        return refusal.apply(camera).isEmpty();
    }

    /// Told when tiles have changed places or another number of them is seen.
    void onArranged(Runnable told) {
        arranged = told;
    }

    /// Told which camera was dropped on which tile.
    void onDropped(BiConsumer<CameraId, Integer> told) {
        dropped = told;
    }

    private BiConsumer<CameraId, Integer> dropped() {
        return dropped;
    }

    /// Those of the arrangement, in its order.
    List<CameraTile> tiles() {
        return tiles.subList(0, count);
    }

    CameraTile selectedTile() {
        return tiles.get(selected);
    }

    int selected() {
        return selected;
    }

    void select(int index) {
        selected = index;
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).select(i == index);
        }
        arranged.run();
    }

    /// Whether one tile has the room of all.
    boolean isEnlarged() {
        return enlarged != null;
    }

    /// The selected tile over all the others, or all of them again.
    void toggle() {
        toggle(tiles.get(selected));
    }

    private void toggle(CameraTile tile) {
        enlarge(enlarged != null || tile.camera() == null ? null : tile);
        requestLayout();
        layout();
        play(); // at once: a hand that asks for a larger picture does not wait for a window to settle
        arranged.run();
    }

    /// That one alone, or all.
    private void enlarge(@Nullable CameraTile large) {
        enlarged = large;
        for (CameraTile each : tiles) {
            each.setVisible(large == null || each == large);
            each.whole(each == large);
            if (!each.isVisible()) {
                each.stop();
            }
        }
    }

    /// Two tiles change places; their streams run on.
    void swap(int one, int other) {
        if (one == other || Math.min(one, other) < 0 || Math.max(one, other) >= count) {
            return;
        }
        Collections.swap(tiles, one, other);
        getChildren().setAll(tiles());
        select(other);
        tiles.get(other).requestFocus();
        requestLayout();
        arranged.run();
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown()) {
            return; // the page's own keys
        }
        int step = step(e.getCode());
        if (e.getCode() == KeyCode.ENTER || (e.getCode() == KeyCode.ESCAPE && enlarged != null)) {
            toggle();
        } else if (step == 0 || enlarged != null) {
            return;
        } else if (e.isAltDown()) {
            swap(selected, beside(step));
        } else {
            tiles.get(beside(step)).requestFocus();
        }
        e.consume();
    }

    private int step(KeyCode code) {
        return switch (code) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -columns;
            case DOWN -> columns;
            default -> 0;
        };
    }

    private int beside(int step) {
        int to = selected + step;
        return to < 0 || to >= count ? selected : to;
    }

    void show(List<Camera> cameras) {
        for (int i = 0; i < count; i++) {
            tiles.get(i).show(i < cameras.size() ? cameras.get(i) : null);
        }
        play();
    }

    /// Each tile its camera; a tile that has none here shows none.
    void show(Map<CameraTile, Camera> cameras) {
        tiles().forEach(t -> t.show(cameras.get(t)));
        play();
        arranged.run();
    }

    void show(int tile, Camera camera) {
        tiles.get(tile).show(camera);
        play();
        arranged.run();
    }

    /// In the selected tile, with what was recognised there.
    void showDetected(Camera camera, String words) {
        show(selected, camera);
        tiles.get(selected).detected(words);
    }

    int live() {
        return (int) tiles().stream().filter(CameraTile::isLive).count();
    }

    /// What is drawn more seldom than it comes, in pictures a second; empty where all is drawn.
    Optional<Integer> slowed() {
        return governor.most();
    }

    void start() {
        running = true;
        behind.clear();
        minimised = false;
        governor.restart();
        pulses.start();
        play();
    }

    /// Nobody looks: nothing is pulled.
    void stop() {
        running = false;
        pulses.stop();
        tiles.forEach(CameraTile::stop);
    }

    private void play() {
        if (running) {
            tiles().stream().filter(this::sees).forEach(CameraTile::play);
        }
    }

    /// Whether anybody can see that tile, as far as this program knows.
    boolean sees(CameraTile tile) {
        return tile.isVisible() && !behind.contains(tile) && Sight.isSeen(this);
    }

    /// One look at all that is shown, by the time of a pulse in nanoseconds.
    void pulse(long now) {
        boolean unseen = !Sight.isSeen(this);
        if (unseen != minimised) {
            minimised = unseen;
            governor.restart(); // how often a hidden window is drawn says nothing of the load
            if (unseen) {
                tiles.forEach(CameraTile::stop);
            }
            play();
        }
        if (unseen) {
            return;
        }
        boolean all = governor.pulse(now);
        boolean pictured = false;
        boolean alone = isEnlarged() || governor.most().isPresent(); // the governor has a pace of its own
        if (pace.draws(now, alone ? 1 : count)) {
            for (int i = 0; i < count; i++) {
                if (all || (i == selected && !wall)) {
                    pictured |= tiles.get(i).pulse();
                }
            }
        }
        if (pace.writes(now, pictured)) {
            Instant at = hall.ownTime();
            String clock = TileClock.words(hall.now(), zone.get(), wall);
            tiles().forEach(this::cover);
            tiles().stream().filter(this::sees).forEach(t -> {
                t.slowed(governor.most().orElse(0));
                t.tick(at, clock);
            });
        }
        if (resized && now - resizedAt > SETTLED_NANOS) {
            resized = false;
            play();
        }
    }

    private void cover(CameraTile tile) {
        boolean covered = governor.pauses() && tile.isVisible() && Sight.isCovered(tile);
        if (!covered) {
            behind.remove(tile);
        } else if (behind.add(tile)) {
            tile.stop();
        }
    }

    /// A desk's grid is what its title says; the wall's follows its region, so that pictures stay near 16:9.
    private int columns() {
        if (!wall) {
            return columns;
        }
        double flat = getWidth() / Math.max(1, getHeight());
        return flat > WIDE ? count : flat < NARROW ? 1 : columns;
    }

    @Override
    protected void layoutChildren() {
        CameraTile large = enlarged;
        if (large != null) {
            place(large, 0, 0, getWidth(), getHeight());
            return;
        }
        int columns = columns();
        int rows = Math.ceilDiv(count, columns);
        double w = Math.floor((getWidth() - GAP * (columns - 1)) / columns);
        double h = Math.floor((getHeight() - GAP * (rows - 1)) / rows);
        for (int i = 0; i < count; i++) {
            place(tiles.get(i), (i % columns) * (w + GAP), Math.floorDiv(i, columns) * (h + GAP), w, h);
        }
    }

    private void place(CameraTile tile, double x, double y, double w, double h) {
        if (tile.getWidth() != w || tile.getHeight() != h) {
            resized = true;
            resizedAt = System.nanoTime();
        }
        tile.resizeRelocate(x, y, w, h);
        tile.layout(); // its picture has its size before the stream of that size is asked for
    }
}
