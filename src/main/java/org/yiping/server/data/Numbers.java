package org.yiping.server.data;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Ascending numbers as bytes: the steps between them, seven bits a byte. Stateless; any thread.
final class Numbers {
    private Numbers() {}

    static byte[] pack(long[] ascending) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(ascending.length + 16);
        long before = 0;
        for (long number : ascending) {
            long step = number - before;
            while (step >= 0x80) {
                out.write((int) ((step & 0x7f) | 0x80));
                step >>>= 7;
            }
            out.write((int) step);
            before = number;
        }
        return out.toByteArray();
    }

    static long[] unpack(byte[] packed) {
        long[] numbers = new long[packed.length];
        int count = 0;
        long number = 0;
        long step = 0;
        int shift = 0;
        for (byte b : packed) {
            step |= (long) (b & 0x7f) << shift;
            shift += 7;
            if (b >= 0) {
                number += step;
                numbers[count++] = number;
                step = 0;
                shift = 0;
            }
        }
        return Arrays.copyOf(numbers, count);
    }
}
