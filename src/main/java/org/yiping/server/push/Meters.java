package org.yiping.server.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.SensorId;
import org.yiping.protocol.Push;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;

/// What every sensor said last. Telemetry: not journalled, lost at a restart until the next word. Any thread.
///
/// Only sensors the city lists are kept, so that a faulty sender cannot fill memory. What is told goes by rounds, which
/// end once a second: all who listen are told the same of the same round, and a frame is written once for all of them
/// that see alike. Columns, because each listener looks through all sensors in each round.
public final class Meters {
    /// Larger frames are cut in pieces.
    static final int LARGEST_FRAME = 5000;

    private final Map<SensorId, Integer> places;
    private final SensorId[] ids;
    private final Scope[] scopes;
    private final double[] values;
    private final boolean[] broken;
    private final @Nullable Instant[] times;
    /// The round of the last word; 0 before the first.
    private final long[] rounds;
    /// Of the round that ended last.
    private final Map<Told, List<String>> frames = new HashMap<>();
    private long open = 1;
    private boolean heard;

    /// What of a round somebody is told.
    private record Told(long since, long upto, Reach reach) {}

    /// What became of readings: `older` than what is known, or of sensors the city does not list.
    public record Taken(int taken, int older, int unknown) {}

    /// One page of what is known; `next` is where the next one begins, -1 after the last.
    public record Page(List<Reading> readings, int next) {}

    /// The city's sensors and who may see them.
    public Meters(List<Row> sensors) {
        int count = sensors.size();
        places = HashMap.newHashMap(count);
        ids = new SensorId[count];
        scopes = new Scope[count];
        values = new double[count];
        broken = new boolean[count];
        times = new Instant[count];
        rounds = new long[count];
        Map<Scope, Scope> same = new HashMap<>(); // a hundred thousand sensors stand in a few thousand cells
        for (int i = 0; i < count; i++) {
            ids[i] = new SensorId(sensors.get(i).id());
            scopes[i] = same.computeIfAbsent(sensors.get(i).scope(), s -> s);
            places.put(ids[i], i);
        }
    }

    /// Takes readings; one older than what is known is dropped. What a clock that runs ahead dates later than `now` is
    /// of now: otherwise it would stand for live until then and keep out what comes after it.
    public synchronized Taken take(List<Reading> readings, Instant now) {
        int taken = 0;
        int older = 0;
        for (Reading reading : readings) {
            Integer place = places.get(reading.sensor());
            if (place == null) {
                continue;
            }
            Instant at = reading.at().isAfter(now) ? now : reading.at();
            Instant before = times[place];
            // what was said while the platform's clock ran ahead keeps out nothing once it is right again
            boolean ahead = before != null && before.isAfter(now);
            if (before != null && !ahead && at.isBefore(before)) {
                older++;
                continue;
            }
            Double value = reading.value();
            broken[place] = value == null;
            values[place] = value == null ? 0 : value;
            times[place] = at;
            rounds[place] = open;
            taken++;
        }
        heard |= taken > 0;
        return new Taken(taken, older, readings.size() - taken - older);
    }

    /// Whether the city lists it.
    public boolean lists(SensorId sensor) {
        return places.containsKey(sensor);
    }

    /// Ends the round, if anything was said in it: what it brought may be told.
    synchronized void beat() {
        if (heard) {
            open++;
            heard = false;
            frames.clear();
        }
    }

    /// The last round that has ended.
    synchronized long ended() {
        return open - 1;
    }

    /// What was said after one round and up to another, as frames; of each sensor the newest alone. What has been said
    /// again since comes with its own round.
    synchronized List<String> frames(long since, long upto, Reach reach) {
        return frames.computeIfAbsent(new Told(since, upto, reach), told -> {
            List<Reading> said = new ArrayList<>();
            for (int i = 0; i < rounds.length; i++) {
                if (rounds[i] > since && rounds[i] <= upto && reach.sees(scopes[i])) {
                    said.add(reading(i));
                }
            }
            List<String> texts = new ArrayList<>();
            for (int from = 0; from < said.size(); from += LARGEST_FRAME) {
                texts.add(Frames.frame(
                        new Push.Readings(said.subList(from, Math.min(said.size(), from + LARGEST_FRAME)))));
            }
            return texts;
        });
    }

    /// What was said last and may be seen, a page of it, in the order of the sensors.
    public synchronized Page page(Reach reach, int from, int limit) {
        List<Reading> page = new ArrayList<>();
        int i = Math.max(0, from);
        for (; i < rounds.length && page.size() < limit; i++) {
            if (times[i] != null && reach.sees(scopes[i])) {
                page.add(reading(i));
            }
        }
        return new Page(page, i < rounds.length ? i : -1);
    }

    private Reading reading(int i) {
        Instant at = times[i];
        if (at == null) {
            throw new IllegalStateException("nothing was said by " + ids[i]);
        }
        return new Reading(ids[i], broken[i] ? null : Double.valueOf(values[i]), at);
    }
}
