package org.yiping.server.push;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.sensor.SensorTrend;
import org.yiping.server.data.SensorPast;
import org.yiping.server.data.StorageException;

/// The hours of sensors: means of what they said, written down when the hour is over. The hour that runs is
/// lost with the machine. Any thread.
public final class MeterPast {
    private static final Logger LOG = LoggerFactory.getLogger(MeterPast.class);
    /// So many sensors have a past; a city with more keeps that of those it hears of first.
    private static final int MOST_KEPT = 5_000;
    private static final Duration SHOWN = Duration.ofHours(24);

    private final SensorPast table;
    private final Map<SensorId, Hour> running = new HashMap<>();
    private List<Reading> over = new ArrayList<>();

    private record Hour(Instant begins, double sum, int count) {
        Reading mean(SensorId sensor) {
            return new Reading(sensor, sum / count, begins);
        }
    }

    public MeterPast(SensorPast table) {
        this.table = table;
    }

    /// Readings of sensors the city lists. One of an hour that is over already is left out; one dated ahead
    /// of `now` is of now.
    public synchronized void take(List<Reading> readings, Instant now) {
        for (Reading reading : readings) {
            Double value = reading.value();
            if (value == null) {
                continue;
            }
            Instant at = reading.at().isAfter(now) ? now : reading.at();
            Instant begins = at.truncatedTo(ChronoUnit.HOURS);
            Hour hour = running.get(reading.sensor());
            if (hour == null && running.size() >= MOST_KEPT) {
                continue;
            }
            if (hour != null && hour.begins().isAfter(now)) {
                hour = null; // of a clock that ran ahead: an hour that is to come
            }
            if (hour != null && begins.isAfter(hour.begins())) {
                over.add(hour.mean(reading.sensor()));
                hour = null;
            }
            if (hour == null) {
                running.put(reading.sensor(), new Hour(begins, value, 1));
            } else if (begins.equals(hour.begins())) {
                running.put(reading.sensor(), new Hour(begins, hour.sum() + value, hour.count() + 1));
            }
        }
    }

    /// Writes down the hours that are over. Where that fails they wait.
    public void flush() {
        List<Reading> now;
        synchronized (this) {
            now = over;
            over = new ArrayList<>();
        }
        if (now.isEmpty()) {
            return;
        }
        try {
            table.add(now);
        } catch (StorageException e) {
            LOG.warn("{} hours of sensors wait to be written: {}", now.size(), e.toString());
            synchronized (this) {
                now.addAll(over);
                over = now;
            }
        }
    }

    /// The 24 hours up to the newest of what is known of a sensor, which may be long ago: whoever shows it
    /// says of when. Empty where nothing is.
    public SensorTrend trend(SensorId sensor) {
        Optional<Reading> runs;
        List<Reading> waits;
        synchronized (this) {
            runs = Optional.ofNullable(running.get(sensor)).map(h -> h.mean(sensor));
            waits = over.stream().filter(r -> r.sensor().equals(sensor)).toList();
        }
        Optional<Instant> newest =
                runs.or(() -> table.last(sensor).stream().findFirst()).map(Reading::at);
        if (newest.isEmpty()) {
            return new SensorTrend(sensor, List.of(), false);
        }
        Instant until = newest.get();
        List<Reading> all = new ArrayList<>(table.between(sensor, until.minus(SHOWN), until));
        all.addAll(waits);
        runs.ifPresent(all::add);
        return new SensorTrend(sensor, all.stream().flatMap(MeterPast::point).toList(), runs.isPresent());
    }

    private static Stream<SensorTrend.Point> point(Reading reading) {
        Double value = reading.value();
        return value == null ? Stream.empty() : Stream.of(new SensorTrend.Point(reading.at(), value));
    }
}
