package org.yiping.console.ui.wall;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;

/// Panels that a scene has done with, for the next one: a wall changes its scene thousands of times a week, and a map
/// or a grid of cameras is dear to make. FX thread.
///
/// Each tile takes its panels through a desk of its own (`forTile`), so that those of a tile that failed come back
/// wherever it failed, in the middle of being built too.
final class PanelPool {
    private static final Logger LOG = LoggerFactory.getLogger(PanelPool.class);

    private final PanelCatalogue catalogue;
    private final Map<String, Deque<Held>> free;
    private final IdentityHashMap<Panel, Taken> taken = new IdentityHashMap<>();

    /// A panel with the frame it stands in, wherever that is.
    ///
    /// The toolkit styles what is put into a window from its leaves up. Until it comes to the top, a panel that was
    /// somewhere else before finds its colours over the parents it had there, which are gone by then: hundreds of
    /// warnings at a change of scene. So its parent is one that stays, which is put into its place empty and has
    /// found its own way up by the time the panel comes into it.
    private record Held(Panel panel, StackPane frame) {
        static Held of(Panel panel) {
            StackPane frame = new StackPane();
            frame.getStyleClass().add("wall-frame");
            return new Held(panel, frame);
        }
    }

    private record Taken(String name, Held held) {}

    PanelPool(PanelCatalogue catalogue) {
        this(catalogue, new HashMap<>());
    }

    private PanelPool(PanelCatalogue catalogue, Map<String, Deque<Held>> free) {
        this.catalogue = catalogue;
        this.free = free;
    }

    /// The same panels, for one tile, which answers for those it took.
    PanelPool forTile() {
        return new PanelPool(catalogue, free);
    }

    boolean has(String name) {
        return catalogue.has(name);
    }

    /// One that nobody shows.
    Panel take(String name) {
        Deque<Held> here = free.get(name);
        Held held = here == null || here.isEmpty() ? Held.of(catalogue.open(name)) : here.pop();
        taken.put(held.panel(), new Taken(name, held));
        return held.panel();
    }

    /// The frame of a panel that was taken here; empty until the panel is to be seen.
    Region frame(Panel panel) {
        return held(panel).frame();
    }

    /// Puts the panel into its frame, once that stands in a window.
    void see(Panel panel) {
        held(panel).frame().getChildren().setAll(panel.root());
    }

    private Held held(Panel panel) {
        Taken here = taken.get(panel);
        if (here == null) {
            throw new IllegalStateException("this panel was not taken here, or was given back");
        }
        return here.held();
    }

    /// Hidden, and to be had again; one that was given back already stays so, one that cannot even be hidden is not
    /// trusted any more.
    void give(Panel panel) {
        Taken here = taken.remove(panel);
        if (here != null && hidden(here)) {
            free.computeIfAbsent(here.name(), _ -> new ArrayDeque<>()).push(here.held());
        }
    }

    /// The tile has failed: whatever it holds is hidden, so that it pulls no picture and draws no map, and is never
    /// shown again. Who tries again begins with new ones.
    void discard() {
        List<Taken> broken = List.copyOf(taken.values());
        taken.clear();
        broken.forEach(PanelPool::hidden);
    }

    private static boolean hidden(Taken taken) {
        try {
            taken.held().panel().onHide();
            taken.held().panel().forget();
            taken.held().frame().getChildren().clear();
            return true;
        } catch (RuntimeException | Error e) {
            WallTile.rethrowMachine(e);
            LOG.error("a panel of the wall could not be hidden: {}", taken.name(), e);
            return false;
        }
    }
}
