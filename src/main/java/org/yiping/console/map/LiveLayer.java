package org.yiping.console.map;

import java.util.HashMap;
import java.util.Map;
import org.yiping.domain.geo.Position;

/// A layer that changes while the hall looks at it: cases, people, cameras (动态图层).
///
/// One writer thread calls `put`, `remove` and `publish`; any thread reads the last published snapshot. Nothing is
/// seen before `publish`, so a batch of updates costs one snapshot and one frame; and where nothing that is drawn has
/// changed, not even these.
public final class LiveLayer {
    private final LayerSpec spec;
    private final CityProjection projection;
    private final Runnable published;
    private final PointLayer.Columns columns = new PointLayer.Columns();
    private final Map<String, Spot> spots = new HashMap<>();
    private boolean changed;
    /// Something came, went or moved.
    private boolean placed;
    private boolean arranged;
    private volatile Version current;

    /// Where a feature stands: its row in the columns, and the place it was given.
    private static final class Spot {
        private int row;
        private Position at;

        Spot(int row, Position at) {
            this.row = row;
            this.at = at;
        }
    }

    LiveLayer(LayerSpec spec, CityProjection projection, Runnable published) {
        this.spec = spec;
        this.projection = projection;
        this.published = published;
        this.current = new Version(0, 0, 0, PointLayer.empty(spec.name()));
    }

    public LayerSpec spec() {
        return spec;
    }

    public int size() {
        return current.points.size();
    }

    /// Adds or moves a feature. `label` is short and shown only while it is selected or overdue; empty for none.
    public void put(String id, Position position, Symbol symbol, String label) {
        int code = SymbolCode.of(symbol);
        Spot spot = spots.get(id);
        if (spot != null && spot.at.equals(position)) {
            restyle(spot.row, code, label);
            return;
        }
        if (spot == null) {
            spot = new Spot(columns.add(id), position);
            spots.put(id, spot);
        }
        spot.at = position;
        columns.set(spot.row, projection.toCity(position), code, label);
        changed = true;
        placed = true;
        arranged = true;
    }

    private void restyle(int row, int code, String label) {
        int before = columns.codes[row];
        boolean words = !columns.labels[row].equals(label);
        if (before != code || words) {
            columns.codes[row] = code;
            columns.labels[row] = label;
            changed = true;
            arranged |= words
                    || SymbolCode.family(code) != SymbolCode.CASE
                    || SymbolCode.isOverdue(before) != SymbolCode.isOverdue(code);
        }
    }

    public void remove(String id) {
        Spot spot = spots.remove(id);
        if (spot != null) {
            String moved = columns.removeBySwap(spot.row);
            Spot other = spots.get(moved);
            if (other != null) {
                other.row = spot.row;
            }
            changed = true;
            placed = true;
            arranged = true;
        }
    }

    public void publish() {
        publish(current.state);
    }

    /// `state` is the writer's own number for what it publishes; a frame tells which it shows.
    public void publish(long state) {
        Version before = current;
        long number = before.number + (changed ? 1 : 0);
        current = new Version(
                number,
                arranged ? number : before.arrangement,
                state,
                placed
                        ? new PointLayer(spec.name(), columns)
                        : changed ? before.points.restyled(columns) : before.points);
        changed = false;
        placed = false;
        arranged = false;
        published.run();
    }

    Version current() {
        return current;
    }

    /// `number` counts what looks otherwise, `arrangement` is the last of them in which something came, went, moved or
    /// was renamed: names and choices made for one arrangement hold until the next.
    record Version(long number, long arrangement, long state, PointLayer points) {}
}
