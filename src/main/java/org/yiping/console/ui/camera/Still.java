package org.yiping.console.ui.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.identity.Actor;

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

    /// What a picture says of itself.
    static Map<String, String> facts(Footage footage, Camera camera, @Nullable Actor operator) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Creation Time", footage.from().toString());
        facts.put("Clock", footage.clock());
        if (footage.clock().equals(Footage.SHOWN)) {
            facts.put("Time Uncertainty", "unknown");
        } else if (!footage.unsure().isZero()) {
            facts.put("Time Uncertainty", "±" + footage.unsure().toSeconds() + " s");
        }
        if (footage.pixels() != null) {
            facts.put("Stream", footage.pixels().stream());
            facts.put("Picture Size", footage.pixels().size());
        }
        facts.put("Camera", camera.id().value());
        facts.put("Camera Name", camera.name());
        facts.put("Simulated", Boolean.toString(camera.state().simulated()));
        if (operator != null) {
            facts.put("Operator", operator.person().value());
            facts.put("Seat", operator.seat().value());
        }
        String version = Still.class.getPackage().getImplementationVersion();
        facts.put("Software", version == null ? "Yiping" : "Yiping " + version);
        return facts;
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
