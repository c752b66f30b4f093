package org.yiping.console.map;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.yiping.domain.geo.Position;

/// A layer that changes while the hall looks at it: cases, people, cameras (动态图层).
///
/// One writer thread calls `put`, `remove` and `publish`; any thread reads the last published snapshot. Nothing is
/// seen before `publish`, so a batch of updates costs one snapshot and one frame; and where nothing that is drawn has
/// changed, not even these. What a snapshot costs hangs on the batch, not on the layer.
public final class LiveLayer {
    /// Snapshots whose changes are remembered, for a window that was slower than the writer.
    private static final int REMEMBERED = 16;

    private final LayerSpec spec;
    private final CityProjection projection;
    private final Runnable published;
    private final MovingGrid grid = new MovingGrid();
    private final Trails trails = new Trails();
    /// The place each row was given.
    private Position[] places = new Position[16];

    private boolean changed;
    private boolean arranged;
    private volatile Version current;

    LiveLayer(LayerSpec spec, CityProjection projection, Runnable published) {
        this.spec = spec;
        this.projection = projection;
        this.published = published;
        this.current = new Version(0, 0, 0, LivePoints.empty(spec.name()), List.of(), trails);
    }

    public LayerSpec spec() {
        return spec;
    }

    /// Adds or moves a feature. `label` is short and shown only while it is selected or overdue; empty for none.
    public void put(String id, Position position, Symbol symbol, String label) {
        int code = SymbolCode.of(symbol);
        int row = grid.row(id);
        if (row < 0) {
            row = grid.add(id, projection.toCity(position), code, label);
            places = row < places.length ? places : Arrays.copyOf(places, 2 * row);
            places[row] = position;
            changed = true;
            arranged = true;
            return;
        }
        restyle(row, code, label);
        if (!places[row].equals(position)) {
            places[row] = position;
            grid.move(row, projection.toCity(position));
            changed = true;
            arranged = true;
        }
    }

    /// The same of something that moves, and was there then: its way of the last minutes is kept.
    public void put(String id, Position position, Instant at, Symbol symbol, String label) {
        put(id, position, symbol, label);
        trails.add(id, projection.toCity(position), at);
    }

    private void restyle(int row, int code, String label) {
        int before = grid.code(row);
        if (before != code) {
            grid.recolour(row, code);
            changed = true;
            arranged |= isRearranged(before, code);
        }
        if (!grid.label(row).equals(label)) {
            grid.relabel(row, label);
            changed = true;
            // what a quiet sensor says is written in near views alone, which ask for it
            arranged |= SymbolCode.family(code) != SymbolCode.SENSOR || SymbolCode.calls(code);
        }
    }

    private static boolean isRearranged(int before, int code) {
        return switch (SymbolCode.family(code)) {
            case SymbolCode.CASE -> SymbolCode.isOverdue(before) != SymbolCode.isOverdue(code);
            case SymbolCode.SENSOR -> SymbolCode.calls(before) != SymbolCode.calls(code);
            default -> true;
        };
    }

    public void remove(String id) {
        int row = grid.row(id);
        if (row >= 0) {
            grid.remove(row);
            trails.remove(id);
            places[row] = places[grid.size()];
            changed = true;
            arranged = true;
        }
    }

    public void publish() {
        publish(current.state);
    }

    /// `state` is the writer's own number for what it publishes; a frame tells which it shows.
    public void publish(long state) {
        Version before = current;
        if (changed) {
            long number = before.number + 1;
            List<Damage> damages = Stream.concat(Stream.of(grid.damage()), before.damages.stream())
                    .limit(REMEMBERED)
                    .toList();
            current = new Version(
                    number, arranged ? number : before.arrangement, state, grid.snapshot(spec.name()), damages, trails);
        } else {
            current = new Version(before.number, before.arrangement, state, before.points, before.damages, trails);
        }
        changed = false;
        arranged = false;
        published.run();
    }

    Version current() {
        return current;
    }

    /// `number` counts what looks otherwise, `arrangement` is the last of them in which something came, went, moved or
    /// was renamed: names and choices made for one arrangement hold until the next.
    ///
    /// @param damages what changed with this number, with the one before it, and so on
    /// @param trails  the layer's own, as they are now
    record Version(long number, long arrangement, long state, LivePoints points, List<Damage> damages, Trails trails) {
        /// What looks otherwise than in the version of another number; all, where that is too long ago.
        Damage since(long other) {
            if (other > number || number - other > damages.size()) {
                return Damage.ALL;
            }
            Damage all = Damage.NONE;
            for (int i = 0; i < number - other; i++) {
                all = all.and(damages.get(i));
            }
            return all;
        }
    }
}
