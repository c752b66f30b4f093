package org.yiping.watch;

import java.io.IOException;
import java.util.List;

/// The program that is watched, as its watchdog sees it. Nothing here waits.
interface Kept {
    /// For who looks into a log.
    String name();

    /// How many frames it has said were painted.
    long beats();

    /// Whether it has said that its picture stands.
    boolean pictured();

    boolean alive();

    /// What it ended with, once it has.
    int status();

    /// Asks it to say what its threads do; the answer comes with its words, if it still can.
    void askThreads();

    /// Asks it to end in order.
    void end();

    void kill();

    /// What it said last, oldest first.
    List<String> words();

    /// What it answered to `askThreads`, empty where nothing came.
    List<String> threads();

    /// Starts one.
    @FunctionalInterface
    interface Launch {
        Kept start() throws IOException;
    }
}
