package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.geo.Position;

class HeatTest {
    private static final int LAND = 0xFF101820;
    private static final int[] RAMP = {0xFF204060, 0xFF40C0C0, 0xFFFFFFFF};

    private static PointLayer crowd(int points, double spread, long seed) {
        PointLayer.Builder crowd = PointLayer.in(CityProjection.around(new Position(104.06, 30.66)), "cases");
        Random random = new Random(seed);
        for (int i = 0; i < points; i++) {
            crowd.add("p" + i, new CityPoint(random.nextGaussian() * spread, random.nextGaussian() * spread), 0);
        }
        return crowd.build();
    }

    private static int[] picture(Heat heat, PixelGrid grid) {
        int[] pixels = new int[grid.width() * grid.height()];
        Arrays.fill(pixels, LAND);
        heat.paint(new Canvas(pixels, grid.width(), grid.height()), grid, Heat.shades(RAMP));
        return pixels;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 2.9, 9.8, 27.7})
    void four_tiles_are_one_picture_to_the_last_bit(double metresPerPixel) {
        Heat heat = new Heat(List.of(crowd(5000, 900, 1)));
        int[] whole = picture(heat, new PixelGrid(metresPerPixel, -256, -256, 512, 512));
        for (int tile = 0; tile < 4; tile++) {
            int left = -256 + 256 * (tile % 2);
            int top = -256 + 256 * (tile / 2);
            int[] part = picture(heat, new PixelGrid(metresPerPixel, left, top, 256, 256));
            for (int y = 0; y < 256; y++) {
                int from = (top + 256 + y) * 512 + left + 256;
                assertThat(Arrays.copyOfRange(part, y * 256, y * 256 + 256))
                        .isEqualTo(Arrays.copyOfRange(whole, from, from + 256));
            }
        }
    }

    @Test
    void panning_changes_no_colour() {
        Heat heat = new Heat(List.of(crowd(3000, 600, 2)));
        int[] before = picture(heat, new PixelGrid(4, -100, -100, 200, 200));
        int[] after = picture(heat, new PixelGrid(4, -93, -100, 200, 200));
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 193; x++) {
                assertThat(after[y * 200 + x]).isEqualTo(before[y * 200 + x + 7]);
            }
        }
    }

    @Test
    void the_scale_ends_at_the_densest_square() {
        // 4 m/px: squares of 64 m are counted and 256 m smoothed over; all hundred stand in one of these
        PointLayer.Builder spot = PointLayer.in(CityProjection.around(new Position(104.06, 30.66)), "cases");
        for (int i = 0; i < 100; i++) {
            spot.add("p" + i, new CityPoint(70 + i % 10, 70), 0);
        }
        assertThat(new Heat(List.of(spot.build())).fullAt(4)).isCloseTo(100 / 0.256 / 0.256, within(1e-6));
        assertThat(new Heat(List.of(PointLayer.empty("cases"))).fullAt(4)).isZero();
    }

    @Test
    void where_more_stand_it_is_brighter_and_where_nothing_stands_there_is_no_colour() {
        Heat heat = new Heat(List.of(crowd(20_000, 300, 3)));
        PixelGrid grid = new PixelGrid(4, -400, -400, 800, 800);
        int[] pixels = picture(heat, grid);
        int middle = pixels[400 * 800 + 400] & 0xFF;
        int side = pixels[400 * 800 + 400 + 75 * 2] & 0xFF;
        assertThat(middle).isGreaterThan(side);
        assertThat(side).isGreaterThan(LAND & 0xFF);
        assertThat(pixels[0]).isEqualTo(LAND);
    }

    @Test
    void a_million_on_one_spot_and_points_nowhere_leave_the_rest_as_it_is() {
        PointLayer.Builder odd = PointLayer.in(CityProjection.around(new Position(104.06, 30.66)), "cases");
        for (int i = 0; i < 1_000_000; i++) {
            odd.add("p", new CityPoint(0, 0), 0);
        }
        odd.add("nowhere", new CityPoint(Double.NaN, 5), 0);
        odd.add("far", new CityPoint(8e6, 3e6), 0);
        int[] pixels = picture(new Heat(List.of(odd.build())), new PixelGrid(9.8, -256, -256, 512, 512));
        assertThat(pixels[256 * 512 + 256]).isNotEqualTo(LAND);
        assertThat(pixels[20 * 512 + 20]).isEqualTo(LAND);
    }

    @Test
    void nothing_shows_nothing_and_the_ends_of_the_earth_are_no_fault() {
        int[] empty = picture(new Heat(List.of(PointLayer.empty("cases"))), new PixelGrid(9.8, 0, 0, 64, 64));
        assertThat(empty).containsOnly(LAND);
        Heat heat = new Heat(List.of(crowd(100, 100, 4)));
        for (double corner : new double[] {-1e9, 1e9}) {
            assertThat(picture(heat, new PixelGrid(27.7, corner, corner, 64, 64)))
                    .containsOnly(LAND);
        }
    }
}
