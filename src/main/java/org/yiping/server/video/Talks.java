package org.yiping.server.video;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;

/// Who speaks live through which camera (对讲): one at a time at each, for so long at most. Any thread; `begin`, `take`
/// and `end` wait for the source.
///
/// Sound comes in numbered pieces while somebody holds the button and is handed on at once; none is kept. Who sends
/// none for some seconds has let go without saying so. What has ended is known for a while, so that whoever comes late
/// is told what became of it.
public final class Talks {
    /// So long without a piece, and it is over: a line that is lost must not hold a loudspeaker.
    static final Duration SILENCE = Duration.ofSeconds(3);

    static final Duration REMEMBERED = Duration.ofMinutes(2);

    /// G.711: bytes a second.
    static final int RATE = 8_000;

    /// So much may come ahead of its time, after a stumble of the line.
    private static final Duration AHEAD = Duration.ofSeconds(3);

    public static final String TALKING = "talking";
    public static final String TOO_LONG = "too-long";
    public static final String SILENT = "let-go";
    public static final String TOO_FAST = "too-fast";

    private static final Logger LOG = LoggerFactory.getLogger(Talks.class);

    private final InstantSource clock;
    private final Executor threads;
    private final Map<CameraId, Talk> speaking = new ConcurrentHashMap<>();
    private final Map<String, Talk> all = new ConcurrentHashMap<>();

    /// How a talk stands: `talking`, or what the source said of its end (done, sent, failed) with the reason why it
    /// ended by itself. `bytes` is how much sound was handed on.
    public record State(
            String id,
            CameraId camera,
            Actor by,
            Instant since,
            Instant until,
            String state,
            String reason,
            long bytes,
            boolean simulated) {
        public Duration sound() {
            return Duration.ofMillis(bytes * 1_000 / RATE);
        }

        public boolean isTalking() {
            return state.equals(TALKING);
        }
    }

    /// `state` is another's where it was not granted.
    public record Begun(boolean granted, State state) {}

    private static final class Talk {
        final String id = UUID.randomUUID().toString();
        final CameraId camera;
        final Actor by;
        final Instant since;
        final Instant until;
        final BiConsumer<String, String> ended;
        VideoSource.@Nullable Voice voice;
        volatile Instant heard;
        int next;
        volatile @Nullable Instant over;
        /// Changed under the talk's lock, as a whole; read without it, since whoever asks must not wait for a source.
        volatile State now;

        Talk(CameraId camera, Actor by, Instant since, Instant until, BiConsumer<String, String> ended) {
            this.camera = camera;
            this.by = by;
            this.since = since;
            this.until = until;
            this.ended = ended;
            heard = since;
            now = new State(id, camera, by, since, until, TALKING, "", 0, false);
        }

        State now() {
            return now;
        }

        void become(String state, String reason, long bytes, boolean simulated) {
            now = new State(id, camera, by, since, until, state, reason, bytes, simulated);
        }
    }

    public Talks(InstantSource clock, Executor threads) {
        this.clock = clock;
        this.threads = threads;
    }

    /// Who speaks there now, since when and for how long at most.
    public Optional<State> at(CameraId camera) {
        return Optional.ofNullable(speaking.get(camera)).map(Talk::now);
    }

    /// Gives a camera's loudspeaker to somebody, unless somebody speaks there. `ended` hears once what became of it and
    /// why; not where it was not granted.
    public Begun begin(
            VideoSource source,
            CameraId camera,
            Actor by,
            int volume,
            Duration longest,
            BiConsumer<String, String> ended) {
        Instant now = clock.instant();
        Talk fresh = new Talk(camera, by, now, now.plus(longest), ended);
        Talk other = speaking.putIfAbsent(camera, fresh);
        if (other != null) {
            return new Begun(false, other.now());
        }
        synchronized (fresh) {
            try {
                VideoSource.Voice voice = source.talk(camera, volume);
                fresh.voice = voice;
                fresh.become(TALKING, "", 0, voice.isSimulated());
                fresh.heard = clock.instant();
            } finally {
                if (fresh.voice == null) {
                    speaking.remove(camera, fresh);
                }
            }
            all.put(fresh.id, fresh);
            return new Begun(true, fresh.now());
        }
    }

    /// The next piece; one that came before is not handed on again. Empty where there is no such talk of theirs.
    public Optional<State> take(String id, CameraId camera, Actor by, int number, byte[] sound) {
        Talk talk = all.get(id);
        if (talk == null || !talk.by.equals(by) || !talk.camera.equals(camera)) {
            return Optional.empty();
        }
        synchronized (talk) {
            Instant now = clock.instant();
            VideoSource.Voice voice = talk.voice;
            if (voice == null || number < talk.next) {
                return Optional.of(talk.now());
            }
            if (now.isAfter(talk.until)) {
                finish(talk, TOO_LONG);
                return Optional.of(talk.now());
            }
            Duration due = Duration.between(talk.since, now).plus(AHEAD);
            State was = talk.now();
            long bytes = was.bytes() + sound.length;
            if (bytes * 1_000 / RATE > due.toMillis()) {
                finish(talk, TOO_FAST);
                return Optional.of(talk.now());
            }
            talk.next = number + 1;
            talk.heard = now;
            try {
                voice.hand(sound);
                talk.become(was.state(), was.reason(), bytes, was.simulated());
            } catch (VideoFault e) {
                close(talk, VideoSource.Told.FAILED, e.code());
            }
            return Optional.of(talk.now());
        }
    }

    /// The button is let go. Empty where there is no such talk of theirs.
    public Optional<State> end(String id, CameraId camera, Actor by) {
        Talk talk = all.get(id);
        if (talk == null || !talk.by.equals(by) || !talk.camera.equals(camera)) {
            return Optional.empty();
        }
        synchronized (talk) {
            finish(talk, "");
            return Optional.of(talk.now());
        }
    }

    /// Ends what went on too long and what nobody feeds; several times a second.
    public void beat() {
        Instant now = clock.instant();
        for (Talk talk : List.copyOf(all.values())) {
            Instant over = talk.over;
            if (over != null && now.isAfter(over.plus(REMEMBERED))) {
                all.remove(talk.id);
            } else if (over == null && reason(talk, now) != null) {
                threads.execute(() -> stop(talk));
            }
        }
    }

    private static @Nullable String reason(Talk talk, Instant now) {
        if (now.isAfter(talk.until)) {
            return TOO_LONG;
        }
        return now.isAfter(talk.heard.plus(SILENCE)) ? SILENT : null;
    }

    private void stop(Talk talk) {
        synchronized (talk) {
            String why = reason(talk, clock.instant());
            if (why != null && talk.voice != null) {
                LOG.info("a voice at camera {} is ended: {}", talk.camera.value(), why);
                finish(talk, why);
            }
        }
    }

    private void finish(Talk talk, String why) {
        VideoSource.Voice voice = talk.voice;
        if (voice == null) {
            return;
        }
        try {
            VideoSource.Told told = voice.end();
            close(talk, told.state(), told.reason().isEmpty() ? why : told.reason());
        } catch (VideoFault e) {
            close(talk, VideoSource.Told.FAILED, e.code());
        }
    }

    private void close(Talk talk, String state, String reason) {
        talk.voice = null;
        talk.become(state, reason, talk.now().bytes(), talk.now().simulated());
        talk.over = clock.instant();
        speaking.remove(talk.camera, talk);
        talk.ended.accept(state, reason);
    }
}
