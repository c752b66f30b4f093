package org.yiping.server.kpi;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Mark;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Scope;

/// Which rows a question is about: a scope and what the asker may see, worked out once for every text of the table, so
/// that a row costs a look into arrays. One thread.
final class Sieve {
    private final FactTable table;
    private final boolean[] areas;
    private final boolean[] teams;
    private final boolean[] classes;
    private final boolean[] sources;
    private final boolean[] publicSources;
    private final boolean @Nullable [] actors;
    private final @Nullable String department;
    /// By team: the leading department, and who follows it from when on.
    private final Lead[] leads;

    private final int hour;
    private final int weekHour;
    final ZoneId zone;

    /// A department until `since`, its successor from then on.
    record Lead(@Nullable String now, @Nullable String then, long since) {
        @Nullable
        String at(long millis) {
            return then != null && millis >= since ? then : now;
        }
    }

    Sieve(FactTable table, FigureScope scope, Reach reach, FigureRules rules, ZoneId zone) {
        this.table = table;
        this.zone = zone;
        String area = scope.area() == null ? "" : scope.area().value();
        this.areas = passing(table.areas, a -> a.startsWith(area) && (area.isEmpty() || !a.isEmpty()));
        for (int i = 0; i < areas.length; i++) {
            String code = table.areas.text(i);
            areas[i] &= new Reach(reach.areas(), null).sees(new Scope(code.isEmpty() ? null : code, null));
        }
        this.teams = passing(
                table.teams,
                t -> new Reach(List.of(), reach.department()).sees(new Scope(null, t.isEmpty() ? null : t)));
        String kind = scope.classCode() == null ? "" : scope.classCode().value();
        this.classes = passing(table.classes, c -> c.startsWith(kind));
        String source = scope.source() == null ? null : scope.source().value();
        this.sources = passing(table.sources, s -> source == null || s.equals(source));
        Set<String> people =
                rules.publicSources().stream().map(SourceCode::value).collect(Collectors.toSet());
        this.publicSources = passing(table.sources, people::contains);
        this.actors = actors(table, scope);
        this.department = scope.department() == null ? null : scope.department().value();
        this.leads = leads(table, rules, zone);
        this.hour = scope.hour() == null ? -1 : scope.hour();
        this.weekHour = scope.weekHour() == null ? -1 : scope.weekHour();
    }

    private interface Passing {
        boolean test(String text);
    }

    private static boolean[] passing(Names names, Passing passing) {
        boolean[] pass = new boolean[names.size()];
        for (int i = 0; i < pass.length; i++) {
            pass[i] = passing.test(names.text(i));
        }
        return pass;
    }

    private static boolean @Nullable [] actors(FactTable table, FigureScope scope) {
        if (scope.person() == null && scope.post() == null) {
            return null;
        }
        String begins = scope.person() == null ? "" : scope.person().value() + " ";
        String ends = scope.post() == null ? "" : " " + scope.post().value();
        return passing(table.actors, a -> !a.isEmpty() && a.startsWith(begins) && a.endsWith(ends));
    }

    private static Lead[] leads(FactTable table, FigureRules rules, ZoneId zone) {
        Map<String, FigureRules.Successor> successors = new HashMap<>();
        rules.successors().forEach(s -> successors.put(s.department().value(), s));
        Lead[] leads = new Lead[table.teams.size()];
        Arrays.setAll(leads, i -> {
            String lead = table.lead(i);
            FigureRules.Successor s = lead == null ? null : successors.get(lead);
            return s == null
                    ? new Lead(lead, null, 0)
                    : new Lead(
                            lead,
                            s.into().value(),
                            s.since().atStartOfDay(zone).toInstant().toEpochMilli());
        });
        return leads;
    }

    /// Whether a row is asked for, whatever its steps.
    boolean passes(int row) {
        return areas[table.area[row]]
                && teams[table.team[row]]
                && classes[table.kind[row]]
                && sources[table.source[row]];
    }

    /// Whether the step of this row at this instant is asked for; `moment` below 0 for none.
    boolean passes(int row, int moment, long at) {
        if (department != null && !department.equals(leads[table.team[row]].at(at))) {
            return false;
        }
        if (actors != null && (moment < 0 || !actors[table.by[moment][row]])) {
            return false;
        }
        return (hour < 0 || (moment >= 0 && local(at).getHour() == hour))
                && (weekHour < 0 || (moment >= 0 && weekHour(at) == weekHour));
    }

    /// A row's marks at an instant, with those that depend on the question.
    long marks(int row, long at) {
        long marks = table.marks[row];
        if (table.due[row] != FactTable.NEVER && table.due[row] < at) {
            marks |= Mark.OVERDUE.bit();
        }
        return publicSources[table.source[row]] ? marks | Mark.PUBLIC.bit() : marks;
    }

    Lead lead(int row) {
        return leads[table.team[row]];
    }

    /// From Monday 0 to Sunday 167.
    int weekHour(long at) {
        LocalDateTime local = local(at);
        return (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
    }

    LocalDateTime local(long at) {
        Instant instant = Instant.ofEpochMilli(at);
        ZoneOffset offset = zone.getRules().getOffset(instant);
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, offset);
    }
}
