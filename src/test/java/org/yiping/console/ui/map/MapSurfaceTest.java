package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.PaintProbe;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.CityProjection;
import org.yiping.console.map.LayerSpec;
import org.yiping.console.map.LiveLayer;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.MarkFill;
import org.yiping.console.map.MarkShape;
import org.yiping.console.map.Symbol;
import org.yiping.console.map.TestStyle;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.geo.Position;
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

    /// Frames of parts, moved and laid over one another in the toolkit's own buffers, come to the picture drawn whole;
    /// and a view squeezed to a pixel meanwhile is none the worse.
    @Test
    void showsTheSameWhetherThePictureCameInPartsOrWhole() {
        boolean same = Toolkit.onFx(() -> {
            CityProjection projection = CityProjection.around(new Position(104, 30));
            MapEngine engine = new MapEngine(projection, TestStyle.night(), Runnable::run, 1);
            LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
            MapSurface parts = surface(engine);
            MapCamera camera = new MapCamera(0, 0, 1, 300, 200);
            parts.set(camera);
            for (int i = 0; i < 12; i++) {
                Position at = projection.toPosition(new CityPoint(20 * i - 100, 7 * i - 40));
                cases.put("k" + i, at, new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.SOLID), "");
                cases.publish();
                camera = camera.panned(3, -2);
                parts.set(camera);
            }
            parts.resize(1, 1);
            parts.layout();
            parts.resize(300, 200);
            parts.layout();
            cases.remove("k3");
            cases.publish();
            MapSurface whole = surface(engine);
            whole.set(camera);
            return Arrays.equals(pixels(parts), pixels(whole)) && isOpaque(pixels(whole));
        });
        assertThat(same).isTrue();
    }

    @Test
    void aViewThatIsShownAgainShowsWhatChangedMeanwhile() {
        boolean same = Toolkit.onFx(() -> {
            CityProjection projection = CityProjection.around(new Position(104, 30));
            MapEngine engine = new MapEngine(projection, TestStyle.night(), Runnable::run, 1);
            LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
            MapSurface left = surface(engine);
            MapCamera camera = new MapCamera(0, 0, 1, 300, 200);
            left.set(camera);
            int[] before = pixels(left);
            left.close();
            Position at = projection.toPosition(new CityPoint(20, 10));
            cases.put("k", at, new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.SOLID), "");
            cases.publish();
            left.open(engine);
            left.layout();
            MapSurface fresh = surface(engine);
            fresh.set(camera);
            return Arrays.equals(pixels(left), pixels(fresh)) && !Arrays.equals(pixels(left), before);
        });
        assertThat(same).isTrue();
    }

    @Test
    void aViewThatIsAnotherPlacesNextKeepsNoPictureAndShowsThatPlaceWhole() {
        boolean same = Toolkit.onFx(() -> {
            CityProjection projection = CityProjection.around(new Position(104, 30));
            MapEngine engine = new MapEngine(projection, TestStyle.night(), Runnable::run, 1);
            LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
            Position at = projection.toPosition(new CityPoint(20, 10));
            cases.put("k", at, new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.SOLID), "");
            cases.publish();
            MapSurface left = surface(engine);
            left.set(new MapCamera(0, 0, 1, 300, 200));
            left.close();
            left.forget();
            boolean kept = left.getChildrenUnmodifiable().getFirst() instanceof PixelBands bands
                    && !bands.getChildrenUnmodifiable().isEmpty();
            MapCamera elsewhere = new MapCamera(30, 20, 1, 300, 200);
            left.open(engine);
            left.set(elsewhere);
            MapSurface fresh = surface(engine);
            fresh.set(elsewhere);
            return !kept && Arrays.equals(pixels(left), pixels(fresh));
        });
        assertThat(same).isTrue();
    }

    /// Or what copies it into the window would cut a hole.
    private static boolean isOpaque(int[] pixels) {
        return Arrays.stream(pixels).allMatch(argb -> argb >>> 24 == 0xff);
    }

    private static MapSurface surface(MapEngine engine) {
        MapSurface surface = new MapSurface(Fx.direct(), new Audience(PaintProbe.Debt.NONE));
        surface.resize(300, 200);
        surface.open(engine);
        return surface;
    }

    private static int[] pixels(MapSurface surface) {
        int[] pixels = new int[300 * 200];
        if (surface.getChildrenUnmodifiable().getFirst() instanceof PixelBands bands) {
            bands.getChildrenUnmodifiable().forEach(band -> pixels((ImageView) band, pixels));
        }
        return pixels;
    }

    private static void pixels(ImageView band, int[] into) {
        int tall = (int) band.getImage().getHeight();
        int from = 300 * (int) band.getY();
        band.getImage()
                .getPixelReader()
                .getPixels(0, 0, 300, tall, PixelFormat.getIntArgbPreInstance(), into, from, 300);
    }
}
