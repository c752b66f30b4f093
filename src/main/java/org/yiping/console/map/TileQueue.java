package org.yiping.console.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which tile is drawn next. Each window states its whole want anew, best first; what it no longer wants is thereby
/// cancelled. Only tiles being drawn are kept apart from that, so nothing can stay pending for ever. Any thread.
final class TileQueue {
    private final LinkedHashMap<Object, List<TileKey>> wants = new LinkedHashMap<>();
    private final Set<TileKey> drawing = new HashSet<>();

    /// Replaces what `window` waits for.
    synchronized void want(Object window, List<TileKey> keys) {
        wants.remove(window);
        List<TileKey> open = new ArrayList<>(keys);
        open.removeAll(drawing);
        if (!open.isEmpty()) {
            wants.put(window, open.reversed());
        }
    }

    /// The next tile to draw, fairly among windows; it counts as being drawn until `done`.
    synchronized @Nullable TileKey take() {
        while (!wants.isEmpty()) {
            Map.Entry<Object, List<TileKey>> turn = wants.pollFirstEntry();
            TileKey next = turn.getValue().removeLast();
            if (!turn.getValue().isEmpty()) {
                wants.put(turn.getKey(), turn.getValue());
            }
            if (drawing.add(next)) {
                return next;
            }
        }
        return null;
    }

    synchronized void done(TileKey key) {
        drawing.remove(key);
    }

    synchronized int waiting() {
        return wants.values().stream().mapToInt(List::size).sum();
    }

    synchronized boolean isIdle() {
        return wants.isEmpty() && drawing.isEmpty();
    }
}
