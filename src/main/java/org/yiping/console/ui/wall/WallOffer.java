package org.yiping.console.ui.wall;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene.Shown;

/// Something a desk can send to the wall: a scene over all of it, or a panel for a part. Immutable; any thread.
record WallOffer(
        String icon,
        String name,
        String note,
        @Nullable SceneId scene,
        @Nullable Shown panel) {
    /// How it is to stand there: why, for how long (0: until somebody takes it off), and whether nobody may
    /// replace it.
    record Terms(String reason, int seconds, boolean locked) {}

    WallOrder order(@Nullable Region region, Terms terms) {
        return new WallOrder(
                scene == null ? region : null,
                scene,
                panel,
                terms.reason(),
                terms.seconds() == 0 ? null : terms.seconds(),
                terms.locked() && terms.seconds() > 0);
    }
}
