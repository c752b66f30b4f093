package org.yiping.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;

/// What a route answers. Immutable; any thread.
sealed interface Reply {
    /// A finished body; `tag` is its ETag, if it has one.
    @SuppressWarnings("ArrayRecordComponent") // made here, written once, compared by nobody
    record Body(
            int status,
            String mediaType,
            byte[] content,
            @Nullable String tag) implements Reply {}

    record Empty(int status) implements Reply {}

    /// Rows streamed as they are read. `gzipped` streams are compressed already.
    record Stream(@Nullable String tag, boolean gzipped, Writer writer) implements Reply {}

    /// A large file of another kind than rows.
    record Download(String mediaType, Writer writer) implements Reply {}

    interface Writer {
        void to(OutputStream out) throws IOException;
    }

    static Reply json(Object value) {
        return new Body(200, "application/json", Json.mapper().writeValueAsBytes(value), null);
    }

    static Reply text(String json, @Nullable String tag) {
        return new Body(200, "application/json", json.getBytes(StandardCharsets.UTF_8), tag);
    }
}
