package org.yiping.console.ui.dispatch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Me;
import org.yiping.console.ui.Desk;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PostCode;

/// What this seat may do with a case, in the workflow's order, the refused with their reason. Stateless; any thread.
///
/// The console answers at once from the city's own rules, offline too; the platform decides again when the command
/// arrives. A guard this version does not know closes the action here, as it does there.
final class DeskActions {
    private DeskActions() {}

    /// One action; `refusal` is absent where it is allowed.
    record DeskAction(Transition transition, @Nullable Refusal refusal) {
        boolean allowed() {
            return refusal == null;
        }
    }

    /// Why not.
    sealed interface Refusal {}

    /// Only these posts may.
    record OtherPosts(List<PostCode> posts) implements Refusal {}

    /// Only who has the case now.
    record NotHandler() implements Refusal {}

    /// Only the department that has the case.
    record NotDepartment() implements Refusal {}

    /// A rule of a newer workflow.
    record UnknownRule(String guard) implements Refusal {}

    static List<DeskAction> of(Case value, Desk desk) {
        Optional<CityFacts> city = desk.city();
        Optional<Me> me = desk.me();
        if (city.isEmpty() || me.isEmpty()) {
            return List.of();
        }
        Workflow workflow = city.get().rules().workflow();
        return workflow.from(value.progress().state()).stream()
                .map(t -> new DeskAction(t, refusal(value, t, me.get(), desk)))
                .sorted(java.util.Comparator.comparing(a -> !a.allowed()))
                .toList();
    }

    private static @Nullable Refusal refusal(Case value, Transition transition, Me me, Desk desk) {
        if (!transition.permission().posts().contains(me.actor().post())) {
            return new OtherPosts(transition.permission().posts());
        }
        for (String guard : transition.permission().guards()) {
            Refusal refusal = switch (guard) {
                case "handler" -> me.actor().person().equals(value.progress().handler()) ? null : new NotHandler();
                case "department" -> inDepartment(value, me, desk) ? null : new NotDepartment();
                default -> new UnknownRule(guard);
            };
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static boolean inDepartment(Case value, Me me, Desk desk) {
        return desk.stores()
                .people()
                .find(me.actor().person())
                .map(Person::department)
                .map(d -> d.equals(value.progress().department()))
                .orElse(false);
    }
}
