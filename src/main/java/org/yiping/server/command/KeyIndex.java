package org.yiping.server.command;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// Where each remembered key stands in the table of answers: 16 bytes a key instead of an index that would make every
/// command rewrite a random page on disk. Keys that share a hash are kept apart by name. One thread.
final class KeyIndex {
    private static final long EMPTY = 0;

    private long[] hashes = new long[1 << 10];
    private long[] places = new long[1 << 10];
    private int size;
    private final Map<String, Long> clashing = new HashMap<>();

    /// The place of a key, or of another with the same hash: the caller compares the names.
    OptionalLong find(String key) {
        Long apart = clashing.get(key);
        if (apart != null) {
            return OptionalLong.of(apart);
        }
        int slot = slot(hash(key));
        return hashes[slot] == EMPTY ? OptionalLong.empty() : OptionalLong.of(places[slot]);
    }

    void add(String key, long place) {
        long hash = hash(key);
        int slot = slot(hash);
        if (hashes[slot] != EMPTY) {
            clashing.put(key, place);
            return;
        }
        hashes[slot] = hash;
        places[slot] = place;
        size++;
        if (size * 2 > hashes.length) {
            grow();
        }
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldPlaces = places;
        hashes = new long[oldHashes.length * 2];
        places = new long[oldHashes.length * 2];
        Arrays.fill(hashes, EMPTY);
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != EMPTY) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                places[slot] = oldPlaces[i];
            }
        }
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (hashes[slot] != EMPTY && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /// 64 bits of FNV-1a, stirred; never the mark of an empty slot.
    private static long hash(String key) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            h = (h ^ key.charAt(i)) * 0x100000001b3L;
        }
        h ^= h >>> 33;
        h *= 0xff51afd7ed558ccdL;
        h ^= h >>> 33;
        return h == EMPTY ? 1 : h;
    }
}
