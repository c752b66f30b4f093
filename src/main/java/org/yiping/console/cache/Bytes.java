package org.yiping.console.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/// A row's bytes being written or read: it grows, and counts and lengths take one byte where they are
/// small. Reading past the end throws IndexOutOfBoundsException. Confined to one row.
final class Bytes {
    private byte[] bytes;
    private int at;

    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] written() {
        return Arrays.copyOf(bytes, at);
    }

    void putByte(int value) {
        room(1);
        bytes[at++] = (byte) value;
    }

    void putInt(int value) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[at++] = (byte) (value >>> shift);
        }
    }

    void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    /// Not negative; seven bits a byte, the lowest first.
    void putCount(int value) {
        int rest = value;
        while (rest > 0x7f) {
            putByte((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        putByte(rest);
    }

    void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        putCount(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, at, utf8.length);
        at += utf8.length;
    }

    int getByte() {
        return bytes[at++];
    }

    int getInt() {
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            value = (value << 8) | (bytes[at++] & 0xff);
        }
        return value;
    }

    long getLong() {
        return ((long) getInt() << 32) | (getInt() & 0xffff_ffffL);
    }

    /// How many follow: never more than there are bytes left, for each takes at least one.
    int getSize() {
        int size = getCount();
        Objects.checkFromIndexSize(at, size, bytes.length);
        return size;
    }

    int getCount() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = bytes[at++];
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IndexOutOfBoundsException("a count without an end");
    }

    String getText() {
        int length = getSize();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private void room(int more) {
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
        }
    }
}
