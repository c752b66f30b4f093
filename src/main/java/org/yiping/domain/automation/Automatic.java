package org.yiping.domain.automation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What rules have to do with a case: which have announced something on it, each once for ever, and what one of
/// them is going to do now. Immutable; any thread.
public record Automatic(List<RuleId> spent, @Nullable Plan plan) {
    public static final Automatic NONE = new Automatic(List.of(), null);

    public Automatic {
        spent = List.copyOf(spent);
    }

    /// A rule that has announced something is spent, whatever becomes of it: what people undid stays undone.
    public Automatic planned(Plan next) {
        List<RuleId> all = new ArrayList<>(spent);
        all.add(next.rule());
        return new Automatic(all, next);
    }

    public Automatic with(@Nullable Plan next) {
        return new Automatic(spent, next);
    }
}
