package org.yiping.server.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts cases for the figures. Every count uses the condition `KpiFilter` gives the list behind it. Any thread.
public final class Figures {
    private final Database database;

    public Figures(Database database) {
        this.database = database;
    }

    /// The day counted: bounds in the city's zone and the instant of counting.
    public record Day(Instant from, Instant until, Instant now) {
        KpiFilter filter(String code) {
            return new KpiFilter(code, from, until, now);
        }
    }

    /// How many cases stand behind a figure, and how many of those were on time.
    public record Count(long cases, long onTime) {}

    /// Counts of the day by code, of everything or of a campaign; `sources` adds one figure for each.
    public Map<String, Count> counts(Day day, @Nullable CampaignFilter campaign, Reach reach, List<String> sources) {
        List<String> codes = new ArrayList<>(KpiFilter.CODES);
        sources.forEach(s -> codes.add("source-" + s));
        List<String> columns = new ArrayList<>();
        List<@Nullable Object> args = new ArrayList<>();
        for (String code : codes) {
            columns.add(sum(day.filter(code), "", args));
        }
        columns.add(sum(day.filter("on-time-rate"), " AND on_time", args));
        String sql = "SELECT " + String.join(", ", columns) + " FROM cases" + where(campaign, reach, args);
        return database.with(c -> Sql.one(
                        c,
                        sql,
                        row -> {
                            Map<String, Count> result = new LinkedHashMap<>();
                            for (int i = 0; i < codes.size(); i++) {
                                boolean rate = codes.get(i).equals("on-time-rate");
                                result.put(
                                        codes.get(i),
                                        new Count(row.getLong(i + 1), rate ? row.getLong(codes.size() + 1) : 0));
                            }
                            return result;
                        },
                        args.toArray())
                .orElseThrow());
    }

    /// How many cases stand behind one figure of the day.
    public long count(Day day, String code, Reach reach) {
        KpiFilter.Condition condition = day.filter(code).condition();
        List<String> where = new ArrayList<>(List.of(condition.sql()));
        List<@Nullable Object> args = new ArrayList<>(condition.args());
        reach.restrictCases(where, args);
        String sql = "SELECT COUNT(*) FROM cases WHERE " + String.join(" AND ", where);
        return database.with(
                c -> Sql.one(c, sql, row -> row.getLong(1), args.toArray()).orElseThrow());
    }

    /// The same figures by department, in the order of their ids; cases without one are left out.
    public Map<String, Map<String, Count>> byDepartment(Day day, @Nullable CampaignFilter campaign, Reach reach) {
        List<String> codes = List.of("filed", "open", "closed", "overdue", "on-time-rate");
        List<String> columns = new ArrayList<>();
        List<@Nullable Object> args = new ArrayList<>();
        codes.forEach(code -> columns.add(sum(day.filter(code), "", args)));
        columns.add(sum(day.filter("on-time-rate"), " AND on_time", args));
        String where = where(campaign, reach, args);
        String sql = "SELECT department, " + String.join(", ", columns) + " FROM cases"
                + (where.isEmpty() ? " WHERE " : where + " AND ")
                + "department IS NOT NULL GROUP BY department ORDER BY department";
        Map<String, Map<String, Count>> result = new LinkedHashMap<>();
        database.with(c -> Sql.list(
                c,
                sql,
                row -> {
                    Map<String, Count> one = new LinkedHashMap<>();
                    for (int i = 0; i < codes.size(); i++) {
                        one.put(codes.get(i), new Count(row.getLong(i + 2), row.getLong(codes.size() + 2)));
                    }
                    return result.put(row.getString(1), one);
                },
                args.toArray()));
        return result;
    }

    /// The sources cases have come from so far.
    public List<String> sources() {
        return database.with(
                c -> Sql.list(c, "SELECT DISTINCT source FROM cases ORDER BY source", row -> row.getString(1)));
    }

    private static String sum(KpiFilter filter, String more, List<@Nullable Object> args) {
        KpiFilter.Condition condition = filter.condition();
        args.addAll(condition.args());
        return "COALESCE(SUM(CASE WHEN " + condition.sql() + more + " THEN 1 ELSE 0 END), 0)";
    }

    private static String where(@Nullable CampaignFilter campaign, Reach reach, List<@Nullable Object> args) {
        List<String> where = new ArrayList<>();
        if (campaign != null) {
            campaign.restrict(where, args);
        }
        reach.restrictCases(where, args);
        return where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where);
    }
}
