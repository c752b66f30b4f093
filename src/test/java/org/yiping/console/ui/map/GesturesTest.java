package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.PaintProbe;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapCamera;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class GesturesTest {
    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void twoFingersZoomAroundTheirMiddleAndTheMapThenRests() {
        Toolkit.onFx(() -> {
            MapSurface surface = surface();
            MapCamera before = surface.camera().get().orElseThrow();
            CityPoint held = before.city(100, 50);
            pinch(surface, ZoomEvent.ZOOM, 1.2);
            MapCamera after = surface.camera().get().orElseThrow();
            assertThat(after.metresPerPixel()).isCloseTo(before.metresPerPixel() / 1.2, within(1e-9));
            assertThat(after.city(100, 50).distance(held)).isCloseTo(0, within(1e-6));
            pinch(surface, ZoomEvent.ZOOM_FINISHED, 1);
            surface.resize(300, 199); // a flight ends where it goes to when the window changes its size
            surface.layout();
            assertThat(surface.camera().get().orElseThrow().atRest()).isTrue();
            return true;
        });
    }

    @Test
    void pinchingEndsAtTheNearestAndTheFarthestScale() {
        Toolkit.onFx(() -> {
            MapSurface surface = surface();
            pinch(surface, ZoomEvent.ZOOM, 1e9);
            MapCamera near = surface.camera().get().orElseThrow();
            assertThat(near.metresPerPixel()).isEqualTo(near.stepped(1, 0, 0).metresPerPixel());
            pinch(surface, ZoomEvent.ZOOM, 1e-9);
            MapCamera far = surface.camera().get().orElseThrow();
            assertThat(far.metresPerPixel()).isEqualTo(far.stepped(-1, 0, 0).metresPerPixel());
            pinch(surface, ZoomEvent.ZOOM, Double.NaN);
            pinch(surface, ZoomEvent.ZOOM, 0);
            assertThat(surface.camera().get()).contains(far);
            return true;
        });
    }

    @Test
    void noHandZoomsOutUntilTheCityIsASpeck() {
        Toolkit.onFx(() -> {
            MapSurface surface = surface();
            CityBox city = new CityBox(0, 0, 3000, 2000);
            surface.bound(city);
            double all = MapCamera.showing(city, 300, 200).metresPerPixel();
            for (int i = 0; i < 40; i++) {
                surface.zoom(-1);
            }
            assertThat(settled(surface)).isEqualTo(2 * all);
            pinch(surface, ZoomEvent.ZOOM, 0.01);
            pinch(surface, ZoomEvent.ZOOM_FINISHED, 1);
            assertThat(settled(surface)).isEqualTo(2 * all);
            surface.zoom(1);
            assertThat(settled(surface)).isLessThan(2 * all);
            return true;
        });
    }

    /// A flight ends where it goes to when the window changes its size.
    private static double settled(MapSurface surface) {
        surface.resize(300, surface.getHeight() == 200 ? 199 : 200);
        surface.layout();
        return surface.camera().get().orElseThrow().metresPerPixel();
    }

    @Test
    void fingersOnGlassAreNoWheel() {
        Toolkit.onFx(() -> {
            MapSurface surface = surface();
            MapCamera before = surface.camera().get().orElseThrow();
            scroll(surface, 2);
            surface.resize(300, 199);
            surface.layout();
            assertThat(surface.camera().get().orElseThrow().metresPerPixel()).isEqualTo(before.metresPerPixel());
            scroll(surface, 0);
            surface.resize(300, 200);
            surface.layout();
            assertThat(surface.camera().get().orElseThrow().metresPerPixel()).isLessThan(before.metresPerPixel());
            return true;
        });
    }

    private static MapSurface surface() {
        MapSurface surface = new MapSurface(Fx.direct(), new Audience(PaintProbe.Debt.NONE));
        surface.interactive();
        var _ = new Gestures(surface, new DeskFixture("dispatcher").hall);
        surface.resize(300, 200);
        surface.show(new CityPoint(10, 20), 1);
        return surface;
    }

    private static void pinch(MapSurface on, EventType<ZoomEvent> type, double factor) {
        Event.fireEvent(
                on,
                new ZoomEvent(type, 100, 50, 100, 50, false, false, false, false, false, false, factor, factor, null));
    }

    private static void scroll(MapSurface on, int touches) {
        Event.fireEvent(
                on,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        100,
                        50,
                        100,
                        50,
                        false,
                        false,
                        false,
                        false,
                        touches > 0,
                        false,
                        0,
                        40,
                        0,
                        40,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        touches,
                        null));
    }
}
