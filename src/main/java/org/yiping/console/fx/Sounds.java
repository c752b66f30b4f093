package org.yiping.console.fx;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The four sounds of a seat, each under 600 ms and made of plain tones (提示音). Any thread; nothing waits for a sound.
///
/// One at a time: what comes while one sounds is not played after it, it would say nothing new. A machine without a
/// sound device is silent and says so once in the log.
public interface Sounds {
    /// What is to be heard, by its tones in Hz.
    enum Sound {
        ARRIVED(880),
        SOON(660, 880),
        OVER(880, 1100, 1320),
        REFUSED(220);

        @SuppressWarnings("ImmutableEnumChecker") // List.of is
        private final List<Integer> tones;

        Sound(Integer... tones) {
            this.tones = List.of(tones);
        }
    }

    /// `volume` 0 … 100; 0 plays nothing.
    void play(Sound sound, int volume);

    /// What the seat hears by.
    default Microphone microphone() {
        return Microphone.none();
    }

    /// Nothing is heard: walls, tests.
    static Sounds silent() {
        return (_, _) -> {};
    }

    static Sounds speaker(Executor workers) {
        return new Speaker(workers);
    }

    /// The machine's sound device.
    final class Speaker implements Sounds {
        private static final Logger LOG = LoggerFactory.getLogger(Sounds.class);
        private static final float RATE = 22_050;
        private static final double TONE_SECONDS = 0.14;

        private final Executor workers;
        private final AtomicBoolean sounding = new AtomicBoolean();
        private final AtomicBoolean told = new AtomicBoolean();

        private Speaker(Executor workers) {
            this.workers = workers;
        }

        @Override
        public Microphone microphone() {
            return Microphone.device(workers);
        }

        @Override
        public void play(Sound sound, int volume) {
            if (volume > 0 && sounding.compareAndSet(false, true)) {
                workers.execute(() -> {
                    try {
                        sound(samples(sound, volume));
                    } finally {
                        sounding.set(false);
                    }
                });
            }
        }

        private void sound(byte[] samples) {
            AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
            try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
                line.open(format);
                line.start();
                line.write(samples, 0, samples.length);
                line.drain();
            } catch (LineUnavailableException | IllegalArgumentException e) {
                if (told.compareAndSet(false, true)) {
                    LOG.info("this machine makes no sound: {}", e.toString());
                }
            }
        }

        /// Tones that swell and fade, so that nothing clicks.
        static byte[] samples(Sound sound, int volume) {
            int perTone = (int) (RATE * TONE_SECONDS);
            byte[] out = new byte[2 * perTone * sound.tones.size()];
            double loud = Math.clamp(volume, 0, 100) / 100.0 * 0.5 * Short.MAX_VALUE;
            for (int t = 0; t < sound.tones.size(); t++) {
                for (int i = 0; i < perTone; i++) {
                    double swell = Math.sin(Math.PI * i / perTone);
                    short value = (short) (loud * swell * Math.sin(2 * Math.PI * sound.tones.get(t) * i / RATE));
                    int at = 2 * (t * perTone + i);
                    out[at] = (byte) value;
                    out[at + 1] = (byte) (value >> 8);
                }
            }
            return out;
        }
    }
}
