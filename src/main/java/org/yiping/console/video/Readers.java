package org.yiping.console.video;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What fetches streams for the decoders of a process, each made when the first camera needs it. Any thread.
final class Readers {
    private final InstantSource clock;
    private @Nullable RtspReader rtsp;
    private @Nullable HttpReader http;

    Readers(InstantSource clock) {
        this.clock = clock;
    }

    InstantSource clock() {
        return clock;
    }

    synchronized RtspReader rtsp() {
        RtspReader there = rtsp;
        if (there == null) {
            there = new RtspReader();
            rtsp = there;
        }
        return there;
    }

    synchronized HttpReader http() {
        HttpReader there = http;
        if (there == null) {
            there = new HttpReader();
            http = there;
        }
        return there;
    }
}
