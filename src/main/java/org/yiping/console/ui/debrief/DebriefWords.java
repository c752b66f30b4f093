package org.yiping.console.ui.debrief;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.RecordWords;
import org.yiping.console.ui.Words;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.PastEntry;

/// What the review room says of stretches, moments and events. Any thread.
record DebriefWords(Desk desk, Messages messages, Words names) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    static DebriefWords of(Desk desk, Messages messages) {
        return new DebriefWords(desk, messages, new Words(desk.stores(), messages));
    }

    String text(String key, Object... args) {
        return messages.get(key, args);
    }

    /// With the year and the day of the week: it must not be taken for now.
    String moment(Instant at) {
        Locale language = names.english() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        String day = at.atZone(names.zone()).getDayOfWeek().getDisplayName(TextStyle.SHORT, language);
        String stamp = names.stamp(at);
        return stamp.substring(0, 10) + " " + day + " " + stamp.substring(11);
    }

    String span(Debrief.Subject s) {
        boolean oneDay = s.since()
                .atZone(names.zone())
                .toLocalDate()
                .equals(s.until().atZone(names.zone()).toLocalDate());
        return names.stamp(s.since()).substring(0, 16) + " – "
                + (oneDay ? names.minute(s.until()) : DAY.format(s.until().atZone(names.zone())));
    }

    String about(Debrief.Subject s) {
        CaseId id = s.caseId();
        return id == null ? text("debrief.of-hall") : caseName(id);
    }

    /// Its name and number, or its id where this console does not hold it.
    String caseName(CaseId id) {
        return desk.stores().cases().find(id).map(this::named).orElse(text("debrief.of-case", id.value()));
    }

    String named(Case c) {
        return names.name(c) + " " + c.head().number().value();
    }

    /// What a new debrief is called unless somebody calls it otherwise.
    String title(Debrief.Subject s) {
        return text("debrief.title-proposed", about(s), DAY.format(s.since().atZone(names.zone())));
    }

    /// One event: when, which case, what. `then` is the replayed desk, which may know the case.
    String event(PastEntry entry, Desk then) {
        String which = then.stores()
                .cases()
                .find(entry.fact().about())
                .map(names::name)
                .orElseGet(() -> caseName(entry.fact().about()));
        String what = switch (entry.fact()) {
            case PastEntry.OfRecord(var r) -> names.action(r.step()) + " · " + new RecordWords(messages, names).of(r);
            case PastEntry.OfReview _ -> text("debrief.event-review");
            case PastEntry.OfCase(var _, var value) ->
                value == null ? text("debrief.event-gone") : text("debrief.event-case");
        };
        return names.second(entry.at()) + "  " + which + " · " + what;
    }
}
