package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.control.AgeText;
import org.yiping.console.ui.control.CountdownText;
import org.yiping.console.ui.wall.WallFace.Figure;
import org.yiping.console.ui.wall.WallFace.Tone;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;

/// The wall's figures in words. FX thread.
///
/// Open and overdue cases are counted from the same rows as legend and cards: a wall that says two numbers for one
/// thing is believed in neither. What was filed and closed today only the platform can count.
final class WallFigures {
    private static final Duration PROMISE = Duration.ofSeconds(60);

    private final Desk desk;
    private final Messages messages;

    WallFigures(Desk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
    }

    List<Figure> four(Standing standing, Instant now) {
        boolean stale = stale();
        return List.of(
                filed(now),
                standing.unanswered().count() == 0 ? onTime(now) : unanswered(standing, stale, now),
                open(standing, stale),
                over(standing, stale));
    }

    private Figure filed(Instant now) {
        Kpi kpi = kpi("filed");
        Double closed = value(kpi("closed"));
        String note = closed == null ? "" : text("wall.closed-today", Math.round(closed));
        Double value = value(kpi);
        return new Figure(
                text("wall.filed"),
                value == null ? unknown() : Numbers.whole(Math.round(value)),
                value == null ? "" : text("wall.unit-cases"),
                note(kpi, note, now),
                tone(kpi, now));
    }

    private Figure onTime(Instant now) {
        Kpi kpi = kpi("on-time-rate");
        Double value = value(kpi);
        Long of = kpi == null ? null : kpi.denominator();
        Long on = kpi == null ? null : kpi.numerator();
        String note =
                of == null || on == null ? "" : of == 0 ? text("wall.nothing-closed") : text("wall.on-time-of", on, of);
        return new Figure(
                text("wall.on-time"),
                value == null ? unknown() : Numbers.decimal(value, 1),
                value == null ? "" : text("wall.unit-percent"),
                note(kpi, note, now),
                tone(kpi, now));
    }

    /// Takes the place of the one figure that nobody can act on at once: a wall says no more than nine things.
    private Figure unanswered(Standing standing, boolean stale, Instant now) {
        Standing.Unanswered n = standing.unanswered();
        return new Figure(
                text("wall.unanswered"),
                CountdownText.clock(Math.max(0, Duration.between(n.since(), now).toSeconds())),
                "",
                text("wall.unanswered-of", n.count()),
                stale ? Tone.STALE : Tone.ALARM);
    }

    private Figure open(Standing standing, boolean stale) {
        Standing.Counts n = standing.counts();
        return counted(standing, "wall.open", n.open(), text("wall.of-them-held", n.held()), false, stale);
    }

    private Figure over(Standing standing, boolean stale) {
        Standing.Counts n = standing.counts();
        return counted(standing, "wall.over", n.over(), text("wall.soon-besides", n.soon()), n.over() > 0, stale);
    }

    private Figure counted(Standing standing, String key, int count, String note, boolean alarm, boolean stale) {
        String label = messages.get(key);
        if (!standing.known()) {
            return new Figure(label, unknown(), "", text("wall.no-data"), Tone.UNKNOWN);
        }
        Tone tone = stale ? Tone.STALE : alarm ? Tone.ALARM : Tone.PLAIN;
        return new Figure(label, Numbers.whole(count), text("wall.unit-cases"), note, tone);
    }

    /// Every figure a scene may ask for.
    Map<String, Figure> byName(Standing standing, Instant now) {
        boolean stale = stale();
        return Map.of(
                "filed", filed(now),
                "closed", closed(now),
                "on-time", onTime(now),
                "open", open(standing, stale),
                "over", over(standing, stale),
                "unanswered", calling(standing, stale, now));
    }

    private boolean stale() {
        return !desk.stores().cases().freshness().live();
    }

    private Figure closed(Instant now) {
        Kpi kpi = kpi("closed");
        Double value = value(kpi);
        return new Figure(
                text("wall.closed"),
                value == null ? unknown() : Numbers.whole(Math.round(value)),
                value == null ? "" : text("wall.unit-cases"),
                note(kpi, "", now),
                tone(kpi, now));
    }

    /// The wait of the oldest alarm nobody answers; where none waits, that there is none.
    private Figure calling(Standing standing, boolean stale, Instant now) {
        if (standing.unanswered().count() > 0) {
            return unanswered(standing, stale, now);
        }
        return counted(standing, "wall.unanswered", 0, "", false, stale);
    }

    private Tone tone(@Nullable Kpi kpi, Instant now) {
        if (value(kpi) == null) {
            return Tone.UNKNOWN;
        }
        return late(kpi, now) ? Tone.STALE : Tone.PLAIN;
    }

    /// What it was counted from, and since when that is true where it is older than promised.
    private String note(@Nullable Kpi kpi, String note, Instant now) {
        if (kpi == null) {
            return text("wall.no-data");
        }
        if (!late(kpi, now)) {
            return note;
        }
        String age = AgeText.of(Duration.between(kpi.at(), now), messages);
        return note.isEmpty() ? text("wall.ago", age) : text("wall.note-ago", note, age);
    }

    private boolean late(@Nullable Kpi kpi, Instant now) {
        Freshness freshness = desk.stores().kpis().freshness();
        Duration promise =
                desk.city().map(c -> c.promises().of("kpis", PROMISE)).orElse(PROMISE);
        return kpi != null
                && (!freshness.live() || Duration.between(kpi.at(), now).compareTo(promise) > 0);
    }

    private @Nullable Kpi kpi(String code) {
        return desk.stores().kpis().rows().get(new KpiCode(code));
    }

    private static @Nullable Double value(@Nullable Kpi kpi) {
        return kpi == null ? null : kpi.value();
    }

    private String unknown() {
        return text("control.countdown.unknown");
    }

    private String text(String key, Object... args) {
        return messages.get(key, args);
    }
}
