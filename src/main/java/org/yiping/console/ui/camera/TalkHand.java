package org.yiping.console.ui.camera;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Microphone;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.CameraUse.Talked;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;

/// A hand on the button to speak live through a loudspeaker (按住说话): microphone first, then the platform's leave, then
/// piece after piece until it is let go. FX thread, without a toolkit.
///
/// What is said before the platform gives leave is not sent and not kept. One piece is under way at a time,
/// so that they arrive in order; where the line is slower than the voice by some seconds, it ends.
final class TalkHand {
    /// Three seconds of sound.
    static final int MOST_WAITING = 24_000;

    /// As much as one piece may be.
    private static final int LARGEST = 16_000;

    /// What happens, in the order it does. Nothing of it means that somebody heard.
    enum Kind {
        OPENING,
        ASKED,
        TALKING,
        ENDING,
        ENDED,
        FAILED,
        HELD
    }

    /// `reason` is a code; `millis` how much sound the platform has taken.
    record Word(
            Kind kind,
            String reason,
            long millis,
            boolean simulated,
            @Nullable Actor holder) {
        static Word of(Kind kind, String reason) {
            return new Word(kind, reason, 0, false, null);
        }
    }

    private final CameraUse use;
    private final Fx fx;
    private final Microphone microphone;
    private final Consumer<Word> told;
    private @Nullable One now;

    /// One press of the button.
    private static final class One {
        final CameraId camera;
        final int volume;
        final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
        Microphone.@Nullable Listening listening;

        @Nullable
        String talk;

        boolean simulated;
        boolean released;
        boolean busy;
        boolean over;
        boolean asked;
        int number;

        One(CameraId camera, int volume) {
            this.camera = camera;
            this.volume = volume;
        }
    }

    TalkHand(CameraUse use, Fx fx, Microphone microphone, Consumer<Word> told) {
        this.use = use;
        this.fx = fx;
        this.microphone = microphone;
        this.told = told;
    }

    boolean isHeld() {
        return now != null && !now.released;
    }

    void press(CameraId camera, int volume) {
        if (now != null) {
            return;
        }
        One one = new One(camera, volume);
        now = one;
        told.accept(Word.of(Kind.OPENING, ""));
        Microphone.Listening listening = microphone.listen(new Microphone.Ears() {
            @Override
            public void opened() {
                fx.execute(() -> ask(one));
            }

            @Override
            public void heard(byte[] alaw) {
                fx.execute(() -> hear(one, alaw));
            }

            @Override
            public void failed() {
                fx.execute(() -> fail(one, "no-microphone"));
            }
        });
        one.listening = listening;
        if (one.over || one.released) {
            listening.close();
        }
    }

    /// Let go, whoever did it: hand, focus, window, link.
    void release() {
        One one = now;
        if (one == null || one.released) {
            return;
        }
        one.released = true;
        deafen(one);
        if (!one.asked) {
            finish(one, Word.of(Kind.ENDED, "nothing"));
            return;
        }
        told.accept(new Word(Kind.ENDING, "", 0, one.simulated, null));
        pump(one);
    }

    private void ask(One one) {
        if (one.over || one.released || one.asked) {
            return;
        }
        one.asked = true;
        one.busy = true;
        told.accept(Word.of(Kind.ASKED, ""));
        answered(one, use.talk(one.camera, one.volume), got -> {
            if (got.state().equals(CameraUse.HELD)) {
                finish(one, new Word(Kind.HELD, "", 0, false, got.holder()));
                return;
            }
            one.talk = got.talk();
            one.simulated = got.simulated();
            one.waiting.reset();
            if (!one.released) {
                told.accept(new Word(Kind.TALKING, "", 0, got.simulated(), null));
            }
            pump(one);
        });
    }

    private void hear(One one, byte[] alaw) {
        if (one.over || one.released || one.talk == null) {
            return;
        }
        one.waiting.writeBytes(alaw);
        if (one.waiting.size() > MOST_WAITING) {
            fail(one, "slow");
            return;
        }
        pump(one);
    }

    /// Sends what waits, or the end when nothing does any more.
    private void pump(One one) {
        String talk = one.talk;
        if (one.busy || one.over || talk == null) {
            return;
        }
        if (one.waiting.size() == 0) {
            if (one.released) {
                one.busy = true;
                answered(one, use.endTalk(one.camera, talk), got -> ended(one, got));
            }
            return;
        }
        byte[] all = one.waiting.toByteArray();
        byte[] piece = Arrays.copyOf(all, Math.min(all.length, LARGEST));
        one.waiting.reset();
        one.waiting.write(all, piece.length, all.length - piece.length);
        one.busy = true;
        answered(one, use.say(one.camera, talk, one.number, piece), got -> {
            one.number++;
            if (!got.state().equals(Talked.TALKING)) {
                ended(one, got);
                return;
            }
            if (!one.released) {
                told.accept(new Word(Kind.TALKING, "", got.receivedMillis(), got.simulated(), null));
            }
            pump(one);
        });
    }

    private void answered(One one, CompletableFuture<Found<Talked>> answer, Consumer<Talked> then) {
        var _ = answer.thenAccept(found -> fx.execute(() -> {
            one.busy = false;
            if (one.over) {
                late(one, found);
                return;
            }
            switch (found) {
                case Found.Got<Talked>(Talked got) -> then.accept(got);
                case Found.Refused<Talked> r -> fail(one, r.code());
                case Found.Unreachable<Talked> _ -> fail(one, "lost");
            }
        }));
    }

    /// Leave that comes when it is over already is given back.
    private void late(One one, Found<Talked> found) {
        if (one.talk == null && found instanceof Found.Got<Talked>(Talked got) && got.talk() != null) {
            var _ = use.endTalk(one.camera, got.talk());
        }
    }

    private void ended(One one, Talked got) {
        String reason = got.reason() == null ? "" : got.reason();
        Kind kind = got.state().equals(CameraUse.FAILED) ? Kind.FAILED : Kind.ENDED;
        String said = reason.isEmpty() ? got.state() : reason;
        finish(one, new Word(kind, said, got.receivedMillis(), got.simulated(), null));
    }

    private void fail(One one, String reason) {
        if (one.over) {
            return;
        }
        String talk = one.talk;
        if (talk != null) {
            var _ = use.endTalk(one.camera, talk); // where it does not arrive, the platform ends it by itself
        }
        finish(one, Word.of(Kind.FAILED, reason));
    }

    private void finish(One one, Word word) {
        one.over = true;
        deafen(one);
        if (one.equals(now)) {
            now = null;
        }
        told.accept(word);
    }

    private static void deafen(One one) {
        Microphone.Listening listening = one.listening;
        if (listening != null) {
            listening.close();
        }
    }
}
