package org.yiping.console.ui.camera;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.capture.Capture;
import org.yiping.domain.capture.CaptureId;

/// The captures in the order the hand has before it, the newest first. One thread.
///
/// Nothing moves under the hand: one that comes waits, one that was decided keeps its place and says so, until
/// `refill`.
final class CaptureOrder {
    private static final Comparator<Capture> NEWEST =
            Comparator.comparing(Capture::at).reversed().thenComparing(c -> c.id().value());

    private final List<CaptureId> rows = new ArrayList<>();
    private final Map<CaptureId, Capture> seen = new HashMap<>();
    private final Set<CaptureId> left = new LinkedHashSet<>();
    private final Set<CaptureId> waiting = new LinkedHashSet<>();

    /// All that waits to be judged, anew.
    void refill(Collection<Capture> all) {
        rows.clear();
        seen.clear();
        left.clear();
        waiting.clear();
        all.stream().sorted(NEWEST).forEach(c -> {
            rows.add(c.id());
            seen.put(c.id(), c);
        });
    }

    /// What the platform says of it now; null where it is no longer to be judged.
    void changed(CaptureId id, @Nullable Capture now) {
        if (!seen.containsKey(id)) {
            if (now == null) {
                waiting.remove(id);
            } else {
                waiting.add(id);
            }
        } else if (now == null) {
            left.add(id);
        } else {
            left.remove(id);
            seen.put(id, now);
        }
    }

    /// It goes at once: its own command said that there is nothing left to judge.
    void drop(CaptureId id) {
        rows.remove(id);
        seen.remove(id);
        left.remove(id);
        waiting.remove(id);
    }

    List<CaptureId> rows() {
        return List.copyOf(rows);
    }

    /// As it was last seen, also where it has left.
    @Nullable
    Capture find(CaptureId id) {
        return seen.get(id);
    }

    boolean hasLeft(CaptureId id) {
        return left.contains(id);
    }

    int waiting() {
        return waiting.size();
    }

    int left() {
        return left.size();
    }

    /// The next one to judge below this one, else above it; null where there is none.
    @Nullable
    CaptureId next(CaptureId after, Set<CaptureId> busy) {
        int at = rows.indexOf(after);
        List<CaptureId> order = new ArrayList<>(rows.subList(Math.max(0, at + 1), rows.size()));
        order.addAll(rows.subList(0, Math.max(0, at)).reversed());
        return order.stream()
                .filter(id -> !left.contains(id) && !busy.contains(id))
                .findFirst()
                .orElse(null);
    }
}
