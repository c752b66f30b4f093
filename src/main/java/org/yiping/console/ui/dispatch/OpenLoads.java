package org.yiping.console.ui.dispatch;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Desk;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;

/// What every department and everybody who handles cases has open now (在办、将超时): one pass over the cases, not one
/// each. Immutable; any thread.
record OpenLoads(Map<DepartmentId, Suggestion.Load> byDepartment, Map<PersonId, Suggestion.Load> byPerson)
        implements Suggestion.Loads {
    private static final Suggestion.Load ONE_OPEN = new Suggestion.Load(1, 0);
    private static final Suggestion.Load ONE_SOON = new Suggestion.Load(1, 1);

    static OpenLoads of(Desk desk, Instant now) {
        OpenLoads loads = new OpenLoads(new HashMap<>(), new HashMap<>());
        Workflow workflow = desk.city().map(c -> c.rules().workflow()).orElse(null);
        if (workflow != null) {
            desk.stores().cases().rows().values().forEach(c -> {
                DepartmentId department = c.progress().department();
                PersonId handler = c.progress().handler();
                if (department != null || handler != null) {
                    switch (c.light(now, workflow)) {
                        case GREEN, NONE, PAUSED -> loads.add(department, handler, ONE_OPEN);
                        case YELLOW, RED -> loads.add(department, handler, ONE_SOON);
                        case CLOSED, VOID -> {}
                    }
                }
            });
        }
        return loads;
    }

    private void add(@Nullable DepartmentId department, @Nullable PersonId handler, Suggestion.Load one) {
        if (department != null) {
            byDepartment.merge(department, one, OpenLoads::sum);
        }
        if (handler != null) {
            byPerson.merge(handler, one, OpenLoads::sum);
        }
    }

    @Override
    public Suggestion.Load of(DepartmentId department) {
        return byDepartment.getOrDefault(department, Suggestion.Load.NONE);
    }

    Suggestion.Load of(PersonId person) {
        return byPerson.getOrDefault(person, Suggestion.Load.NONE);
    }

    private static Suggestion.Load sum(Suggestion.Load a, Suggestion.Load b) {
        return new Suggestion.Load(a.open() + b.open(), a.soon() + b.soon());
    }
}
