package org.yiping.console.ui.wall;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;

/// Panels that a scene has done with, for the next one: a wall changes its scene thousands of times a week, and a map
/// or a grid of cameras is dear to make. FX thread.
final class PanelPool {
    private static final Logger LOG = LoggerFactory.getLogger(PanelPool.class);

    private final PanelCatalogue catalogue;
    private final Map<String, Deque<Panel>> free = new HashMap<>();

    PanelPool(PanelCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    boolean has(String name) {
        return catalogue.has(name);
    }

    /// One that nobody shows.
    Panel take(String name) {
        Deque<Panel> here = free.get(name);
        return here == null || here.isEmpty() ? catalogue.open(name) : here.pop();
    }

    /// Hidden, and to be had again; one that cannot even be hidden is not trusted any more.
    void give(String name, Panel panel) {
        try {
            panel.onHide();
            free.computeIfAbsent(name, _ -> new ArrayDeque<>()).push(panel);
        } catch (RuntimeException e) {
            LOG.error("a panel of the wall could not be hidden: {}", name, e);
        }
    }
}
