package org.yiping.domain.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Id;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PostCode;

/// A rule that may accept, file or dispatch by itself (自动接警、派单): the city's data, one row of the journal, so
/// that every seat sees it and who stopped it. `halted` is absent while it may act. Immutable; any thread.
public record AutoRule(
        RuleId id,
        String version,
        String name,
        String nameEnglish,
        Act act,
        When when,
        Bounds bounds,
        @Nullable Halt halted) {

    /// The transition it takes in which post. Without `criterion` the case's own or the class's only one is taken,
    /// without `department` the only one that answers for class and place.
    public record Act(
            ActionCode action,
            PostCode post,
            @Nullable CriterionId criterion,
            @Nullable DepartmentId department) {}

    /// On which cases; an empty list does not restrict. Classes and areas also mean what lies within them.
    /// `confidence`: how sure the source must have been at least, which a source that says nothing never is.
    /// `hours` are of the city's day; a span may run over midnight.
    public record When(
            List<ClassCode> classes,
            List<SourceCode> sources,
            List<AreaCode> areas,
            @Nullable Double confidence,
            List<Span> hours) {
        public When {
            classes = List.copyOf(classes);
            sources = List.copyOf(sources);
            areas = List.copyOf(areas);
            hours = List.copyOf(hours);
        }
    }

    public record Span(LocalTime from, LocalTime to) {
        boolean has(LocalTime t) {
            return from.isBefore(to) ? !t.isBefore(from) && t.isBefore(to) : !t.isBefore(from) || t.isBefore(to);
        }
    }

    /// How far it goes: at most so many cases in a clock hour, each announced so long ahead. `missed`: what becomes
    /// of one whose moment passed while the platform was away.
    public record Bounds(int perHour, Duration veto, Missed missed) {}

    public enum Missed {
        ACT,
        ASK
    }

    /// Who stopped it, when and why.
    public record Halt(Actor by, Instant at, String reason) {}

    public AutoRule halted(@Nullable Halt next) {
        return new AutoRule(id, version, name, nameEnglish, act, when, bounds, next);
    }

    /// Whether cases like this are its business at all, whatever the hour.
    public boolean concerns(Case c) {
        AreaCode area = c.place().area();
        Double sure = c.report().confidence();
        return among(when.classes(), c.subject().classCode())
                && (when.sources().isEmpty()
                        || when.sources().contains(c.report().source()))
                && (when.areas().isEmpty() || (area != null && among(when.areas(), area)))
                && (when.confidence() == null || (sure != null && sure >= when.confidence()));
    }

    /// Whether it works at this time of day.
    public boolean works(LocalTime time) {
        return when.hours().isEmpty() || when.hours().stream().anyMatch(s -> s.has(time));
    }

    private static boolean among(List<? extends Id> of, Id code) {
        return of.isEmpty() || of.stream().anyMatch(c -> code.value().startsWith(c.value()));
    }
}
