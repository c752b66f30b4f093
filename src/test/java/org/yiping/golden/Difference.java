package org.yiping.golden;

import java.awt.image.BufferedImage;

/// How far two pictures of the same thing are apart. Immutable; any thread.
///
/// A pixel differs when one of its channels does by more than `CHANNEL`: less is how two machines round the edge of a
/// letter. Pictures differ when more than one in ten thousand pixels does: a moved line, a cut word or another
/// colour is far above it.
record Difference(int pixels, int area) {
    static final int CHANNEL = 24;
    private static final int IN_TEN_THOUSAND = 1;

    /// Pictures of different sizes differ everywhere.
    static Difference between(BufferedImage old, BufferedImage now) {
        int area = Math.max(old.getWidth() * old.getHeight(), now.getWidth() * now.getHeight());
        if (old.getWidth() != now.getWidth() || old.getHeight() != now.getHeight()) {
            return new Difference(area, area);
        }
        int count = 0;
        for (int y = 0; y < old.getHeight(); y++) {
            for (int x = 0; x < old.getWidth(); x++) {
                count += differs(old.getRGB(x, y), now.getRGB(x, y)) ? 1 : 0;
            }
        }
        return new Difference(count, area);
    }

    static boolean differs(int a, int b) {
        return distance(a >> 16, b >> 16) > CHANNEL || distance(a >> 8, b >> 8) > CHANNEL || distance(a, b) > CHANNEL;
    }

    private static int distance(int a, int b) {
        return Math.abs((a & 0xFF) - (b & 0xFF));
    }

    boolean tooMuch() {
        return pixels * 10_000L > (long) IN_TEN_THOUSAND * area;
    }
}
