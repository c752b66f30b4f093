package org.yiping.domain.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.geo.Position;
import org.yiping.domain.kpi.Span;

/// Makes a day out of a track, by rules alone: the same track and rules give the same day. Off the grid goes
/// before idle, and where there is no fix nothing else is said. Immutable; any thread.
public final class DayJudge {
    private final StaffRules rules;

    public DayJudge(StaffRules rules) {
        this.rules = rules;
    }

    /// When somebody was on duty: by what that is known, how long it should have been by now (absent without
    /// a roster) and how much of that was signed for (absent also where they signed nothing that day), and the
    /// parts of it that have passed, `Spans.merged`.
    public record Duty(
            String basis,
            @Nullable Duration planned,
            @Nullable Duration attended,
            List<Span> spans) {
        public Duty {
            spans = List.copyOf(spans);
        }
    }

    /// Whether a place lies in somebody's grid at a time: they may be given another one in the middle of a day.
    public interface Inside {
        boolean test(long millis, Position place);
    }

    /// Where somebody is to be: `inside` absent where no grid is known, `ground` also where it was not one and the same
    /// the whole day.
    public record Grid(@Nullable Inside inside, @Nullable DutyGround ground) {
        public static final Grid NONE = new Grid(null, null);
    }

    /// A day, and which of the ground's points were passed.
    public record Judged(StaffDay day, BitSet passed) {}

    public Judged judge(String unit, LocalDate day, Fixes fixes, Duty duty, Grid grid) {
        Day made = new Day(fixes, grid);
        duty.spans().forEach(made::add);
        DutyGround ground = grid.ground();
        // of a day of which no track tells nothing was seen, which is not that nothing was passed
        boolean told = made.onDuty > made.gap;
        int points = ground == null || !told ? 0 : ground.points().size();
        return new Judged(
                new StaffDay(
                        unit,
                        day,
                        rules.version(),
                        duty.basis(),
                        millis(duty.planned()),
                        millis(duty.attended()),
                        made.onDuty,
                        made.onDuty - made.gap,
                        made.gap,
                        made.idle,
                        grid.inside() == null ? null : Long.valueOf(made.offGrid),
                        points > 0 ? Integer.valueOf(made.passed.cardinality()) : null,
                        points > 0 ? Integer.valueOf(points) : null,
                        Math.round(made.metres),
                        made.seen,
                        made.jumps,
                        made.spells),
                made.passed);
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : Long.valueOf(duration.toMillis());
    }

    /// One day while it is put together.
    private final class Day {
        private final Fixes fixes;
        private final Grid grid;
        private final BitSet passed = new BitSet();
        private final List<Spell> spells = new ArrayList<>();
        private long onDuty;
        private long gap;
        private long idle;
        private long offGrid;
        private double metres;
        private int seen;
        private int jumps;

        Day(Fixes fixes, Grid grid) {
            this.fixes = fixes;
            this.grid = grid;
        }

        void add(Span span) {
            long from = span.from().toEpochMilli();
            long until = span.until().toEpochMilli();
            onDuty += until - from;
            int first = fixes.from(from);
            int last = fixes.from(until + 1) - 1;
            if (last < first) {
                spell(Spell.Kind.GAP, from, until, null);
                return;
            }
            seen += last - first + 1;
            Spell.Kind[] kinds = kinds(first, last);
            edge(from, fixes.millis(first), kinds.length == 0 ? Spell.Kind.ACTIVE : kinds[0], first);
            for (int i = first; i < last; i++) {
                Spell.Kind kind = kinds[i - first];
                spell(kind, fixes.millis(i), fixes.millis(i + 1), fixes.position(i));
                if (kind != Spell.Kind.GAP) {
                    pass(i, i + 1);
                    metres += kind == Spell.Kind.IDLE ? 0 : fixes.position(i).distanceMetres(fixes.position(i + 1));
                }
            }
            pass(last, last);
            edge(fixes.millis(last), until, kinds.length == 0 ? Spell.Kind.ACTIVE : kinds[kinds.length - 1], last);
        }

