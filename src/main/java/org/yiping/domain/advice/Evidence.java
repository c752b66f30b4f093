package org.yiping.domain.advice;

import java.util.List;

/// One reason for or against a proposal: an open code with its arguments, which a screen words, and what it adds to
/// the score. A note beside the proposals is evidence of weight 0. Immutable; any thread.
public record Evidence(String code, List<String> args, double weight) {
    public Evidence {
        args = List.copyOf(args);
    }

    /// Something that is said and does not count.
    public static Evidence note(String code, String... args) {
        return new Evidence(code, List.of(args), 0);
    }
}
