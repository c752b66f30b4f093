package org.yiping.domain.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Versions;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.Limit;

/// Starts, extends, pauses, stops and explains the clocks of a case (domain.md 2.9). Every change computes the
/// due time anew from the start, so that a due time never depends on the way it came about. Immutable; any
/// thread.
final class StageClocks {
    private final String workflowVersion;
    private final Versions<WorkCalendar> calendars;

    StageClocks(String workflowVersion, Versions<WorkCalendar> calendars) {
        this.workflowVersion = workflowVersion;
        this.calendars = calendars;
    }

    /// A clock is read by the calendar it was started under; one of an unknown version by what was in force then.
    private WorkCalendar calendar(CaseClock c) {
        return calendars.find(c.basis().calendarVersion()).orElseGet(() -> calendars.at(c.startedAt()));
    }

    /// The clock of a stage: of `stageLimit` continuously, or of the limit that the criterion has in the catalogue that
    /// rules the case; none where there is neither.
    Optional<CaseClock> start(
            Subject subject, Catalogue catalogue, StageCode stage, @Nullable Duration stageLimit, Instant now) {
        String calendar = calendars.at(now).version();
        if (stageLimit != null) {
            return Optional.of(clock(stage, now, new ClockBasis(null, null, stageLimit, workflowVersion, calendar)));
        }
        CriterionId criterion = subject.criterion();
        if (criterion == null) {
            return Optional.empty();
        }
        return catalogue
                .find(subject.classCode(), criterion)
                .map(k -> clock(stage, now, new ClockBasis(k.limit(), k.id(), catalogue.version(), calendar)));
    }

    private CaseClock clock(StageCode stage, Instant now, ClockBasis basis) {
        return due(new CaseClock(stage, now, now, now, null, basis), null);
    }

    CaseClock stopped(CaseClock c, Instant now) {
        CaseClock awake = c.paused() ? resumed(c, now) : c;
        return new CaseClock(
                c.stage(), c.startedAt(), awake.yellowAt(), awake.dueAt(), now, c.basis(), awake.changes());
    }

    /// One more original limit.
    CaseClock extended(CaseClock c, Instant now) {
        return due(known(c), changes(c).extended(now));
    }

    CaseClock paused(CaseClock c, Instant now) {
        CaseClock k = known(c);
        return new CaseClock(
                k.stage(),
                k.startedAt(),
                k.yellowAt(),
                k.dueAt(),
                null,
                k.basis(),
                changes(k).paused(now));
    }

    CaseClock resumed(CaseClock c, Instant at) {
        return due(c, changes(c).resumed(at));
    }

    private static ClockChanges changes(CaseClock c) {
        return c.changes() == null ? ClockChanges.NONE : c.changes();
    }

    /// An imported target becomes a limit of its own before anything moves it.
    private static CaseClock known(CaseClock c) {
        ClockBasis b = c.basis();
        if (b.limit() != null || b.stageLimit() != null) {
            return c;
        }
        ClockBasis own = new ClockBasis(
                null,
                b.criterion(),
                Duration.between(c.startedAt(), c.dueAt()),
                b.catalogueVersion(),
                b.calendarVersion());
        return new CaseClock(c.stage(), c.startedAt(), c.yellowAt(), c.dueAt(), c.stoppedAt(), own, c.changes());
    }

    private CaseClock due(CaseClock c, @Nullable ClockChanges changes) {
        int times = 1 + (changes == null ? 0 : changes.extensions().size());
        Duration whole = allowance(c, times);
        List<ClockChanges.Pause> pauses = changes == null ? List.of() : changes.pauses();
        Timeline time = new Timeline(calendar(c), continuous(c.basis()), pauses);
        return new CaseClock(
                c.stage(),
                c.startedAt(),
                time.after(c.startedAt(), whole.multipliedBy(4).dividedBy(5)),
                time.after(c.startedAt(), whole),
                c.stoppedAt(),
                c.basis(),
                changes);
    }

    private Duration allowance(CaseClock c, int times) {
        Limit limit = c.basis().limit();
        if (limit != null) {
            return calendar(c).allowance(c.startedAt(), limit, times);
        }
        Duration stage = c.basis().stageLimit();
        return (stage == null ? Duration.between(c.startedAt(), c.dueAt()) : stage).multipliedBy(times);
    }

    private static boolean continuous(ClockBasis basis) {
        return basis.limit() == null || WorkCalendar.isContinuous(basis.limit());
    }

    ClockExplanation explain(CaseClock c) {
        List<Duration> pieces = IntStream.rangeClosed(1, 1 + c.extensions())
                .mapToObj(i -> i == 1 ? allowance(c, 1) : allowance(c, i).minus(allowance(c, i - 1)))
                .toList();
        WorkCalendar calendar = calendar(c);
        List<ClockExplanation.Segment> segments =
                new Timeline(calendar, continuous(c.basis()), c.pauses()).lay(c.startedAt(), pieces);
        Instant end = segments.isEmpty() ? c.startedAt() : segments.getLast().to();
        boolean exact = calendar.version().equals(c.basis().calendarVersion())
                && (c.paused() || c.dueAt().equals(end));
        return new ClockExplanation(
                c,
                calendar.version(),
                pieces.stream().reduce(Duration.ZERO, Duration::plus),
                exact,
                uncovered(c, calendar, segments),
                segments);
    }

    /// Years the clock runs through without anybody having laid down their holidays.
    private static List<Integer> uncovered(CaseClock c, WorkCalendar calendar, List<ClockExplanation.Segment> laid) {
        if (continuous(c.basis())) {
            return List.of();
        }
        return laid.stream()
                .flatMap(s -> Stream.of(s.from(), s.to() == null ? s.from() : s.to()))
                .map(at -> at.atZone(calendar.zone()).getYear())
                .distinct()
                .filter(year -> !calendar.covers(year))
                .toList();
    }
}
