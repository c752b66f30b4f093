package org.yiping.console.video;

import java.nio.IntBuffer;
import java.util.Arrays;

/// The newest picture of a decode, in two buffers: the decoder writes one while readers copy the other, and a finished
/// picture is published by swapping them. One writer, any number of readers, any thread.
final class Frames {
    private static final int OPAQUE = 0xFF000000;

    /// Prime, so that the samples walk across the columns of every usual width.
    private static final int SAMPLES = 257;

    private final Object swap = new Object();
    private int[] front;
    private int[] back;
    private long sequence;
    private final int[] sample = new int[SAMPLES];

    /// A change that no sample saw.
    private static final double LEAST = 0.005;

    /// What a picture is against the one before; `difference` from 0 (same at all samples) to 1.
    record Change(boolean isNew, double difference) {}

    Frames(FrameSize size) {
        front = new int[size.pixels()];
        back = new int[size.pixels()];
    }

    /// Takes a picture from the decoder, whose buffer is free again when this returns.
    Change publish(IntBuffer pixels) {
        pixels.get(0, back);
        if ((back[0] & OPAQUE) != OPAQUE) {
            // Some converters leave the unused byte empty, and an empty alpha would show nothing.
            for (int i = 0; i < back.length; i++) {
                back[i] |= OPAQUE;
            }
        }
        double difference = sampleDifference();
        // Equal samples may hide a small movement; only then is every pixel worth a look.
        if (sequence > 0 && difference == 0 && Arrays.equals(front, back)) {
            return new Change(false, 0);
        }
        synchronized (swap) {
            int[] written = back;
            back = front;
            front = written;
            sequence++;
        }
        return new Change(true, Math.max(difference, LEAST));
    }

    long copy(IntBuffer target, long seen) {
        synchronized (swap) {
            if (sequence <= seen) {
                return seen;
            }
            target.put(0, front);
            return sequence;
        }
    }

    /// The root of the mean change of green, so that a small movement still shows beside a large one.
    private double sampleDifference() {
        long sum = 0;
        long step = Math.max(1, back.length / SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            int green = (back[(int) (i * step % back.length)] >> 8) & 0xFF;
            sum += Math.abs(green - sample[i]);
            sample[i] = green;
        }
        return Math.min(1, Math.sqrt(sum / (double) SAMPLES / 64));
    }
}
