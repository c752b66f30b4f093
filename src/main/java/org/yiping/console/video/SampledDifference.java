package org.yiping.console.video;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// How much a picture differs from the one before, by a few of its pixels.
final class SampledDifference {
    /// Prime, so that the samples walk across the columns of every usual width.
    private static final int SAMPLES = 257;

    private SampledDifference() {}

    /// From 0 (the same at all samples) to 1: the root of the mean change of green, so that a small
    /// movement still shows beside a large one.
    static double of(MemorySegment before, MemorySegment picture, int pixels) {
        long sum = 0;
        long step = Math.max(1, pixels / SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            long at = i * step % pixels;
            sum += Math.abs(green(picture, at) - green(before, at));
        }
        return Math.min(1, Math.sqrt(sum / (double) SAMPLES / 64));
    }

    private static int green(MemorySegment picture, long at) {
        return picture.getAtIndex(ValueLayout.JAVA_INT, at) >> 8 & 0xFF;
    }
}
