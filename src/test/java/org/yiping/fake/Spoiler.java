package org.yiping.fake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Spoils bytes as bad wires, wrong programs and attackers do: a little, at seeded places. One thread.
public final class Spoiler {
    private static final int MOST_CHANGES = 4;
    private static final int LONGEST_PIECE = 40;
    private static final List<String> POISON = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "null",
            "true",
            "-1",
            "1e400",
            "NaN",
            "99999999999999999999",
            "0x10",
            "\\ud800",
            "\\",
            "\u0000",
            "\r\n",
            ";",
            "\uFEFF",
            "一",
            "<x>",
            "'",
            "../",
            "%00",
            "1969-12-31T23:59:60Z");

    private final Random random;

    public Spoiler(long seed) {
        random = new Random(seed);
    }

    public String spoil(String sound) {
        return new String(spoil(sound.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    public byte[] spoil(byte[] sound) {
        byte[] bytes = sound;
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int piece = Math.min(bytes.length - at, 1 + random.nextInt(LONGEST_PIECE));
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + LONGEST_PIECE);
        out.write(bytes, 0, at);
        switch (random.nextInt(6)) {
            case 0 -> out.write(bytes, at + piece, bytes.length - at - piece); // a piece is missing
            case 1 -> { // a piece comes twice
                out.write(bytes, at, piece);
                out.write(bytes, at, bytes.length - at);
            }
            case 2 -> { // something foreign is in it
                out.writeBytes(POISON.get(random.nextInt(POISON.size())).getBytes(StandardCharsets.UTF_8));
                out.write(bytes, at, bytes.length - at);
            }
            case 3 -> { // something foreign instead of a piece
                out.writeBytes(POISON.get(random.nextInt(POISON.size())).getBytes(StandardCharsets.UTF_8));
                out.write(bytes, at + piece, bytes.length - at - piece);
            }
            case 4 -> { // one bit is another
                if (at < bytes.length) {
                    out.write(bytes[at] ^ 1 << random.nextInt(8));
                    out.write(bytes, at + 1, bytes.length - at - 1);
                }
            }
            default -> {} // it ends early
        }
        return out.toByteArray();
    }
}
