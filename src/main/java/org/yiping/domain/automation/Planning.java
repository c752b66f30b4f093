package org.yiping.domain.automation;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Versions;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Guards;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.SeatId;

/// What a rule would do with a case now, if anything. It decides nothing: what it plans still goes through the
/// rules of casework like anybody's command. Immutable but for the departments asked for; any thread.
public final class Planning {
    /// The seat rules act from, so that a record says at a glance that nobody sat there.
    public static final SeatId SEAT = new SeatId("automatic");

    private final Workflow workflow;
    private final Versions<Catalogue> catalogues;
    private final ZoneId zone;
    private final Supplier<Collection<Department>> departments;

    public Planning(
            Workflow workflow,
            Versions<Catalogue> catalogues,
            ZoneId zone,
            Supplier<Collection<Department>> departments) {
        this.workflow = workflow;
        this.catalogues = catalogues;
        this.zone = zone;
        this.departments = departments;
    }

    /// The rule as an actor: it has a name of its own and no person's.
    public static Actor actor(AutoRule rule) {
        return new Actor(new PersonId(rule.id().value()), rule.act().post(), SEAT);
    }

    /// Whether the case stands where the rule could act and is its business, whatever the hour.
    public boolean concerns(AutoRule rule, Case c) {
        return rule.concerns(c)
                && !automatic(c).spent().contains(rule.id())
                && workflow.find(rule.act().action(), c.progress().state()).isPresent();
    }

    /// What it announces; empty where it may not, does not work now, or does not know which criterion or department.
    public Optional<Plan> plan(AutoRule rule, Case c, Instant now) {
        if (rule.halted() != null || automatic(c).plan() != null || !concerns(rule, c) || !works(rule, now)) {
            return Optional.empty();
        }
        Transition t = workflow.find(rule.act().action(), c.progress().state()).orElseThrow();
        if (Guards.refusal(c, t, actor(rule), null, now) != null) {
            return Optional.empty();
        }
        CriterionId criterion = t.needs("criterion") ? criterion(rule, c, now) : null;
        DepartmentId department = t.needs("department") ? department(rule, c) : null;
        boolean lacks = (t.needs("criterion") && criterion == null) || (t.needs("department") && department == null);
        return lacks
                ? Optional.empty()
                : Optional.of(new Plan(
                        rule.id(),
                        rule.version(),
                        t.action(),
                        now,
                        now.plus(rule.bounds().veto()),
                        criterion,
                        department));
    }

    public boolean works(AutoRule rule, Instant now) {
        return rule.works(LocalTime.ofInstant(now, zone));
    }

    /// What the rule brings to the transition.
    public static Command.Fields fields(AutoRule rule, Plan plan) {
        return new Command.Fields(
                rule.name() + " " + rule.version(), plan.criterion(), plan.department(), null, null, List.of());
    }

    public static Automatic automatic(Case c) {
        Automatic own = c.progress().automatic();
        return own == null ? Automatic.NONE : own;
    }

    private @Nullable CriterionId criterion(AutoRule rule, Case c, Instant now) {
        if (rule.act().criterion() != null) {
            return rule.act().criterion();
        }
        if (c.subject().criterion() != null) {
            return c.subject().criterion();
        }
        List<CriterionId> all =
                catalogues.at(now).find(c.subject().classCode()).map(CaseClass::criteria).orElse(List.of()).stream()
                        .map(k -> k.id())
                        .toList();
        return all.size() == 1 ? all.getFirst() : null;
    }

    /// Named for the class before answering for any; two that fit equally well are people's choice.
    private @Nullable DepartmentId department(AutoRule rule, Case c) {
        if (rule.act().department() != null) {
            return rule.act().department();
        }
        List<Department> fit = departments.get().stream()
                .filter(d -> covers(d, c.place().area()))
                .toList();
        List<Department> named = fit.stream()
                .filter(d -> d.classes().contains(c.subject().classCode()))
                .toList();
        List<Department> best = named.isEmpty()
                ? fit.stream().filter(d -> d.classes().isEmpty()).toList()
                : named;
        return best.size() == 1 ? best.getFirst().id() : null;
    }

    private static boolean covers(Department d, @Nullable AreaCode area) {
        return d.areas().isEmpty()
                || (area != null
                        && d.areas().stream().anyMatch(a -> area.value().startsWith(a.value())));
    }
}
