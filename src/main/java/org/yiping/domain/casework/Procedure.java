package org.yiping.domain.casework;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.catalogue.SopStep;

/// How far a case is with the steps of its class (处置步骤): which are open, and which an action still waits for. The
/// platform decides by it and a console tells by it. Stateless; any thread.
public final class Procedure {
    private Procedure() {}

    /// Steps that should have been done before this action and are not.
    public static List<SopStep> open(Case c, List<SopStep> steps, Transition action, Workflow workflow) {
        Set<String> done = c.progress().done().stream().map(Tick::step).collect(Collectors.toSet());
        return steps.stream()
                .filter(s -> !done.contains(s.id()) && isDue(s, action, workflow))
                .toList();
    }

    private static boolean isDue(SopStep step, Transition action, Workflow workflow) {
        return step.before() == null
                ? workflow.ending(action.to()) == Workflow.Ending.CLOSED
                : step.before().equals(action.action());
    }
}
