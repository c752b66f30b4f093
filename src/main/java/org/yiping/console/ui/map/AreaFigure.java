package org.yiping.console.ui.map;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Workflow;

/// What areas can be coloured by (着色指标). A figure of the platform has the same name and meaning here as there
/// (`server.data.KpiFilter`); what it says of a whole city is said of an area's cases. Immutable; any thread.
enum AreaFigure {
    OPEN(Unit.CASES),
    OVERDUE(Unit.CASES),
    DUE_SOON(Unit.CASES),
    /// Of the open ones.
    OVERDUE_SHARE(Unit.PERCENT),
    /// Of today's closed ones that a department had a clock for.
    ON_TIME_RATE(Unit.PERCENT),
    REPORTED(Unit.CASES),
    FILED(Unit.CASES),
    CLOSED(Unit.CASES),
    OPEN_DENSITY(Unit.DENSITY),
    REPORTED_DENSITY(Unit.DENSITY);

    /// The flag of a granted appeal: that timeout is not counted.
    private static final String EXEMPT = "timeout-exempt";

    final Unit unit;

    enum Unit {
        CASES,
        PERCENT,
        /// Cases a square kilometre.
        DENSITY
    }

    /// Whether a case is counted at all, and above the line: a case of a count is always both.
    enum Part {
        NONE,
        WHOLE,
        COUNTED
    }

    /// The moment of counting and the city's day, from the first to before the second.
    record Day(Instant from, Instant until, Instant now, Workflow workflow) {
        boolean holds(@Nullable Instant at) {
            return at != null && !at.isBefore(from) && at.isBefore(until);
        }
    }

    AreaFigure(Unit unit) {
        this.unit = unit;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Part part(Case c, Day day) {
        return switch (this) {
            case OPEN, OPEN_DENSITY -> counted(isOpen(c, day));
            case OVERDUE -> counted(c.light(day.now, day.workflow) == Light.RED);
            case DUE_SOON -> counted(c.light(day.now, day.workflow) == Light.YELLOW);
            case OVERDUE_SHARE ->
                !isOpen(c, day) ? Part.NONE : c.light(day.now, day.workflow) == Light.RED ? Part.COUNTED : Part.WHOLE;
            case REPORTED, REPORTED_DENSITY -> counted(day.holds(c.report().reportedAt()));
            case FILED -> counted(day.holds(c.progress().milestones().filedAt()));
            case CLOSED -> counted(day.holds(c.progress().milestones().closedAt()));
            case ON_TIME_RATE -> onTime(c, day);
        };
    }

    private static Part counted(boolean counts) {
        return counts ? Part.COUNTED : Part.NONE;
    }

    private static boolean isOpen(Case c, Day day) {
        return switch (day.workflow.ending(c.progress().state())) {
            case OPEN, PAUSED -> true;
            case CLOSED, VOIDED -> false;
        };
    }

    private static Part onTime(Case c, Day day) {
        if (!day.holds(c.progress().milestones().closedAt())
                || c.progress().flags().contains(EXEMPT)) {
            return Part.NONE;
        }
        Part part = Part.NONE;
        for (CaseClock clock : c.progress().clocks()) {
            if (clock.stage().equals(CaseClock.HANDLE) && clock.stoppedAt() != null) {
                if (clock.overran()) {
                    return Part.WHOLE;
                }
                part = Part.COUNTED;
            }
        }
        return part;
    }
}
