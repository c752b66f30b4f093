package org.yiping.console.map;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A live layer at one moment: columns and a pyramid of counts that share with the moments before it whatever has not
/// changed (动态快照). Immutable; any thread.
final class LivePoints implements Points {
    private final String name;
    private final Columns columns;
    private final @Nullable CountNode root;
    private final CountPyramid pyramid;
    private final ClusterSheets clusters = new ClusterSheets(this);

    /// All that is told of the rows, and where an id is to be found.
    record Columns(int size, IntColumn xs, IntColumn ys, IntColumn codes, TextColumn ids, Texts texts) {}

    record Texts(TextColumn labels, IdTable.View table) {}

    LivePoints(String name, Columns columns, @Nullable CountNode root) {
        this.name = name;
        this.columns = columns;
        this.root = root;
        this.pyramid = new CountPyramid(root, this, null);
    }

    static LivePoints empty(String name) {
        return new MovingGrid().snapshot(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return columns.size;
    }

    @Override
    public float x(int row) {
        return Float.intBitsToFloat(columns.xs.get(row));
    }

    @Override
    public float y(int row) {
        return Float.intBitsToFloat(columns.ys.get(row));
    }

    @Override
    public int code(int row) {
        return columns.codes.get(row);
    }

    @Override
    public String id(int row) {
        return columns.ids.get(row);
    }

    @Override
    public String label(int row) {
        return columns.texts.labels.get(row);
    }

    @Override
    public int row(String id) {
        return columns.texts.table.find(id, columns.ids);
    }

    @Override
    public CountPyramid pyramid() {
        return pyramid;
    }

    @Override
    public ClusterSheets clusters() {
        return clusters;
    }

    @Override
    public void in(Region region, RowRanges.Sink found) {
        if (root != null) {
            in(RegionClip.of(region), root, found);
        }
    }

    private void in(RegionClip region, CountNode node, RowRanges.Sink found) {
        double west = node.west();
        double south = node.south();
        double side = node.side();
        RegionClip.Lies lies = region.enter(west, south, west + side, south + side);
        if (lies == RegionClip.Lies.INSIDE) {
            all(node, found);
        }
        if (lies != RegionClip.Lies.ACROSS) {
            return;
        }
        if (node.parts != null) {
            for (CountNode part : node.parts) {
                if (part != null) {
                    in(region, part, found);
                }
            }
        } else if (node.rows != null) {
            for (int i = 0; i < node.count; i++) {
                int row = node.rows[i];
                if (region.holds(x(row), y(row))) {
                    found.rows(row, row + 1);
                }
            }
        }
        region.leave();
    }

    @Override
    public void inSquare(int n, int column, int line, IntConsumer row) {
        CountNode node = root;
        while (node != null && node.parts != null && node.level > n) {
            // the square lies in one part of a larger one, or beside it
            int x = column << n;
            int y = line << n;
            node = node.holds(x, y) ? node.parts[node.part(x, y)] : null;
        }
        if (node != null) {
            inSquare(node, n, column, line, row);
        }
    }

    private void inSquare(CountNode node, int n, int column, int line, IntConsumer row) {
        if (node.level <= n && (node.x >> n != column || node.y >> n != line)) {
            return;
        }
        if (node.parts != null) {
            for (CountNode part : node.parts) {
                if (part != null) {
                    inSquare(part, n, column, line, row);
                }
            }
        } else if (node.rows != null) {
            for (int i = 0; i < node.count; i++) {
                int at = node.rows[i];
                if (node.level <= n || (Squares.at(x(at)) >> n == column && Squares.at(y(at)) >> n == line)) {
                    row.accept(at);
                }
            }
        }
    }

    /// Goes down only where something may be near, and no further than to the first that is.
    @Override
    public boolean isNear(double x, double y, double metres) {
        return root != null && isNear(root, x, y, metres * metres);
    }

    private boolean isNear(CountNode node, double x, double y, double square) {
        double dx = Math.max(0, Math.max(node.west() - x, x - node.west() - node.side()));
        double dy = Math.max(0, Math.max(node.south() - y, y - node.south() - node.side()));
        if (dx * dx + dy * dy >= square) {
            return false;
        }
        if (node.parts != null) {
            for (CountNode part : node.parts) {
                if (part != null && isNear(part, x, y, square)) {
                    return true;
                }
            }
        } else if (node.rows != null) {
            for (int i = 0; i < node.count; i++) {
                double awayX = x(node.rows[i]) - x;
                double awayY = y(node.rows[i]) - y;
                if (awayX * awayX + awayY * awayY < square) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void all(CountNode node, RowRanges.Sink found) {
        if (node.parts != null) {
            for (CountNode part : node.parts) {
                if (part != null) {
                    all(part, found);
                }
            }
        } else if (node.rows != null) {
            for (int i = 0; i < node.count; i++) {
                found.rows(node.rows[i], node.rows[i] + 1);
            }
        }
    }
}
