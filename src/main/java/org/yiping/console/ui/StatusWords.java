package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yiping.console.fx.Messages;
import org.yiping.console.outbox.Waiting;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.LinkState;
import org.yiping.console.ui.control.AgeText;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.StatusItem;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.field.FieldUnit;

/// What the status line says, on desk and wall alike: link, outbox, oldest data by name, cameras. FX thread.
public final class StatusWords {
    private static final int LOST_TIMES = 3;

    private final Desk desk;
    private final Messages messages;
    private final Words words;

    /// One entry: its icon, its words, how the thing stands.
    public record Entry(String icon, String text, StatusItem.State state) {}

    /// A source with its age and what it promised.
    public record Aged(String name, Duration age, Duration promise) {
        /// `at` may be of a clock that is ahead; nothing is younger than now.
        public static Aged of(String name, Instant at, Duration promise, Instant now) {
            Duration age = Duration.between(at, now);
            return new Aged(name, age.isNegative() ? Duration.ZERO : age, promise);
        }

        StatusItem.State state() {
            if (age.compareTo(promise.multipliedBy(LOST_TIMES)) > 0) {
                return StatusItem.State.LOST;
            }
            return age.compareTo(promise) > 0 ? StatusItem.State.LATE : StatusItem.State.LIVE;
        }

        public boolean isLate() {
            return state() != StatusItem.State.LIVE;
        }

        /// Further beyond its promise.
        public boolean isOlder(Aged other) {
            return share() > other.share();
        }

        private double share() {
            return (double) age.toMillis() / Math.max(1, promise.toMillis());
        }
    }

    public StatusWords(Desk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
        this.words = new Words(desk.stores(), messages);
    }

    public Entry link(Instant now) {
        return desk.stores()
                .link()
                .known()
                .map(state -> switch (state) {
                    case LinkState.Live(long ms, Instant _) ->
                        new Entry(
                                Icons.LINK_LIVE,
                                ms < 0 ? messages.get("status.live") : messages.get("status.live-trip", ms),
                                StatusItem.State.LIVE);
                    case LinkState.Late(Instant heard) ->
                        new Entry(
                                Icons.LINK_LATE,
                                messages.get("status.late", AgeText.of(Duration.between(heard, now), messages)),
                                StatusItem.State.LATE);
                    case LinkState.Lost(Instant since, var _, String reason) ->
                        new Entry(
                                Icons.LINK_LOST,
                                messages.get("status.lost", words.moment(since, now), reason(reason)),
                                StatusItem.State.LOST);
                })
                .orElseGet(() -> new Entry(Icons.LINK_LOST, messages.get("status.no-link"), StatusItem.State.LOST));
    }

    public Entry outbox(Instant now) {
        Waiting waiting = desk.outbox().waiting().known().orElse(Waiting.NOTHING);
        Instant oldest = waiting.oldest();
        int count = waiting.onTheirWay() + waiting.rejected() + waiting.expired() + waiting.ofOthers();
        if (oldest == null || count == 0) {
            return new Entry(Icons.OUTBOX, messages.get("status.outbox-empty"), StatusItem.State.LIVE);
        }
        Duration age = Duration.between(oldest, now);
        StatusItem.State state = age.compareTo(Duration.ofSeconds(10)) > 0 || waiting.expired() > 0
                ? StatusItem.State.LATE
                : StatusItem.State.LIVE;
        return new Entry(Icons.OUTBOX, messages.get("status.outbox", count, AgeText.of(age, messages)), state);
    }

