package org.yiping.simulator.play;

/// How a run is played. `speed` divides all waiting times but the movement's; `run` is new for every run, so that ids
/// of two runs never meet on one server; the same seed and the same events give the same decisions. Immutable.
public record Settings(long seed, double speed, Seats seats, int backlog, String run) {
    /// Who does the work of acceptors, duty leaders and dispatchers.
    public enum Seats {
        /// The simulator, all of it.
        AUTO,
        /// The simulator most of it, people what it leaves for a while.
        SHARED,
        /// People alone, once the backlog stands.
        HUMAN
    }
}
