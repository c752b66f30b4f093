package org.yiping.console.ui.camera;

/// In which pulses a window with camera pictures is painted anew. One thread; pure: every method is given the time of
/// the pulse in nanoseconds.
///
/// Without a graphics card each of them copies the whole window twice, however little of it is new. Many cameras have
/// something new in every pulse, so what comes within two pulses is painted at once, thirty times a second. Cameras
/// that send 25 or 30 pictures a second lose none by it; one that sends 50 loses every second one among others. A
/// picture that stands alone waits for nobody. The words around the pictures change with the next picture rather than
/// between two.
final class PicturePace {
    /// One pulse and a half: every second pulse in time, and every one of those that come late.
    private static final long TOGETHER_NANOS = 25_000_000;

    private static final long WORDS_EVERY_NANOS = 250_000_000;

    /// Where no picture comes; between two of the slowest camera that counts as live.
    private static final long WORDS_AT_LATEST_NANOS = 350_000_000;

    private long drawnAt;
    private long wordsAt;

    /// Whether pictures that have come are drawn now, where so many tiles may have one.
    boolean draws(long now, int tiles) {
        if (tiles > 1 && now - drawnAt < TOGETHER_NANOS) {
            return false;
        }
        drawnAt = now;
        return true;
    }

    /// Whether the words are written now, in a pulse that shows another picture or does not.
    boolean writes(long now, boolean pictured) {
        if (now - wordsAt < (pictured ? WORDS_EVERY_NANOS : WORDS_AT_LATEST_NANOS)) {
            return false;
        }
        wordsAt = now;
        return true;
    }
}
