package org.yiping.console.ui.shell;

/// A monitor as the desktop reports it: its place in pixels. Immutable; any thread.
///
/// A record of our own, so that placing windows is tested without a display.
public record Monitor(double x, double y, double width, double height) {
    boolean contains(double px, double py) {
        return px >= x && px < x + width && py >= y && py < y + height;
    }
}
