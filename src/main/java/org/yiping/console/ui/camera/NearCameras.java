package org.yiping.console.ui.camera;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Notice;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.PickedPlace;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.geo.Position;

/// The cameras nearest to what this seat has picked, on the first tiles of the grid (就近调看); what was there comes back
/// with the other key. FX thread.
///
/// Only such as this post may see and that have a picture; one that is shown already changes places, so that no tile is
/// lost. What was there before is kept through several such looks, until somebody has put something else on a tile.
final class NearCameras {
    static final int MOST = 4;
    static final double REACH_METRES = 1_000;
    /// There may be a picture, and it shows nothing.
    private static final Set<String> BLIND = Set.of(CameraState.FROZEN, CameraState.DARK);

    private final Desk desk;
    private final Hall hall;
    private final CameraGrid grid;
    private final Predicate<Camera> viewed;
    private final Words words;
    private final KeyButton near;
    private final KeyButton back;
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private Map<CameraTile, Camera> put = Map.of();
    private @Nullable Before before;

    private record Before(Map<CameraTile, Camera> cameras, int selected, boolean enlarged) {}

    private record Near(Camera camera, double metres) {}

    NearCameras(Desk desk, Hall hall, CameraGrid grid, Predicate<Camera> viewed) {
        this.desk = desk;
        this.hall = hall;
        this.grid = grid;
        this.viewed = viewed;
        words = new Words(desk.stores(), hall.messages());
        near = new KeyButton(hall.messages(), "camera/near", text("camera.near"), "F3", this::near)
                .icon(Icons.CAMERA)
                .low();
        back = new KeyButton(hall.messages(), "camera/near-back", text("camera.near-back"), "Shift F3", this::back)
                .low();
        tell();
    }

    KeyButton button() {
        return near;
    }

    /// Worth its room while there is something to bring back.
    KeyButton undo() {
        return back;
    }

    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    /// Whenever something else may be picked.
    void tell() {
        allow(near, PickedPlace.of(desk).isEmpty() ? text("camera.near-no-place") : "");
        canUndo.set(before != null);
        allow(back, before == null ? text("camera.near-nothing-before") : "");
    }

    private static void allow(KeyButton button, String why) {
        if (!why.equals(button.reason())) {
            button.forbid(why);
        }
    }

    void near() {
        Position place = PickedPlace.of(desk).orElse(null);
        if (place == null) {
            return;
        }
        List<Near> found = nearest(place);
        if (found.isEmpty()) {
            hall.notices()
                    .show(Notice.info(
                            "camera-near", hall.messages().get("camera.near-none", words.metres(REACH_METRES))));
            return;
        }
        Map<CameraTile, Camera> now = shown();
        if (before == null || !ids(now).equals(ids(put))) {
            before = new Before(now, grid.selected(), grid.isEnlarged());
        }
        if (grid.isEnlarged()) {
            grid.toggle();
        }
        put = with(now, found);
        grid.show(put);
        for (int i = 0; i < Math.min(found.size(), grid.tiles().size()); i++) {
            grid.tiles()
                    .get(i)
                    .detected(hall.messages()
                            .get("camera.near-tile", words.metres(found.get(i).metres())));
        }
        grid.select(0);
        tell();
    }

    void back() {
        Before was = before;
        if (was == null) {
            return;
        }
        before = null;
        put = Map.of();
        grid.show(was.cameras());
        grid.select(Math.min(was.selected(), grid.tiles().size() - 1));
        if (was.enlarged() && !grid.isEnlarged()) {
            grid.toggle();
        }
        tell();
    }

    private List<Near> nearest(Position place) {
        return desk.stores()
                .cameras()
                .rows()
                .values()
                .filter(Camera::standsOnMap)
                .filter(c -> !c.state().offline() && !BLIND.contains(c.state().code()))
                .filter(viewed)
                .map(c -> new Near(c, place.distanceMetres(c.position())))
                .filter(n -> n.metres() <= REACH_METRES)
                .sorted(Comparator.comparingDouble(Near::metres)
                        .thenComparing(n -> n.camera().id().value()))
                .limit(MOST)
                .toList();
    }

    /// A camera whose state has changed meanwhile is the same camera.
    private static Map<CameraTile, CameraId> ids(Map<CameraTile, Camera> of) {
        return of.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().id()));
    }

    private Map<CameraTile, Camera> shown() {
        return grid.tiles().stream()
                .filter(t -> t.camera() != null)
                .collect(Collectors.toMap(
                        t -> t, t -> Optional.ofNullable(t.camera()).orElseThrow()));
    }

    private Map<CameraTile, Camera> with(Map<CameraTile, Camera> now, List<Near> found) {
        Map<CameraTile, Camera> next = new HashMap<>(now);
        List<CameraTile> tiles = grid.tiles();
        for (int i = 0; i < Math.min(found.size(), tiles.size()); i++) {
            Camera camera = found.get(i).camera();
            CameraTile here = tiles.get(i);
            Camera was = next.get(here);
            next.entrySet().stream()
                    .filter(e -> e.getValue().id().equals(camera.id()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .ifPresent(other -> {
                        if (was == null) {
                            next.remove(other);
                        } else {
                            next.put(other, was);
                        }
                    });
            next.put(here, camera);
        }
        return next;
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
