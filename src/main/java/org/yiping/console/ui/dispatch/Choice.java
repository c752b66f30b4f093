package org.yiping.console.ui.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
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
        List<String> photos,
        Asked asked) {
    static final Choice NONE =
            new Choice(null, null, null, null, List.of(), new Asked(null, null, null, null, null, null));

    Choice {
        photos = List.copyOf(photos);
    }

    /// What requests and orders ask for: which kind, how many hours, until which day, whether a reply is
    /// wanted, into which case, where it is.
    record Asked(
            @Nullable String kind,
            @Nullable Integer hours,
            @Nullable LocalDate until,
            @Nullable Boolean reply,
            @Nullable CaseId survivor,
            @Nullable Place place) {
        Asked withKind(String chosen) {
            return new Asked(chosen, hours, until, reply, survivor, place);
        }

        Asked withHours(@Nullable Integer typed) {
            return new Asked(kind, typed, until, reply, survivor, place);
        }

        Asked withUntil(@Nullable LocalDate picked) {
            return new Asked(kind, hours, picked, reply, survivor, place);
        }

        Asked withReply(boolean wanted) {
            return new Asked(kind, hours, until, wanted, survivor, place);
        }

        Asked withSurvivor(CaseId into) {
            return new Asked(kind, hours, until, reply, into, place);
        }

        Asked withPlace(Place picked) {
            return new Asked(kind, hours, until, reply, survivor, picked);
        }
    }

    /// What a command carried.
    static Choice of(Command.Fields fields) {
        return new Choice(
                fields.reason() != null ? fields.reason() : fields.closing(),
                fields.criterion(),
                fields.department(),
                fields.handler(),
                fields.photos(),
                new Asked(
                        fields.kind(),
                        fields.hours(),
                        fields.until(),
                        fields.reply(),
                        fields.survivor(),
                        fields.place()));
    }

    Choice withReason(String text) {
        return new Choice(text.isBlank() ? null : text.strip(), criterion, department, handler, photos, asked);
    }

    Choice withPhotos(List<String> all) {
        return new Choice(reason, criterion, department, handler, all, asked);
    }

    Choice with(CriterionId chosen) {
        return new Choice(reason, chosen, department, handler, photos, asked);
    }

    Choice with(DepartmentId chosen) {
        return new Choice(reason, criterion, chosen, handler, photos, asked);
    }

    Choice with(PersonId chosen) {
        return new Choice(reason, criterion, department, chosen, photos, asked);
    }

    Choice with(Asked next) {
        return new Choice(reason, criterion, department, handler, photos, next);
    }

    /// The first need of the transition that is still open.
    Optional<String> missing(Transition transition, boolean caseHasCriterion) {
        Map<String, Boolean> filled = Map.ofEntries(
                Map.entry("reason", reason != null),
                Map.entry("closing", reason != null),
                Map.entry("criterion", criterion != null || caseHasCriterion),
                Map.entry("department", department != null),
                Map.entry("handler", handler != null),
                Map.entry("photos", !photos.isEmpty()),
                Map.entry("kind", asked.kind() != null),
                Map.entry("hours", asked.hours() != null),
                Map.entry("until", asked.until() != null),
                Map.entry("reply", asked.reply() != null),
                Map.entry("survivor", asked.survivor() != null),
                Map.entry("place", asked.place() != null));
        return transition.permission().needs().stream()
                .filter(n -> !filled.getOrDefault(n, false))
                .findFirst();
    }

    /// The fields of the command: words go where the transition asks for them.
    Command.Fields fields(Transition transition) {
        boolean closing = transition.needs("closing");
        return new Command.Fields(
                closing ? null : reason,
                criterion,
                department,
                handler,
                closing ? reason : null,
                photos,
                asked.kind(),
                asked.hours(),
                asked.until(),
                asked.reply(),
                asked.survivor(),
                asked.place());
    }
}
