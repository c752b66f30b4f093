package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.StatusWords;
import org.yiping.console.ui.StoryWords;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.StatusItem;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.hall.OpenDay;
import org.yiping.domain.wall.Placement;

/// What the wall says, second by second. FX thread.
///
/// Counting runs beside the FX thread, one count at a time, and only when a case changed or a light turns.
final class WallModel {
    private static final Duration PROMISE = Duration.ofSeconds(60);
    private static final Duration HEARD = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final StatusWords status;
    private final StoryWords story;
    private final Subscriptions subscriptions = new Subscriptions();
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final FocusWords focus;
    private final WallFigures figures;
    private @Nullable CaseId wanted;
    private String lost = "";
    private Set<CaseId> named = Set.of();
    private List<Placement> sent = List.of();
    private Programme.@Nullable Hand hand;
    private int homeless;
    private boolean map = true;
    private List<StatusWords.Aged> ages = List.of();
    private List<StatusWords.Aged> older = List.of();
    private boolean counting;
    private Instant counted = Instant.MIN;
    private Standing standing = Standing.UNKNOWN;

    WallModel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        words = new Words(desk.stores(), hall.messages());
        status = new StatusWords(desk, hall.messages());
        story = new StoryWords(hall.messages());
        focus = new FocusWords(desk, hall.messages());
        figures = new WallFigures(desk, hall.messages());
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

    /// Counts anew where needed; `told` is called on the FX thread with the new counts in place. What cannot be counted
    /// is unknown until a minute later: counts of before would look like those of now.
    void count(Instant now, Runnable told) {
        boolean setBack = now.isBefore(counted); // lights that turned by a clock that was ahead turn back
        boolean due = setBack || !now.isBefore(standing.turnsAt());
        if (counting || !(changed.getAndSet(false) || due)) {
            return;
        }
        counting = true;
        counted = now;
        var rows = desk.stores().cases().rows();
        boolean heard = desk.stores().cases().freshness().heard();
        Workflow workflow = heard ? workflow() : null;
        CaseId first = desk.stores()
                .openDay()
                .map(OpenDay::story)
                .map(OpenDay.Telling::caseId)
                .orElse(null);
        hall.background()
                .run(
                        () -> Standing.of(rows.values(), workflow, now, first),
                        next -> stands(next, told),
                        _ -> stands(Standing.unknown(now.plus(AGAIN)), told));
    }

    private void stands(Standing next, Runnable told) {
        counting = false;
        standing = next;
        told.run();
    }

    /// The case a scene has in focus; absent, the one that has called longest, or that is told, or is most urgent.
    void focus(@Nullable CaseId id) {
        wanted = id;
    }

    /// Which other computers of this wall are lost, in words.
    void lost(String words) {
        lost = words;
    }

    /// The cases that tiles name, what desks and alarms have put over the scene, and how many of these have no place.
    void sent(Set<CaseId> cases, List<Placement> placements, int homeless) {
        named = Set.copyOf(cases);
        sent = List.copyOf(placements);
        this.homeless = homeless;
    }

    /// Whether a map stands, and how old what single tiles show is.
    void stands(boolean map, List<StatusWords.Aged> ages) {
        this.map = map;
        this.ages = List.copyOf(ages);
    }

    /// What of this computer's own is oldest; empty where it knows of nothing.
    Optional<StatusWords.Aged> oldest(Instant now) {
        return status.oldest(now, map, ages);
    }

    /// What other computers of this wall show and is older than that.
    void older(List<StatusWords.Aged> others) {
        older = List.copyOf(others);
    }

    /// The scene that was chosen at the wall, while it stands.
    void hand(Programme.@Nullable Hand chosen) {
        hand = chosen;
    }

    /// Whether an alarm waits that nobody answers.
    boolean calls() {
        return standing.unanswered().count() > 0;
    }

    Standing standing() {
        return standing;
    }

    /// Before any camera has its letter.
    WallFace face(Instant now, Set<CaseId> outside) {
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
                List.of(),
                figures.four(standing, now),
                day(now),
                told(),
                foot(now),
                detail(now));
    }

    private WallFace.Detail detail(Instant now) {
        WallFace.Focus at = focus.focus(
                        wanted != null
                                ? wanted
                                : standing.urgent().stream().findFirst().orElse(null),
                        now)
                .orElse(null);
        return new WallFace.Detail(
                now,
                at,
                named.stream()
                        .flatMap(id -> focus.focus(id, now).stream())
                        .collect(Collectors.toMap(f -> f.face().value().id(), f -> f)),
                figures.byName(standing, now),
                focus.near(at),
                lateMap(now),
                focus.late(desk.stores().kpis().freshness(), promise("kpis", PROMISE), now));
    }

    /// Where nobody knows the cases, the map is as old as its own layers.
    private String lateMap(Instant now) {
        Freshness cases = desk.stores().cases().freshness();
        Freshness layers = desk.stores().layers().freshness();
        return cases.heard() || layers.live()
                ? focus.late(cases, promise("link", HEARD), now)
                : focus.late(layers, promise("link", HEARD), now);
    }

    private Duration promise(String source, Duration otherwise) {
        return desk.city().map(c -> c.promises().of(source, otherwise)).orElse(otherwise);
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
                link,
                status.oldestEntry(
                        now, map, Stream.concat(ages.stream(), older.stream()).toList()),
                Stream.of(lost, homeless == 0 ? "" : text("wall.homeless", homeless), status.damage())
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(" · ")),
                simulated,
                desk.stores().veil().on(),
                notice,
                SentWords.line(hand, sent, words, hall.messages(), now));
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
