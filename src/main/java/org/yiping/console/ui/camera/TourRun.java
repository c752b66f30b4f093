package org.yiping.console.ui.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.store.Store;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.patrol.Tour;

/// A tour on the tiles of a grid (轮巡): on one of them or on all, one after another. FX thread.
///
/// The next camera is watched a little ahead of its turn in the size of its tile, so that its decode is shared when it
/// comes: one more stream at most. While nobody sees the tile nothing is opened and no time passes.
final class TourRun {
    private static final String SIGN = "tour-sign";

    private final CameraGrid grid;
    private final CameraPlayer player;
    private final Store<CameraId, Camera> cameras;
    private final Predicate<CameraId> reachable;
    private @Nullable Tour tour;
    /// The only one that takes part; absent where all do.
    private @Nullable CameraTile only;

    private @Nullable Watch ahead;
    private boolean displaced;
    private boolean seen;
    private boolean enlarged;

    TourRun(CameraGrid grid, CameraPlayer player, Store<CameraId, Camera> cameras) {
        this.grid = grid;
        this.player = player;
        this.cameras = cameras;
        reachable = id -> cameras.find(id)
                .filter(c -> !c.state().offline() && grid.shows(c))
                .isPresent();
    }

    Optional<Tour> now() {
        return Optional.ofNullable(tour);
    }

    int skipped() {
        Tour t = tour;
        return t == null ? 0 : t.skipped(reachable);
    }

    /// Which tile, counted from 1; 0 where all take part.
    int tile() {
        return only == null ? 0 : grid.tiles().indexOf(only) + 1;
    }

    void begin(List<CameraId> list, Duration dwell, boolean all, Instant now) {
        end();
        if (list.isEmpty()) {
            return;
        }
        only = all ? null : grid.tiles().get(grid.selected());
        Tour begun = Tour.begin(list, all ? grid.tiles().size() : 1, dwell, now, reachable);
        tour = begun;
        seen = true;
        enlarged = grid.isEnlarged();
        show(begun);
    }

    void end() {
        drop();
        tour = null;
        only = null;
        sign();
    }

    /// Once a second.
    void tick(Instant now) {
        Tour was = tour;
        if (was == null || !seen) {
            return;
        }
        if (only == null && was.slots() != grid.tiles().size()) {
            int slots = grid.tiles().size();
            int slot = Math.min(was.slot(), slots - 1);
            boolean gone = slot != was.slot();
            was = new Tour(was.cameras(), slots, was.dwell(), was.at(), slot, was.pace());
            if (gone) {
                show(was); // or it would take what stands there for somebody's
            }
        }
        CameraTile tile = tile(was.slot());
        if (tile == null || !grid.sees(tile)) {
            drop();
            tour = was.hide(now); // another tile is enlarged over it, or the window is minimised
            return;
        }
        was = was.show(now);
        if (grid.isEnlarged() != enlarged) {
            enlarged = grid.isEnlarged();
            was = enlarged ? was.hold(now) : was;
        }
        Camera shown = tile.camera();
        boolean other = shown != null && !shown.id().equals(was.camera());
        if (other && !displaced) {
            was = was.hold(now); // somebody put another camera there
        }
        displaced = other;
        turn(was, was.tick(now, reachable), now);
    }

    /// A hand is on the tile.
    void touched(CameraTile tile, Instant now) {
        Tour t = tour;
        if (t != null && (only == null ? grid.tiles().contains(tile) : tile == only)) {
            drop();
            tour = t.hold(now);
        }
    }

    void step(int by, Instant now) {
        Tour t = tour;
        if (t != null) {
            turn(t, by > 0 ? t.next(now, reachable) : t.back(now, reachable), now);
        }
    }

    void pause(Instant now) {
        Tour t = tour;
        if (t != null) {
            tour = t.runs() ? t.pause(now) : t.go(now);
            drop();
        }
    }

    void hold(Instant now) {
        Tour t = tour;
        if (t != null) {
            tour = t.runs() ? t.hold(now) : t.go(now);
            drop();
        }
    }

    void hide(Instant now) {
        seen = false;
        drop();
        Tour t = tour;
        tour = t == null ? null : t.hide(now);
    }

    void show(Instant now) {
        seen = true;
        Tour t = tour;
        tour = t == null ? null : t.show(now);
    }

    private void turn(Tour was, Tour is, Instant now) {
        tour = is;
        if (is.at() != was.at() || is.slot() != was.slot()) {
            displaced = false;
            show(is);
            drop();
        } else {
            open(is, now);
        }
        sign();
    }

    private void show(Tour t) {
        CameraTile tile = tile(t.slot());
        cameras.find(t.camera())
                .filter(_ -> tile != null)
                .ifPresent(c -> grid.show(grid.tiles().indexOf(tile), c));
        sign();
    }

    private void open(Tour t, Instant now) {
        Camera next = t.coming(now, reachable).flatMap(cameras::find).orElse(null);
        CameraTile tile = tile(t.comingSlot());
        Watch open = ahead;
        if (next == null || tile == null || (open != null && open.camera().id().equals(next.id()))) {
            return;
        }
        drop();
        FrameSize size = tile.sizeFor(next);
        ahead = size == null ? null : player.watch(next, size, _ -> {});
    }

    private void drop() {
        Watch open = ahead;
        ahead = null;
        if (open != null) {
            open.close();
        }
    }

    private void sign() {
        Tour t = tour;
        CameraTile on = t == null ? null : tile(t.slot());
        grid.tiles().forEach(tile -> sign(tile, t != null && (only == null || tile == on)));
    }

    /// The sign of tours before the camera's name.
    private static void sign(CameraTile tile, boolean touring) {
        if (tile.lookup(".tile-caption") instanceof HBox caption) {
            caption.getChildren().removeIf(n -> n.getStyleClass().contains(SIGN));
            if (touring) {
                FontIcon icon = Icons.of(Icons.TOUR, Icons.Size.ROW);
                icon.getStyleClass().add(SIGN);
                caption.getChildren().addFirst(icon);
            }
        }
    }

    private @Nullable CameraTile tile(int slot) {
        if (only != null) {
            return grid.tiles().contains(only) ? only : null;
        }
        return slot < grid.tiles().size() ? grid.tiles().get(slot) : null;
    }
}
