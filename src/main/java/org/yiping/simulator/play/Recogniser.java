package org.yiping.simulator.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.simulator.city.Table;

/// What the recogniser behind the simulated cameras sees (智能抓拍): each of its alarms as often, as surely and as often
/// again at the same camera as `demo/captures.csv` says. Of cameras that are not simulated nothing is made up. Confined
/// to one thread.
public final class Recogniser {
    private static final Duration SOONEST_AGAIN = Duration.ofMinutes(1);
    private static final Duration LATEST_AGAIN = Duration.ofMinutes(18);
    /// Of the cameras so many look at places where there is always something.
    private static final int HAUNTS = 40;
    private static final int VARIANTS = 12;
    private static final double HOUR = 3600;
    private static final double HUNDREDTHS = 100;

    private final SplittableRandom random;
    private final List<Alarm> alarms;
    private final List<CameraId> haunts;
    private final PriorityQueue<Due> waiting = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final Settings settings;
    private int number;

    /// One alarm: how often in an hour, between which confidences, and in how many of a hundred once more.
    private record Alarm(String code, ClassCode scene, double perHour, double least, double most, int againPercent) {}

    private record Due(Instant at, Alarm alarm, CameraId camera) {}

    /// What is said to the platform; `scene` and `variant` are what its picture shows.
    public record Sighting(
            CaptureId id, CameraId camera, String alarm, double confidence, Instant at, ClassCode scene, int variant) {}

    /// `known` are the alarms the city listens to.
    public Recogniser(List<Camera> cameras, Predicate<String> known, Settings settings, Instant start) {
        this.settings = settings;
        random = new SplittableRandom(settings.seed());
        alarms = Table.rows("captures.csv").stream()
                .map(Recogniser::alarm)
                .filter(a -> known.test(a.code()))
                .toList();
        List<CameraId> made = new ArrayList<>(cameras.stream()
                .filter(c -> c.state().simulated() && c.state().online())
                .map(Camera::id)
                .sorted(Comparator.comparing(CameraId::value))
                .toList());
        List<CameraId> chosen = new ArrayList<>();
        while (!made.isEmpty() && chosen.size() < HAUNTS) {
            chosen.add(made.remove(random.nextInt(made.size())));
        }
        haunts = List.copyOf(chosen);
        if (!haunts.isEmpty()) {
            alarms.forEach(a -> next(a, start));
        }
    }

    private static Alarm alarm(String[] row) {
        return new Alarm(
                row[0],
                new ClassCode(row[1]),
                Double.parseDouble(row[2]),
                Double.parseDouble(row[3]),
                Double.parseDouble(row[4]),
                Integer.parseInt(row[5]));
    }

    private void next(Alarm alarm, Instant after) {
        double seconds = -HOUR / alarm.perHour() * Math.log(1 - random.nextDouble());
        waiting.add(new Due(after.plus(played(seconds)), alarm, haunts.get(random.nextInt(haunts.size()))));
    }

    private Duration played(double seconds) {
        return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000 / settings.speed())));
    }

    /// The next thing seen until now. What was due long ago is seen now: nobody recognises in yesterday's picture.
    public Optional<Sighting> seen(Instant now) {
        Due due = waiting.peek();
        if (due == null || due.at().isAfter(now)) {
            return Optional.empty();
        }
        waiting.remove();
        Alarm alarm = due.alarm();
        if (random.nextInt(100) < alarm.againPercent()) {
            double wait = SOONEST_AGAIN.toSeconds()
                    + random.nextDouble() * LATEST_AGAIN.minus(SOONEST_AGAIN).toSeconds();
            waiting.add(new Due(now.plus(played(wait)), again(alarm), due.camera()));
        }
        if (alarm.perHour() > 0) {
            next(alarm, now);
        }
        double sure = alarm.least() + random.nextDouble() * (alarm.most() - alarm.least());
        return Optional.of(new Sighting(
                new CaptureId("cap-" + settings.run() + "-" + ++number),
                due.camera(),
                alarm.code(),
                Math.round(sure * HUNDREDTHS) / HUNDREDTHS,
                now,
                alarm.scene(),
                random.nextInt(VARIANTS)));
    }

    /// What is seen once more at a camera does not bring the next one elsewhere.
    private static Alarm again(Alarm alarm) {
        return new Alarm(alarm.code(), alarm.scene(), 0, alarm.least(), alarm.most(), alarm.againPercent());
    }
}
