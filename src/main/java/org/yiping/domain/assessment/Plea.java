package org.yiping.domain.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;

/// What is said with a step of an assessment: why, of an appeal whose score and which of its cases, of a decision which
/// appeal and whether it is upheld. Immutable; any thread.
public record Plea(
        String reason,
        @Nullable String object,
        @Nullable List<CaseId> cases,
        @Nullable Integer appeal,
        @Nullable Boolean upheld) {
    public Plea {
        cases = cases == null ? null : List.copyOf(cases);
    }

    public static Plea of(String reason) {
        return new Plea(reason, null, null, null, null);
    }

    public static Plea appeal(String object, List<CaseId> cases, String reason) {
        return new Plea(reason, object, cases, null, null);
    }

    public static Plea decision(int appeal, boolean upheld, String reason) {
        return new Plea(reason, null, null, appeal, upheld);
    }

    /// The cases it names; none where it names none.
    public List<CaseId> named() {
        return cases == null ? List.of() : cases;
    }
}
