package org.yiping;

/// What a watched program and its watchdog agree on: where the watchdog keeps its things, and the lines by which a
/// program says on standard output that it lives.
///
/// A pipe and no file: it does not fill up with a disk, and its end tells the end of whoever wrote into it.
public final class Heartbeat {
    /// Names the watchdog's folder in the environment of what it watches; not there where nobody watches.
    public static final String FOLDER = "YIPING_WATCH";

    /// A frame was painted since the last such line.
    public static final String BEAT = "beat";

    /// Said once: what the windows are there for stands in them.
    public static final String PICTURE = "picture";

    /// Where a program leaves pictures of its windows from time to time, in the watchdog's folder.
    public static final String FRAMES = "frames";

    private Heartbeat() {}
}
