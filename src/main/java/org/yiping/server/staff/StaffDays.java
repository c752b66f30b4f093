package org.yiping.server.staff;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.staff.DayJudge;
import org.yiping.domain.staff.Fixes;
import org.yiping.domain.staff.StaffDay;
import org.yiping.domain.staff.StaffRules;
import org.yiping.protocol.Json;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.StaffDayTable;
import org.yiping.server.data.TrackTable;

/// Days of people in the field: judged from their tracks once they are over, kept, and judged again only
/// where something they were made of has changed. Any thread.
final class StaffDays {
    /// So many days of a track are in memory at once: each of one fix a second is two megabytes.
    private static final int READ_TOGETHER = 31;
    /// So many days are kept by one transaction; a fix that comes before it leaves all of them to be judged again.
    private static final int KEPT_TOGETHER = 1_000;

    private final TrackTable tracks;
    private final StaffDayTable table;
    private final StaffBook book;
    private final DutyGrids grids;
    private final DutyPlan plan;
    private final InstantSource clock;

    /// Who is judged: somebody as they are `now` and were `then`, at the end of what is asked for; or a unit that
    /// is nobody and serves no area. `served` are the areas they served all the time; empty where these changed,
    /// and where they are the whole city.
    record Subject(
            String unit, @Nullable Person now, @Nullable Person then, List<AreaCode> served) {
        static Subject nobody(String unit) {
            return new Subject(unit, null, null, List.of());
        }

        String name() {
            return now == null ? unit : now.name();
        }

        @Nullable
        PersonId id() {
            return now == null ? null : now.id();
        }
    }

    /// Where days come from.
    record Sources(TrackTable tracks, StaffDayTable table, StaffBook book) {}

    StaffDays(Sources sources, DutyGrids grids, DutyPlan plan, InstantSource clock) {
        this.tracks = sources.tracks();
        this.table = sources.table();
        this.book = sources.book();
        this.grids = grids;
        this.plan = plan;
        this.clock = clock;
    }

    /// A day with the track it was judged from and the grid.
    record Opened(DayJudge.Judged judged, Fixes fixes, DayJudge.Grid grid, DutyPlan.Known known) {}

    /// Everybody who held a judged post at some time of a span, by id, and nobody else though it were their unit.
    List<Subject> people(Span span) {
        DutyPlan.Reading reading = plan.read();
        Set<PostCode> posts = book.posts(plan.day(span.from()), plan.day(span.until()));
        List<Subject> people = new ArrayList<>();
        reading.people().forEach((id, history) -> {
            List<Person> held =
                    history.within(span).stream().map(Postings.Posting::person).toList();
            if (held.stream().anyMatch(p -> p.posts().stream().anyMatch(posts::contains))) {
                boolean same = held.stream().map(Person::areas).distinct().count() == 1;
                people.add(new Subject(
                        id.value(),
                        history.now(),
                        held.getLast(),
                        same ? held.getLast().areas() : List.of()));
            }
        });
        people.sort(Comparator.comparing(Subject::unit));
        return people;
    }

    /// Empty where they were not judged on that day: in no judged post.
    Optional<Opened> open(Subject subject, LocalDate day) {
        DutyPlan.Reading reading = plan.read();
        DutyPlan.Known known = reading.days(subject.id(), day, day).of(day);
        return known.held().isEmpty()
                ? Optional.empty()
                : Optional.of(judged(
                        subject,
                        known,
                        tracks.of(subject.unit(), known.whole()),
                        new Served(reading.history(subject.id()), grids.editions())));
    }

    private Opened judged(Subject subject, DutyPlan.Known known, Fixes fixes, Served by) {
        StaffRules rules = book.at(known.day());
        DayJudge.Duty duty = plan.duty(known, rules, fixes, clock.instant());
        List<Span> on = duty.spans();
        Span served = on.isEmpty()
                ? known.whole()
                : new Span(on.getFirst().from(), on.getLast().until());
        DayJudge.Grid grid = grids.of(by.in(served), rules.coverage());
        return new Opened(
                new DayJudge(rules).judge(subject.unit(), known.day(), fixes, duty, grid), fixes, grid, known);
    }

    /// What somebody served when, by their postings and the versions of the city's layers; nobody serves nothing.
    private record Served(Postings.@Nullable History history, List<LayerTable.Edition> editions) {
        List<DutyGrids.Service> in(Span span) {
            return history == null ? List.of() : DutyGrids.services(history.within(span), span.until(), editions);
        }

        void addTo(MadeOf all, Span span) {
            List<DutyGrids.Service> services = in(span);
            all.add(services.size());
            services.forEach(s -> s.addTo(all));
        }
    }

