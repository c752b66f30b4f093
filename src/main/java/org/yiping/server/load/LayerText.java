package org.yiping.server.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.yiping.domain.geo.Layer;
import org.yiping.protocol.Json;
import org.yiping.server.data.LayerTable;

/// A layer as the text it is sent as: revision first, count last, so that a stream that was cut is noticed. Stateless.
public final class LayerText {
    private LayerText() {}

    /// Replaces the layer by these rows.
    public static void put(LayerTable table, Layer layer, List<?> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes, 1 << 16)) {
            line(out, "{\"revision\":" + layer.revision() + "}");
            for (Object row : rows) {
                line(out, "{\"row\":" + Json.mapper().writeValueAsString(row) + "}");
            }
            line(out, "{\"count\":" + rows.size() + "}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        table.put(layer, bytes.toByteArray());
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
