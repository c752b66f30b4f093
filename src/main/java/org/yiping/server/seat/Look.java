package org.yiping.server.seat;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.identity.PostCode;
import org.yiping.server.data.Scope;

/// What a seat needs to know of a case: who may see it, and which posts can take its next step. `revision` tells the
/// newer of two. Immutable; any thread.
public record Look(CaseId id, Scope scope, Set<PostCode> acting, long revision) {
    private static final String HAS = "has:";
    private static final String LACKS = "lacks:";

    public Look {
        acting = Set.copyOf(acting);
    }

    public static Look of(Case c, Workflow workflow, long revision) {
        Set<PostCode> acting = new HashSet<>();
        for (Workflow.Transition t : workflow.from(c.progress().state())) {
            if (!t.aside() && calledFor(t, c.progress().flags())) {
                acting.addAll(t.permission().posts());
            }
        }
        return new Look(c.id(), Scope.of(c), acting, revision);
    }

    /// What only a flagged case asks for, or only one without that flag.
    private static boolean calledFor(Workflow.Transition t, Collection<String> flags) {
        return t.permission().guards().stream()
                .allMatch(g -> g.startsWith(HAS)
                        ? flags.contains(g.substring(HAS.length()))
                        : !g.startsWith(LACKS) || !flags.contains(g.substring(LACKS.length())));
    }
}
