package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow;

/// How the city's open cases stand: counted by light, the most urgent of them, and what nobody answers. Immutable; any
/// thread.
///
/// `urgent` begins with what calls, the longest waiting first: a wall that says since when nobody answers shows that
/// case, and not another one. Then come those whose time ends first. `turnsAt` is when the next light
/// turns or the next answer is due: until then, and while no case changes, counting again is waste. Not
/// `known` is not zero: the wall then shows dashes.
record Standing(boolean known, Counts counts, List<CaseId> urgent, Unanswered unanswered, Instant turnsAt) {
    static final Standing UNKNOWN = unknown(Instant.MAX);

    /// Until then nobody tries again.
    static Standing unknown(Instant again) {
        return new Standing(false, new Counts(0, 0, 0, 0, 0), List.of(), Unanswered.NONE, again);
    }

    /// Open cases by light; `held` are those whose clock stands (挂账), `untimed` those no clock runs for.
    record Counts(int over, int soon, int calm, int held, int untimed) {
        int open() {
            return over + soon + calm + held + untimed;
        }
    }

    /// Alarms that nobody answered within the first limit, and since when the oldest of them calls.
    record Unanswered(int count, Instant since) {
        static final Unanswered NONE = new Unanswered(0, Instant.MAX);
    }

    Standing {
        urgent = List.copyOf(urgent);
    }

    /// Before others by `at`: since when it calls, or when it is due.
    private record Due(Instant at, CaseId id) {
        static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparing(d -> d.id().value());
    }

    static Standing of(Stream<Case> cases, @Nullable Workflow workflow, Instant now) {
        return of(cases, workflow, now, null);
    }

    /// `first` is the case everybody in the hall is to look at, while it is open and nothing calls.
    static Standing of(Stream<Case> cases, @Nullable Workflow workflow, Instant now, @Nullable CaseId first) {
        if (workflow == null) {
            return UNKNOWN;
        }
        int[] n = new int[5];
        List<Due> running = new ArrayList<>();
        Instant[] turns = {Instant.MAX};
        List<Due> calling = new ArrayList<>();
        cases.forEach(c -> {
            switch (c.light(now, workflow)) {
                case RED -> n[0] += 1;
                case YELLOW -> n[1] += 1;
                case GREEN -> n[2] += 1;
                case PAUSED -> n[3] += 1;
                case NONE -> n[4] += 1;
                case CLOSED, VOID -> {
                    return;
                }
            }
            Alarm alarm = c.progress().alarm();
            if (alarm != null && alarm.waiting() && !alarm.offers().isEmpty()) {
                if (alarm.overdue(now)) {
                    calling.add(new Due(alarm.raisedAt(), c.id()));
                }
                Instant due = alarm.offers().getFirst().due().plusMillis(1);
                turns[0] = due.isAfter(now) ? earlier(turns[0], due) : turns[0];
            }
            if (workflow.ending(c.progress().state()) == Workflow.Ending.OPEN) {
                c.runningClock().ifPresent(clock -> {
                    running.add(new Due(clock.dueAt(), c.id()));
                    turns[0] = earlier(turns[0], next(clock, now));
                });
            }
        });
        calling.sort(Due.ORDER);
        List<CaseId> urgent = Stream.concat(
                        calling.stream(),
                        running.stream()
                                .sorted(Comparator.comparing((Due d) -> !d.id().equals(first))
                                        .thenComparing(Due.ORDER)))
                .map(Due::id)
                .distinct()
                .limit(Scene.NUMBERED)
                .toList();
        Unanswered unanswered = calling.isEmpty()
                ? Unanswered.NONE
                : new Unanswered(calling.size(), calling.getFirst().at());
        return new Standing(true, new Counts(n[0], n[1], n[2], n[3], n[4]), urgent, unanswered, turns[0]);
    }

    private static Instant next(CaseClock clock, Instant now) {
        if (now.isBefore(clock.yellowAt())) {
            return clock.yellowAt();
        }
        // Red begins just after the due moment.
        return now.isAfter(clock.dueAt()) ? Instant.MAX : clock.dueAt().plusMillis(1);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
