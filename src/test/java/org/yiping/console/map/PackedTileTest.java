package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// A wall's tiles that nobody reads are packed, and come back as they were to the last bit.
class PackedTileTest {
    private static final int SIZE = TileKey.SIDE * TileKey.SIDE;
    private static final int OPEN = 8;
    private final Random random = new Random(27);

    @Test
    void whatWasPackedComesBackToTheLastBit() {
        for (int[] pixels : List.of(new int[SIZE], map(), noise())) {
            int[] back = new int[SIZE];
            PackedTile.open(PackedTile.of(pixels), back);
            assertThat(back).isEqualTo(pixels);
        }
    }

    @Test
    void aMapTakesATenthAndNoiseHardlyMoreThanItself() {
        assertThat(PackedTile.of(map())).hasSizeLessThan(SIZE * Integer.BYTES / 10);
        assertThat(PackedTile.of(noise())).hasSizeLessThan(SIZE * Integer.BYTES * 11 / 10);
    }

    @Test
    void whatIsDamagedIsNoPicture() {
        byte[] packed = PackedTile.of(map());
        byte[] half = Arrays.copyOf(packed, packed.length / 2);
        assertThatThrownBy(() -> PackedTile.open(half, new int[SIZE])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ofManyTilesFewLieOpenAndAllAreAsTheyWere() {
        TileCache cache = new TileCache(1L << 40, OPEN);
        List<int[]> drawn = fill(cache, 100);
        assertThat(cache.openTiles()).isEqualTo(OPEN);
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(read(cache, i)).isEqualTo(drawn.get(i));
            assertThat(cache.openTiles()).isLessThanOrEqualTo(OPEN + 1);
        }
    }

    @Test
    void aTileThatIsReadStaysOpenUntilItIsLetGo() {
        TileCache cache = new TileCache(1L << 40, OPEN);
        List<int[]> drawn = fill(cache, 20);
        TileCache.Tile held = Objects.requireNonNull(cache.hold(key(3)));
        int[] pixels = cache.pixels(held);
        for (int i = 4; i < 20; i++) {
            read(cache, i);
        }
        assertThat(cache.pixels(held)).isSameAs(pixels).isEqualTo(drawn.get(3));
        cache.release(held);
        for (int i = 4; i < 20; i++) {
            read(cache, i);
        }
        assertThat(cache.openTiles()).isEqualTo(OPEN);
    }

    @Test
    void aTileThatIsReplacedWhileItIsReadIsReadToItsEnd() {
        TileCache cache = new TileCache(1L << 40, OPEN);
        List<int[]> drawn = fill(cache, 20);
        TileCache.Tile held = Objects.requireNonNull(cache.hold(key(0)));
        cache.put(key(0), noise(), 2);
        assertThat(cache.pixels(held)).isEqualTo(drawn.getFirst());
        cache.release(held);
        assertThat(cache.has(key(0), 2)).isTrue();
        assertThat(cache.openTiles()).isLessThanOrEqualTo(OPEN);
    }

    @Test
    void threadsThatReadAndReplaceAtOnceSeeWholeTiles() throws Exception {
        TileCache cache = new TileCache(1L << 40, OPEN);
        for (int i = 0; i < 40; i++) {
            cache.put(key(i), plain(cache.slab(), i), 1);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> mixed = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                Random own = new Random(t);
                mixed.add(threads.submit(() -> work(cache, own)));
            }
            for (Future<Integer> each : mixed) {
                assertThat(each.get()).isZero();
            }
        }
    }

    /// How many tiles were not of the one colour that their key says.
    private static int work(TileCache cache, Random own) {
        int wrong = 0;
        for (int n = 0; n < 300; n++) {
            int i = own.nextInt(40);
            if (own.nextInt(5) == 0) {
                cache.put(key(i), plain(cache.slab(), i), n);
                continue;
            }
            TileCache.Tile tile = Objects.requireNonNull(cache.hold(key(i)));
            int[] pixels = cache.pixels(tile);
            for (int pixel : pixels) {
                if (pixel != i) {
                    wrong++;
                    break;
                }
            }
            cache.release(tile);
        }
        return wrong;
    }

    private static int[] plain(int[] slab, int colour) {
        Arrays.fill(slab, colour);
        return slab;
    }

    private List<int[]> fill(TileCache cache, int count) {
        List<TileKey> shown = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shown.add(key(i));
        }
        cache.watch("window", shown);
        List<int[]> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] pixels = i % 2 == 0 ? noise() : map();
            drawn.add(pixels.clone());
            cache.put(key(i), pixels, 1);
        }
        return drawn;
    }

    private static int[] read(TileCache cache, int i) {
        TileCache.Tile tile = Objects.requireNonNull(cache.hold(key(i)));
        int[] pixels = cache.pixels(tile).clone();
        cache.release(tile);
        return pixels;
    }

    private static TileKey key(int i) {
        return new TileKey(1, i, 0);
    }

    private int[] noise() {
        return random.ints(SIZE).toArray();
    }

    /// Some hundred boxes in five colours.
    private int[] map() {
        int[] pixels = new int[SIZE];
        Arrays.fill(pixels, 0xFF101820);
        for (int n = 0; n < 100; n++) {
            int x = random.nextInt(200);
            int y = random.nextInt(200);
            int colour = 0xFF000000 | random.nextInt(5) * 0x223344;
            for (int row = y; row < y + 20; row++) {
                Arrays.fill(pixels, row * TileKey.SIDE + x, row * TileKey.SIDE + x + 30, colour);
            }
        }
        return pixels;
    }
}
