package org.yiping.console.ui.map;

import java.util.HashMap;
import java.util.Map;
import org.yiping.console.fx.PaintProbe;

/// The map's surfaces on screen, and which state of the cases each has shown: what the map owes the screen is paid
/// when the last of them has shown it. Any thread.
///
/// It is the debt of the feed that writes the cases. That feed's work ends with publishing, not with drawing, so its
/// `drawn` pays nothing; the surfaces do. A surface joins with its first picture and leaves when it is hidden; where
/// nobody looks, nothing is owed.
final class Audience implements PaintProbe.Debt {
    private final PaintProbe.Debt debt;
    private final Map<MapSurface, Long> shown = new HashMap<>();
    private volatile long state;

    Audience(PaintProbe.Debt debt) {
        this.debt = debt;
    }

    @Override
    public synchronized long owe() {
        long upTo = debt.owe();
        if (shown.isEmpty()) {
            debt.drawn(upTo);
        }
        return upTo;
    }

    /// The feed takes what it was told up to this: it is the state that will be published next.
    @Override
    public long owed() {
        state = debt.owed();
        return state;
    }

    /// What the stores surely held when the feed last began to write.
    long state() {
        return state;
    }

    @Override
    public void drawn(long upTo) {}

    synchronized void shown(MapSurface surface, long published) {
        shown.put(surface, published);
        settle();
    }

    synchronized void left(MapSurface surface) {
        if (shown.remove(surface) != null) {
            settle();
        }
    }

    private void settle() {
        debt.drawn(shown.values().stream().mapToLong(Long::longValue).min().orElseGet(debt::owed));
    }

    @Override
    public void close() {
        debt.close();
    }
}
