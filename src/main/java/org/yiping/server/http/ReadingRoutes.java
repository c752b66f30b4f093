package org.yiping.server.http;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.sensor.SensorTrend;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Rows;
import org.yiping.server.push.MeterPast;
import org.yiping.server.push.Meters;

/// What sensors say: taken, and told.
final class ReadingRoutes {
    private static final int MOST_READINGS = 5000;
    private static final int MOST_TRENDS = 100;

    private final Meters meters;
    private final MeterPast past;
    private final Rows rows;
    private final Access access;
    private final Ledger ledger;
    private final InstantSource clock;

    record Readings(List<Reading> readings) {}

    /// What is known of sensors now and of before.
    public record Sensors(Meters meters, MeterPast past) {}

    ReadingRoutes(Sensors sensors, Rows rows, Access access, Ledger ledger, InstantSource clock) {
        this.meters = sensors.meters();
        this.past = sensors.past();
        this.rows = rows;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    void open(Door door) {
        door.post("/api/v1/readings", call -> {
            List<Reading> readings = call.body(Readings.class).readings();
            if (readings.size() > MOST_READINGS) {
                throw Fault.at("QRY-4000", "/readings", "range");
            }
            for (int i = 0; i < readings.size(); i++) {
                if (readings.get(i) == null) {
                    throw Fault.at("BOD-4001", "/readings/" + i, "missing");
                }
            }
            past.take(readings.stream().filter(r -> meters.lists(r.sensor())).toList(), clock.instant());
            return Reply.json(meters.take(readings, clock.instant()));
        });
        door.get("/api/v1/readings", this::list);
        door.get("/api/v1/readings/trends", this::trends);
    }

    /// One this person may not see is left out, like one there is not.
    private Reply trends(Call call) {
        if (!access.mayReceive(Kinds.READING, call.who().post())) {
            throw Fault.of("AUT-4030");
        }
        List<String> asked = call.listed("sensors").stream().distinct().toList();
        if (asked.size() > MOST_TRENDS) {
            throw Fault.at("QRY-4000", "/sensors", "range");
        }
        Reach reach = access.reach(Kinds.READING, call.who());
        List<SensorTrend> trends = new ArrayList<>();
        for (String id : asked) {
            SensorId sensor = FigureRoutes.id("sensors", id, SensorId::new);
            rows.find(Kinds.SENSOR, id)
                    .filter(r -> reach.sees(r.scope()))
                    .ifPresent(_ -> trends.add(past.trend(sensor)));
        }
        return Pages.of(trends, ledger.revision(), null);
    }

    private Reply list(Call call) {
        if (!access.mayReceive(Kinds.READING, call.who().post())) {
            throw Fault.of("AUT-4030");
        }
        int from = (int) call.number("after", 0, 0, Integer.MAX_VALUE);
        int limit = (int) call.number("limit", MOST_READINGS, 1, MOST_READINGS);
        Meters.Page page = meters.page(access.reach(Kinds.READING, call.who()), from, limit);
        return Pages.page(
                page.readings().stream()
                        .map(r -> Json.mapper().writeValueAsString(r))
                        .toList(),
                page.next() < 0 ? null : Integer.toString(page.next()),
                ledger.revision(),
                null);
    }
}
