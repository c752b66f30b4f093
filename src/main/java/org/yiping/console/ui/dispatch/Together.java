package org.yiping.console.ui.dispatch;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.yiping.console.ui.Desk;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow.Transition;

/// Which of the marked cases an action of the open one is taken on as well (批量办理): those that this seat may move
/// in the same way, and where the words filled in mean the same. Stateless; any thread.
final class Together {
    /// These name something of one case alone.
    private static final Set<String> OF_ONE_CASE = Set.of("survivor", "place", "photos");
    /// These come from the class's own criteria.
    private static final Set<String> OF_ONE_CLASS = Set.of("criterion", "closing");

    private Together() {}

    static boolean fits(Transition transition) {
        // each caller is called by themselves
        return !transition.effect().does().contains("call-back")
                && transition.permission().needs().stream().noneMatch(OF_ONE_CASE::contains);
    }

    /// Without the open one, those with a command already on its way, and those the seat cannot see any more.
    static List<Case> others(Case open, Transition transition, Desk desk) {
        if (!fits(transition)) {
            return List.of();
        }
        boolean sameClass = transition.permission().needs().stream().anyMatch(OF_ONE_CLASS::contains);
        return desk.selection().marked().stream()
                .sorted(Comparator.comparing(CaseId::value))
                .filter(id -> !id.equals(open.id()) && desk.outbox().pending(id).isEmpty())
                .flatMap(id -> desk.stores().cases().find(id).stream())
                .filter(c -> !sameClass
                        || c.subject().classCode().equals(open.subject().classCode()))
                .filter(c -> DeskActions.of(c, desk).stream()
                        .anyMatch(a -> a.allowed()
                                && a.transition().action().equals(transition.action())
                                && a.transition()
                                        .permission()
                                        .needs()
                                        .equals(transition.permission().needs())))
                .toList();
    }
}
