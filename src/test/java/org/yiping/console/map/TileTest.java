package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;

class TileTest {
    @Test
    void drawsNoMoreTilesForWhereNobodyLooksAnyMore() {
        TileQueue queue = new TileQueue();
        TileKey a = new TileKey(3, 0, 0);
        TileKey b = new TileKey(3, 1, 0);
        TileKey c = new TileKey(3, 2, 0);
        queue.want("window", List.of(a, b));
        assertThat(queue.take()).isEqualTo(a);
        queue.want("window", List.of(a, c));
        assertThat(queue.take()).as("b is cancelled, a is being drawn").isEqualTo(c);
        assertThat(queue.take()).isNull();
        queue.done(a);
        queue.done(c);
        assertThat(queue.isIdle()).isTrue();
        queue.want("window", List.of(a));
        assertThat(queue.take()).as("may be wanted again").isEqualTo(a);
    }

    @Test
    void servesWindowsInTurn() {
        TileQueue queue = new TileQueue();
        queue.want("one", List.of(new TileKey(1, 0, 0), new TileKey(1, 1, 0)));
        queue.want("two", List.of(new TileKey(2, 0, 0), new TileKey(2, 1, 0)));
        List<Integer> levels = new ArrayList<>();
        for (TileKey key = queue.take(); key != null; key = queue.take()) {
            levels.add(key.level());
        }
        assertThat(levels).containsExactly(1, 2, 1, 2);
    }

    @Test
    void keepsASlabWhileItIsBeingRead() {
        TileCache cache = TileCache.ofDesk();
        TileKey key = new TileKey(1, 0, 0);
        int[] slab = cache.slab();
        cache.put(key, slab, 1);
        TileCache.Tile held = cache.hold(key);
        cache.put(key, cache.slab(), 2);
        assertThat(cache.slab()).isNotSameAs(slab);
        assertThat(held).isNotNull();
        if (held != null) {
            cache.release(held);
        }
        assertThat(cache.slab()).isSameAs(slab);
    }

    @Test
    void dropsTheOldestTilesNobodyShows() {
        TileCache cache = TileCache.ofDesk();
        List<TileKey> shown = List.of(new TileKey(1, 0, 0), new TileKey(1, 1, 0));
        cache.watch("window", shown);
        for (int i = 0; i < 500; i++) {
            cache.put(new TileKey(1, i, 0), cache.slab(), 1);
        }
        assertThat(cache.size()).isEqualTo(64);
        assertThat(shown).allMatch(key -> cache.has(key, 1));
    }

    @Test
    void aSmallHeapKeepsLittleMoreThanIsShown() {
        assertThat(keptOf(4L << 30)).isEqualTo(400);
        assertThat(keptOf(480L << 20)).isEqualTo(100 + 80);
        assertThat(keptOf(0)).isEqualTo(100);
    }

    @Test
    void anAreaThatCrossesItselfTakesNothingFromThoseBelowIt() {
        CityProjection projection = CityProjection.around(new Position(104, 30));
        AreaLayer water = AreaLayer.in(projection, AreaKind.WATER)
                .add("", "", List.of(square(projection, 10, 190)))
                .add("", "", List.of(places(projection, 20, 20, 100, 100, 100, 20, 20, 100)))
                .build();
        Scene scene = Scene.of(new CityGround(List.of(water), LineLayer.empty(), List.of()), TestStyle.night());
        int[] pixels = new int[TileKey.SIDE * TileKey.SIDE];
        // 1 m/px; the tile above the origin begins 256 m to the north of it
        new TilePainter().paint(scene, new TileKey(6, 0, -1), pixels);
        int blue = scene.style().palette().ground().water();
        for (int at = 12; at < 188; at++) {
            assertThat(pixels[(255 - at) * TileKey.SIDE + at]).isEqualTo(blue);
            assertThat(pixels[(255 - 30) * TileKey.SIDE + at]).isEqualTo(blue);
        }
        assertThat(pixels[4 * TileKey.SIDE + 4]).isNotEqualTo(blue);
    }

    private static List<Position> square(CityProjection projection, double from, double to) {
        return places(projection, from, from, to, from, to, to, from, to);
    }

    private static List<Position> places(CityProjection projection, double... xy) {
        List<Position> places = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            places.add(projection.toPosition(new CityPoint(xy[i], xy[i + 1])));
        }
        return places;
    }

    private static int keptOf(long heapBytes) {
        TileCache cache = new TileCache(heapBytes, Integer.MAX_VALUE);
        cache.watch(
                "window",
                IntStream.range(0, 100).mapToObj(i -> new TileKey(1, i, 0)).toList());
        for (int i = 0; i < 500; i++) {
            cache.put(new TileKey(1, i, 0), cache.slab(), 1);
        }
        return cache.size();
    }
}
