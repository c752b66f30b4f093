package org.yiping.console.ui.cases;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.identity.DepartmentId;

/// By what the queue's rows stand together (分组). The groups stand in an order of their own, which no case changes: a
/// hand finds them where they were. Stateless; any thread.
enum Grouping {
    NONE,
    STREET,
    DEPARTMENT,
    CLASS,
    LIGHT,
    STATE;

    /// The key of the cases of which it is not known; they stand last.
    static final String UNKNOWN = "";

    /// The street's part of the area code.
    private static final int STREET_LENGTH = 9;

    /// The one that asks most of a seat first.
    private static final List<Light> URGENCY =
            List.of(Light.RED, Light.YELLOW, Light.GREEN, Light.NONE, Light.PAUSED, Light.CLOSED, Light.VOID);

    String key(Case value, Light light) {
        return switch (this) {
            case NONE -> UNKNOWN;
            case STREET -> street(value.place().area());
            case DEPARTMENT -> department(value.progress().department());
            case CLASS -> value.subject().classCode().value();
            case LIGHT -> light.name();
            case STATE -> value.progress().state().value();
        };
    }

    /// How the groups stand, those of what is not known last.
    Comparator<String> order(Workflow workflow) {
        Comparator<String> known = switch (this) {
            case NONE, STREET, DEPARTMENT, CLASS -> Comparator.naturalOrder();
            case LIGHT -> Comparator.comparingInt(key -> URGENCY.indexOf(Light.valueOf(key)));
            case STATE -> {
                List<String> states = workflow.states().stream()
                        .map(Workflow.State::code)
                        .map(StateCode::value)
                        .toList();
                yield Comparator.comparingInt(
                                (String key) -> states.contains(key) ? states.indexOf(key) : states.size())
                        .thenComparing(Comparator.naturalOrder());
            }
        };
        return Comparator.comparing((String key) -> key.equals(UNKNOWN)).thenComparing(known);
    }

    /// The lights from the most urgent to those that ask nothing.
    static List<Light> urgency() {
        return URGENCY;
    }

    private static String street(@Nullable AreaCode area) {
        if (area == null) {
            return UNKNOWN;
        }
        String code = area.value();
        return code.length() > STREET_LENGTH ? code.substring(0, STREET_LENGTH) : code;
    }

    private static String department(@Nullable DepartmentId id) {
        return id == null ? UNKNOWN : id.value();
    }
}
