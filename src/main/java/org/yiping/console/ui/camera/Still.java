package org.yiping.console.ui.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// A decoded picture as a PNG that says of itself when, by which camera and by whom it was taken (PNG, 11.3.4.5 iTXt).
/// Stateless; any thread but the user interface's.
final class Still {
    /// Signature and header, which come first.
    private static final int HEAD = 8 + 12 + 13;

    private Still() {}

    static byte[] png(int[] argb, int width, int height, Map<String, String> facts) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", plain)) {
            throw new IOException("no PNG writer");
        }
        byte[] bytes = plain.toByteArray();
        ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length + 1_024);
        all.write(bytes, 0, HEAD);
        facts.forEach((key, value) -> all.writeBytes(text(key, value)));
        all.write(bytes, HEAD, bytes.length - HEAD);
        return all.toByteArray();
    }

    /// Neither compressed nor in any language named.
    private static byte[] text(String key, String value) {
        byte[] name = key.getBytes(StandardCharsets.ISO_8859_1);
        byte[] words = value.getBytes(StandardCharsets.UTF_8);
        int length = name.length + 5 + words.length;
        ByteBuffer chunk = ByteBuffer.allocate(12 + length).putInt(length);
        chunk.put("iTXt".getBytes(StandardCharsets.US_ASCII))
                .put(name)
                .put(new byte[5])
                .put(words);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + length);
        return chunk.putInt((int) sum.getValue()).array();
    }
}
