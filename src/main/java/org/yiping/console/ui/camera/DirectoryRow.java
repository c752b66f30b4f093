package org.yiping.console.ui.camera;

import org.yiping.domain.camera.Camera;

/// One row of the camera directory (设备目录). Immutable; any thread.
sealed interface DirectoryRow {
    /// The same for the same thing in two listings; a favourite stands in two places.
    String key();

    /// An area, a group or a kind, with how many of its cameras are online.
    record Branch(String key, String name, int depth, long online, long all, boolean open) implements DirectoryRow {}

    /// A camera; `viewed` says whether this post may see its picture.
    record Leaf(String key, Camera camera, int depth, boolean favourite, boolean viewed) implements DirectoryRow {}
}
