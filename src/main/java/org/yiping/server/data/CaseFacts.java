package org.yiping.server.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.Milestones;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.geo.Position;
import org.yiping.protocol.Json;
import org.yiping.text.Term;

/// A case with what the storage needs to list and count it. Immutable; any thread.
public record CaseFacts(Case subject, Workflow.Ending ending) {
    /// The flag of a granted appeal (申诉): the timeout stays visible and is not counted (domain.md 2.8).
    private static final String EXEMPT = "timeout-exempt";
    /// Cases are also found by this flag while nobody has answered their alarm.
    public static final String ALARM = "alarm";

    /// The handling clocks decide whether a department was on time (domain.md 2.9); a case that never had one,
    /// or whose timeout is exempt, is neither on time nor late.
    @Nullable
    Boolean onTime() {
        List<CaseClock> handling = subject.progress().clocks().stream()
                .filter(c -> c.stage().equals(CaseClock.HANDLE) && c.stoppedAt() != null)
                .toList();
        if (handling.isEmpty() || subject.progress().flags().contains(EXEMPT)) {
            return null;
        }
        return handling.stream().noneMatch(CaseClock::overran);
    }

    /// The columns of table `cases` after trail, in its order.
    @Nullable
    Object[] columns() {
        Milestones m = subject.progress().milestones();
        CaseClock clock = subject.runningClock().orElse(null);
        Position at = subject.place().position();
        return new @Nullable Object[] {
            subject.progress().state().value(),
            ending.name(),
            subject.progress().department() == null
                    ? null
                    : subject.progress().department().value(),
            subject.place().area() == null ? null : subject.place().area().value(),
            subject.report().source().value(),
            subject.report().reportedAt().toEpochMilli(),
            millis(m.filedAt()),
            millis(m.dispatchedAt()),
            millis(m.closedAt()),
            clock == null ? null : millis(clock.yellowAt()),
            clock == null ? null : millis(clock.dueAt()),
            onTime(),
            assisting(),
            subject.subject().classCode().value(),
            subject.subject().component() == null
                    ? null
                    : subject.subject().component().value(),
            at == null ? null : at.longitude(),
            at == null ? null : at.latitude(),
            at == null ? null : Tiles.of(at),
            caller(),
            flags(),
            subject.head().number().value()
        };
    }

    /// The columns of table `case_keys` between id and born, in the order they are written.
    @Nullable
    Object[] keys() {
        Position at = subject.place().position();
        return new @Nullable Object[] {
            subject.head().number().value(),
            subject.subject().classCode().value(),
            subject.subject().component() == null
                    ? null
                    : subject.subject().component().value(),
            subject.progress().department() == null
                    ? null
                    : subject.progress().department().value(),
            caller(),
            subject.report().reportedAt().toEpochMilli(),
            at == null ? null : at.longitude(),
            at == null ? null : at.latitude(),
            at == null ? null : Tiles.of(at)
        };
    }

    /// What a case is found by when somebody types a word: small letters.
    String words() {
        return Term.plain(String.join("\n", spoken()));
    }

    /// Whether a row's text, as it was before, has the same words: only who changes them pays for it.
    boolean wordedAlike(String content) {
        return spoken().stream()
                .allMatch(w -> w.isEmpty() || content.contains(Json.mapper().writeValueAsString(w)));
    }

    private List<String> spoken() {
        String address = subject.place().address();
        return List.of(subject.subject().description(), address == null ? "" : address);
    }

    /// Absent where nobody assists.
    private @Nullable String assisting() {
        String all = subject.progress().assistants().stream()
                .map(a -> a.department().value())
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }

    private @Nullable String caller() {
        Caller caller = subject.report().caller();
        return caller == null ? null : Callers.handle(caller.phone());
    }

    /// Apart and embraced by spaces, so that each can be looked for whole.
    private @Nullable String flags() {
        List<String> flags = new ArrayList<>(subject.progress().flags());
        Alarm alarm = subject.progress().alarm();
        if (alarm != null && alarm.answered() == null) {
            flags.add(ALARM);
        }
        return flags.isEmpty() ? null : " " + String.join(" ", flags) + " ";
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
