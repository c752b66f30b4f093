package org.yiping.server.kpi;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Grouping;

/// By what a row's steps are told apart: the number of the group each of them belongs to, worked out once for every
/// text of the table. One thread.
final class Groups {
    /// Of a step that belongs to none.
    static final int NONE = -1;

    private static final int UNKNOWN = -2;
    private static final int DAY_HOURS = 24;
    private static final int WEEK_HOURS = 168;

    private final FactTable table;
    private final Sieve sieve;
    private final Names names;
    private final Numbering numbering;

    /// `moment` is below 0 for standing cases.
    private interface Numbering {
        int of(FactBlock block, int row, int moment, long at);
    }

    /// `names` takes the groups that are found; `areaOf` says in which area of the asked level one lies.
    Groups(FactTable table, Sieve sieve, Grouping by, Function<String, @Nullable String> areaOf, Names names) {
        this.table = table;
        this.sieve = sieve;
        this.names = names;
        this.numbering = switch (by) {
            case NONE -> (_, _, _, _) -> 0;
            case AREA -> {
                Once areas = new Once(table.areas.size(), n -> areaOf.apply(table.areas.text(n)));
                yield (b, row, _, _) -> areas.of(b.area[row]);
            }
            case DEPARTMENT -> departments();
            case CLASS -> {
                Once classes = new Once(table.classes.size(), table.classes::text);
                yield (b, row, _, _) -> classes.of(b.kind[row]);
            }
            case SOURCE -> {
                Once sources = new Once(table.sources.size(), table.sources::text);
                yield (b, row, _, _) -> sources.of(b.source[row]);
            }
            case PERSON -> actors(true);
            case POST -> actors(false);
            case HOUR -> {
                Once hours = new Once(DAY_HOURS, h -> String.format(Locale.ROOT, "%02d", h));
                yield (_, _, moment, at) -> moment < 0 ? NONE : hours.of(sieve.hour(at));
            }
            case WEEK_HOUR -> {
                Once hours = new Once(WEEK_HOURS, h -> String.format(Locale.ROOT, "%03d", h));
                yield (_, _, moment, at) -> moment < 0 ? NONE : hours.of(sieve.weekHour(at));
            }
            case DAY -> days();
        };
    }

    /// The group of the step a row took at an instant; `NONE` for none.
    int of(FactBlock block, int row, int moment, long at) {
        return numbering.of(block, row, moment, at);
    }

    String name(int group) {
        return names.text(group);
    }

    private int number(@Nullable String name) {
        return name == null ? NONE : names.of(name);
    }

    private Numbering departments() {
        Once now = new Once(table.teams.size(), n -> sieve.lead(n).now());
        Once then = new Once(table.teams.size(), n -> sieve.lead(n).then());
        return (b, row, _, at) -> {
            Sieve.Lead lead = sieve.lead(b.team[row]);
            return lead.then() != null && at >= lead.since() ? then.of(b.team[row]) : now.of(b.team[row]);
        };
    }

    private Numbering actors(boolean person) {
        Once actors = new Once(table.actors.size(), n -> {
            String actor = table.actors.text(n);
            int space = actor.lastIndexOf(' ');
            return space < 0 ? null : person ? actor.substring(0, space) : actor.substring(space + 1);
        });
        return (b, row, moment, _) -> moment < 0 ? NONE : actors.of(b.by[moment][row]);
    }

    private Numbering days() {
        Map<Long, Integer> days = new HashMap<>();
        return (_, _, moment, at) -> moment < 0
                ? NONE
                : days.computeIfAbsent(
                        sieve.day(at), d -> number(LocalDate.ofEpochDay(d).toString()));
    }

    /// The group of each of some small numbers, found when it is met first.
    private final class Once {
        private final int[] found;
        private final IntFunction<@Nullable String> name;

        Once(int many, IntFunction<@Nullable String> name) {
            this.found = new int[many];
            this.name = name;
            Arrays.fill(found, UNKNOWN);
        }

        int of(int number) {
            if (found[number] == UNKNOWN) {
                found[number] = number(name.apply(number));
            }
            return found[number];
        }
    }
}
