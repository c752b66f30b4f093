package org.yiping.console.fx;

import java.io.IOException;
import java.util.concurrent.Executor;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A seat's microphone (话筒). Any thread; nothing is heard while nobody listens, and nothing is kept.
@FunctionalInterface
public interface Microphone {
    /// Opens it and hands on what it hears until closed. Returns at once.
    Listening listen(Ears ears);

    /// Told on a thread of the microphone's.
    interface Ears {
        /// It hears now.
        void opened();

        /// The next quarter second: G.711 A-law, 8000 samples a second, mono.
        void heard(byte[] alaw);

        /// There is none, another program has it, or it went away.
        void failed();
    }

    @FunctionalInterface
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /// This machine has none.
    static Microphone none() {
        return ears -> {
            ears.failed();
            return () -> {};
        };
    }

    /// The machine's own; `workers` has a thread for each listening.
    static Microphone device(Executor workers) {
        return ears -> {
            Device device = new Device(ears);
            workers.execute(device::run);
            return device;
        };
    }

    /// One listening.
    final class Device implements Listening {
        private static final Logger LOG = LoggerFactory.getLogger(Microphone.class);
        private static final float RATE = 8_000;
        /// Bytes of A-law: a quarter second.
        private static final int PIECE = 2_000;

        private final Ears ears;
        private volatile boolean closed;

        private Device(Ears ears) {
            this.ears = ears;
        }

        @Override
        public void close() {
            closed = true; // the line is closed by who reads it, within a quarter second
        }

        private void run() {
            AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
            try (TargetDataLine line = AudioSystem.getTargetDataLine(format);
                    AudioInputStream alaw = alaw(new AudioInputStream(line))) {
                line.open(format, 4 * PIECE);
                line.start();
                ears.opened();
                while (!closed) {
                    byte[] piece = alaw.readNBytes(PIECE);
                    if (piece.length < PIECE && !closed) {
                        ears.failed();
                        return;
                    }
                    if (!closed) {
                        ears.heard(piece);
                    }
                }
            } catch (LineUnavailableException | IllegalArgumentException | IOException e) {
                LOG.info("this machine hears nothing: {}", e.toString());
                ears.failed();
            }
        }

        /// The JDK's own G.711.
        static AudioInputStream alaw(AudioInputStream linear) {
            return AudioSystem.getAudioInputStream(AudioFormat.Encoding.ALAW, linear);
        }
    }
}
