package org.yiping.console.link;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One request, before anybody signed it. `path` starts at the server's root and is already encoded. Immutable.
record Call(String method, String path, Map<String, String> headers, byte @Nullable [] body) {
    static Call get(String path) {
        return new Call("GET", path, Map.of(), null);
    }

    static Call post(String path, byte[] body) {
        return new Call("POST", path, Map.of("Content-Type", "application/json"), body);
    }

    Call with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Call(method, path, more, body);
    }
}
