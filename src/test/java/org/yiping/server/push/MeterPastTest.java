package org.yiping.server.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.sensor.SensorTrend;
import org.yiping.server.data.Database;
import org.yiping.server.data.SensorPast;

class MeterPastTest {
    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
    private static final SensorId SENSOR = new SensorId("s1");

    @TempDir
    Path folder;

    private static List<Reading> said(double value, Instant at) {
        return List.of(new Reading(SENSOR, value, at));
    }

    /// The hour that a clock that ran ahead began would keep out everything until it comes.
    @Test
    void aClockThatRanAheadBeginsNoHourThatIsToCome() {
        try (Database database = Database.open(folder, null)) {
            MeterPast past = new MeterPast(new SensorPast(database));
            Instant ahead = NOON.plusSeconds(86_400);
            past.take(said(100, ahead), ahead);
            past.take(said(4, NOON.plusSeconds(60)), NOON.plusSeconds(60));
            past.take(said(6, NOON.plusSeconds(120)), NOON.plusSeconds(120));
            past.flush();
            SensorTrend trend = past.trend(SENSOR);
            assertThat(trend.points()).containsExactly(new SensorTrend.Point(NOON, 5.0));
            assertThat(trend.running()).isTrue();
        }
    }
}
