package org.yiping.server.report;

/// How far a report is, and whether it is still wanted. Any thread.
final class Progress {
    private volatile double share;
    private volatile boolean unwanted;
    private volatile boolean stopped;

    /// It is not wanted any more, or the platform stops.
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;

        Ended() {
            super("ended", null, false, false);
        }
    }

    double share() {
        return share;
    }

    void cancel() {
        unwanted = true;
    }

    /// The platform stops: it is made again after the next start.
    void stop() {
        stopped = true;
    }

    boolean isCancelled() {
        return unwanted;
    }

    /// From 0 to 1. Throws where it is to end.
    void reached(double part) {
        if (unwanted || stopped) {
            throw new Ended();
        }
        share = part;
    }
}
