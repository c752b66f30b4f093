package org.yiping.domain.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.Recommendation.Proposal;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Bounce;
import org.yiping.domain.casework.Case;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentFinder;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;

/// Whose a case is (责任认定): weighs what the component's record, the duty grid, the departments' classes and areas
/// and past rulings say, less what each has open and has refused. Immutable; any thread the `Past` given may be asked
/// on.
///
/// Only duty and past rulings make a department a candidate; its load and its refusals order candidates and never make
/// one, so that nobody is proposed for being idle.
public final class DepartmentAdvice {
    private final AdviceRules rules;
    private final DutyGrid grid;
    private final Supplier<Collection<Department>> departments;
    private final ComponentFinder components;
    private final ToIntFunction<DepartmentId> load;

    /// `load` tells how many open cases a department has.
    public DepartmentAdvice(
            AdviceRules rules,
            DutyGrid grid,
            Supplier<Collection<Department>> departments,
            ComponentFinder components,
            ToIntFunction<DepartmentId> load) {
        this.rules = rules;
        this.grid = grid;
        this.departments = departments;
        this.components = components;
        this.load = load;
    }

    /// Who answers for what in an area, by the city's duty grid.
    public List<DutyGrid.Duty> duties(AreaCode area) {
        return grid.at(area);
    }

    /// Departments that fit, best first.
    public Recommendation recommend(Case c, Past past, Instant now) {
        Evidences found = new Evidences();
        List<Evidence> notes = new ArrayList<>();
        Component component = component(c, notes);
        if (component != null) {
            ownership(c, component, found);
        }
        AreaCode area = c.place().area();
        grid.of(area, c.subject().classCode())
                .ifPresent(
                        d -> found.add(d.department(), "duty-grid", 1, d.area().value()));
        duties(c, found);
        rulings(c, component, past, now, found);
        return ranked(c, found, notes);
    }

    /// The owner past rulings speak for, whoever has refused since: what a case that went back and forth needs
    /// (推诿裁定). Nobody where nothing was ever ruled.
    public Recommendation ruled(Case c, Past past, Instant now) {
        Evidences found = new Evidences();
        List<Evidence> notes = new ArrayList<>();
        rulings(c, component(c, notes), past, now, found);
        if (found.of.isEmpty()) {
            notes.add(Evidence.note("no-ruling"));
        }
        return sorted(found, notes);
    }

    private @Nullable Component component(Case c, List<Evidence> notes) {
        ComponentId named = c.subject().component();
        if (named != null) {
            Optional<Component> known = components.component(named);
            if (known.isEmpty()) {
                notes.add(Evidence.note("unknown-component", named.value()));
            }
            return known.orElse(null);
        }
        Position at = c.place().position();
        return at == null
                ? null
                : components
                        .nearest(
                                c.subject().classCode(), at, rules.departments().componentMetres())
                        .orElse(null);
    }

    private static void ownership(Case c, Component component, Evidences found) {
        Position at = c.place().position();
        String metres = at == null ? "0" : whole(at.distanceMetres(component.position()));
        String id = component.id().value();
        found.add(component.owner(), "maintains", 1, id, metres);
        found.add(component.holder(), "owns", 1, id, metres);
        found.add(component.authority(), "oversees", 1, id, metres);
    }

    /// A department's own list of classes and areas: both have to fit.
    private void duties(Case c, Evidences found) {
        AreaCode place = c.place().area();
        for (Department d : departments.get()) {
            boolean named = d.classes().contains(c.subject().classCode());
            Optional<AreaCode> covering = d.areas().stream()
                    .filter(a -> place != null && place.value().startsWith(a.value()))
                    .max(Comparator.comparingInt(a -> a.value().length()));
            boolean here = d.areas().isEmpty() || covering.isPresent() || place == null;
            if ((named || d.classes().isEmpty()) && here) {
                found.add(
                        d.id(),
                        named ? "names-class" : "every-class",
                        1,
                        c.subject().classCode().value());
                if (d.areas().isEmpty()) {
                    found.add(d.id(), "whole-city", 1);
                }
                covering.ifPresent(a -> found.add(d.id(), "covers-area", 1, a.value()));
            }
        }
    }

    /// The department's share of what was ruled, so that one odd ruling among many weighs little.
    private void rulings(Case c, @Nullable Component component, Past past, Instant now, Evidences found) {
        Instant since = now.minus(Duration.ofDays(rules.departments().rulingDays()));
        if (component != null) {
            share(
                    past.ofComponent(component.id(), since),
                    "ruled-component",
                    component.id().value(),
                    found);
        }
        Position at = c.place().position();
        if (at != null) {
            int metres = rules.departments().rulingMetres();
            share(
                    past.near(c.subject().classCode(), at, metres, since),
                    "ruled-place",
                    Integer.toString(metres),
                    found);
        }
    }

    private static void share(List<Past.Ruling> rulings, String code, String arg, Evidences found) {
        double all = rulings.stream().mapToInt(Past.Ruling::cases).sum();
        rulings.forEach(
                r -> found.add(r.department(), code, r.cases() / all, Integer.toString(r.cases()), whole(all), arg));
    }

    private Recommendation ranked(Case c, Evidences found, List<Evidence> notes) {
        if (found.of.isEmpty()) {
            notes.add(Evidence.note("no-owner"));
        }
        List<Bounce> bounces = c.progress().bounces();
        for (DepartmentId id : List.copyOf(found.of.keySet())) {
            long refused =
                    bounces.stream().filter(b -> b.department().equals(id)).count();
            if (refused > 0) {
                found.add(id, "refused", (double) refused, Long.toString(refused));
            }
            int open = load.applyAsInt(id);
            found.add(id, "load", open, Integer.toString(open));
        }
        return sorted(found, notes);
    }

    private Recommendation sorted(Evidences found, List<Evidence> notes) {
        List<Proposal> items = found.of.entrySet().stream()
                .map(e -> new Proposal(
                        e.getKey(),
                        e.getValue().stream().mapToDouble(Evidence::weight).sum(),
                        e.getValue()))
                .sorted(Comparator.comparingDouble((Proposal p) -> -p.score())
                        .thenComparing(p -> p.department().value()))
                .limit(rules.departments().most())
                .toList();
        return new Recommendation(rules.version(), items, notes);
    }

    private static String whole(double number) {
        return Long.toString(Math.round(number));
    }

    /// What was found, by department. Departments that no longer exist are not proposed.
    private final class Evidences {
        private final Map<DepartmentId, List<Evidence>> of = new LinkedHashMap<>();

        void add(@Nullable DepartmentId department, String code, double strength, String... args) {
            Double weight = rules.departments().weights().get(code);
            if (department != null && weight != null && exists(department)) {
                of.computeIfAbsent(department, _ -> new ArrayList<>())
                        .add(new Evidence(code, List.of(args), weight * strength));
            }
        }

        private boolean exists(DepartmentId id) {
            return departments.get().stream().anyMatch(d -> d.id().equals(id));
        }
    }
}
