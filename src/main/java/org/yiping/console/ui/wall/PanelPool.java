package org.yiping.console.ui.wall;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
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
    private final Map<String, Deque<Panel>> free;
    private final IdentityHashMap<Panel, String> taken = new IdentityHashMap<>();

    PanelPool(PanelCatalogue catalogue) {
        this(catalogue, new HashMap<>());
    }

    private PanelPool(PanelCatalogue catalogue, Map<String, Deque<Panel>> free) {
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
        Deque<Panel> here = free.get(name);
        Panel panel = here == null || here.isEmpty() ? catalogue.open(name) : here.pop();
        taken.put(panel, name);
        return panel;
    }

    /// Hidden, and to be had again; one that was given back already stays so, one that cannot even be hidden is not
    /// trusted any more.
    void give(Panel panel) {
        String name = taken.remove(panel);
        if (name != null && hidden(name, panel)) {
            free.computeIfAbsent(name, _ -> new ArrayDeque<>()).push(panel);
        }
    }

    /// The tile has failed: whatever it holds is hidden, so that it pulls no picture and draws no map, and is never
    /// shown again. Who tries again begins with new ones.
    void discard() {
        IdentityHashMap<Panel, String> broken = new IdentityHashMap<>(taken);
        taken.clear();
        broken.forEach((panel, name) -> hidden(name, panel));
    }

    private static boolean hidden(String name, Panel panel) {
        try {
            panel.onHide();
            return true;
        } catch (RuntimeException | LinkageError e) {
            LOG.error("a panel of the wall could not be hidden: {}", name, e);
            return false;
        }
    }
}
