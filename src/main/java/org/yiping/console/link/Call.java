package org.yiping.console.link;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One request, before anybody signed it. `path` starts at the server's root and is already encoded.
/// Immutable as long as nobody writes into `body`; no record, because an array has no equality.
final class Call {
    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;

    private Call(String method, String path, Map<String, String> headers, byte @Nullable [] body) {
        this.method = method;
        this.path = path;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    static Call get(String path) {
        return new Call("GET", path, Map.of(), null);
    }

    static Call delete(String path) {
        return new Call("DELETE", path, Map.of(), null);
    }

    static Call post(String path, byte[] body) {
        return new Call("POST", path, Map.of("Content-Type", "application/json"), body);
    }

    static Call put(String path, byte[] body) {
        return new Call("PUT", path, Map.of("Content-Type", "application/json"), body);
    }

    Call with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Call(method, path, more, body);
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }
}
