package org.yiping.simulator.camera.draw;

/// One street scene that repeats after a loop. `loop` runs from 0 to 1: whatever moves must be back where it began
/// at 1, because the last picture of a clip is followed by its first.
record Scene(String name, Painter painter) {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;

    @FunctionalInterface
    interface Painter {
        void paint(Brush brush, double loop);
    }
}
