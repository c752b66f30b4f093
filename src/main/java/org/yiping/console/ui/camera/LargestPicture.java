package org.yiping.console.ui.camera;

import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.CameraStream;

/// Waits for one live picture of the largest stream a camera has (主码流), in that stream's own size: what a tile shows is
/// often the sub-stream's and as small as the tile. FX thread.
///
/// It is a stream of its own for a moment; what comes of it is told once.
final class LargestPicture {
    /// So many of the hall's seconds it is waited for: two to three seconds, whatever a clock says.
    static final int SECONDS = 3;

    private final Executor fx;
    private final Consumer<Optional<Watch>> done;
    private @Nullable Watch watch;
    private int seconds;
    private boolean over;

    /// `done` is given a watch whose picture is live, which is closed after it, or none.
    LargestPicture(Executor fx, Consumer<Optional<Watch>> done) {
        this.fx = fx;
        this.done = done;
    }

    /// In which size the largest stream is to be had; empty where what is shown is that already.
    static Optional<FrameSize> beyond(Watch shown) {
        return shown.camera().streams().stream()
                .max(Comparator.comparingInt(CameraStream::width)
                        .thenComparing(s -> s.grade().equals("main")))
                .filter(s -> s.width() >= 2 && s.height() >= 2)
                .map(s -> FrameSize.within(s, s.width(), s.height()))
                .filter(size -> shown.size().width() < size.width());
    }

    void begin(CameraPlayer player, Watch shown, FrameSize size) {
        watch = player.watch(shown.camera(), size, _ -> fx.execute(this::look));
        look(); // somebody may be watching it in that size
    }

    /// Once a second.
    void second() {
        look();
        seconds++;
        if (seconds >= SECONDS) {
            end(null);
        }
    }

    /// It is not waited for any longer.
    void giveUp() {
        end(null);
    }

    private void look() {
        Watch of = watch;
        if (over || of == null) {
            return;
        }
        switch (of.picture()) {
            case Picture.Live _ -> end(of);
            case Picture.Offline _, Picture.NoDecoder _ -> end(null);
            case Picture.Connecting _, Picture.Stalled _, Picture.Frozen _ -> {
                // its time is not over yet
            }
        }
    }

    private void end(@Nullable Watch came) {
        if (over) {
            return;
        }
        over = true;
        done.accept(Optional.ofNullable(came));
        Watch of = watch;
        if (of != null) {
            of.close();
        }
    }
}
