package org.yiping.console.map;

import java.util.HashMap;
import java.util.Map;
import org.yiping.domain.geo.Position;

/// A layer that changes while the hall looks at it: cases, people, cameras (动态图层).
///
/// One writer thread calls `put`, `remove` and `publish`; any thread reads the last published snapshot. Nothing is
/// seen before `publish`, so a batch of updates costs one snapshot and one frame.
public final class LiveLayer {
    private final LayerSpec spec;
    private final CityProjection projection;
    private final Runnable published;
    private final PointLayer.Columns columns = new PointLayer.Columns();
    private final Map<String, Integer> rows = new HashMap<>();
    private volatile Version current;

    LiveLayer(LayerSpec spec, CityProjection projection, Runnable published) {
        this.spec = spec;
        this.projection = projection;
        this.published = published;
        this.current = new Version(0, 0, PointLayer.empty(spec.name()));
    }

    public LayerSpec spec() {
        return spec;
    }

    public int size() {
        return current.points.size();
    }

    /// Adds or moves a feature. `label` is short and shown only while it is selected or overdue; empty for none.
    public void put(String id, Position position, Symbol symbol, String label) {
        Integer row = rows.get(id);
        if (row == null) {
            row = columns.add(id);
            rows.put(id, row);
        }
        columns.set(row, projection.toCity(position), SymbolCode.of(symbol), label);
    }

    public void remove(String id) {
        Integer row = rows.remove(id);
        if (row != null) {
            String moved = columns.removeBySwap(row);
            if (!moved.equals(id)) {
                rows.put(moved, row);
            }
        }
    }

    public void publish() {
        publish(current.state);
    }

    /// `state` is the writer's own number for what it publishes; a frame tells which it shows.
    public void publish(long state) {
        current = new Version(current.number + 1, state, new PointLayer(spec.name(), columns));
        published.run();
    }

    Version current() {
        return current;
    }

    record Version(long number, long state, PointLayer points) {}
}
