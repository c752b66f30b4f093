package org.yiping.console.video;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What fetches streams for the decoders of a process, each made when the first camera needs it. Any thread.
final class Readers {
    private final InstantSource clock;
    private @Nullable FfmpegReader ffmpeg;
    private @Nullable HttpReader http;

    Readers(InstantSource clock) {
        this.clock = clock;
    }

    InstantSource clock() {
        return clock;
    }

    synchronized FfmpegReader ffmpeg() {
        FfmpegReader there = ffmpeg;
        if (there == null) {
            there = new FfmpegReader();
            ffmpeg = there;
        }
        return there;
    }

    synchronized HttpReader http() {
        HttpReader there = http;
        if (there == null) {
            there = new HttpReader(this::ffmpeg);
            http = there;
        }
        return there;
    }
}
