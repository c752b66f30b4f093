package org.yiping.server.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.Person;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.staff.DutyGround;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.domain.staff.StaffDay;
import org.yiping.domain.staff.StaffRules;
import org.yiping.domain.staff.StaffTrack;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Scope;
import org.yiping.server.data.TrackTable;
import org.yiping.server.staff.StaffDays.Subject;

/// Answers how people's work is judged in a period, and opens one day of one of them. Any thread.
public final class StaffDesk implements AutoCloseable {
    /// Whoever asks for a board that is being made waits so long for it.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration UNITS_FRESH = Duration.ofMinutes(2);
    /// No screen shows more of a track.
    private static final int MOST_FIXES = 4_000;
    /// No shift of a day begins or ends further from its noon.
    private static final Duration BESIDE = Duration.ofDays(2);

    private final StaffDays days;
    private final StaffWork work;
    private final RollCalls calls;
    private final Presence presence;
    private final Tracks tracks;
    private final Around around;
    private final ReentrantLock lock = new ReentrantLock();
    private final StaffBoards boards;
    private final EndedDays ended;
    private Map<String, String> units = Map.of();
    private Instant unitsRead = Instant.EPOCH;

    /// What time it is, and where; and who makes boards beside whoever asks.
    record Around(ZoneId zone, InstantSource clock, Executor beside) {}

    /// A board is being made, of which no older one is there; `all` is 0 while nobody knows of how many people.
    public static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int done;
        private final int all;

        NotYet(int done, int all) {
            super("people's work is being judged", null, false, false);
            this.done = done;
            this.all = all;
        }

        public int done() {
            return done;
        }

