package org.yiping.console.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.CityFacts;
import org.yiping.console.ui.control.Countdown;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.Tag;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;

/// What a row, a card or a head says of a case at one moment. Immutable; any thread.
///
/// `time` are the words in the countdown's place where no clock runs any more (结案). `stale` says that the platform
/// has not been heard of, so this is the last known and not the present.
public record CaseFace(
        Case value,
        Light light,
        Countdown countdown,
        Text text,
        @Nullable Pending pending,
        boolean stale) {
    /// A tag is dropped whole rather than cut, so there are at most two.
    private static final int MOST_TAGS = 2;

    /// The words; `who` else is at the case.
    public record Text(String name, String criterion, String place, String time, String who) {}

    /// A command on its way: its action in words and since when.
    public record Pending(String what, Instant since) {}

    /// What kind of tag stands behind the name.
    public List<Tag.Kind> tags() {
        List<Tag.Kind> tags = new ArrayList<>();
        switch (value.subject().severity()) {
            case CRITICAL -> tags.add(Tag.Kind.TOP_URGENT);
            case URGENT -> tags.add(Tag.Kind.URGENT);
            case ORDINARY -> {}
            case NOTICE -> tags.add(Tag.Kind.HINT);
        }
        if (value.progress().flags().contains(Case.DOCKET)) {
            tags.add(Tag.Kind.DOCKET);
        }
        if (value.progress().flags().contains("supervised")) {
            tags.add(Tag.Kind.SUPERVISED);
        }
        if (value.progress().flags().contains("rework")) {
            tags.add(Tag.Kind.REWORK);
        }
        return tags.size() > MOST_TAGS ? tags.subList(0, MOST_TAGS) : tags;
    }

    /// The same moment in other words.
    public CaseFace saying(Text other) {
        return new CaseFace(value, light, countdown, other, pending, stale);
    }

    public String sourceIcon() {
        return icon(value.report().source());
    }

    public static CaseFace of(Case value, Desk desk, Words words, Instant now) {
        Light light = desk.city()
                .map(CityFacts::rules)
                .map(r -> value.light(now, r.workflow()))
                .orElse(Light.NONE);
        String time = switch (light) {
            case CLOSED, VOID -> words.state(value.progress().state());
            case GREEN, YELLOW, RED, PAUSED, NONE -> "";
        };
        return new CaseFace(
                value,
                light,
                Clocks.countdown(value, light, now),
                new Text(
                        words.name(value),
                        words.criterion(value),
                        words.place(value),
                        time,
                        words.seats().row(value.id())),
                pending(value, desk, words),
                !desk.stores().cases().freshness().live());
    }

    private static @Nullable Pending pending(Case value, Desk desk, Words words) {
        List<Delivery> deliveries = desk.outbox().pending(value.id());
        if (deliveries.isEmpty()) {
            return null;
        }
        Delivery last = deliveries.getLast();
        return new Pending(underWay(value, last.command(), words), last.queuedAt());
    }

    private static String underWay(Case value, Command command, Words words) {
        return switch (command) {
            case Command.ActOnCase c -> words.underWay(c.action(), value);
            case Command.ReviewCase _ -> words.reviewing();
            case Command.ReportCase _ -> words.registering();
            case Aside _ -> words.sending();
        };
    }

    private static String icon(SourceCode source) {
        return switch (source.value()) {
            case "hotline", "upper" -> Icons.HOTLINE;
            case "video" -> Icons.CAPTURE;
            case "alarm" -> Icons.SENSOR;
            case "app", "media" -> Icons.PUBLIC_APP;
            default -> Icons.COLLECTOR;
        };
    }
}
