package org.yiping.domain.wall;

import java.util.List;

/// The newest picture of each window of a wall, as of a `revision`; who asks again since that is given only what is
/// newer. Immutable; any thread.
public record WallPictures(long revision, List<WallPicture> items) {
    public WallPictures {
        items = List.copyOf(items);
    }
}
