package org.yiping.console.ui.dispatch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Me;
import org.yiping.console.ui.Desk;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Guards;
import org.yiping.domain.casework.Procedure;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.catalogue.SopStep;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.shift.Seat;

/// What this seat may do with a case, in the workflow's order, the refused with their reason. Stateless; any
/// thread.
///
/// The console answers at once from the city's own rules, offline too; the platform decides again when the
/// command arrives. A guard this version does not know closes the action here, as it does there.
final class DeskActions {
    private DeskActions() {}

    /// One action; `refusal` is absent where it is allowed.
    record DeskAction(Transition transition, @Nullable Refusal refusal) {
        /// Whether it is what the case waits for from this seat.
        boolean isTurn() {
            return allowed() && !transition.aside();
        }

        boolean allowed() {
            return refusal == null;
        }
    }

    /// Why not.
    sealed interface Refusal {}

    /// Only these posts may.
    record OtherPosts(List<PostCode> posts) implements Refusal {}

    /// It is in another seat's hand.
    record OtherHand(Seat owner) implements Refusal {}

    /// Only who has the case now.
    record NotHandler() implements Refusal {}

    /// Only the department that has the case.
    record NotDepartment() implements Refusal {}

    /// The city demands that these steps are done before.
    record OpenSteps(List<SopStep> steps) implements Refusal {}

    /// The case's own past or state refuses: a guard of the workflow.
    record Guarded(String guard) implements Refusal {}

    /// Steps of the class that should have been done before the action and are not.
    static List<SopStep> openSteps(Case value, Transition transition, Desk desk) {
        return desk.city()
                .map(CityFacts::rules)
                .map(r -> Procedure.open(value, r.procedure(value), transition, r.workflow()))
                .orElse(List.of());
    }

    /// Allowed ones first, among them the case's way before what is beside it, and what ends the case
    /// unhandled last: the first of all has the largest button and the widest key.
    static List<DeskAction> of(Case value, Desk desk) {
        Optional<CityFacts> city = desk.city();
        Optional<Me> me = desk.me();
        if (city.isEmpty() || me.isEmpty()) {
            return List.of();
        }
        Workflow workflow = city.get().rules().workflow();
        return workflow.from(value.progress().state()).stream()
                .map(t -> new DeskAction(t, refusal(value, t, me.get(), desk)))
                .filter(a -> a.allowed() || (!a.transition().aside() && calledFor(a.transition(), value)))
                .sorted(Comparator.comparing((DeskAction a) -> !a.allowed())
                        .thenComparing(a -> a.transition().aside())
                        .thenComparing(a -> ends(a.transition(), value, workflow)))
                .toList();
    }

    private static boolean ends(Transition transition, Case value, Workflow workflow) {
        return workflow.ending(Workflow.target(transition, value.progress())) == Workflow.Ending.VOIDED;
    }

    /// What only a flagged case asks for (裁定 in the docket) is no way of a case without that flag.
    static boolean calledFor(Transition transition, Case value) {
        return transition.permission().guards().stream()
                .filter(g -> g.startsWith("has:"))
                .allMatch(g -> value.progress().flags().contains(g.substring("has:".length())));
    }

    /// Whether it is what the one who has the case is about to do; what is beside the way disturbs nobody.
    private static boolean movesOn(Transition transition) {
        return !transition.aside() || transition.effect().does().contains("merge");
    }

    private static @Nullable Refusal otherHand(Case value, Me me, Desk desk) {
        return desk.stores()
                .seats()
                .owner(value.id())
                .filter(s -> !s.id().equals(me.actor().seat()))
                .map(OtherHand::new)
                .orElse(null);
    }

    private static @Nullable Refusal refusal(Case value, Transition transition, Me me, Desk desk) {
        DepartmentId own = desk.stores()
                .people()
                .find(me.actor().person())
                .map(Person::department)
                .orElse(null);
        String guard = Guards.refusal(
                value, transition, me.actor(), own, desk.stores().clock().instant());
        if (guard == null) {
            List<SopStep> missing = openSteps(value, transition, desk).stream()
                    .filter(SopStep::required)
                    .toList();
            if (!missing.isEmpty()) {
                return new OpenSteps(missing);
            }
            return movesOn(transition) ? otherHand(value, me, desk) : null;
        }
        return switch (guard) {
            case "post" -> new OtherPosts(transition.permission().posts());
            case "handler" -> new NotHandler();
            case "department" -> new NotDepartment();
            default -> new Guarded(guard);
        };
    }
}