    /// The source furthest beyond its promise, by name: cases, figures, of a `map` who is in the field and its layers
    /// while nobody renews them, and `others` that are shown. Whoever is silent for longer than `people-gone` has
    /// left the map and is no source any more: of all who ever went home the first would be the oldest for ever.
    public Optional<Aged> oldest(Instant now, boolean map, List<Aged> others) {
        List<Aged> all = new ArrayList<>();
        source(all, messages.get("status.source-cases"), desk.stores().cases().freshness(), "link", 10, now);
        source(all, messages.get("status.source-kpis"), desk.stores().kpis().freshness(), "kpis", 60, now);
        if (map) {
            Duration people = promise("people", 60);
            desk.stores()
                    .units()
                    .rows()
                    .values()
                    .filter(u -> !isGone(u, now))
                    .min(Comparator.comparing(FieldUnit::at))
                    .ifPresent(
                            u -> all.add(Aged.of(messages.get("status.source-unit", u.name()), u.at(), people, now)));
            Freshness layers = desk.stores().layers().freshness();
            if (!layers.live()) {
                source(all, messages.get("status.source-layers"), layers, "link", 10, now);
            }
        }
        all.addAll(others);
        return all.stream().reduce((a, b) -> b.isOlder(a) ? b : a);
    }

    /// On a desk, which has its map.
    public Entry oldestEntry(Instant now) {
        return oldestEntry(now, true, List.of());
    }

    /// With how many in the field are silent for so long that they are not on the map any more.
    public Entry oldestEntry(Instant now, boolean map, List<Aged> others) {
        long gone = map
                ? desk.stores()
                        .units()
                        .rows()
                        .values()
                        .filter(u -> isGone(u, now))
                        .count()
                : 0;
        String besides = gone == 0 ? "" : messages.get("status.gone", gone);
        return oldest(now, map, others)
                .map(a -> new Entry(
                        a.state() == StatusItem.State.LIVE ? Icons.AGE : Icons.AGE_LATE,
                        messages.get("status.oldest", a.name(), AgeText.of(a.age(), messages)) + besides,
                        a.state()))
                .orElseGet(() -> new Entry(Icons.AGE, messages.get("status.no-data") + besides, StatusItem.State.LATE));
    }

    /// A camera's picture that is shown.
    public Aged picture(Camera of, Duration age) {
        return new Aged(messages.get("status.source-picture", of.name()), age, promise("cameras", 3));
    }

    private boolean isGone(FieldUnit unit, Instant now) {
        return Duration.between(unit.at(), now).compareTo(promise("people-gone", 1800)) > 0;
    }

    /// What this computer's disk could not give back and nobody has told since; empty where nothing lacks.
    public String damage() {
        return DamageWords.of(desk.stores().damage(), messages);
    }

    public Entry cameras() {
        if (!desk.stores().cameras().freshness().heard()) {
            return new Entry(Icons.CAMERA, messages.get("status.cameras-unknown"), StatusItem.State.LATE);
        }
        long online = 0;
        long all = 0;
        for (Camera c : (Iterable<Camera>) desk.stores().cameras().rows().values()::iterator) {
            all++;
            online += c.state().online() ? 1 : 0;
        }
        return new Entry(Icons.CAMERA, messages.get("status.cameras", online, all), StatusItem.State.LIVE);
    }

    public String revision() {
        return messages.get("status.revision", desk.stores().revision());
    }

    private void source(List<Aged> all, String name, Freshness freshness, String promise, int otherwise, Instant now) {
        if (freshness.heard()) {
            all.add(Aged.of(name, freshness.asOf(), promise(promise, otherwise), now));
        }
    }

    private Duration promise(String source, int otherwiseSeconds) {
        Duration otherwise = Duration.ofSeconds(otherwiseSeconds);
        return desk.city()
                .map(CityFacts::promises)
                .map(p -> p.of(source, otherwise))
                .orElse(otherwise);
    }

    private String reason(String code) {
        return switch (code) {
            case "starting" -> messages.get("status.reason-starting");
            case "timeout" -> messages.get("status.reason-timeout");
            case "garbled" -> messages.get("status.reason-garbled");
            case "gap" -> messages.get("status.reason-gap");
            case "unreachable" -> messages.get("status.reason-unreachable");
            case "cut" -> messages.get("status.reason-cut");
            case "silent" -> messages.get("status.reason-silent");
            case "refused" -> messages.get("status.reason-refused");
            case "closed" -> messages.get("status.reason-closed");
            default -> messages.get("words.unknown-code", code);
        };
    }
}
