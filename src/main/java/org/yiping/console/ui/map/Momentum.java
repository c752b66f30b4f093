package org.yiping.console.ui.map;

import java.util.ArrayDeque;
import java.util.Deque;

/// How a map that was let go in motion runs out (惯性): its speed is that of the drag's last moments and fades
/// exponentially. Knows no clock; times are in seconds, ways in pixels. One thread.
final class Momentum {
    /// What the hand did earlier does not count.
    private static final double MOMENT = 0.09;
    /// In this time the speed falls to a third.
    private static final double FADES = 0.32;

    private static final double LEAST_SPEED = 180;
    private static final double MOST_SPEED = 5000;

    private record Step(double at, double dx, double dy) {}

    /// So far the map has run.
    record Way(double dx, double dy, boolean over) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private double speedX;
    private double speedY;

    void press() {
        steps.clear();
        speedX = 0;
        speedY = 0;
    }

    void drag(double at, double dx, double dy) {
        steps.addLast(new Step(at, dx, dy));
        while (steps.getFirst().at < at - MOMENT) {
            steps.removeFirst();
        }
    }

    /// Whether the map runs on. A hand that rested before it let go meant to stop.
    boolean release(double at) {
        steps.removeIf(s -> s.at < at - MOMENT);
        if (steps.size() < 2) {
            return false;
        }
        double time = Math.max(at - steps.getFirst().at, MOMENT / 3);
        double dx = steps.stream().skip(1).mapToDouble(Step::dx).sum() / time;
        double dy = steps.stream().skip(1).mapToDouble(Step::dy).sum() / time;
        double speed = Math.hypot(dx, dy);
        if (speed < LEAST_SPEED) {
            return false;
        }
        double most = Math.min(1, MOST_SPEED / speed);
        speedX = dx * most;
        speedY = dy * most;
        return true;
    }

    /// So long after it was let go.
    Way after(double time) {
        double way = FADES * (1 - Math.exp(-time / FADES));
        boolean over = Math.hypot(speedX, speedY) * Math.exp(-time / FADES) < 12;
        return new Way(speedX * way, speedY * way, over);
    }
}
