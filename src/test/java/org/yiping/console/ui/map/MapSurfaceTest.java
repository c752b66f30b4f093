package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.PaintProbe;
import org.yiping.console.map.CityPoint;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class MapSurfaceTest {
    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    /// Between the scales at which the map rests, tiles are resampled and names stay as they were placed first.
    @Test
    void thePlaceShownFirstIsAtRest() {
        MapSurface surface = new MapSurface(Fx.direct(), new Audience(PaintProbe.Debt.NONE));
        surface.show(new CityPoint(10, 20), 0.7);
        assertThat(surface.camera().get())
                .hasValueSatisfying(c -> assertThat(c.atRest()).isTrue());
    }

    @Test
    void aViewThatIsResizedOnItsWayArrives() {
        MapSurface surface = new MapSurface(Fx.direct(), new Audience(PaintProbe.Debt.NONE));
        surface.resize(300, 200);
        surface.show(new CityPoint(10, 20), 0.7);
        surface.show(new CityPoint(500, 600), 0.7);
        surface.resize(300, 150);
        surface.layout();
        assertThat(surface.camera().get()).hasValueSatisfying(c -> {
            assertThat(c.centreX()).isCloseTo(500, within(1.0));
            assertThat(c.centreY()).isCloseTo(600, within(1.0));
        });
    }
}
