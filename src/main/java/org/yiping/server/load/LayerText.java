package org.yiping.server.load;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.yiping.domain.geo.Layer;
import org.yiping.protocol.Json;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Scope;

/// A layer as the text it is sent as: revision first, count last, so that a stream that was cut is noticed. Stateless.
public final class LayerText {
    private LayerText() {}

    /// Replaces the layer by these rows from an instant on.
    public static void put(LayerTable table, Layer layer, List<?> rows, Instant at) {
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
        table.put(layer, bytes.toByteArray(), at);
    }

    /// The rows of a layer that lie within somebody's reach; a row without an area lies in everybody's.
    public static void part(LayerTable table, String name, Reach reach, OutputStream out) throws IOException {
        long count = 0;
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(table.open(name), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("{\"revision\":")) {
                    line(out, line);
                } else if (line.startsWith("{\"row\":")) {
                    String area = Json.mapper().readTree(line).at("/row/area").stringValue(null);
                    if (reach.sees(new Scope(area, null))) {
                        line(out, line);
                        count++;
                    }
                }
            }
        }
        line(out, "{\"count\":" + count + "}");
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
