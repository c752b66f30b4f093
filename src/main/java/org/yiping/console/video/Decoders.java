package org.yiping.console.video;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;

/// Where decoders come from, and the memory they write into.
interface Decoders {
    Decoder create();

    /// Memory for pictures of this size; the caller closes it. An exception when there is no room for it.
    Frames frames(FrameSize size) throws IOException;

    /// What will be kept of the stream that is decoded into these frames, and was of the same camera just before; of a
    /// recording, which is of no camera's present, `of` is absent. Empty where nothing is kept.
    default Optional<Tape> tape(Frames frames, @Nullable CameraId of) {
        return Optional.empty();
    }

    /// No more comes. It is forgotten once it is older than what anybody asks for.
    default void close(Tape tape) {}

    /// Called when all decoders have been released, on any thread.
    void close();
}
