package org.yiping.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A form as browsers and apps send it (`application/x-www-form-urlencoded`, UTF-8). A field given empty is one not
/// given. Immutable; any thread.
final class Form {
    private final Map<String, List<String>> fields;

    private Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    static Form of(byte[] body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value = decoded(pair.substring(equals + 1)).strip();
                if (!value.isEmpty()) {
                    fields.computeIfAbsent(decoded(pair.substring(0, equals)), _ -> new ArrayList<>())
                            .add(value);
                }
            }
        }
        return new Form(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Fault.of("APP-4000");
        }
    }

    /// The first value of a field: no longer than that, and of no control characters but line breaks.
    Optional<String> text(String name, int longest) {
        List<String> values = fields.get(name);
        return values == null ? Optional.empty() : Optional.of(checked(name, values.getFirst(), longest));
    }

    /// Fields written `name[key]` or `name[key][]`, by key.
    Map<String, List<String>> keyed(String name, int longest) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        fields.forEach((field, values) -> {
            String plain = field.endsWith("[]") ? field.substring(0, field.length() - 2) : field;
            if (plain.startsWith(name + "[") && plain.endsWith("]")) {
                values.forEach(v -> checked(field, v, longest));
                found.computeIfAbsent(plain.substring(name.length() + 1, plain.length() - 1), _ -> new ArrayList<>())
                        .addAll(values);
            }
        });
        return found;
    }

    private static String checked(String name, String value, int longest) {
        if (value.length() > longest) {
            throw Fault.at("APP-4000", "/" + name, "too-long");
        }
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw Fault.at("APP-4000", "/" + name, "type");
        }
        return value;
    }
}
