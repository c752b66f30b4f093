package org.yiping.console.ui.sensor;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.SensorFace;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Sparkline;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorState;
import org.yiping.domain.sensor.SensorTrend;

/// One sensor: its name and limits, the value with unit and time, and the day behind it from its lowest to
/// its highest hour. Hours nothing was said in break the line. FX thread.
final class SensorRow extends HBox {
    private static final int HOURS = 24;

    private final Desk desk;
    private final Messages messages;
    private final SensorFace face;
    private final Words words;
    private final Label name = Nodes.cut("", "t-body", "t-strong");
    private final Label limits = Nodes.cut("", "t-second");
    private final Label value = Nodes.keep("", "sensor-value");
    private final Label state = Nodes.keep("", "t-body");
    private final Label time = Nodes.keep("", "t-second");
    private final Sparkline line = new Sparkline();
    private final Label span = Nodes.keep("", "t-second");
    private @Nullable SensorTrend drawn;

    SensorRow(Desk desk, Messages messages, SensorFace face) {
        this.desk = desk;
        this.messages = messages;
        this.face = face;
        words = new Words(desk.stores(), messages);
        getStyleClass().add("sensor-row");
        VBox left = new VBox(name, limits);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox middle = new VBox(value, Nodes.row("line", state, time));
        middle.setAlignment(Pos.CENTER_RIGHT);
        VBox right = new VBox(line, span);
        right.getStyleClass().add("sensor-trend");
        right.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(left, middle, right);
    }

    void show(Sensor sensor, @Nullable SensorTrend trend, Instant now) {
        SensorState is = face.state(sensor, now);
        Instant at = desk.stores().readings().find(sensor.id()).map(Reading::at).orElse(null);
        name.setText(sensor.simulated() ? messages.get("sensors.simulated", sensor.name()) : sensor.name());
        limits.setText(face.limits(sensor));
        value.setText(face.value(sensor));
        state.setText(face.words(is));
        state.getStyleClass().setAll("label", "t-body", SensorPanel.style(is));
        value.getStyleClass().setAll("label", "sensor-value", SensorPanel.style(is));
        time.setText(at == null ? "" : words.moment(at, now));
        trend(trend, now);
        setAccessibleText(String.join(" ", name.getText(), value.getText(), state.getText(), time.getText()));
    }

    private void trend(@Nullable SensorTrend trend, Instant now) {
        List<SensorTrend.Point> points = trend == null ? List.of() : trend.points();
        boolean same = trend != null && trend.equals(drawn);
        drawn = trend;
        if (points.isEmpty()) {
            line.show(new double[0], Double.NaN);
            span.setText(messages.get("sensors.no-past"));
            return;
        }
        Instant last = points.getLast().at();
        double[] hours = new double[HOURS + 1];
        Arrays.fill(hours, Double.NaN);
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (SensorTrend.Point p : points) {
            long back = Duration.between(p.at(), last).toHours();
            if (back <= HOURS) {
                hours[HOURS - (int) back] = p.value();
                low = Math.min(low, p.value());
                high = Math.max(high, p.value());
            }
        }
        if (!same) {
            line.show(hours, Double.NaN);
        }
        // also where nothing new was said: what ended at 23:00 is yesterday's an hour later
        span.setText(messages.get(
                "sensors.span", Numbers.decimal(low, 0), Numbers.decimal(high, 0), words.shortMoment(last, now)));
    }
}
