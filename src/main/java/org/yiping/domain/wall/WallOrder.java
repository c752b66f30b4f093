package org.yiping.domain.wall;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.wall.WallScene.Shown;

/// What a desk wants to stand on a wall (上大屏): a `scene` over all of it, or a `panel` in one `region` over
/// whatever scene stands; why, for how many `seconds` (absent: until somebody takes it away), and whether
/// nobody may put something else there meanwhile. Immutable; any thread.
public record WallOrder(
        @Nullable Region region,
        @Nullable SceneId scene,
        @Nullable Shown panel,
        String reason,
        @Nullable Integer seconds,
        boolean locked) {
    /// Longer than a shift nothing stays by itself.
    public static final int LONGEST_SECONDS = 12 * 3600;
    /// A reason is read on a wall, in one line.
    public static final int LONGEST_REASON = 120;

    public static WallOrder scene(SceneId id, String reason, @Nullable Integer seconds) {
        return new WallOrder(null, id, null, reason, seconds, false);
    }

    public static WallOrder panel(Region region, Shown panel, String reason, @Nullable Integer seconds) {
        return new WallOrder(region, null, panel, reason, seconds, false);
    }

    /// A scene over the whole wall or a panel in a region, and nothing between.
    public boolean whole() {
        return scene != null && panel == null && region == null;
    }

    public boolean sound() {
        return whole() || (scene == null && panel != null && region != null && region.fits());
    }

    /// Whether both cannot stand at once: two scenes, or two panels that want some of the same place. A panel
    /// stands over a scene and lets it be.
    public boolean meets(WallOrder o) {
        Region here = region;
        Region there = o.region;
        if (here == null || there == null) {
            return here == null && there == null;
        }
        return here.meets(there);
    }
}
