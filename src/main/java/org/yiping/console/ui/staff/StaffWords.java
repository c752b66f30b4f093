package org.yiping.console.ui.staff;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.domain.staff.Indicator;
import org.yiping.domain.staff.RollCall;
import org.yiping.domain.staff.Spell;
import org.yiping.domain.staff.StaffBoard.Share;
import org.yiping.domain.staff.StaffDay;
import org.yiping.domain.staff.StaffRules;

/// How numbers of people's work are worded: unknown is never a number. Any thread.
final class StaffWords {
    private final Messages messages;

    StaffWords(Messages messages) {
        this.messages = messages;
    }

    String unknown() {
        return messages.get("staff.unknown");
    }

    /// Per cent with one decimal.
    String percent(@Nullable Double share) {
        return share == null ? unknown() : Numbers.decimal(100 * share, 1) + "%";
    }

    /// The fraction of a count, e.g. 12 / 40.
    String fraction(Share share) {
        Long part = share.part();
        Long whole = share.whole();
        return part == null || whole == null
                ? unknown()
                : messages.get("staff.fraction", Numbers.whole(part), Numbers.whole(whole));
    }

    /// The fraction of times, e.g. 12 min of 8:00.
    String times(Share share) {
        Long part = share.part();
        Long whole = share.whole();
        return part == null || whole == null ? unknown() : messages.get("staff.fraction", hours(part), hours(whole));
    }

    /// Hours and minutes, e.g. 7:05.
    String hours(long millis) {
        Duration d = Duration.ofMillis(millis);
        return messages.get(
                "staff.hours",
                String.valueOf(d.toHours()),
                d.toMinutesPart() < 10 ? "0" + d.toMinutesPart() : String.valueOf(d.toMinutesPart()));
    }

    String kilometres(long metres) {
        return messages.get("staff.km", Numbers.decimal(metres / 1000.0, 1));
    }

    String basis(StaffDay day) {
        Long planned = day.plannedMillis();
        if (day.basis().equals(StaffRules.ROSTER) && planned != null && planned == 0) {
            return messages.get("staff.basis-free");
        }
        return switch (day.basis()) {
            case StaffRules.SIGN -> messages.get("staff.basis-sign");
            case StaffRules.ROSTER -> messages.get("staff.basis-roster");
            case StaffRules.TRACK -> messages.get("staff.basis-track");
            case "" -> messages.get("staff.basis-none");
            default -> messages.get("words.unknown-code", day.basis());
        };
    }

    String indicator(Indicator indicator) {
        return switch (indicator) {
            case ATTENDANCE -> messages.get("staff.column-attendance");
            case COVERAGE -> messages.get("staff.column-coverage");
            case ACTIVE -> messages.get("staff.not-idle");
            case ON_GRID -> messages.get("staff.on-grid");
            case VALID -> messages.get("staff.column-valid");
            case FOUND -> messages.get("staff.not-missed");
            case ANSWERED -> messages.get("staff.column-answered");
        };
    }

    String spell(Spell.Kind kind) {
        return switch (kind) {
            case ACTIVE -> messages.get("staff.active");
            case IDLE -> messages.get("staff.idle");
            case OFF_GRID -> messages.get("staff.off-grid");
            case GAP -> messages.get("staff.gap");
        };
    }

    String outcome(RollCall.Outcome outcome) {
        return switch (outcome) {
            case WAITING -> messages.get("staff.waiting");
            case IN_TIME -> messages.get("staff.in-time");
            case LATE -> messages.get("staff.late");
            case SILENT -> messages.get("staff.silent");
            case UNKNOWN -> messages.get("staff.not-reached");
        };
    }
}
