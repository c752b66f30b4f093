package org.yiping.console.map;

import java.util.Map;

/// Where a map window's finished pictures go. Called on a worker thread, one call at a time, in order.
@FunctionalInterface
public interface FrameSink {
    /// A frame that is not whole lies over those before it.
    void ready(Frame frame);

    /// Whether it puts the tiles below each frame itself, as a graphics card does. Asked once, when the window
    /// opens.
    default boolean takesPieces() {
        return false;
    }

    /// The last frame is what would be drawn now as well: it shows these states of the live layers too.
    default void unchanged(Map<String, Long> states) {}
}
