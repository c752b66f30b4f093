package org.yiping.console.map;

// long because all that changes squares shares one epoch and the columns they speak of

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The points of a live layer while they come, go, move and change their looks (动态格网): columns of rows without gaps,
/// and the pyramid that is their counts and their index in one.
///
/// One writer. A snapshot costs what changed since the one before: both share every square and every piece of a column
/// that is alike, because the writer copies a square before it first changes it after a snapshot. The pyramid divides
/// where points crowd and only there, so it needs to know neither the city's size nor how full it will be.
final class MovingGrid {
    private final IntColumn.Writer xs = new IntColumn.Writer();
    private final IntColumn.Writer ys = new IntColumn.Writer();
    private final IntColumn.Writer codes = new IntColumn.Writer();
    private final TextColumn.Writer ids = new TextColumn.Writer();
    private final TextColumn.Writer labels = new TextColumn.Writer();
    private final IdTable table = new IdTable();
    private final Damage.Collector damage = new Damage.Collector();
    /// Where in its undivided square each row stands.
    private int[] at = new int[16];

    private int size;
    private @Nullable CountNode root;
    private int epoch = 1;

    int size() {
        return size;
    }

    /// The row of an id or -1.
    int row(String id) {
        return table.find(id, ids);
    }

    int code(int row) {
        return codes.get(row);
    }

    String label(int row) {
        return labels.get(row);
    }

    /// Adds what is not there yet, as the last row.
    int add(String id, CityPoint place, int code, String label) {
        int row = size++;
        if (row == at.length) {
            at = Arrays.copyOf(at, 2 * row);
        }
        ids.set(row, id);
        table.add(row, ids);
        labels.set(row, label);
        codes.set(row, code);
        put(row, place);
        return row;
    }

    /// Who walks within one square keeps its turn in it, so that marks which overlap do not change places.
    void move(int row, CityPoint place) {
        float x = (float) place.x();
        float y = (float) place.y();
        CountNode whole = root;
        if (whole != null
                && Squares.has(x(row), y(row))
                && Squares.has(x, y)
                && whole.holds(Squares.at(x), Squares.at(y))) {
            damage.touched(x(row), y(row));
            damage.touched(x, y);
            root = moved(whole, row, x, y);
        } else {
            take(row);
            put(row, place);
        }
    }

    void recolour(int row, int code) {
        CountNode whole = root;
        if (whole != null && Squares.has(x(row), y(row))) {
            int red = CountNode.red(code) - CountNode.red(codes.get(row));
            int yellow = CountNode.yellow(code) - CountNode.yellow(codes.get(row));
            if (red != 0 || yellow != 0) {
                root = recoloured(whole, Squares.at(x(row)), Squares.at(y(row)), red, yellow);
            }
        }
        codes.set(row, code);
        damage.touched(x(row), y(row));
    }

    void relabel(int row, String label) {
        labels.set(row, label);
        damage.touched(x(row), y(row));
    }

    /// Fills the gap with the last row, which has this number from now on.
    void remove(int row) {
        take(row);
        table.remove(row, ids);
        int last = --size;
        if (row != last) {
            table.renumber(last, row, ids);
            if (root != null && Squares.has(x(last), y(last))) {
                root = renumbered(root, Squares.at(x(last)), Squares.at(y(last)), last, row);
            }
            at[row] = at[last];
            ids.set(row, ids.get(last));
            labels.set(row, labels.get(last));
            codes.set(row, codes.get(last));
            xs.set(row, xs.get(last));
            ys.set(row, ys.get(last));
        }
        ids.set(last, ""); // or a snapshot would keep it alive
        labels.set(last, "");
    }

    LivePoints snapshot(String name) {
        epoch++;
        return new LivePoints(
                name,
                new LivePoints.Columns(
                        size,
                        xs.snapshot(),
                        ys.snapshot(),
                        codes.snapshot(),
                        ids.snapshot(),
                        new LivePoints.Texts(labels.snapshot(), table.snapshot())),
                root);
    }

    /// What changed since it was last asked for.
    Damage damage() {
        return damage.taken();
    }

    private float x(int row) {
        return Float.intBitsToFloat(xs.get(row));
    }

    private float y(int row) {
        return Float.intBitsToFloat(ys.get(row));
    }

    private void put(int row, CityPoint place) {
        float x = (float) place.x();
        float y = (float) place.y();
        place(row, x, y);
        if (Squares.has(x, y)) {
            CountNode whole = root == null ? new CountNode(Squares.ALL, 0, 0, epoch) : root;
            root = with(whole, row, Squares.at(x), Squares.at(y));
            damage.touched(x, y);
        }
    }

    private void place(int row, float x, float y) {
        xs.set(row, Float.floatToRawIntBits(x));
        ys.set(row, Float.floatToRawIntBits(y));
    }

    private void take(int row) {
        if (root != null && Squares.has(x(row), y(row))) {
            root = without(root, row, Squares.at(x(row)), Squares.at(y(row)));
            damage.touched(x(row), y(row));
        }
    }

    /// The square holds both the row's place and its next one, which this gives it.
    private @Nullable CountNode moved(CountNode node, int row, float x, float y) {
        CountNode own = node.of(epoch);
        own.sumX += (double) x - x(row);
        own.sumY += (double) y - y(row);
        if (own.parts == null) {
            place(row, x, y);
            return own;
        }
        int atX = Squares.at(x(row));
        int atY = Squares.at(y(row));
        int toX = Squares.at(x);
        int toY = Squares.at(y);
        int left = own.part(atX, atY);
        CountNode part = own.parts[left];
        if (part != null && part.holds(toX, toY)) {
            own.parts[left] = moved(part, row, x, y);
            return own;
        }
        own.parts[left] = part == null ? null : without(part, row, atX, atY);
        place(row, x, y);
        int entered = own.part(toX, toY);
        CountNode next = own.parts[entered];
        own.parts[entered] = with(next == null ? new CountNode(own.level - 1, toX, toY, epoch) : next, row, toX, toY);
        return own.parts[left] == null ? joined(own) : own;
    }

