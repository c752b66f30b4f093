package org.yiping.console.ui.dispatch;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiping.console.outbox.Drafts;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow.Transition;

/// What is half written for the actions of the open case (草稿): neither Esc nor a crash loses it. FX thread.
final class CaseDrafts {
    private final Drafts drafts;
    private final Supplier<@Nullable CaseId> open;

    CaseDrafts(Drafts drafts, Supplier<@Nullable CaseId> open) {
        this.drafts = drafts;
        this.open = open;
    }

    /// What was written for this action before and not sent.
    Optional<Drafts.Draft> find(Transition transition) {
        CaseId id = open.get();
        return id == null ? Optional.empty() : drafts.find(id, part(transition));
    }

    void keep(Transition transition, String text) {
        CaseId id = open.get();
        if (id != null) {
            drafts.keep(id, part(transition), text);
        }
    }

    private static String part(Transition transition) {
        return Drafts.part(transition.action().value());
    }
}
