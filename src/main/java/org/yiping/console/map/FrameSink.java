package org.yiping.console.map;

/// Where a map window's finished pictures go. Called on a worker thread, one call at a time, in order.
@FunctionalInterface
public interface FrameSink {
    void ready(Frame frame);
}
