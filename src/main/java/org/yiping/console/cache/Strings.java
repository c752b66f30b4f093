package org.yiping.console.cache;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads strings, keeping one copy of each that repeats: categories, owners and property names of a layer
/// do, by the ten thousand. Confined to one read.
final class Strings {
    private final Map<String, String> known = new HashMap<>();

    static void write(@Nullable String text, DataOutput out) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    String read(DataInput in) throws IOException {
        String text = readOrNull(in);
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }

    @Nullable
    String readOrNull(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String shared(DataInput in) throws IOException {
        String text = read(in);
        return known.computeIfAbsent(text, t -> t);
    }
}
