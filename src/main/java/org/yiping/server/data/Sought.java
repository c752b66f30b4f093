package org.yiping.server.data;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// By what somebody looks for a case beyond how lists are filtered; absent parts do not matter. `from` and `until`
/// (exclusive) are about the report, `caller` is a phone number. Immutable; any thread.
public record Sought(
        @Nullable String classCode,
        @Nullable String number,
        @Nullable String caller,
        @Nullable Instant from,
        @Nullable Instant until) {
    public static final Sought ANY = new Sought(null, null, null, null, null);

    void restrict(List<String> where, List<@Nullable Object> args) {
        equal("class_code", classCode, where, args);
        equal("number", number, where, args);
        if (caller != null) {
            String handle = Callers.handle(caller);
            equal("caller", handle == null ? "" : handle, where, args);
        }
        if (from != null) {
            where.add("reported_ms >= ?");
            args.add(from.toEpochMilli());
        }
        if (until != null) {
            where.add("reported_ms < ?");
            args.add(until.toEpochMilli());
        }
    }

    private static void equal(String column, @Nullable String value, List<String> where, List<@Nullable Object> args) {
        if (value != null) {
            where.add(column + " = ?");
            args.add(value);
        }
    }
}
