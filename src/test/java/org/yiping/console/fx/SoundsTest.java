package org.yiping.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Sounds.Sound;

class SoundsTest {
    private static final double BYTES_PER_SECOND = 2 * 22_050;

    @Test
    void thereAreFourDifferentSoundsEachShort() {
        Set<String> heard = new HashSet<>();
        for (Sound sound : Sound.values()) {
            byte[] samples = Sounds.Speaker.samples(sound, 80);
            assertThat(samples.length / BYTES_PER_SECOND).isBetween(0.1, 0.6);
            heard.add(java.util.Arrays.toString(samples));
        }
        assertThat(heard).hasSize(4);
    }

    @Test
    void theVolumeIsHeardAndNothingIsLouderThanHalf() {
        int loud = peak(Sounds.Speaker.samples(Sound.OVER, 100));
        assertThat(loud).isBetween(Short.MAX_VALUE / 3, Short.MAX_VALUE / 2 + 1);
        assertThat(peak(Sounds.Speaker.samples(Sound.OVER, 50))).isBetween(loud / 2 - 50, loud / 2 + 50);
    }

    @Test
    void aMachineWithoutASoundDeviceIsOnlySilentAndOneSoundIsPlayedAtATime() {
        List<Runnable> waiting = new ArrayList<>();
        Sounds sounds = Sounds.speaker(waiting::add);
        sounds.play(Sound.ARRIVED, 0);
        assertThat(waiting).isEmpty();
        sounds.play(Sound.OVER, 1);
        sounds.play(Sound.ARRIVED, 1);
        assertThat(waiting).hasSize(1);
        waiting.removeFirst().run();
        sounds.play(Sound.ARRIVED, 1);
        assertThat(waiting).as("the next one may sound").hasSize(1);
    }

    private static int peak(byte[] samples) {
        int peak = 0;
        for (int i = 0; i < samples.length; i += 2) {
            peak = Math.max(peak, Math.abs((short) ((samples[i] & 0xFF) | samples[i + 1] << 8)));
        }
        return peak;
    }
}
