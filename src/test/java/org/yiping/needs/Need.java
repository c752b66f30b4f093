package org.yiping.needs;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/// The one rule for a missing need: a desk skips, CI fails. A skipped gate in CI would be a gate nobody guards.
final class Need {
    private Need() {}

    static ConditionEvaluationResult judge(boolean met, String need, boolean ci) {
        if (met) {
            return ConditionEvaluationResult.enabled(need);
        }
        if (ci) {
            throw new AssertionError("CI must provide: " + need);
        }
        return ConditionEvaluationResult.disabled("skipped, needs " + need);
    }

    static boolean inCi() {
        String ci = System.getenv("CI");
        return ci != null && !ci.isBlank() && !ci.equals("false");
    }
}
