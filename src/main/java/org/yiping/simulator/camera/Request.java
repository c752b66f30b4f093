package org.yiping.simulator.camera;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The little of an HTTP request that a stream needs: method, path and query. The rest of its head is read and left.
record Request(String method, String path, Map<String, String> query) {
    private static final int LONGEST_HEAD = 8_192;

    Request {
        query = Map.copyOf(query);
    }

    /// Empty when what came is no HTTP request or a head longer than 8 KiB.
    static Optional<Request> read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < LONGEST_HEAD && head.indexOf("\r\n\r\n") < 0) {
            byte[] some = new byte[1_024];
            int count = in.read(some);
            if (count < 0) {
                return Optional.empty();
            }
            head.append(new String(some, 0, count, StandardCharsets.ISO_8859_1));
        }
        int end = head.indexOf("\r\n");
        if (end < 0) {
            return Optional.empty();
        }
        String[] words = head.substring(0, end).split(" ", -1);
        return words.length == 3 ? of(words[0], words[1]) : Optional.empty();
    }

    private static Optional<Request> of(String method, String target) {
        try {
            URI uri = new URI(target);
            Map<String, String> query = new HashMap<>();
            if (uri.getQuery() != null) {
                for (String pair : uri.getQuery().split("&", -1)) {
                    int equals = pair.indexOf('=');
                    query.put(
                            equals < 0 ? pair : pair.substring(0, equals),
                            equals < 0 ? "" : pair.substring(equals + 1));
                }
            }
            return uri.getPath() == null ? Optional.empty() : Optional.of(new Request(method, uri.getPath(), query));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// A whole number of the query within the bounds, or what stands in for it.
    int number(String key, int otherwise, int most) {
        String text = query.getOrDefault(key, "");
        return text.matches("\\d{1,6}") ? Math.min(most, Integer.parseInt(text)) : otherwise;
    }
}