        /// From the beginning of duty to the first fix, and from the last one to its end: as beside it while
        /// that is short, else nothing is known.
        private void edge(long from, long until, Spell.Kind beside, int fix) {
            boolean known = until - from <= gapMillis() && beside != Spell.Kind.GAP;
            spell(known ? beside : Spell.Kind.GAP, from, until, fixes.position(fix));
        }

        private long gapMillis() {
            return Duration.ofMinutes(rules.track().gapMinutes()).toMillis();
        }

        private void pass(int a, int b) {
            DutyGround ground = grid.ground();
            if (ground != null) {
                ground.pass(fixes.longitude(a), fixes.latitude(a), fixes.longitude(b), fixes.latitude(b), passed);
            }
        }

        /// What is known of the time between each fix and the next.
        private Spell.Kind[] kinds(int first, int last) {
            Spell.Kind[] kinds = new Spell.Kind[last - first];
            int begin = first;
            for (int i = first; i < last; i++) {
                boolean silent = fixes.millis(i + 1) - fixes.millis(i) > gapMillis();
                if (silent || leaps(i)) {
                    kinds[i - first] = Spell.Kind.GAP;
                    run(begin, i, first, kinds);
                    begin = i + 1;
                } else {
                    kinds[i - first] = Spell.Kind.ACTIVE;
                }
            }
            run(begin, last, first, kinds);
            return kinds;
        }

        private boolean leaps(int i) {
            double seconds = (fixes.millis(i + 1) - fixes.millis(i)) / 1000.0;
            double way = fixes.position(i).distanceMetres(fixes.position(i + 1));
            boolean leaps = way > rules.track().idleMetres()
                    && way / seconds * 3.6 > rules.track().fastestKmh();
            jumps += leaps ? 1 : 0;
            return leaps;
        }

        /// A part of the track without a gap.
        private void run(int begin, int end, int first, Spell.Kind[] kinds) {
            int from = begin;
            for (int i = begin; i <= end; i++) {
                if (isOutside(i)) {
                    int back = i;
                    while (back < end && isOutside(back)) {
                        back++;
                    }
                    if (fixes.millis(back) - fixes.millis(i)
                            >= minutes(rules.track().offGridMinutes())) {
                        stands(from, i, first, kinds);
                        mark(i, back, first, kinds, Spell.Kind.OFF_GRID);
                        from = back;
                    }
                    i = back;
                }
            }
            stands(from, end, first, kinds);
        }

        private boolean isOutside(int i) {
            Inside inside = grid.inside();
            return inside != null && !inside.test(fixes.millis(i), fixes.position(i));
        }

        private void stands(int begin, int end, int first, Spell.Kind[] kinds) {
            int i = begin;
            while (i < end) {
                Position here = fixes.position(i);
                int stays = i;
                while (stays < end
                        && here.distanceMetres(fixes.position(stays + 1))
                                <= rules.track().idleMetres()) {
                    stays++;
                }
                if (fixes.millis(stays) - fixes.millis(i)
                        >= minutes(rules.track().idleMinutes())) {
                    mark(i, stays, first, kinds, Spell.Kind.IDLE);
                    i = stays;
                } else {
                    i++;
                }
            }
        }

        private static long minutes(int minutes) {
            return Duration.ofMinutes(minutes).toMillis();
        }

        private static void mark(int from, int until, int first, Spell.Kind[] kinds, Spell.Kind kind) {
            for (int i = from; i < until; i++) {
                kinds[i - first] = kind;
            }
        }

        private void spell(Spell.Kind kind, long from, long until, @Nullable Position place) {
            if (until <= from) {
                return;
            }
            switch (kind) {
                case GAP -> gap += until - from;
                case IDLE -> idle += until - from;
                case OFF_GRID -> offGrid += until - from;
                case ACTIVE -> {}
            }
            Spell last = spells.isEmpty() ? null : spells.getLast();
            Instant begin = Instant.ofEpochMilli(from);
            if (last != null && last.kind() == kind && last.until().equals(begin)) {
                spells.set(spells.size() - 1, new Spell(kind, last.from(), Instant.ofEpochMilli(until), last.place()));
            } else {
                spells.add(new Spell(kind, begin, Instant.ofEpochMilli(until), place));
            }
        }
    }
}
