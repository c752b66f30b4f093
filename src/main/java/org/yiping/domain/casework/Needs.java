package org.yiping.domain.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.Directory;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PostCode;

/// Whether somebody brings what a transition needs, and whether it exists and fits. Immutable; any thread.
final class Needs {
    /// No request is for longer.
    private static final int MOST_HOURS = 8784;

    private static final PostCode DEPARTMENT = new PostCode("department");

    private final Filing filing;
    private final Workflow workflow;
    private final ZoneId zone;
    private final Directory directory;

    Needs(Filing filing, Workflow workflow, ZoneId zone, Directory directory) {
        this.filing = filing;
        this.workflow = workflow;
        this.zone = zone;
        this.directory = directory;
    }

    static boolean knows(String need) {
        return switch (need) {
            case "reason",
                    "criterion",
                    "department",
                    "handler",
                    "closing",
                    "photos",
                    "after-photos",
                    "kind",
                    "hours",
                    "until",
                    "reply",
                    "survivor",
                    "place" -> true;
            default -> false;
        };
    }

    /// What the transition asks for, and words and photos, which are always welcome: the rest could only do
    /// harm.
    static Command.Fields asked(Transition t, Command.Fields f) {
        return new Command.Fields(
                f.reason(),
                t.needs("criterion") ? f.criterion() : null,
                t.needs("department") ? f.department() : null,
                t.needs("handler") ? f.handler() : null,
                f.closing(),
                f.photos(),
                t.needs("kind") ? f.kind() : null,
                t.needs("hours") ? f.hours() : null,
                t.needs("until") ? f.until() : null,
                t.needs("reply") ? f.reply() : null,
                t.needs("survivor") ? f.survivor() : null,
                t.needs("place") ? f.place() : null);
    }

    /// The first need that is not met by a report, if one.
    Optional<Outcome.Refused> unmet(Transition transition, Command.ReportCase report) {
        boolean after = report.afterPhotos() != null && !report.afterPhotos().isEmpty();
        if (transition.needs("photos") && report.photos().isEmpty()) {
            return refused("missing", "/photos");
        }
        return transition.needs("after-photos") && !after ? refused("missing", "/afterPhotos") : Optional.empty();
    }

    /// The first need that is not met, if one.
    Optional<Outcome.Refused> unmet(Case current, Transition transition, Command.Fields fields, Instant now) {
        for (String need : transition.permission().needs()) {
            if (value(need, current, fields) == null) {
                return refused("missing", "/fields/" + need);
            }
        }
        if (fields.criterion() != null
                && filing.under(current, fields.criterion(), now).isEmpty()) {
            return refused("unknown-criterion", "/fields/criterion");
        }
        if (fields.department() != null
                && directory.department(fields.department()).isEmpty()) {
            return refused("unknown-department", "/fields/department");
        }
        if (current.id().equals(fields.survivor())) {
            return refused("same-case", "/fields/survivor");
        }
        if (fields.handler() != null) {
            Optional<Person> person = directory.person(fields.handler());
            if (person.isEmpty() || !fits(current, transition, person.get())) {
                return refused(person.isEmpty() ? "unknown-person" : "unfit-person", "/fields/handler");
            }
        }
        return figures(transition, fields, now);
    }

    private Optional<Outcome.Refused> figures(Transition transition, Command.Fields fields, Instant now) {
        if (fields.kind() != null
                && transition.permission().choices().stream()
                        .noneMatch(k -> k.code().equals(fields.kind()))) {
            return refused("unknown-kind", "/fields/kind");
        }
        if (fields.hours() != null && (fields.hours() < 1 || fields.hours() > MOST_HOURS)) {
            return refused("range", "/fields/hours");
        }
        LocalDate until = fields.until();
        if (until != null) {
            LocalDate today = LocalDate.ofInstant(now, zone);
            if (until.isBefore(today) || until.isAfter(today.plusYears(1))) {
                return refused("range", "/fields/until");
            }
        }
        return Optional.empty();
    }

    /// Whether the person named can do what the case waits for then: a case must not lie with somebody who
    /// cannot act.
    private boolean fits(Case current, Transition transition, Person person) {
        List<Transition> theirs = workflow.from(transition.to()).stream()
                .filter(t -> !t.aside() && t.permission().guards().contains("handler"))
                .toList();
        if (theirs.isEmpty()) {
            return true;
        }
        boolean post =
                theirs.stream().anyMatch(t -> t.permission().posts().stream().anyMatch(person.posts()::contains));
        boolean inDepartment = !transition.permission().posts().contains(DEPARTMENT)
                || (person.department() != null
                        && person.department().equals(current.progress().department()));
        return post && inDepartment && person.covers(current.place().area());
    }

    private static @Nullable Object value(String need, Case current, Command.Fields fields) {
        return switch (need) {
            case "reason" -> blankToNull(fields.reason());
            case "criterion" -> fields.criterion() == null ? current.subject().criterion() : fields.criterion();
            case "department" -> fields.department();
            case "handler" -> fields.handler();
            case "closing" -> blankToNull(fields.closing());
            case "photos" -> fields.photos().isEmpty() ? null : fields.photos();
            case "kind" -> blankToNull(fields.kind());
            case "hours" -> fields.hours();
            case "until" -> fields.until();
            case "reply" -> fields.reply();
            case "survivor" -> fields.survivor();
            case "place" -> fields.place() == null ? null : fields.place().position();
            default -> null; // a need this version does not know cannot be met
        };
    }

    private static Optional<Outcome.Refused> refused(String code, String pointer) {
        return Optional.of(new Outcome.Refused(code, pointer));
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
