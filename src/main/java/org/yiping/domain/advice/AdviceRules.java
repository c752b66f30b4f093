package org.yiping.domain.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// By which figures the city weighs what it proposes: data of the city with a version of its own (`advice.json`).
/// Evidence without a weight is not looked for. Immutable; any thread.
public record AdviceRules(
        String version, Departments departments, Duplicates duplicates, Recurrence recurrence, Places places) {
    private static final Set<String> DEPARTMENT_CODES = Set.of(
            "maintains",
            "owns",
            "oversees",
            "duty-grid",
            "names-class",
            "every-class",
            "covers-area",
            "whole-city",
            "ruled-component",
            "ruled-place",
            "refused",
            "load");
    private static final Set<String> PLACE_CODES = Set.of(
            "name-exact", "name-part", "area-named", "hint-near", "in-duty-area", "caller-before", "camera-near");

    /// Whose a case is. A component within `componentMetres` of the same class stands for one that was not named;
    /// cases closed within `rulingMetres` and `rulingDays` are past rulings. `most` are proposed.
    public record Departments(
            Map<String, Double> weights, int componentMetres, int rulingMetres, int rulingDays, int most) {
        public Departments {
            weights = Map.copyOf(weights);
        }
    }

    /// Cases of the same class this near and this close in time may be the same thing (相似案件).
    public record Duplicates(int metres, int hours, int most) {}

    /// So many cases of a class this near in so many days are a recurring place (反复点位).
    public record Recurrence(int metres, int days, int cases, int most) {}

    /// Which place was meant: names are those of these map layers. A camera or hint counts within these metres, a
    /// caller's cases within `callerDays`.
    public record Places(
            List<String> layers,
            Map<String, Double> weights,
            int cameraMetres,
            int hintMetres,
            int callerDays,
            int most) {
        public Places {
            layers = List.copyOf(layers);
            weights = Map.copyOf(weights);
        }
    }

    /// In words for the log of who brought the file; empty where it is sound.
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        unknown("departments", departments.weights(), DEPARTMENT_CODES, faults);
        unknown("places", places.weights(), PLACE_CODES, faults);
        positive("departments.componentMetres", departments.componentMetres(), 1_000, faults);
        positive("departments.rulingMetres", departments.rulingMetres(), 1_000, faults);
        positive("departments.rulingDays", departments.rulingDays(), 36_500, faults);
        positive("departments.most", departments.most(), 50, faults);
        positive("duplicates.metres", duplicates.metres(), 1_000, faults);
        positive("duplicates.hours", duplicates.hours(), 8_784, faults);
        positive("duplicates.most", duplicates.most(), 100, faults);
        positive("recurrence.metres", recurrence.metres(), 1_000, faults);
        positive("recurrence.days", recurrence.days(), 3_660, faults);
        positive("recurrence.cases", recurrence.cases(), 1_000_000, faults);
        positive("recurrence.most", recurrence.most(), 1_000, faults);
        positive("places.cameraMetres", places.cameraMetres(), 100_000, faults);
        positive("places.hintMetres", places.hintMetres(), 100_000, faults);
        positive("places.callerDays", places.callerDays(), 36_500, faults);
        positive("places.most", places.most(), 50, faults);
        return faults;
    }

    private static void unknown(String where, Map<String, Double> weights, Set<String> known, List<String> faults) {
        weights.forEach((code, weight) -> {
            if (!known.contains(code)) {
                faults.add(where + ": unknown evidence " + code);
            }
            if (!Double.isFinite(weight)) {
                faults.add(where + ": " + code + " weighs no number");
            }
        });
    }

    private static void positive(String what, int value, int most, List<String> faults) {
        if (value < 1 || value > most) {
            faults.add(what + ": not from 1 to " + most);
        }
    }
}
