package org.yiping.domain.video;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Versioned;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.PostCode;

/// How a city uses its cameras: what recognisers' alarms mean here, what may be said aloud and when, and who goes first
/// at a camera that several want to turn. The city's data, by versions. `ranks` are posts, the highest first; who is
/// not in it goes last; `watermark` is absent where pictures bear none. Immutable; any thread.
public record VideoRules(
        String version,
        Captures captures,
        Speaking speaking,
        List<PostCode> ranks,
        @Nullable Watermark watermark) implements Versioned {
    private static final Duration LONGEST_TALK = Duration.ofMinutes(10);

    /// A city that has written none: no recogniser is heard, nothing is said aloud.
    public static final VideoRules NONE = new VideoRules(
            "none",
            new Captures(Duration.ofMinutes(30), Duration.ofMinutes(10), Duration.ofHours(4), List.of(), List.of()),
            new Speaking(List.of(), 0, 0, Duration.ofMinutes(5), Duration.ofMinutes(10)),
            List.of(new PostCode("leader"), new PostCode("duty-leader"), new PostCode("dispatcher")));

    public VideoRules {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(captures, "captures");
        Objects.requireNonNull(speaking, "speaking");
        ranks = List.copyOf(ranks);
    }

    public VideoRules(String version, Captures captures, Speaking speaking, List<PostCode> ranks) {
        this(version, captures, speaking, ranks, null);
    }

    /// Who looks at a picture and when, written over it (水印): `where` is off, corner or tiled; `says` names
    /// what in the order it is written: person, seat, time.
    public record Watermark(String where, List<String> says) {
        public static final String OFF = "off";
        public static final String CORNER = "corner";
        public static final String TILED = "tiled";
        public static final String PERSON = "person";
        public static final String SEAT = "seat";
        public static final String TIME = "time";

        private static final Set<String> WHERE = Set.of(OFF, CORNER, TILED);
        private static final Set<String> SAYS = Set.of(PERSON, SEAT, TIME);

        public Watermark {
            says = List.copyOf(says);
        }

        private boolean isSound() {
            return WHERE.contains(where) && SAYS.containsAll(says) && (where.equals(OFF) || !says.isEmpty());
        }
    }

    /// What recognisers' alarms mean. What the same camera sees of the same class within `window` is folded into what
    /// waits; what is older than `late` when it comes is not queued; what nobody judged within `kept` expires.
    public record Captures(Duration window, Duration late, Duration kept, List<Mapping> classes, List<Reason> reasons) {
        public Captures {
            classes = List.copyOf(classes);
            reasons = List.copyOf(reasons);
        }

        public Optional<Mapping> of(String alarm) {
            return classes.stream().filter(m -> m.alarm().equals(alarm)).findFirst();
        }

        public boolean knows(String reason) {
            return reasons.stream().anyMatch(r -> r.code().equals(reason));
        }
    }

    /// An alarm class of the recogniser, what it is here, and from which confidence on it is shown to people. `window`
    /// goes before the window of all.
    public record Mapping(
            String alarm,
            String name,
            ClassCode classCode,
            double threshold,
            @Nullable Duration window) {}

    /// Why somebody says that it is none.
    public record Reason(String code, String name, String nameEnglish) {}

    /// What may be said through loudspeakers: within these hours (none: never), so often at once, so loud (0 to 100),
    /// and not again at the same camera within `pause`. Somebody looks at the effect after `checkAfter`.
    ///
    /// A live voice (对讲) may speak for `talk` without a break, a minute where the city says nothing of it;
    /// repeats and pause are no rules for it.
    public record Speaking(
            List<Hours> hours,
            int repeats,
            int volume,
            Duration pause,
            Duration checkAfter,
            @Nullable Duration talk) {
        private static final Duration TALK = Duration.ofMinutes(1);

        public Speaking {
            hours = List.copyOf(hours);
        }

        public Speaking(List<Hours> hours, int repeats, int volume, Duration pause, Duration checkAfter) {
            this(hours, repeats, volume, pause, checkAfter, null);
        }

        public Duration longestTalk() {
            return talk == null ? TALK : talk;
        }

        public boolean allows(LocalTime time) {
            return hours.stream().anyMatch(h -> h.has(time));
        }
    }

    /// From one time of day up to another; over midnight where `until` comes first.
    public record Hours(LocalTime from, LocalTime until) {
        boolean has(LocalTime time) {
            return from.isBefore(until)
                    ? !time.isBefore(from) && time.isBefore(until)
                    : !time.isBefore(from) || time.isBefore(until);
        }
    }

    /// How early a post goes: 0 is the first.
    public int rank(PostCode post) {
        int place = ranks.indexOf(post);
        return place < 0 ? ranks.size() : place;
    }

    /// Whether somebody in that post takes a camera out of the hand of the other.
    public boolean goesBefore(PostCode post, PostCode other) {
        return rank(post) < rank(other);
    }

    /// Why something may not be said, by a code; empty where it may.
    public Optional<String> refusal(Camera camera, Broadcast.Words words, LocalTime time) {
        return talkRefusal(camera, words.volume(), time)
                .or(() -> words.repeats() < 1 || words.repeats() > speaking.repeats()
                        ? Optional.of("repeats")
                        : Optional.empty());
    }

    /// The same of a live voice.
    public Optional<String> talkRefusal(Camera camera, int volume, LocalTime time) {
        boolean speaks = camera.device() != null && camera.device().can(org.yiping.domain.camera.Device.SPEAKER);
        if (!speaks) {
            return Optional.of("no-speaker");
        }
        if (!speaking.allows(time)) {
            return Optional.of("quiet-hours");
        }
        return volume < 0 || volume > speaking.volume() ? Optional.of("too-loud") : Optional.empty();
    }

    /// What is wrong with a city's file, in words; absent where it is sound.
    public Optional<String> fault() {
        if (version.isBlank() || version.length() > 48) {
            return Optional.of("version has 1 to 48 characters");
        }
        boolean positive = captures.window().isPositive()
                && captures.late().isPositive()
                && captures.kept().isPositive()
                && speaking.checkAfter().isPositive();
        if (!positive) {
            return Optional.of("window, late, kept and checkAfter are positive");
        }
        for (Mapping m : captures.classes()) {
            if (m.alarm().isBlank() || !(m.threshold() >= 0 && m.threshold() <= 1)) {
                return Optional.of("a class needs an alarm and a threshold from 0 to 1: " + m.alarm());
            }
            if (captures.classes().stream()
                            .filter(o -> o.alarm().equals(m.alarm()))
                            .count()
                    > 1) {
                return Optional.of("the alarm " + m.alarm() + " is there twice");
            }
        }
        if (watermark != null && !watermark.isSound()) {
            return Optional.of("watermark: where is off, corner or tiled, says some of person, seat, time");
        }
        Duration talk = speaking.longestTalk();
        if (!talk.isPositive() || talk.compareTo(LONGEST_TALK) > 0) {
            return Optional.of("talk is longer than nothing and ten minutes at most");
        }
        return speaking.volume() < 0 || speaking.volume() > 100 ? Optional.of("volume is 0 to 100") : Optional.empty();
    }
}
