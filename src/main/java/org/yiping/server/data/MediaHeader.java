package org.yiping.server.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a file is by its own bytes, whatever its name or its sender says: photo, sound or film, whole and not larger
/// than its kind may be. It is walked along its own structure and never decoded. Stateless; any thread.
final class MediaHeader {
    private static final long LARGEST_PHOTO = 20L << 20;
    private static final long LARGEST_SOUND = 20L << 20;
    private static final long LARGEST_FILM = 200L << 20;
    private static final int HEAD = 64;
    private static final int PACKET = 188;
    private static final long PACKETS_AT_ONCE = 1_024;
    private static final byte SYNC = 0x47;

    private MediaHeader() {}

    /// The largest of all kinds.
    static long largest() {
        return LARGEST_FILM;
    }

    /// Empty where it is none of what a case may hold, is cut short, or is too large for its kind.
    static Optional<PictureHeader.Facts> read(Path file) throws IOException {
        long size = Files.size(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = at(channel, 0, HEAD);
            int first = head.remaining() < 4 ? 0 : head.getInt(0);
            boolean photo = first == 0x89504E47 || (first >>> 16) == 0xFFD8;
            if (photo) {
                return size > LARGEST_PHOTO ? Optional.empty() : PictureHeader.read(Files.readAllBytes(file));
            }
            String type = type(channel, head, size);
            if (type == null || size > (type.startsWith("video/") ? LARGEST_FILM : LARGEST_SOUND)) {
                return Optional.empty();
            }
            return Optional.of(new PictureHeader.Facts(type, 0, 0));
        }
    }

    private static @Nullable String type(FileChannel channel, ByteBuffer head, long size) throws IOException {
        String text = text(head, 0, head.remaining());
        if (text.length() < 16) {
            return null;
        }
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            long said = Integer.toUnsignedLong(Integer.reverseBytes(head.getInt(4))) + 8;
            return said == size || said + 1 == size ? "audio/wav" : null;
        }
        if (text.startsWith("ftyp", 4)) {
            return isWholeMp4(channel, size) ? (text.startsWith("M4A", 8) ? "audio/mp4" : "video/mp4") : null;
        }
        if (text.startsWith("OggS")) {
            boolean sound = text.contains("OpusHead") || text.contains("\u0001vorbis");
            return sound && isWholeOgg(channel, size) ? "audio/ogg" : null;
        }
        if (text.charAt(0) == SYNC && isWholeTransportStream(channel, size)) {
            return "video/mp2t";
        }
        if (head.getInt(0) == 0x1A45DFA3) {
            return text.contains("webm") ? "video/webm" : null;
        }
        return isMp3(channel, head, text) ? "audio/mpeg" : null;
    }

    /// Boxes that end exactly where the file does, one of them the index a player needs.
    private static boolean isWholeMp4(FileChannel channel, long size) throws IOException {
        boolean index = false;
        long at = 0;
        while (at + 8 <= size) {
            ByteBuffer box = at(channel, at, 16);
            if (box.remaining() < 8) {
                return false;
            }
            long length = Integer.toUnsignedLong(box.getInt(0));
            String name = text(box, 4, 4);
            if (length == 1 && box.remaining() == 16) {
                length = box.getLong(8);
            }
            index |= name.equals("moov");
            if (length < 8) {
                return false;
            }
            at += length;
        }
        return index && at == size;
    }

    /// Packets of one length, each with its mark, up to the very end (ISO/IEC 13818-1, 2.4.3.2).
    private static boolean isWholeTransportStream(FileChannel channel, long size) throws IOException {
        if (size % PACKET != 0) {
            return false;
        }
        for (long at = 0; at < size; at += PACKETS_AT_ONCE * PACKET) {
            ByteBuffer some = at(channel, at, (int) Math.min(PACKETS_AT_ONCE * PACKET, size - at));
            for (int i = 0; i < some.remaining(); i += PACKET) {
                if (some.get(i) != SYNC) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Pages that follow each other to the very end.
    private static boolean isWholeOgg(FileChannel channel, long size) throws IOException {
        long at = 0;
        while (at < size) {
            ByteBuffer page = at(channel, at, 27 + 255);
            if (page.remaining() < 27 || page.getInt(0) != 0x4F676753) {
                return false;
            }
            int segments = page.get(26) & 0xFF;
            if (page.remaining() < 27 + segments) {
                return false;
            }
            long length = 27L + segments;
            for (int i = 0; i < segments; i++) {
                length += page.get(27 + i) & 0xFF;
            }
            at += length;
        }
        return at == size;
    }

    /// A frame behind the tag, if there is one.
    private static boolean isMp3(FileChannel channel, ByteBuffer head, String text) throws IOException {
        long at = 0;
        if (text.startsWith("ID3")) {
            for (int i = 6; i < 10; i++) {
                at = (at << 7) | (head.get(i) & 0x7F);
            }
            at += 10;
        }
        ByteBuffer frame = at(channel, at, 4);
        if (frame.remaining() < 4) {
            return false;
        }
        int word = frame.getInt(0);
        boolean sync = (word & 0xFFE00000) == 0xFFE00000;
        boolean layerThree = (word >> 17 & 3) == 1;
        boolean rates = (word >> 12 & 15) != 15 && (word >> 12 & 15) != 0 && (word >> 10 & 3) != 3;
        return sync && layerThree && rates;
    }

    private static String text(ByteBuffer bytes, int from, int length) {
        byte[] some = new byte[length];
        bytes.get(from, some);
        return new String(some, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer at(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
            // until it is full or the file ends
        }
        return buffer.flip();
    }
}
