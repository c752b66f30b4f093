package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.Region;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;
import org.yiping.needs.NeedsDisplay;

/// Who moves in the field, as the map has them.
@NeedsDisplay
class MoversTest {
    private static final Region CITY = new Region.Box(new CityBox(-90_000, -90_000, 90_000, 90_000));

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void whoWasNotHeardOfForLongLeavesTheMapAndTheLateSayTheirAge() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            unit(fixture, "fresh", Duration.ofSeconds(5));
            unit(fixture, "late", Duration.ofSeconds(126));
            unit(fixture, "gone", Duration.ofMinutes(31));
            ManualScheduler writer = new ManualScheduler(new ManualClock(DeskFixture.START));
            try (CityMap map = new CityMap(fixture.desk, fixture.hall, new CityMap.Workers(Runnable::run, 1, writer))) {
                writer.advance(Duration.ofSeconds(2));
                MapEngine engine = map.engine().get().orElseThrow();
                assertThat(engine.query(CITY).getOrDefault(CityMap.UNITS, List.of()))
                        .containsExactlyInAnyOrder("fresh", "late");
                MapCard card = new MapCard(map, () -> {});
                assertThat(card.name(CityMap.UNITS, "fresh")).contains("车 fresh");
                assertThat(card.name(CityMap.UNITS, "late"))
                        .hasValueSatisfying(
                                s -> assertThat(s).startsWith("车 late · 2 分").endsWith("前"));
            }
            return true;
        });
    }

    private static void unit(DeskFixture fixture, String id, Duration ago) {
        FieldUnit unit =
                new FieldUnit(id, "vehicle", "车 " + id, new Position(104.5, 30.5), null, DeskFixture.START.minus(ago));
        fixture.tables.units.put(id, unit);
    }
}