    private CountNode with(CountNode node, int row, int atX, int atY) {
        if (!node.holds(atX, atY)) {
            int level = Squares.common((atX ^ node.x) | (atY ^ node.y));
            if (node.parts != null || node.count >= CountNode.FEW) {
                CountNode both = new CountNode(level, atX, atY, epoch);
                both.parts = new CountNode[4];
                both.parts[both.part(node.x, node.y)] = node;
                both.add(node, 1);
                return with(both, row, atX, atY);
            }
            node = node.of(epoch);
            node.level = level;
            node.x = Squares.corner(atX, level);
            node.y = Squares.corner(atY, level);
        }
        CountNode own = node.of(epoch);
        own.add(x(row), y(row), codes.get(row), 1);
        if (own.parts != null) {
            int i = own.part(atX, atY);
            CountNode part = own.parts[i];
            own.parts[i] = with(part == null ? new CountNode(own.level - 1, atX, atY, epoch) : part, row, atX, atY);
            return own;
        }
        append(own, row);
        return own.count > CountNode.FEW && own.level > 0 ? divided(own) : own;
    }

    private void append(CountNode leaf, int row) {
        int n = leaf.count - 1;
        int[] rows = leaf.rows == null ? new int[4] : leaf.rows;
        leaf.rows = n == rows.length ? Arrays.copyOf(rows, 2 * n) : rows;
        leaf.rows[n] = row;
        leaf.row = leaf.rows[0];
        at[row] = n;
    }

    /// Four parts of the smallest square that holds all its points; where that is a square metre, it only shrinks.
    private CountNode divided(CountNode leaf) {
        int[] rows = leaf.rows;
        if (rows == null) {
            return leaf;
        }
        int atX = Squares.at(x(rows[0]));
        int atY = Squares.at(y(rows[0]));
        int differing = 0;
        for (int i = 1; i < leaf.count; i++) {
            differing |= (atX ^ Squares.at(x(rows[i]))) | (atY ^ Squares.at(y(rows[i])));
        }
        leaf.level = Squares.common(differing);
        leaf.x = Squares.corner(atX, leaf.level);
        leaf.y = Squares.corner(atY, leaf.level);
        if (leaf.level == 0) {
            return leaf;
        }
        CountNode whole = new CountNode(leaf.level, leaf.x, leaf.y, epoch);
        whole.parts = new CountNode[4];
        for (int i = 0; i < leaf.count; i++) {
            whole = with(whole, rows[i], Squares.at(x(rows[i])), Squares.at(y(rows[i])));
        }
        return whole;
    }

    private @Nullable CountNode without(CountNode node, int row, int atX, int atY) {
        CountNode own = node.of(epoch);
        own.add(x(row), y(row), codes.get(row), -1);
        if (own.count == 0) {
            return null;
        }
        if (own.parts == null) {
            int[] rows = own.rows;
            if (rows != null) {
                rows[at[row]] = rows[own.count];
                at[rows[own.count]] = at[row];
                own.row = rows[0];
                if (own.count < rows.length / 4) {
                    own.rows = Arrays.copyOf(rows, rows.length / 2);
                }
            }
            return own;
        }
        int i = own.part(atX, atY);
        CountNode part = own.parts[i];
        own.parts[i] = part == null ? null : without(part, row, atX, atY);
        return own.parts[i] == null || own.count < CountNode.FEW / 2 ? joined(own) : own;
    }

    /// What is left of a square that lost a part, or holds few: the only part, or one square undivided.
    private CountNode joined(CountNode node) {
        if (node.parts == null) {
            return node;
        }
        if (node.count < CountNode.FEW / 2) {
            CountNode leaf = new CountNode(node.level, node.x, node.y, epoch);
            gather(node, leaf);
            return leaf;
        }
        CountNode only = null;
        int n = 0;
        for (CountNode part : node.parts) {
            if (part != null) {
                only = part;
                n++;
            }
        }
        return n == 1 && only != null ? only : node;
    }

    private void gather(CountNode from, CountNode leaf) {
        if (from.parts != null) {
            for (CountNode part : from.parts) {
                if (part != null) {
                    gather(part, leaf);
                }
            }
        } else if (from.rows != null) {
            for (int i = 0; i < from.count; i++) {
                leaf.add(x(from.rows[i]), y(from.rows[i]), codes.get(from.rows[i]), 1);
                append(leaf, from.rows[i]);
            }
        }
    }

    private CountNode recoloured(CountNode node, int atX, int atY, int red, int yellow) {
        CountNode own = node.of(epoch);
        own.red += red;
        own.yellow += yellow;
        if (own.parts != null) {
            int i = own.part(atX, atY);
            CountNode part = own.parts[i];
            own.parts[i] = part == null ? null : recoloured(part, atX, atY, red, yellow);
        }
        return own;
    }

    private CountNode renumbered(CountNode node, int atX, int atY, int row, int now) {
        CountNode own = node.of(epoch);
        if (own.parts != null) {
            int i = own.part(atX, atY);
            CountNode part = own.parts[i];
            own.parts[i] = part == null ? null : renumbered(part, atX, atY, row, now);
        } else if (own.rows != null) {
            own.rows[at[row]] = now;
            own.row = own.rows[0];
        }
        return own;
    }
}
