package org.yiping.server.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.shift.Roster;
import org.yiping.domain.staff.DayJudge;
import org.yiping.domain.staff.Fixes;
import org.yiping.domain.staff.StaffDay;
import org.yiping.domain.staff.StaffRules;
import org.yiping.protocol.Json;
import org.yiping.server.data.StaffDayTable;
import org.yiping.server.data.TrackTable;

/// Days of people in the field: judged from their tracks once they are over, kept, and judged again only
/// where something they were made of has changed. Any thread.
final class StaffDays {
    private final TrackTable tracks;
    private final StaffDayTable table;
    private final StaffBook book;
    private final DutyGrids grids;
    private final DutyPlan plan;
    private final InstantSource clock;

    /// Who is judged: a person, or a unit that is none and serves no area.
    record Subject(String unit, String name, @Nullable Person person) {
        List<AreaCode> areas() {
            return person == null ? List.of() : person.areas();
        }

        @Nullable
        PersonId id() {
            return person == null ? null : person.id();
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

    Opened open(Subject subject, LocalDate day) {
        DutyPlan.Known known = plan.of(subject.id(), day, plan.rosters());
        return judged(subject, known);
    }

    private Opened judged(Subject subject, DutyPlan.Known known) {
        StaffRules rules = book.at(known.day());
        Fixes fixes = tracks.of(subject.unit(), known.whole());
        DayJudge.Grid grid = grids.of(subject.areas(), rules.coverage());
        DayJudge.Duty duty = plan.duty(known, rules, fixes, clock.instant());
        return new Opened(
                new DayJudge(rules).judge(subject.unit(), known.day(), fixes, duty, grid), fixes, grid, known);
    }

    interface Taking {
        void take(Subject subject, StaffDay day);
    }

    /// Every day of everybody, one by one; what had to be judged and is over is kept.
    void each(List<Subject> subjects, List<LocalDate> days, Taking taking) {
        if (days.isEmpty()) {
            return;
        }
        List<Roster> rosters = plan.rosters();
        Instant now = clock.instant();
        Instant from = plan.of(null, days.getFirst(), rosters).whole().from();
        Instant until = plan.of(null, days.getLast(), rosters).whole().until();
        Map<StaffDayTable.Key, StaffDayTable.Kept> kept = table.between(new Span(from, until));
        for (Subject subject : subjects) {
            List<StaffDayTable.Made> made = new ArrayList<>();
            long written = tracks.changes();
            for (LocalDate day : days) {
                DutyPlan.Known known = plan.of(subject.id(), day, rosters);
                String madeOf = hash(book.at(day) + "\n" + subject.areas() + "\n" + known.words());
                StaffDayTable.Key key = new StaffDayTable.Key(
                        subject.unit(), known.whole().from().toEpochMilli());
                StaffDayTable.Kept before = kept.get(key);
                if (before != null && before.madeOf().equals(madeOf)) {
                    taking.take(subject, Json.mapper().readValue(before.content(), StaffDay.class));
                    continue;
                }
                StaffDay judged = judged(subject, known).judged().day();
                taking.take(subject, judged);
                if (!known.whole().until().isAfter(now)) {
                    made.add(new StaffDayTable.Made(
                            key,
                            known.whole().until().toEpochMilli(),
                            new StaffDayTable.Kept(madeOf, Json.mapper().writeValueAsString(sums(judged)))));
                }
            }
            if (!made.isEmpty()) {
                // a fix that came meanwhile took out what was not there yet
                tracks.unchanged(written, () -> table.put(made));
            }
        }
    }

    /// Spells are of the day that is opened, which is judged anew.
    private static StaffDay sums(StaffDay d) {
        return new StaffDay(
                d.unit(),
                d.day(),
                d.rules(),
                d.basis(),
                d.plannedMillis(),
                d.attendedMillis(),
                d.onDutyMillis(),
                d.trackedMillis(),
                d.gapMillis(),
                d.idleMillis(),
                d.offGridMillis(),
                d.passed(),
                d.points(),
                d.metres(),
                d.fixes(),
                d.jumps(),
                List.of());
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
