package org.yiping.server.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Problem;

/// What went wrong with a request: thrown wherever a route finds out, answered as a problem at the door. `code`
/// leads to the words in `server.properties`; its last four digits start with the HTTP status.
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Problem.FieldError> errors;
    private final @Nullable String current;
    private final @Nullable String last;
    private final int retryAfter;
    private final String said;

    private Fault(
            String code,
            List<Problem.FieldError> errors,
            @Nullable String current,
            @Nullable String last,
            int retryAfter,
            String said) {
        super(code, null, false, false);
        this.code = code;
        this.errors = errors;
        this.current = current;
        this.last = last;
        this.retryAfter = retryAfter;
        this.said = said;
    }

    static Fault of(String code) {
        return new Fault(code, List.of(), null, null, 0, "");
    }

    /// With the place in the request and the short code of what is wrong there.
    static Fault at(String code, String pointer, String what) {
        return new Fault(code, List.of(new Problem.FieldError(pointer, what, what)), null, null, 0, "");
    }

    Fault withCurrent(String row, @Nullable String record) {
        return new Fault(code, errors, row, record, retryAfter, said);
    }

    Fault retryAfter(int seconds) {
        return new Fault(code, errors, current, last, seconds, said);
    }

    /// With what stands for `{0}` in its words.
    Fault saying(String what) {
        return new Fault(code, errors, current, last, retryAfter, what);
    }

    String said() {
        return said;
    }

    String code() {
        return code;
    }

    int status() {
        return Integer.parseInt(code.substring(code.length() - 4, code.length() - 1));
    }

    List<Problem.FieldError> errors() {
        return errors;
    }

    /// The current row's JSON, where the request was outdated.
    @Nullable
    String current() {
        return current;
    }

    /// The last flow record's JSON, where the request was outdated: who did what.
    @Nullable
    String last() {
        return last;
    }

    int retryAfterSeconds() {
        return retryAfter;
    }
}
