package org.yiping.console.ui.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;

/// What the operator has filled in for one action so far. Immutable; any thread.
record Choice(
        @Nullable String reason,
        @Nullable CriterionId criterion,
        @Nullable DepartmentId department,
        @Nullable PersonId handler,
        List<String> photos) {
    static final Choice NONE = new Choice(null, null, null, null, List.of());

    Choice {
        photos = List.copyOf(photos);
    }

    Choice withReason(String text) {
        return new Choice(text.isBlank() ? null : text.strip(), criterion, department, handler, photos);
    }

    Choice with(CriterionId chosen) {
        return new Choice(reason, chosen, department, handler, photos);
    }

    Choice with(DepartmentId chosen) {
        return new Choice(reason, criterion, chosen, handler, photos);
    }

    Choice with(PersonId chosen) {
        return new Choice(reason, criterion, department, chosen, photos);
    }

    /// The first need of the transition that is still open.
    Optional<String> missing(Transition transition, boolean caseHasCriterion) {
        Map<String, Boolean> filled = Map.of(
                "reason", reason != null,
                "closing", reason != null,
                "criterion", criterion != null || caseHasCriterion,
                "department", department != null,
                "handler", handler != null,
                "photos", !photos.isEmpty());
        return transition.permission().needs().stream()
                .filter(n -> !filled.getOrDefault(n, false))
                .findFirst();
    }

    /// The fields of the command: words go where the transition asks for them.
    Command.Fields fields(Transition transition) {
        boolean closing = transition.permission().needs().contains("closing");
        return new Command.Fields(
                closing ? null : reason, criterion, department, handler, closing ? reason : null, photos);
    }
}
