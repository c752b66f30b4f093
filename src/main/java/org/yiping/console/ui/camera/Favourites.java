package org.yiping.console.ui.camera;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.camera.CameraId;

/// The cameras this seat likes to look at (收藏), kept by the platform. FX thread.
///
/// Every change begins with what the platform keeps now, for another window of the seat may have changed it; one at a
/// time. Until the platform has taken it a star is pending, and what it did not take is not shown.
final class Favourites {
    static final int MOST = 500;

    private final Supplier<Optional<CameraUse>> use;
    private final Fx fx;
    private final Runnable changed;
    private Set<CameraId> kept = Set.of();
    private final Set<CameraId> pending = new HashSet<>();
    private final List<CameraId> waiting = new ArrayList<>();
    private Trouble trouble = Trouble.NONE;
    private boolean known;
    private boolean asking;

    /// What became of the last question or change.
    enum Trouble {
        NONE,
        /// There is no platform that answers, or none that keeps favourites.
        UNREACHABLE,
        REFUSED,
        FULL
    }

    /// `changed` is told when there is something else to show.
    Favourites(Supplier<Optional<CameraUse>> use, Fx fx, Runnable changed) {
        this.use = use;
        this.fx = fx;
        this.changed = changed;
    }

    Set<CameraId> kept() {
        return kept;
    }

    boolean isPending(CameraId id) {
        return pending.contains(id);
    }

    Trouble trouble() {
        return trouble;
    }

    /// Whether the platform has told them.
    boolean isKnown() {
        return known;
    }

    /// Asks for them; while a question is on its way, nothing.
    void load() {
        Optional<CameraUse> cameras = use.get();
        if (asking || cameras.isEmpty()) {
            return;
        }
        asking = true;
        var _ = cameras.get()
                .favourites()
                .whenComplete((found, _) -> fx.execute(() -> {
                    asking = false;
                    if (taken(found)) {
                        trouble = Trouble.NONE;
                    }
                    changed.run();
                    next();
                }));
    }

    /// Adds it or takes it away.
    void turn(CameraId id) {
        if (pending.add(id)) {
            waiting.add(id);
            changed.run();
            next();
        }
    }

    private void next() {
        if (asking || waiting.isEmpty()) {
            return;
        }
        CameraId id = waiting.removeFirst();
        boolean add = !kept.contains(id);
        Optional<CameraUse> cameras = use.get();
        if (cameras.isEmpty()) {
            done(id, new Found.Unreachable<>());
            return;
        }
        asking = true;
        CameraUse platform = cameras.get();
        var _ = platform.favourites()
                .thenCompose(found -> change(platform, found, id, add))
                .whenComplete((found, _) -> fx.execute(() -> {
                    asking = false;
                    done(id, found);
                }));
    }

    private static CompletableFuture<Found<List<CameraId>>> change(
            CameraUse platform, Found<List<CameraId>> found, CameraId id, boolean add) {
        if (!(found instanceof Found.Got<List<CameraId>>(List<CameraId> now))) {
            return CompletableFuture.completedFuture(found);
        }
        List<CameraId> wanted = new ArrayList<>(now);
        wanted.remove(id);
        if (add) {
            wanted.add(id);
        }
        return wanted.size() > MOST
                ? CompletableFuture.completedFuture(new Found.Refused<>(Trouble.FULL.name(), ""))
                : platform.keepFavourites(wanted);
    }

    private void done(CameraId id, @Nullable Found<List<CameraId>> found) {
        pending.remove(id);
        if (taken(found)) {
            trouble = Trouble.NONE;
        }
        changed.run();
        next();
    }

    private boolean taken(@Nullable Found<List<CameraId>> found) {
        switch (found) {
            case Found.Got<List<CameraId>>(List<CameraId> now) -> {
                kept = Set.copyOf(now);
                known = true;
                return true;
            }
            case Found.Refused<List<CameraId>>(String code, String _) ->
                trouble = code.equals(Trouble.FULL.name()) ? Trouble.FULL : Trouble.REFUSED;
            case Found.Unreachable<List<CameraId>> _ -> trouble = Trouble.UNREACHABLE;
            case null -> trouble = Trouble.UNREACHABLE;
        }
        return false;
    }
}
