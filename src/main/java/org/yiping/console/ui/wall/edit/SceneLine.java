package org.yiping.console.ui.wall.edit;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallEdition;
import org.yiping.domain.wall.WallScene;

/// A scene in the editor's list, as the hand has made it by now; `edition` says who saved it where a desk did.
/// Immutable; any thread.
record SceneLine(
        SceneId id,
        WallScene scene,
        Origin origin,
        boolean changed,
        @Nullable WallEdition edition) {
    /// Where what stands is from.
    enum Origin {
        SHIPPED,
        CITY,
        DESK,
        NEW
    }
}
