package org.yiping.simulator.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.sensor.Limits;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.Sensor;

/// What the simulated sensors of a city say: each wanders about its ordinary value and now and then beyond a limit;
/// a few fell silent before, one is out of order. Of sensors that are not simulated nothing is made up. Confined to
/// one thread.
public final class Meters {
    private static final Duration EVERY = Duration.ofSeconds(12);
    /// Of so many sensors one fell silent: long ago, so that it stands for late at once.
    private static final int SILENT_OF = 80;
    private static final Duration SILENCE = Duration.ofMinutes(50);
    /// So much of the time a sensor is on its way beyond a limit, in stretches of a few minutes.
    private static final double EXCITED = 0.02;
    private static final int STRETCH = 20;

    private final SplittableRandom random;
    private final PriorityQueue<Due> waiting = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final List<Reading> lastWords = new ArrayList<>();

    private record Due(Instant at, Walk walk) {}

    public Meters(List<Sensor> sensors, long seed, Instant start) {
        random = new SplittableRandom(seed);
        List<Sensor> made = sensors.stream()
                .filter(Sensor::simulated)
                .sorted(Comparator.comparing(s -> s.id().value()))
                .toList();
        int odd = made.isEmpty() ? 0 : random.nextInt(made.size());
        for (int i = 0; i < made.size(); i++) {
            Walk walk = new Walk(made.get(i), i == odd, random.split());
            if (i != odd && i % SILENT_OF == SILENT_OF / 2) {
                lastWords.add(walk.say(start.minus(SILENCE)));
            } else {
                waiting.add(new Due(start.plusMillis(random.nextLong(EVERY.toMillis())), walk));
            }
        }
    }

    /// What is said until now, at most so much: who has to wait speaks next time.
    public List<Reading> said(Instant now, int most) {
        List<Reading> said = new ArrayList<>();
        while (said.size() < most && !lastWords.isEmpty()) {
            said.add(lastWords.removeLast());
        }
        for (Due due = waiting.peek();
                due != null && said.size() < most && !due.at().isAfter(now);
                due = waiting.peek()) {
            waiting.remove();
            said.add(due.walk().say(now));
            waiting.add(new Due(now.plusMillis(EVERY.toMillis() / 2 + random.nextLong(EVERY.toMillis())), due.walk()));
        }
        return said;
    }

    /// One sensor's value. Confined.
    private static final class Walk {
        private final Sensor sensor;
        private final boolean broken;
        private final SplittableRandom random;
        /// What lies between warning and alarm is the measure of all its steps; below zero where low values are bad.
        private final double span;
        private final double ordinary;
        private final Temper temper;
        private double value;
        private double aim;
        private int excited;

        Walk(Sensor sensor, boolean broken, SplittableRandom random) {
            this.sensor = sensor;
            this.broken = broken;
            this.random = random;
            this.temper = Temper.of(sensor.kind());
            Limits limits = sensor.limits();
            double warning = limit(limits.warning(), limit(limits.alarm(), 50) * 0.7);
            double alarm = limit(limits.alarm(), warning * 1.3);
            span = alarm == warning ? 1 : alarm - warning;
            ordinary = Math.max(0, warning - span * (1.1 + random.nextDouble()));
            value = ordinary;
            if (random.nextDouble() < EXCITED) {
                excite();
                value = aim;
            }
        }

        private static double limit(@Nullable Double limit, double otherwise) {
            return limit == null ? otherwise : limit;
        }

        private void excite() {
            excited = STRETCH / 2 + random.nextInt(STRETCH);
            aim = limit(sensor.limits().warning(), ordinary + span) + span * (random.nextInt(3) == 0 ? 1.3 : 0.45);
        }

        Reading say(Instant at) {
            if (broken) {
                return new Reading(sensor.id(), null, at);
            }
            if (excited > 0) {
                excited--;
            } else if (random.nextDouble() < EXCITED / STRETCH) {
                excite();
            }
            double towards = excited > 0 ? aim : ordinary;
            value += (towards - value) * temper.pull() + random.nextGaussian() * temper.noise() * Math.abs(span);
            value = Math.max(0, value);
            return new Reading(sensor.id(), Math.round(value * 10) / 10.0, at);
        }
    }

    /// How a kind moves: how strongly it is drawn to where it belongs, and by what share of its span it jitters.
    private record Temper(double pull, double noise) {
        static Temper of(String kind) {
            return switch (kind) {
                case "noise" -> new Temper(0.5, 0.2);
                case "air" -> new Temper(0.1, 0.05);
                case "gas", "manhole" -> new Temper(0.4, 0.02);
                default -> new Temper(0.15, 0.03);
            };
        }
    }
}
