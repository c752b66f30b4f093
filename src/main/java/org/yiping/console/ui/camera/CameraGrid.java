package org.yiping.console.ui.camera;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;
import org.yiping.console.ui.Hall;
import org.yiping.console.video.CameraPlayer;
import org.yiping.domain.camera.Camera;

/// Tiles in rows and columns that share one look at the decoders a pulse. FX thread.
final class CameraGrid extends Region {
    private static final double GAP = 4;
    private static final double WIDE = 3;
    private static final double NARROW = 0.7;
    private static final long WORDS_EVERY_NANOS = 250_000_000;
    private static final long SETTLED_NANOS = 300_000_000;

    private final Hall hall;
    private final Supplier<ZoneId> zone;
    private final int columns;
    private final boolean wall;
    private final List<CameraTile> tiles = new ArrayList<>();
    private final AnimationTimer pulses;
    private long wordsAt;
    private long resizedAt;
    private boolean resized;
    private int selected;

    CameraGrid(Hall hall, Supplier<ZoneId> zone, CameraPlayer player, int columns, int rows, boolean wall) {
        this.hall = hall;
        this.zone = zone;
        this.columns = columns;
        this.wall = wall;
        getStyleClass().add("camera-grid");
        for (int i = 0; i < columns * rows; i++) {
            CameraTile tile = new CameraTile(hall.messages(), player, i + 1, wall);
            int at = i;
            tile.focusedProperty().subscribe(focused -> {
                if (focused) {
                    select(at);
                }
            });
            tiles.add(tile);
        }
        getChildren().addAll(tiles);
        if (!wall) {
            select(0);
        }
        pulses = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse(now);
            }
        };
    }

    List<CameraTile> tiles() {
        return tiles;
    }

    int selected() {
        return selected;
    }

    void select(int index) {
        selected = index;
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).select(i == index);
        }
    }

    void show(List<Camera> cameras) {
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).show(i < cameras.size() ? cameras.get(i) : null);
            tiles.get(i).play();
        }
    }

    void show(int tile, Camera camera) {
        tiles.get(tile).show(camera);
        tiles.get(tile).play();
    }

    int live() {
        return (int) tiles.stream().filter(CameraTile::isLive).count();
    }

    void start() {
        pulses.start();
        tiles.forEach(CameraTile::play);
    }

    /// Nobody looks: nothing is pulled.
    void stop() {
        pulses.stop();
        tiles.forEach(CameraTile::stop);
    }

    private void pulse(long now) {
        for (CameraTile tile : tiles) {
            tile.pulse();
        }
        if (now - wordsAt >= WORDS_EVERY_NANOS) {
            wordsAt = now;
            Instant at = hall.ownTime();
            String clock = TileClock.words(hall.now(), zone.get(), wall);
            tiles.forEach(t -> t.tick(at, clock));
        }
        if (resized && now - resizedAt > SETTLED_NANOS) {
            resized = false;
            tiles.forEach(CameraTile::play);
        }
    }

    /// A desk's grid is what its title says; the wall's follows its region, so that pictures stay near 16:9.
    private int columns() {
        if (!wall) {
            return columns;
        }
        double flat = getWidth() / Math.max(1, getHeight());
        return flat > WIDE ? tiles.size() : flat < NARROW ? 1 : columns;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns();
        int rows = Math.ceilDiv(tiles.size(), columns);
        double w = Math.floor((getWidth() - GAP * (columns - 1)) / columns);
        double h = Math.floor((getHeight() - GAP * (rows - 1)) / rows);
        for (int i = 0; i < tiles.size(); i++) {
            CameraTile tile = tiles.get(i);
            if (tile.getWidth() != w || tile.getHeight() != h) {
                resized = true;
                resizedAt = System.nanoTime();
            }
            tile.resizeRelocate((i % columns) * (w + GAP), Math.floorDiv(i, columns) * (h + GAP), w, h);
        }
    }
}
