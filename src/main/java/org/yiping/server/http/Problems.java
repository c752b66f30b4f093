package org.yiping.server.http;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;
import org.yiping.protocol.Problem;
import tools.jackson.databind.JsonNode;

/// Words a fault as a problem (RFC 9457) in the caller's language: Chinese unless English is asked for first.
/// Any thread.
final class Problems {
    private static final String BUNDLE = "org.yiping.i18n.server";

    private Problems() {}

    static Problem problem(Fault fault, Locale language, String traceId) {
        ResourceBundle words = words(language);
        List<Problem.FieldError> errors = fault.errors().stream()
                .map(e ->
                        new Problem.FieldError(e.pointer(), e.code(), word(words, "field." + stem(e.code()), e.code())))
                .toList();
        return new Problem(
                "/problems/" + fault.code().toLowerCase(Locale.ROOT),
                word(words, fault.code() + ".title", fault.code()),
                fault.status(),
                word(words, fault.code() + ".detail", fault.code()).replace("{0}", fault.said()),
                fault.code(),
                errors.isEmpty() ? null : errors,
                traceId,
                tree(fault.current()),
                tree(fault.last()));
    }

    private static @Nullable JsonNode tree(@Nullable String json) {
        return json == null ? null : Json.mapper().readTree(json);
    }

    static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// The first language asked for decides.
    static Locale language(String acceptLanguage) {
        return acceptLanguage.strip().toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.ROOT;
    }

    /// A guard's code without its parameters.
    private static String stem(String code) {
        int colon = code.indexOf(':');
        return colon < 0 ? code : code.substring(0, colon);
    }

    private static String word(ResourceBundle words, String key, String otherwise) {
        try {
            return words.getString(key);
        } catch (MissingResourceException e) {
            return otherwise;
        }
    }
}