    interface Taking {
        void take(Subject subject, StaffDay day);

        /// All days of somebody were told. What this throws ends the round, and what was judged so far is kept.
        default void next() {}
    }

    /// Every day of everybody on which they were judged, one by one; what had to be judged and is over is kept.
    void each(List<Subject> subjects, List<LocalDate> days, Taking taking) {
        if (days.isEmpty()) {
            return;
        }
        Round round = new Round();
        try {
            subjects.forEach(s -> {
                round.judge(s, days, taking);
                taking.next();
            });
        } finally {
            round.keep();
        }
    }

    /// A day, by what it is made of now, and what was kept of it, if that still holds.
    private record Due(DutyPlan.Known day, String madeOf, StaffDayTable.@Nullable Kept kept) {}

    /// Days of many people judged at once: what they share is read once, somebody's track is read for many days, and
    /// what was judged is kept for many people together. One thread.
    private final class Round {
        private final DutyPlan.Reading reading = plan.read();
        private final List<LayerTable.Edition> editions = grids.editions();
        private final Map<String, String> rules = new HashMap<>();
        private final MadeOf all = new MadeOf();
        private final Instant now = clock.instant();
        private final List<StaffDayTable.Made> made = new ArrayList<>();
        private long written = tracks.changes();

        void judge(Subject subject, List<LocalDate> dates, Taking taking) {
            Served served = new Served(reading.history(subject.id()), editions);
            List<Due> days = due(subject, dates, served);
            Fixes track = new Fixes();
            int read = 0;
            for (int i = 0; i < days.size(); i++) {
                Due due = days.get(i);
                DutyPlan.Known day = due.day();
                if (due.kept() != null) {
                    taking.take(subject, Json.mapper().readValue(due.kept().content(), StaffDay.class));
                    continue;
                }
                if (i >= read) {
                    read = together(days, i);
                    track = tracks.of(subject.unit(), around(days.subList(i, read)));
                }
                StaffDay judged = judged(subject, day, track.within(day.whole()), served)
                        .judged()
                        .day();
                taking.take(subject, judged);
                if (!day.whole().until().isAfter(now)) {
                    made.add(new StaffDayTable.Made(
                            new StaffDayTable.Key(subject.unit(), day.day()),
                            day.whole(),
                            new StaffDayTable.Kept(
                                    due.madeOf(), Json.mapper().writeValueAsString(judged.withoutSpells()))));
                }
            }
            if (made.size() >= KEPT_TOGETHER) {
                keep();
            }
        }

        /// Of somebody on which they were judged, as the dates go.
        private List<Due> due(Subject subject, List<LocalDate> dates, Served served) {
            DutyPlan.Days known = reading.days(subject.id(), dates.getFirst(), dates.getLast());
            Map<LocalDate, StaffDayTable.Kept> kept = table.of(subject.unit(), dates.getFirst(), dates.getLast());
            List<Due> days = new ArrayList<>();
            for (LocalDate date : dates) {
                DutyPlan.Known day = known.of(date);
                if (!day.held().isEmpty()) {
                    StaffRules by = book.at(date);
                    String madeOf = madeOf(by, served, day);
                    StaffDayTable.Kept before = kept.get(date);
                    days.add(new Due(
                            day, madeOf, before != null && before.madeOf().equals(madeOf) ? before : null));
                }
            }
            return days;
        }

        private String madeOf(StaffRules by, Served served, DutyPlan.Known day) {
            all.add(rules.computeIfAbsent(
                    by.version(), _ -> new MadeOf().add(by.toString()).end()));
            served.addTo(all, day.whole());
            day.addTo(all);
            return all.end();
        }

        /// Where the days end whose track is read with that of the day at `first`.
        private static int together(List<Due> days, int first) {
            int end = first + 1;
            while (end < days.size()
                    && end - first < READ_TOGETHER
                    && days.get(end).kept() == null) {
                end++;
            }
            return end;
        }

        private static Span around(List<Due> days) {
            Instant from = days.getFirst().day().whole().from();
            Instant until = days.getFirst().day().whole().until();
            for (Due due : days) {
                Span whole = due.day().whole();
                from = whole.from().isBefore(from) ? whole.from() : from;
                until = whole.until().isAfter(until) ? whole.until() : until;
            }
            return new Span(from, until);
        }

        /// Puts down what was judged since the last time.
        void keep() {
            if (!made.isEmpty()) {
                List<StaffDayTable.Made> all = List.copyOf(made);
                // a fix that came meanwhile took out what was not there yet
                tracks.unchanged(written, () -> table.put(all));
                made.clear();
            }
            written = tracks.changes();
        }
    }
}