        public int all() {
            return all;
        }
    }

    /// What was kept of positions, and what waits to be.
    record Tracks(TrackTable table, TrackKeeper keeper) {}

    StaffDesk(StaffDays days, StaffWork work, RollCalls calls, Presence presence, Tracks tracks, Around around) {
        this.days = days;
        this.work = work;
        this.calls = calls;
        this.presence = presence;
        this.tracks = tracks;
        this.around = around;
        this.boards = new StaffBoards(this::make, around.beside(), around.clock(), PATIENCE);
        this.ended = new EndedDays(days, around, () -> boards.goOn(new StaffBoards.Progress()));
    }

    public RollCalls calls() {
        return calls;
    }

    /// Everybody a reach sees in a period as figures have it (`day`, `week`, `month` …). Vehicles serve no
    /// area and are shown to who sees the whole city. Throws `NotYet` while it is made for the first
    /// time and takes long.
    public StaffBoard board(String period, @Nullable LocalDate day, Reach reach) {
        StaffBoards.Board whole = boards.to(new StaffBoards.Key(period, day));
        StaffBoard b = whole.board();
        return new StaffBoard(
                b.at(),
                b.span(),
                b.rules(),
                b.sample(),
                b.rows().stream()
                        .filter(r -> sees(reach, whole.scopes().get(r.unit())))
                        .toList());
    }

    private static boolean sees(Reach reach, @Nullable Scope scope) {
        return scope == null ? reach.areas().isEmpty() && reach.department() == null : reach.sees(scope);
    }

    private Instant now() {
        return around.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private StaffBoards.Board make(StaffBoards.Key key, StaffBoards.Progress progress) {
        Instant now = now();
        tracks.keeper().flush();
        StaffWork.Counted counted = work.of(key.period(), key.day());
        Span span = counted.span();
        StaffRules rules =
                presence.rules(span.until().isAfter(now) ? now : span.until().minusMillis(1));
        Instant end = span.until().isAfter(now) ? now : span.until().minusMillis(1);
        List<Subject> subjects =
                subjects(rules, new Span(span.from(), end.isBefore(span.from()) ? span.from() : end), now);
        Map<String, RowMaker> makers = new HashMap<>();
        Map<String, Scope> scopes = new HashMap<>();
        var outcomes = calls.outcomes(span, now);
        for (Subject s : subjects) {
            Person person = s.now();
            makers.put(s.unit(), new RowMaker(s, rules));
            if (person != null) {
                scopes.put(s.unit(), Scope.of(person));
            }
        }
        progress.of(subjects.size());
        days.each(subjects, dates(span, now), new StaffDays.Taking() {
            @Override
            public void take(Subject subject, StaffDay day) {
                Objects.requireNonNull(makers.get(subject.unit())).add(day);
            }

            @Override
            public void next() {
                progress.next();
                boards.goOn(progress);
            }
        });
        List<StaffBoard.Row> rows = new ArrayList<>();
        for (Subject s : subjects) {
            RowMaker maker = Objects.requireNonNull(makers.get(s.unit()));
            Person person = s.now();
            if (person == null && maker.empty()) {
                continue; // a vehicle without a track in this period
            }
            rows.add(maker.row(
                    presence.heard(s.unit()).orElse(null),
                    counted,
                    person == null ? Map.of() : outcomes.getOrDefault(person.id(), Map.of())));
        }
        return new StaffBoards.Board(new StaffBoard(now, span, rules.version(), rules.sample(), rows), scopes);
    }

    private List<LocalDate> dates(Span span, Instant now) {
        LocalDate first = LocalDate.ofInstant(span.from(), around.zone());
        Instant end = span.until().isAfter(now) ? now : span.until().minusMillis(1);
        LocalDate last = LocalDate.ofInstant(end, around.zone());
        return last.isBefore(first)
                ? List.of()
                : first.datesUntil(last.plusDays(1)).toList();
    }

    /// People who held a judged post, and units of judged kinds that are nobody, by id.
    private List<Subject> subjects(StaffRules rules, Span span, Instant now) {
        List<Subject> all = days.people(span);
        Set<String> people = presence.carriers();
        units(now).forEach((unit, kind) -> {
            if (rules.units().contains(kind) && !people.contains(unit)) {
                all.add(Subject.nobody(unit));
            }
        });
        return all;
    }

    /// A clock that was put back does not hold up what is new.
    private Map<String, String> units(Instant now) {
        lock.lock();
        try {
            Duration age = Duration.between(unitsRead, now);
            if (age.isNegative() || age.compareTo(UNITS_FRESH) >= 0) {
                units = tracks.table().units();
                unitsRead = now;
            }
            return units;
        } finally {
            lock.unlock();
        }
    }

    /// One day of one of them, with its track; empty where a reach does not see them. `name` is as it is
    /// kept.
    public Optional<StaffTrack> open(String unit, LocalDate day, Reach reach) {
        Instant now = now();
        tracks.keeper().flush();
        Instant noon = day.atTime(LocalTime.NOON).atZone(around.zone()).toInstant();
        Span whole = new Span(noon.minus(BESIDE), noon.plus(BESIDE));
        Optional<Subject> found = subjects(presence.rules(now), whole, now).stream()
                .filter(s -> s.unit().equals(unit))
                .findFirst();
        return found.filter(s -> sees(reach, s.now() == null ? null : Scope.of(s.now())))
                .flatMap(s -> days.open(s, day).map(o -> track(s, o, now)));
    }

    private static StaffTrack track(Subject subject, StaffDays.Opened opened, Instant now) {
        DutyGround ground = opened.grid().ground();
        StaffTrackMaker maker = new StaffTrackMaker(opened, MOST_FIXES);
        return new StaffTrack(
                now,
                opened.judged().day(),
                subject.name(),
                ground == null ? "" : ground.method(),
                maker.fixes(),
                maker.points(true),
                maker.points(false),
                opened.known().signs());
    }

    /// Judges days that have ended and nobody asked for, beside the caller. To be called from time to time.
    public void judgeEnded() {
        ended.judge();
    }

    /// Ends what is being made, and waits for that.
    @Override
    public void close() {
        boards.close();
    }
}
