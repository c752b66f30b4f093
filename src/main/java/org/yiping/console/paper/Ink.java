package org.yiping.console.paper;

/// What stands on paper is black, grey or left white: many halls print without colour, and nothing may be lost by it.
public enum Ink {
    TEXT(0),
    MUTED(0.35),
    RULE(0.7),
    PAPER(1);

    private final double grey;

    Ink(double grey) {
        this.grey = grey;
    }

    /// From 0, black, to 1, the paper.
    public double grey() {
        return grey;
    }
}
