package org.yiping.console.video;

/// Which of the four buffers of `Frames` is which: one is read, one or two are whole pictures that nobody has read yet,
/// and the rest is free to be written. Fits into one word, so that it changes all at once. Immutable.
///
/// Two may wait, because a window that shows many pictures looks every thirtieth of a second: of two that come
/// between two looks, the second would take the first one's place. A third takes the place of the oldest.
///
/// `older` is the one of two that is to be read first, `newest` the last that came; without any unread it is the one
/// that is read.
record Turns(int read, int older, int newest, int unread) {
    static final int BUFFERS = 4;
    static final Turns BEGINNING = new Turns(0, 0, 0, 0);

    static Turns of(int word) {
        return new Turns(word & 3, word >> 2 & 3, word >> 4 & 3, word >> 6 & 3);
    }

    int word() {
        return read | older << 2 | newest << 4 | unread << 6;
    }

    /// One that may be written: neither read nor waiting. It stays free whatever a reader does meanwhile.
    int free() {
        int free = 0;
        while (isTaken(free)) {
            free++;
        }
        return free;
    }

    boolean isTaken(int buffer) {
        return buffer == read || (unread > 0 && buffer == newest) || (unread > 1 && buffer == older);
    }

    /// A picture has been written there.
    Turns written(int buffer) {
        return new Turns(read, newest, buffer, Math.min(unread + 1, 2));
    }

    /// The picture whose turn it is has been taken to be read.
    Turns taken() {
        return unread < 2 ? newestTaken() : new Turns(older, older, newest, 1);
    }

    /// The newest has been taken, whatever waited before it.
    Turns newestTaken() {
        return new Turns(newest, newest, newest, 0);
    }
}
