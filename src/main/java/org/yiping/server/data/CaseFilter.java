package org.yiping.server.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which cases a list is asked for; absent parts do not filter. `area` is a prefix. Immutable; any thread.
public record CaseFilter(
        @Nullable String state,
        @Nullable String department,
        @Nullable String area,
        @Nullable String source,
        @Nullable String flag,
        @Nullable KpiFilter kpi,
        @Nullable CampaignFilter campaign) {
    public static final CaseFilter ALL = new CaseFilter(null, null, null, null, null, null, null);

    /// Open cases with this flag.
    public static CaseFilter flagged(String flag) {
        return new CaseFilter(null, null, null, null, flag, null, null);
    }

    public static CaseFilter of(KpiFilter figure) {
        return new CaseFilter(null, null, null, null, null, figure, null);
    }

    /// Those that stand in one state.
    public static CaseFilter in(String state) {
        return new CaseFilter(state, null, null, null, null, null, null);
    }

    void restrict(List<String> where, List<@Nullable Object> args) {
        equal("state", state, where, args);
        equal("department", department, where, args);
        equal("source", source, where, args);
        if (area != null) {
            where.add("area LIKE ? ESCAPE '!'");
            args.add(Sql.literal(area) + "%");
        }
        if (flag != null) { // of open cases: a mark of what has ended is history
            where.add("ending IN ('OPEN', 'PAUSED') AND flags LIKE ? ESCAPE '!'");
            args.add("% " + Sql.literal(flag) + " %");
        }
        if (kpi != null) {
            kpi.restrict(where, args);
        }
        if (campaign != null) {
            campaign.restrict(where, args);
        }
    }

    private static void equal(String column, @Nullable String value, List<String> where, List<@Nullable Object> args) {
        if (value != null) {
            where.add(column + " = ?");
            args.add(value);
        }
    }
}
