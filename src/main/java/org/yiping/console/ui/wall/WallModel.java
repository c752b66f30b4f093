package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Numbers;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.StatusWords;
import org.yiping.console.ui.StoryWords;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.AgeText;
import org.yiping.console.ui.control.CountdownText;
import org.yiping.console.ui.control.StatusItem;
import org.yiping.console.ui.wall.WallFace.Figure;
import org.yiping.console.ui.wall.WallFace.Tone;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.hall.OpenDay;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;

/// What the wall says, second by second. FX thread.
///
/// Open and overdue cases are counted here from the same rows as legend and cards: a wall that says two numbers for
/// one thing is believed in neither. What was filed and closed today only the platform can count. Counting runs
/// beside the FX thread, one count at a time, and only when a case changed or a light turns.
final class WallModel {
    private static final Duration PROMISE = Duration.ofSeconds(60);
    private static final Duration HEARD = Duration.ofSeconds(10);

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final StatusWords status;
    private final StoryWords story;
    private final Subscriptions subscriptions = new Subscriptions();
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final FocusWords focus;
    private @Nullable CaseId wanted;
    private boolean counting;
    private Standing standing = Standing.UNKNOWN;

    WallModel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        words = new Words(desk.stores(), hall.messages());
        status = new StatusWords(desk, hall.messages());
        story = new StoryWords(hall.messages());
        focus = new FocusWords(desk, hall.messages());
    }

    void show() {
        subscriptions.close();
        subscriptions.add(desk.stores().cases().subscribe(_ -> changed.set(true)));
        subscriptions.add(desk.stores().city().subscribe(() -> changed.set(true)));
        subscriptions.add(desk.stores().onOpenDay(() -> changed.set(true)));
    }

    void hide() {
        subscriptions.close();
    }

    /// Counts anew where needed; `counted` is called on the FX thread with the new counts in place.
    void count(Instant now, Runnable counted) {
        boolean due = !now.isBefore(standing.turnsAt());
        if (counting || !(changed.getAndSet(false) || due)) {
            return;
        }
        counting = true;
        var rows = desk.stores().cases().rows();
        boolean heard = desk.stores().cases().freshness().heard();
        Workflow workflow = heard ? workflow() : null;
        CaseId told = desk.stores()
                .openDay()
                .map(OpenDay::story)
                .map(OpenDay.Telling::caseId)
                .orElse(null);
        hall.background()
                .run(
                        () -> Standing.of(rows.values(), workflow, now, told),
                        next -> {
                            counting = false;
                            standing = next;
                            counted.run();
                        },
                        _ -> counting = false);
    }

    /// The case a scene has in focus; absent, the one that is told, or else the most urgent one.
    void focus(@Nullable CaseId id) {
        wanted = id;
    }

    /// Whether an alarm waits that nobody answers.
    boolean calls() {
        return standing.unanswered().count() > 0;
    }

    Standing standing() {
        return standing;
    }

    WallFace face(Instant now, Set<CaseId> outside, List<CameraId> cameras) {
        boolean stale = !desk.stores().cases().freshness().live();
        List<CaseFace> urgent = standing.urgent().stream()
                .flatMap(id -> desk.stores().cases().find(id).stream())
                .map(c -> CaseFace.of(c, desk, words, now))
                .toList();
        return new WallFace(
                standing,
                stale,
                urgent,
                outside,
                cameras,
                figures(stale, now),
                day(now),
                told(),
                foot(now),
                detail(stale, now));
    }

    private WallFace.Detail detail(boolean stale, Instant now) {
        WallFace.Focus at = focus.focus(
                        wanted != null
                                ? wanted
                                : standing.urgent().stream().findFirst().orElse(null),
                        now)
                .orElse(null);
        return new WallFace.Detail(
                now,
                at,
                Map.of(
                        "filed", filed(now),
                        "closed", closed(now),
                        "on-time", onTime(now),
                        "open", open(stale),
                        "over", over(stale),
                        "unanswered", calling(stale, now)),
                focus.near(at),
                focus.late(desk.stores().cases().freshness(), promise("link", HEARD), now),
                focus.late(desk.stores().kpis().freshness(), promise("kpis", PROMISE), now));
    }

    private Duration promise(String source, Duration otherwise) {
        return desk.city().map(c -> c.promises().of(source, otherwise)).orElse(otherwise);
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
    private Figure calling(boolean stale, Instant now) {
        if (standing.unanswered().count() > 0) {
            return unanswered(stale, now);
        }
        return counted("wall.unanswered", 0, "", false, stale);
    }

    private List<Figure> figures(boolean stale, Instant now) {
        return List.of(
                filed(now),
                standing.unanswered().count() == 0 ? onTime(now) : unanswered(stale, now),
                open(stale),
                over(stale));
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
    private Figure unanswered(boolean stale, Instant now) {
        Standing.Unanswered n = standing.unanswered();
        return new Figure(
                text("wall.unanswered"),
                CountdownText.clock(Math.max(0, Duration.between(n.since(), now).toSeconds())),
                "",
                text("wall.unanswered-of", n.count()),
                stale ? Tone.STALE : Tone.ALARM);
    }

    private Figure open(boolean stale) {
        Standing.Counts n = standing.counts();
        return counted("wall.open", n.open(), text("wall.of-them-held", n.held()), false, stale);
    }

    private Figure over(boolean stale) {
        Standing.Counts n = standing.counts();
        return counted("wall.over", n.over(), text("wall.soon-besides", n.soon()), n.over() > 0, stale);
    }

    private Figure counted(String key, int count, String note, boolean alarm, boolean stale) {
        String label = hall.messages().get(key);
        if (!standing.known()) {
            return new Figure(label, unknown(), "", text("wall.no-data"), Tone.UNKNOWN);
        }
        Tone tone = stale ? Tone.STALE : alarm ? Tone.ALARM : Tone.PLAIN;
        return new Figure(label, Numbers.whole(count), text("wall.unit-cases"), note, tone);
    }

    /// Without the city its time zone is not known, and another zone's clock is no clock.
    private WallFace.Day day(Instant now) {
        if (desk.city().isEmpty()) {
            return new WallFace.Day(text("wall.today"), text("wall.no-data"), unknown());
        }
        String title =
                desk.city().map(c -> text("wall.today-in", c.name().name())).orElse("");
        DateTimeFormatter date = words.english()
                ? DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH)
                : DateTimeFormatter.ofPattern("M 月 d 日 EEE", Locale.SIMPLIFIED_CHINESE);
        return new WallFace.Day(title, date.format(now.atZone(words.zone())), words.minute(now));
    }

    private WallFace.Told told() {
        int step = desk.stores()
                .openDay()
                .map(OpenDay::story)
                .map(OpenDay.Telling::step)
                .orElse(0);
        return new WallFace.Told(story.title(step), story.caption(step));
    }

    /// The round trip is for who sits at a desk: on the wall a live link says only that it lives.
    private WallFace.Foot foot(Instant now) {
        StatusWords.Entry link = status.link(now);
        if (link.state() == StatusItem.State.LIVE) {
            link = new StatusWords.Entry(link.icon(), text("status.live"), link.state());
        }
        String notice = desk.city()
                .map(CityFacts::name)
                .filter(CityFacts.Name::simulated)
                .map(name -> name.notice(hall.messages().locale().get()))
                .orElse("");
        boolean simulated = desk.city().map(c -> c.name().simulated()).orElse(false);
        return new WallFace.Foot(
                link, status.oldestEntry(now), simulated, desk.stores().veil().on(), notice);
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
        String age = AgeText.of(Duration.between(kpi.at(), now), hall.messages());
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

    private @Nullable Workflow workflow() {
        return desk.city().map(c -> c.rules().workflow()).orElse(null);
    }

    private String unknown() {
        return text("control.countdown.unknown");
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
