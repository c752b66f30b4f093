package org.yiping.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An error answer (RFC 9457) of media type `application/problem+json`. `code` leads to the log and to the help
/// text, e.g. CAS-4091; where a command was outdated `current` is the row as it is now and `last` the flow
/// record that made it so: who did what. Immutable; any thread.
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable List<FieldError> errors,
        @Nullable String traceId,
        @Nullable JsonNode current,
        @Nullable JsonNode last) {
    public Problem(
            String type,
            String title,
            int status,
            String detail,
            String code,
            @Nullable List<FieldError> errors,
            @Nullable String traceId,
            @Nullable JsonNode current) {
        this(type, title, status, detail, code, errors, traceId, current, null);
    }

    /// `pointer` is a JSON pointer into the request.
    public record FieldError(String pointer, String code, String detail) {}
}
