package org.yiping.server.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads what a JPEG or PNG says of itself: without drawing it, because a picture made to burst a decoder must be
/// refused by what never decodes. Stateless; any thread.
public final class PictureHeader {
    private static final long PNG = 0x89504E470D0A1A0AL;
    /// Larger in either direction is no photo of a street.
    private static final int LARGEST_SIDE = 16_384;

    private PictureHeader() {}

    public record Facts(String mediaType, int width, int height) {}

    /// Empty where the content is neither, is cut short, or claims a size no photo has.
    public static Optional<Facts> read(byte[] content) {
        Optional<Facts> facts =
                content.length > 32 && ByteBuffer.wrap(content).getLong() == PNG ? png(content) : jpeg(content);
        return facts.filter(
                f -> f.width() > 0 && f.height() > 0 && f.width() <= LARGEST_SIDE && f.height() <= LARGEST_SIDE);
    }

    private static Optional<Facts> png(byte[] content) {
        String last = new String(content, content.length - 8, 4, StandardCharsets.US_ASCII);
        ByteBuffer b = ByteBuffer.wrap(content);
        boolean whole = last.equals("IEND") && new String(content, 12, 4, StandardCharsets.US_ASCII).equals("IHDR");
        return whole ? Optional.of(new Facts("image/png", b.getInt(16), b.getInt(20))) : Optional.empty();
    }

    private static Optional<Facts> jpeg(byte[] c) {
        if (c.length < 16 || u8(c, 0) != 0xFF || u8(c, 1) != 0xD8 || !endsLikeJpeg(c)) {
            return Optional.empty();
        }
        int at = 2;
        while (at + 9 < c.length && u8(c, at) == 0xFF) {
            int marker = u8(c, at + 1);
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return Optional.of(new Facts("image/jpeg", u16(c, at + 7), u16(c, at + 5)));
            }
            if (marker == 0xDA) {
                return Optional.empty();
            }
            at += 2 + u16(c, at + 2);
        }
        return Optional.empty();
    }

    /// Some cameras fill up behind the end mark.
    private static boolean endsLikeJpeg(byte[] c) {
        for (int at = c.length - 2; at >= Math.max(0, c.length - 512); at--) {
            if (u8(c, at) == 0xFF && u8(c, at + 1) == 0xD9) {
                return true;
            }
        }
        return false;
    }

    private static int u8(byte[] c, int at) {
        return c[at] & 0xFF;
    }

    private static int u16(byte[] c, int at) {
        return u8(c, at) << 8 | u8(c, at + 1);
    }
}
