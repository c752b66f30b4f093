package org.yiping.console.outbox;

import java.util.Arrays;

/// What is no picture in spite of its name: said at once, not by the platform after the upload. Stateless; any thread.
final class Pictures {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private Pictures() {}

    /// Whether it begins as what it is said to be; of what is no picture nothing is known here.
    static boolean fits(byte[] content, String mediaType) {
        return switch (mediaType) {
            case "image/jpeg" -> begins(content, JPEG);
            case "image/png" -> begins(content, PNG);
            default -> true;
        };
    }

    private static boolean begins(byte[] content, byte[] mark) {
        return content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }
}
