package org.yiping.server.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.SensorId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.Push;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;

class MetersTest {
    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
    private static final Reach WEST = new Reach(List.of("990101"), null);

    @Test
    void everyListenerHearsTheNewestOfEachWhateverRoundsItLooksAt() {
        SplittableRandom random = new SplittableRandom(5);
        Meters meters = meters(40);
        Map<SensorId, Reading> truth = new HashMap<>();
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            listeners.add(new Listener(i % 2 == 0 ? Reach.CITY : WEST));
        }
        for (int step = 0; step < 2000; step++) {
            Reading reading = new Reading(
                    new SensorId("s" + random.nextInt(40)),
                    random.nextInt(9) == 0 ? null : Double.valueOf(random.nextInt(100)),
                    NOON.plusSeconds(random.nextInt(step + 1)));
            Meters.Taken taken = meters.take(List.of(reading), NOON.plusSeconds(5000));
            Reading before = truth.get(reading.sensor());
            boolean newer = before == null || !reading.at().isBefore(before.at());
            assertThat(taken.taken()).isEqualTo(newer ? 1 : 0);
            if (newer) {
                truth.put(reading.sensor(), reading);
            }
            if (random.nextInt(5) == 0) {
                meters.beat();
            }
            if (random.nextInt(3) == 0) {
                listeners.get(random.nextInt(6)).look(meters);
            }
        }
        meters.beat();
        listeners.forEach(l -> l.look(meters));
        for (Listener l : listeners) {
            Map<SensorId, Reading> expected = new HashMap<>(truth);
            expected.keySet().removeIf(id -> l.reach != Reach.CITY && !isWest(id));
            assertThat(l.known).isEqualTo(expected);
        }
    }

    private static final class Listener {
        private final Reach reach;
        private final Map<SensorId, Reading> known = new HashMap<>();
        private long seen;

        Listener(Reach reach) {
            this.reach = reach;
        }

        void look(Meters meters) {
            long ended = meters.ended();
            for (String frame : meters.frames(seen, ended, reach)) {
                for (Reading r :
                        Json.mapper().readValue(frame, Push.Readings.class).readings()) {
                    known.put(r.sensor(), r);
                }
            }
            seen = ended;
        }
    }

    @Test
    void aFrameIsWrittenOnceForAllWhoSeeAlike() {
        Meters meters = meters(10);
        meters.take(List.of(said("s1", 1.0), said("s2", 2.0)), NOON);
        meters.beat();
        assertThat(meters.frames(0, 1, Reach.CITY)).isSameAs(meters.frames(0, 1, new Reach(List.of(), null)));
        assertThat(meters.frames(0, 1, WEST)).isNotEqualTo(meters.frames(0, 1, Reach.CITY));
    }

    @Test
    void manyReadingsComeInSeveralFrames() {
        Meters meters = meters(12_000);
        List<Reading> all = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            all.add(said("s" + i, 1.0));
        }
        meters.take(all, NOON);
        meters.beat();
        assertThat(meters.frames(0, meters.ended(), Reach.CITY)).hasSize(3);
        assertThat(meters.frames(meters.ended(), meters.ended(), Reach.CITY)).isEmpty();
    }

    @Test
    void aRoundInWhichNothingWasSaidIsNone() {
        Meters meters = meters(2);
        meters.beat();
        meters.beat();
        assertThat(meters.ended()).isZero();
        meters.take(List.of(said("nobody", 1.0)), NOON);
        meters.beat();
        assertThat(meters.ended()).isZero();
    }

    /// What came while the platform's clock ran ahead does not keep out what comes once it is right again.
    @Test
    void aClockThatRanAheadHoldsUpNothing() {
        Meters meters = meters(2);
        meters.take(List.of(new Reading(new SensorId("s1"), 1.0, NOON.plusSeconds(86_400))), NOON.plusSeconds(86_400));
        assertThat(meters.take(List.of(said("s1", 2.0)), NOON).taken()).isEqualTo(1);
        assertThat(meters.take(List.of(new Reading(new SensorId("s1"), 3.0, NOON.minusSeconds(1))), NOON)
                        .older())
                .isEqualTo(1);
        assertThat(meters.page(Reach.CITY, 0, 9).readings()).containsExactly(said("s1", 2.0));
    }

    private static Reading said(String id, @Nullable Double value) {
        return new Reading(new SensorId(id), value, NOON);
    }

    private static boolean isWest(SensorId id) {
        return Integer.parseInt(id.value().substring(1)) % 3 == 0;
    }

    private static Meters meters(int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "s" + i;
            Scope scope = new Scope(isWest(new SensorId(id)) ? "99010100100101" : "99010200100101", null);
            rows.add(new Row(Kinds.SENSOR, id, "", scope, new Row.Place(i, i, 0)));
        }
        return new Meters(rows);
    }
}
