package org.yiping.domain.component;

/// A column of small whole numbers, each in as many bytes as the largest one needs, none if all are zero. Immutable;
/// any thread.
final class PackedInts {
    private final byte[] bytes;
    private final int width;
    private final int size;

    /// `bytes` is kept, lowest byte first, and never written to again.
    PackedInts(byte[] bytes, int width, int size) {
        if (width < 0 || width > Integer.BYTES || bytes.length != width * size) {
            throw new IllegalArgumentException("not a column of " + size + " numbers");
        }
        this.bytes = bytes;
        this.width = width;
        this.size = size;
    }

    /// The numbers at the places of `order`, in that order; none is negative.
    static PackedInts of(int[] values, int[] order) {
        int all = 0;
        for (int at : order) {
            all |= values[at];
        }
        int width = (Integer.SIZE - Integer.numberOfLeadingZeros(all) + Byte.SIZE - 1) / Byte.SIZE;
        byte[] bytes = new byte[width * order.length];
        int to = 0;
        for (int at : order) {
            int value = values[at];
            for (int i = 0; i < width; i++) {
                bytes[to++] = (byte) (value >>> (Byte.SIZE * i));
            }
        }
        return new PackedInts(bytes, width, order.length);
    }

    int get(int row) {
        int at = row * width;
        return switch (width) {
            case 0 -> 0;
            case 1 -> part(at, 0);
            case 2 -> part(at, 0) + part(at + 1, 8);
            case 3 -> part(at, 0) + part(at + 1, 8) + part(at + 2, 16);
            default -> part(at, 0) + part(at + 1, 8) + part(at + 2, 16) + part(at + 3, 24);
        };
    }

    private int part(int at, int shift) {
        return (bytes[at] & 0xFF) << shift;
    }

    int size() {
        return size;
    }

    int width() {
        return width;
    }

    /// Not to be written to.
    byte[] bytes() {
        return bytes;
    }
}
