package org.yiping.paper;

/// What stands on paper is black, grey or left white: many halls print without colour, and nothing may be lost by it.
public enum Ink {
    TEXT(0),
    MUTED(0.35),
    RULE(0.7),
    FAINT(0.94),
    PAPER(1),
    /// From little to much, each told from its neighbours in print.
    SHADE_1(0.9),
    SHADE_2(0.75),
    SHADE_3(0.58),
    SHADE_4(0.4),
    SHADE_5(0.2);

    private final double grey;

    Ink(double grey) {
        this.grey = grey;
    }

    /// From 0, black, to 1, the paper.
    public double grey() {
        return grey;
    }
}
