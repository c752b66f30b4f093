package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;

class LiveLayerTest {
    private static final CityProjection CITY = CityProjection.around(new Position(104.06, 30.63));
    private static final List<MarkFill> FILLS = List.of(MarkFill.values());

    private final List<String> kept = new ArrayList<>();
    private @Nullable String last;
    private final LiveLayer layer = new LiveLayer(LayerSpec.cases("cases"), CITY, () -> {});

    @Test
    void whatOnlyLooksOtherwiseStandsWhereItStood() {
        put("a", 0, 0);
        put("b", 1, 1);
        layer.publish();
        LivePoints before = layer.current().points();
        put("a", 0, 2);
        layer.publish();
        LivePoints after = layer.current().points();
        assertThat(after.x(after.row("a"))).isEqualTo(before.x(before.row("a")));
        assertThat(said(after)).containsExactlyInAnyOrder(line("a", 0, 2), line("b", 1, 1));
        assertThat(said(before)).as("who still looks at it sees no change").contains(line("a", 0, 0));
    }

    @Test
    void anyOrderOfChangesIsSeenAsALayerMadeAnewWouldBe() {
        Random random = new Random(20261126);
        for (int round = 0; round < 400; round++) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                String id = "c" + random.nextInt(30);
                switch (random.nextInt(3)) {
                    case 0 -> layer.remove(id);
                    case 1 -> put(id, random.nextInt(3), random.nextInt(FILLS.size()));
                    default -> put(id, 0, random.nextInt(FILLS.size()));
                }
                kept.removeIf(l -> l.startsWith(id + " "));
                if (last != null) {
                    kept.add(last);
                }
                last = null;
            }
            layer.publish();
            assertThat(said(layer.current().points())).containsExactlyInAnyOrderElementsOf(kept);
        }
    }

    @Test
    void whoWalksAFewStepsIsDrawnInTurnAsBefore() {
        for (int i = 0; i < 20; i++) {
            put("c" + i, 0, 0);
        }
        layer.publish();
        List<String> before =
                layer.current().points().idsIn(new Region.Box(around(0).grown(50)));
        layer.put("c7", new Position(104.060_01, 30.63), mark(0), "n0");
        layer.publish();
        assertThat(layer.current().points().idsIn(new Region.Box(around(0).grown(50))))
                .isEqualTo(before);
    }

    @Test
    void tellsWhereAPictureIsToBeDrawnAnew() {
        for (int i = 0; i < 500; i++) {
            put("c" + i, i, 0);
        }
        layer.publish();
        assertThat(layer.current().since(0).meets(around(3))).isTrue();
        assertThat(layer.current().since(1).isEmpty()).isTrue();
        put("c3", 4, 0);
        put("c70", 70, 1);
        layer.publish();
        Damage damage = layer.current().since(1);
        assertThat(damage.meets(around(3))).as("what something left").isTrue();
        assertThat(damage.meets(around(4))).as("where it came to").isTrue();
        assertThat(damage.meets(around(70))).as("what looks otherwise").isTrue();
        assertThat(damage.meets(around(50))).isFalse();
        layer.publish();
        assertThat(layer.current().since(1)).as("nothing changed since").isEqualTo(damage);
        layer.remove("c200");
        layer.publish();
        assertThat(layer.current().since(2).boxes()).hasSize(1);
        assertThat(layer.current().since(1).boxes()).hasSize(damage.boxes().size() + 1);
    }

    @Test
    void afterVeryManyChangesEverythingIsDrawnAnew() {
        layer.publish();
        for (int i = 0; i < 20_000; i++) {
            put("c" + i % 30, i % 60, 0);
        }
        layer.publish();
        assertThat(layer.current().since(0).all()).isTrue();
        for (int i = 0; i < 40; i++) {
            put("c1", i, 0);
            layer.publish();
        }
        assertThat(layer.current().since(5).all()).as("too long ago").isTrue();
        assertThat(layer.current().since(layer.current().number() - 3).all()).isFalse();
    }

    @Test
    void aBatchIsSeenInFewBoxesHoweverItIsScattered() {
        Damage.Collector collector = new Damage.Collector();
        Random random = new Random(8);
        List<CityPoint> touched = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            CityPoint at = new CityPoint(random.nextFloat(-9000, 9000), random.nextFloat(-9000, 9000));
            touched.add(at);
            collector.touched((float) at.x(), (float) at.y());
        }
        Damage damage = collector.taken();
        assertThat(damage.boxes()).hasSizeBetween(20, Damage.MOST);
        assertThat(touched).allMatch(at -> damage.boxes().stream().anyMatch(box -> box.contains(at.x(), at.y())));
        assertThat(collector.taken().isEmpty()).isTrue();
    }

    private static CityBox around(int place) {
        CityPoint at = CITY.toCity(at(place));
        return new CityBox(at.x(), at.y(), at.x(), at.y()).grown(0.1);
    }

    private void put(String id, int place, int fill) {
        layer.put(id, at(place), mark(fill), "n" + fill);
        last = line(id, place, fill);
    }

    private static Position at(int place) {
        return new Position(104.06 + place * 0.001, 30.63);
    }

    private static Symbol mark(int fill) {
        return new Symbol.CaseMark(MarkShape.CIRCLE, FILLS.get(fill % FILLS.size()));
    }

    private static String line(String id, int place, int fill) {
        return id + " " + (float) CITY.toCity(at(place)).x() + " " + SymbolCode.of(mark(fill)) + " n" + fill;
    }

    private static List<String> said(LivePoints points) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < points.size(); row++) {
            lines.add(points.id(row) + " " + points.x(row) + " " + points.code(row) + " " + points.label(row));
        }
        return lines;
    }
}
