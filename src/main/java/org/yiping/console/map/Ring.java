package org.yiping.console.map;

/// What can be said of a closed outline without looking at all of it together. `ring` holds x and y in turn, `n`
/// numbers of it. Stateless; any thread.
final class Ring {
    private Ring() {}

    /// Moves the places that are such to the front, repeated ones once, the last left out where it repeats the first;
    /// how many numbers that are, 0 when no area is left.
    static int cleaned(double[] ring, int n) {
        int size = 0;
        for (int i = 0; i + 1 < n; i += 2) {
            boolean again = size > 0 && ring[i] == ring[size - 2] && ring[i + 1] == ring[size - 1];
            if (!again && EdgeTable.isPlace(ring[i], ring[i + 1])) {
                ring[size++] = ring[i];
                ring[size++] = ring[i + 1];
            }
        }
        if (size > 2 && ring[0] == ring[size - 2] && ring[1] == ring[size - 1]) {
            size -= 2;
        }
        return size < 6 ? 0 : size;
    }

    /// Whether the outline turns one way throughout, and once.
    static boolean isConvex(double[] ring, int n) {
        if (n < 6) {
            return false;
        }
        double dx = ring[0] - ring[n - 2];
        double dy = ring[1] - ring[n - 1];
        boolean rightwards = dx > 0;
        int changes = 0;
        double turn = 0;
        for (int i = 0; i < n; i += 2) {
            int next = i + 2 < n ? i + 2 : 0;
            double ex = ring[next] - ring[i];
            double ey = ring[next + 1] - ring[i + 1];
            double cross = dx * ey - dy * ex;
            if (cross * turn < 0 || (cross == 0 && dx * ex + dy * ey < 0)) {
                return false;
            }
            turn = cross == 0 ? turn : cross;
            if (ex != 0 && ex > 0 != rightwards) {
                rightwards = !rightwards;
                changes++;
            }
            dx = ex;
            dy = ey;
        }
        return changes <= 2;
    }

    /// Whether the outline turns around once, as every one does that does not cross itself: counts how often its
    /// direction passes east. One that crosses itself may wind around some ground the other way.
    static boolean turnsOnce(double[] ring, int n) {
        int turns = 0;
        double dx = n < 4 ? 0 : ring[0] - ring[n - 2];
        double dy = n < 4 ? 0 : ring[1] - ring[n - 1];
        for (int i = 0; i < n; i += 2) {
            int next = i + 2 < n ? i + 2 : 0;
            double ex = ring[next] - ring[i];
            double ey = ring[next + 1] - ring[i + 1];
            if (dy < 0 != ey < 0 && (dx * ey - dy * ex) / (ey - dy) > 0) {
                turns += dy < 0 ? 1 : -1;
            }
            dx = ex;
            dy = ey;
        }
        return Math.abs(turns) == 1;
    }
}
