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
        PointLayer before = layer.current().points();
        put("a", 0, 2);
        layer.publish();
        PointLayer after = layer.current().points();
        assertThat(after.xs).isSameAs(before.xs);
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

    private static List<String> said(PointLayer points) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < points.size(); row++) {
            lines.add(points.id(row) + " " + points.xs[row] + " " + points.code(row) + " " + points.label(row));
        }
        return lines;
    }
}
