package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Microphone;
import org.yiping.console.store.CameraUse.Talked;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.camera.TalkHand.Kind;
import org.yiping.console.ui.camera.TalkHand.Word;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

/// Hold to talk: what is sent, in which order, and what is said of it.
class TalkHandTest {
    private static final CameraId CAMERA = new CameraId("c1");

    private final AskedCameras cameras = new AskedCameras();
    private final List<Word> words = new ArrayList<>();
    private Microphone.@Nullable Ears ears;
    private int closed;
    private final TalkHand hand = new TalkHand(
            cameras,
            Fx.direct(),
            e -> {
                ears = e;
                return () -> closed++;
            },
            words::add);

    private Microphone.Ears ears() {
        return Objects.requireNonNull(ears);
    }

    private void answer(String state, long millis, boolean simulated) {
        CompletableFuture<Found<Talked>> last = cameras.talks.getLast();
        last.complete(new Found.Got<>(new Talked(state, null, "t1", millis, simulated, null)));
    }

    private Kind last() {
        return words.getLast().kind();
    }

    @Test
    void onlyWhatIsSaidAfterThePlatformsLeaveIsSentPieceAfterPieceAndThenTheEnd() {
        hand.press(CAMERA, 60);
        assertThat(last()).isEqualTo(Kind.OPENING);
        assertThat(cameras.voice).as("not before the microphone hears").isEmpty();
        ears().opened();
        ears().heard(new byte[2_000]);
        assertThat(last()).isEqualTo(Kind.ASKED);
        answer("talking", 0, true);
        assertThat(words.getLast()).isEqualTo(new Word(Kind.TALKING, "", 0, true, null));
        ears().heard(new byte[2_000]);
        ears().heard(new byte[1_000]);
        ears().heard(new byte[500]);
        assertThat(cameras.voice).containsExactly("talk 60", "say 0 2000");
        hand.release();
        assertThat(closed).as("nothing is heard any more").isPositive();
        ears().heard(new byte[2_000]);
        answer("talking", 250, true);
        answer("talking", 437, true);
        assertThat(cameras.voice).containsExactly("talk 60", "say 0 2000", "say 1 1500", "end t1");
        assertThat(last()).as("not ended before the platform says so").isEqualTo(Kind.ENDING);
        answer("done", 437, true);
        assertThat(words.getLast()).isEqualTo(new Word(Kind.ENDED, "done", 437, true, null));
        assertThat(hand.isHeld()).isFalse();
    }

    @Test
    void withoutAMicrophoneNothingIsAsked() {
        hand.press(CAMERA, 60);
        ears().failed();
        assertThat(words.getLast()).isEqualTo(Word.of(Kind.FAILED, "no-microphone"));
        assertThat(cameras.voice).isEmpty();
        TalkHand deaf = new TalkHand(cameras, Fx.direct(), Microphone.none(), words::add);
        deaf.press(CAMERA, 60);
        assertThat(words.getLast()).isEqualTo(Word.of(Kind.FAILED, "no-microphone"));
    }

    @Test
    void whoLetsGoBeforeThePlatformsLeaveHasSaidNothing() {
        hand.press(CAMERA, 60);
        ears().opened();
        hand.release();
        answer("talking", 0, false);
        assertThat(cameras.voice).containsExactly("talk 60", "end t1");
        answer("sent", 0, false);
        assertThat(words.getLast()).isEqualTo(new Word(Kind.ENDED, "sent", 0, false, null));
    }

    @Test
    void anotherWhoSpeaksThereIsNamed() {
        Actor other = new Actor(new PersonId("p2"), new PostCode("dispatcher"), new SeatId("04"));
        hand.press(CAMERA, 60);
        ears().opened();
        cameras.talks.getLast().complete(new Found.Got<>(new Talked("held", null, null, 0, false, other)));
        assertThat(words.getLast()).isEqualTo(new Word(Kind.HELD, "", 0, false, other));
        assertThat(closed).isPositive();
    }

    @Test
    void aLostOrSlowLineEndsIt() {
        hand.press(CAMERA, 60);
        ears().opened();
        answer("talking", 0, false);
        ears().heard(new byte[2_000]);
        cameras.talks.getLast().complete(new Found.Unreachable<>());
        assertThat(words.getLast()).isEqualTo(Word.of(Kind.FAILED, "lost"));
        hand.press(CAMERA, 60);
        ears().opened();
        answer("talking", 0, false);
        for (int i = 0; i < 14; i++) {
            ears().heard(new byte[2_000]);
        }
        assertThat(words.getLast()).isEqualTo(Word.of(Kind.FAILED, "slow"));
        assertThat(cameras.voice.getLast()).isEqualTo("end t1");
    }

    @Test
    void whatTheCityEndsIsSaidSo() {
        hand.press(CAMERA, 60);
        ears().opened();
        answer("talking", 0, false);
        ears().heard(new byte[2_000]);
        cameras.talks.getLast().complete(new Found.Got<>(new Talked("sent", "too-long", "t1", 60_000, false, null)));
        assertThat(words.getLast()).isEqualTo(new Word(Kind.ENDED, "too-long", 60_000, false, null));
        assertThat(closed).isPositive();
    }

    @Test
    void theJdkPacksSamplesByG711() throws IOException {
        AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
        byte[] linear = {0, 0, 0, 0x7F, 0, (byte) 0x80};
        try (AudioInputStream alaw = AudioSystem.getAudioInputStream(
                AudioFormat.Encoding.ALAW, new AudioInputStream(new ByteArrayInputStream(linear), format, 3))) {
            assertThat(alaw.readAllBytes()).as("silence, loudest, lowest").containsExactly(0xD5, 0xAA, 0x2A);
        }
    }
}
