package org.yiping.console.video;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;

/// A watch that never has a picture and can say why, and from when on another one may be worth asking for. Any thread.
record BlankWatch(Camera camera, FrameSize size, Supplier<Picture> says) implements Watch {
    @Override
    public Picture picture() {
        return says.get();
    }

    @Override
    public Optional<CameraStream> stream() {
        return Optional.empty();
    }

    @Override
    public long copy(IntBuffer target, long seen) {
        return seen;
    }

    @Override
    public boolean isTimed() {
        return false;
    }

    @Override
    public Optional<Tape> tape() {
        return Optional.empty();
    }

    @Override
    public boolean hold(boolean still) {
        return false;
    }

    @Override
    public boolean step() {
        return false;
    }

    @Override
    public void close() {}
}
