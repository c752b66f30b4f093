package org.yiping.server.kpi;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final long DAY = 86_400;
    /// The first of January 1970 was a Thursday.
    private static final int FIRST_WEEKDAY = 3;

    private final Of of;
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
    /// Every row passes, whatever it says.
    private final boolean all;

    /// What decides, so that two sieves of the same let the same rows through.
    record Of(
            FigureScope scope,
            Reach reach,
            List<SourceCode> publicSources,
            List<FigureRules.Successor> successors,
            ZoneId zone) {}

    /// A department until `since`, its successor from then on.
    record Lead(@Nullable String now, @Nullable String then, long since) {
        @Nullable
        String at(long millis) {
            return then != null && millis >= since ? then : now;
        }
    }

    Sieve(FactTable table, FigureScope scope, Reach reach, FigureRules rules, ZoneId zone) {
        this.of = new Of(scope, reach, rules.publicSources(), rules.successors(), zone);
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
        this.all = Stream.of(areas, teams, classes, sources).allMatch(Sieve::all);
    }

    private static boolean all(boolean[] pass) {
        for (boolean each : pass) {
            if (!each) {
                return false;
            }
        }
        return true;
    }

    Of of() {
        return of;
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
    boolean passes(FactBlock block, int row) {
        return all
                || (areas[block.area[row]]
                        && teams[block.team[row]]
                        && classes[block.kind[row]]
                        && sources[block.source[row]]);
    }

    /// Whether the step of this row at this instant is asked for; `moment` below 0 for none.
    boolean passes(FactBlock block, int row, int moment, long at) {
        if (department != null && !department.equals(leads[block.team[row]].at(at))) {
            return false;
        }
        if (actors != null && (moment < 0 || !actors[block.by[moment][row]])) {
            return false;
        }
        return (hour < 0 || (moment >= 0 && hour(at) == hour))
                && (weekHour < 0 || (moment >= 0 && weekHour(at) == weekHour));
    }

    /// A row's marks at an instant, with those that depend on the question.
    long marks(FactBlock block, int row, long at) {
        long marks = block.marks[row];
        if (block.due[row] != FactTable.NEVER && block.due[row] < at) {
            marks |= Mark.OVERDUE.bit();
        }
        if (block.replyDue[row] != FactTable.NEVER && block.replyDue[row] < at) {
            marks |= Mark.ORDER_DUE.bit();
        }
        return publicSources[block.source[row]] ? marks | Mark.PUBLIC.bit() : marks;
    }

    /// Of a team's number.
    Lead lead(int team) {
        return leads[team];
    }

    /// Of the city's day, from 0 to 23.
    int hour(long at) {
        return (int) (Math.floorMod(local(at), DAY) / 3600);
    }

    /// From Monday 0 to Sunday 167.
    int weekHour(long at) {
        return Math.floorMod(day(at) + FIRST_WEEKDAY, 7) * 24 + hour(at);
    }

    /// The city's day, counted from 1970.
    long day(long at) {
        return Math.floorDiv(local(at), DAY);
    }

    /// Seconds on the city's clocks.
    private long local(long at) {
        return Math.floorDiv(at, 1000L)
                + of.zone().getRules().getOffset(Instant.ofEpochMilli(at)).getTotalSeconds();
    }
}
