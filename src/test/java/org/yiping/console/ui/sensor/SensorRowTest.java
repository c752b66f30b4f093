package org.yiping.console.ui.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.SensorFace;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.Limits;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.sensor.SensorTrend;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class SensorRowTest {
    private static final Sensor SENSOR = new Sensor(
            new SensorId("s1"), "gas", "西一燃气", new Position(104, 30), null, "%LEL", new Limits(10.0, 20.0), false);

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    private static String words(Node node) {
        String own = node instanceof Label label ? label.getText() + "\n" : "";
        StringBuilder all = new StringBuilder(own);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(c -> all.append(words(c)));
        }
        return all.toString();
    }

    /// The same trend as before midnight, for the sensor has said nothing since.
    @Test
    void whatEndedYesterdayIsNotShownAsTodays() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("supervisor");
            Words names = new Words(fixture.desk.stores(), fixture.hall.messages());
            SensorRow row = new SensorRow(
                    fixture.desk, fixture.hall.messages(), new SensorFace(fixture.desk, fixture.hall.messages()));
            Instant last = LocalDate.of(2026, 3, 10)
                    .atTime(LocalTime.of(23, 0))
                    .atZone(names.zone())
                    .toInstant();
            SensorTrend trend = new SensorTrend(SENSOR.id(), List.of(new SensorTrend.Point(last, 4)), false);
            row.show(SENSOR, trend, last.plusSeconds(1800));
            assertThat(words(row)).contains("23:00");
            row.show(SENSOR, trend, last.plusSeconds(7200));
            assertThat(words(row)).doesNotContain("23:00").contains("10");
            return true;
        });
    }
}
