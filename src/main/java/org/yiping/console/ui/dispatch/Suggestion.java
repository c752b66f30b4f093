package org.yiping.console.ui.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.Evidence;
import org.yiping.domain.advice.Recommendation;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;

/// A department proposed for a case, with the facts that speak for it (建议责任部门). Immutable; any thread.
///
/// The platform's own proposals come with its evidence; without a link the departments' duties alone rank here. No
/// score is shown: every reason is a fact that can be checked, and the load stands beside it.
record Suggestion(
        Department department,
        List<Reason> reasons,
        @Nullable Load load) {
    /// Keys 1 to 3 choose one.
    static final int MOST = 3;

    Suggestion {
        reasons = List.copyOf(reasons);
    }

    /// Why it is proposed.
    sealed interface Reason {}

    /// Its duty list names the case's class.
    record NamesClass() implements Reason {}

    /// Its duty covers every class.
    record EveryClass() implements Reason {}

    /// The case lies in this area of its duty.
    record CoversArea(AreaCode area) implements Reason {}

    /// Its duty covers the whole city.
    record WholeCity() implements Reason {}

    /// It has had this case before.
    record HadIt() implements Reason {}

    /// What the platform says.
    record Told(Evidence evidence) implements Reason {}

    /// The platform's proposals, but for departments this console does not know. The load is told beside it, so the
    /// evidence of it is left out.
    static List<Suggestion> of(Recommendation told, Function<DepartmentId, Optional<Department>> known, Loads loads) {
        return told.items().stream()
                .flatMap(p -> known.apply(p.department()).stream()
                        .map(d -> new Suggestion(
                                d,
                                p.evidence().stream()
                                        .filter(e -> !e.code().equals("load"))
                                        .<Reason>map(Told::new)
                                        .toList(),
                                loads.of(d.id()))))
                .limit(MOST)
                .toList();
    }

    /// What it has open now, and how much of that is due soon or overdue.
    record Load(int open, int soon) {
        static final Load NONE = new Load(0, 0);
    }

    /// Where the load of a department comes from.
    interface Loads {
        /// Null where it is not counted yet.
        @Nullable
        Load of(DepartmentId department);
    }

    private static int open(@Nullable Load load) {
        return load == null ? 0 : load.open();
    }

    /// The fitting departments, best first: named class before any class, smaller area before larger, then the
    /// lighter load.
    static List<Suggestion> rank(Case value, Collection<Department> departments, Loads loads) {
        record Fit(Suggestion recommendation, boolean named, int area) {}
        List<Fit> fits = new ArrayList<>();
        for (Department d : departments) {
            boolean named = d.classes().contains(value.subject().classCode());
            if (!named && !d.classes().isEmpty()) {
                continue;
            }
            AreaCode place = value.place().area();
            AreaCode covering = null;
            for (AreaCode a : d.areas()) {
                if (place != null
                        && place.value().startsWith(a.value())
                        && (covering == null
                                || a.value().length() > covering.value().length())) {
                    covering = a;
                }
            }
            if (covering == null && !d.areas().isEmpty() && place != null) {
                continue;
            }
            List<Reason> reasons = new ArrayList<>();
            reasons.add(named ? new NamesClass() : new EveryClass());
            if (covering != null) {
                reasons.add(new CoversArea(covering));
            } else if (d.areas().isEmpty()) {
                reasons.add(new WholeCity());
            }
            if (d.id().equals(value.progress().department())) {
                reasons.add(new HadIt());
            }
            fits.add(new Fit(
                    new Suggestion(d, reasons, loads.of(d.id())),
                    named,
                    covering == null ? 0 : covering.value().length()));
        }
        return fits.stream()
                .sorted(Comparator.comparing((Fit f) -> !f.named)
                        .thenComparingInt(f -> -f.area)
                        .thenComparingInt(f -> open(f.recommendation.load))
                        .thenComparing(f -> f.recommendation.department.id().value()))
                .map(Fit::recommendation)
                .limit(MOST)
                .toList();
    }
}
