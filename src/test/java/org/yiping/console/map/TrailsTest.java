package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;

class TrailsTest {
    private static final CityProjection CITY = CityProjection.around(new Position(104, 30));
    private static final Instant START = Instant.parse("2026-11-24T02:00:00Z");

    private final Trails trails = new Trails();

    private static int second(int after) {
        return (int) START.getEpochSecond() + after;
    }

    private void walk(String id, int from, int to, double metresASecond) {
        for (int s = from; s <= to; s++) {
            trails.add(id, new CityPoint(s * metresASecond, 0), START.plusSeconds(s));
        }
    }

    @Test
    void itEndsAtTheLastWordAndBeginsTenMinutesBefore() {
        walk("v", 0, 1500, 10);
        Trails.Way way = Objects.requireNonNull(trails.of("v"));
        assertThat(way.xs()[way.size() - 1]).isEqualTo(15_000);
        assertThat(way.seconds()[way.size() - 1]).isEqualTo(second(1500));
        assertThat(way.seconds()[0]).isBetween(second(900), second(906));
        assertThat(way.size()).as("every five seconds").isBetween(115, 128);
        assertThat(way.seconds()).isSorted();
    }

    @Test
    void itNeverStraysFromTheWayThatWasWalked() {
        Random random = new Random(3);
        for (int run = 0; run < 20; run++) {
            String id = "w" + run;
            List<double[]> walked = new ArrayList<>();
            double x = 0;
            double y = 0;
            for (int s = 0; s < 900; s++) {
                x += random.nextGaussian() * 3;
                y += 2 + random.nextGaussian();
                walked.add(new double[] {(float) x, (float) y, second(s)});
                trails.add(id, new CityPoint(x, y), START.plusSeconds(s));
            }
            Trails.Way way = Objects.requireNonNull(trails.of(id));
            for (int i = 0; i < way.size(); i++) {
                double[] then = walked.get(way.seconds()[i] - second(0));
                assertThat(new double[] {way.xs()[i], way.ys()[i]}).containsExactly(then[0], then[1]);
            }
        }
    }

    @Test
    void lateWordsPlacesNowhereAndStandingStillLeaveItAsItIs() {
        walk("v", 0, 100, 10);
        Trails.Way before = Objects.requireNonNull(trails.of("v"));
        trails.add("v", new CityPoint(-500, 0), START.plusSeconds(50));
        trails.add("v", new CityPoint(-500, 0), START.plusSeconds(100));
        trails.add("v", new CityPoint(Double.NaN, 0), START.plusSeconds(101));
        assertThat(Objects.requireNonNull(trails.of("v")).xs()).isEqualTo(before.xs());
        assertThat(trails.of("nobody")).isNull();
        trails.add("one", new CityPoint(0, 0), START);
        assertThat(trails.of("one")).as("a place is no way").isNull();
        trails.remove("v");
        assertThat(trails.of("v")).isNull();
    }

    @Test
    void thoseThatTouchABoxAreFound() {
        walk("v", 0, 100, 10);
        List<String> found = new ArrayList<>();
        trails.in(new CityBox(480, -5, 520, 5), (id, _) -> found.add(id));
        trails.in(new CityBox(480, 5, 520, 15), (id, _) -> found.add(id));
        assertThat(found).containsExactly("v");
    }

    private final List<int[]> pictures = new ArrayList<>();
    private final MapEngine engine = new MapEngine(CITY, TestStyle.night(), Runnable::run, 1);

    private MapScreen open() {
        MapScreen screen = engine.open(frame -> {
            pictures.add(Arrays.copyOf(frame.pixels(), frame.width() * frame.height()));
            frame.release();
        });
        screen.look(new MapCamera(0, 0, 1, 300, 200));
        return screen;
    }

    private LiveLayer driven(int pauseAt) {
        LiveLayer units = engine.layer(LayerSpec.moving("units"));
        for (int s = 0; s <= 24; s++) {
            Instant at = START.plusSeconds(s < pauseAt ? s : s + 120L);
            Position place = CITY.toPosition(new CityPoint(-120 + 10 * s, 0));
            units.put("v", place, at, new Symbol.Vehicle(90, false), "");
        }
        units.publish();
        return units;
    }

    /// How many of the columns in the middle row are not land.
    private long drawn() {
        int[] picture = pictures.getLast();
        long n = 0;
        for (int x = 40; x < 240; x++) {
            n += picture[100 * 300 + x] == 0xFF10161B ? 0 : 1;
        }
        return n;
    }

    @Test
    void thePickedOneShowsItsWayAndAllDoWhereTheWindowWantsThemNearby() {
        driven(99);
        MapScreen screen = open();
        assertThat(drawn()).as("nothing asked for").isZero();
        screen.emphasise(new Emphasis(new Hit.Feature("units", "v"), List.of(), List.of(), Set.of()));
        assertThat(drawn()).isEqualTo(200);
        screen.emphasise(Emphasis.NONE.withTrails(true));
        assertThat(drawn()).isEqualTo(200);
        screen.emphasise(Emphasis.NONE);
        assertThat(drawn()).isZero();
        screen.emphasise(Emphasis.NONE.withTrails(true));
        screen.look(new MapCamera(0, 0, 4, 300, 200));
        assertThat(drawn()).as("a vehicle's mark alone").isLessThan(20);
    }

    @Test
    void whereNoWordCameThereIsNoLine() {
        driven(12);
        open().emphasise(new Emphasis(new Hit.Feature("units", "v"), List.of(), List.of(), Set.of()));
        assertThat(drawn()).isBetween(185L, 195L);
    }
}
