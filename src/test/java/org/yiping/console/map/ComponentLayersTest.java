package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.component.ComponentTableBuilder;
import org.yiping.domain.geo.Position;

class ComponentLayersTest {
    private static final CityProjection CITY = CityProjection.around(new Position(104.05, 30.63));

    private static List<Component> rows(Random random, int n) {
        List<Component> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            // crowds, a city's worth at one spot, some far away and some no plane can hold
            Position at = switch (i % 10) {
                case 0, 1, 2 -> new Position(104.05, 30.63);
                case 3 -> new Position(random.nextDouble(-180, 180), random.nextDouble(-90, 90));
                case 4 -> new Position(-165.95, 0);
                default -> new Position(104.05 + random.nextGaussian() / 50, 30.63 + random.nextGaussian() / 50);
            };
            rows.add(new Component(
                    new ComponentId("c-" + i),
                    new ClassCode(String.format(Locale.ROOT, "C-%02d01", 1 + random.nextInt(7))),
                    "",
                    at,
                    null,
                    null));
        }
        return rows;
    }

    private static ComponentTable table(List<Component> rows, ComponentTable.Order order) {
        ComponentTableBuilder builder = new ComponentTableBuilder(CITY.plane());
        rows.forEach(builder::add);
        return builder.build(1, order);
    }

    @Test
    void layersShareTheColumnsOfATableInTheMapsOrder() {
        ComponentTable table = table(rows(new Random(1), 30_000), PointLayer::order);
        List<PointLayer> layers = ComponentLayers.of("components", table, CITY, Set.of());
        assertThat(layers).hasSameSizeAs(table.parts());
        for (int i = 0; i < layers.size(); i++) {
            assertThat(layers.get(i).xs).isSameAs(table.parts().get(i).xs());
            assertThat(layers.get(i).ys).isSameAs(table.parts().get(i).ys());
        }
    }

    @Test
    void layersOfAnyOrderAndPlaneShowEveryComponentInItsPlace() {
        List<Component> rows = rows(new Random(2), 5000);
        ComponentTable asTheyCame =
                table(rows, (xs, _) -> IntStream.range(0, xs.length).toArray());
        CityProjection aside = CityProjection.around(new Position(104.2, 30.5));
        for (CityProjection city : List.of(CITY, aside)) {
            TreeMap<String, CityPoint> shown = new TreeMap<>();
            for (PointLayer layer : ComponentLayers.of("components", asTheyCame, city, Set.of())) {
                for (int row = 0; row < layer.size(); row++) {
                    shown.put(layer.id(row), layer.place(row));
                    assertThat(layer.row(layer.id(row))).isEqualTo(row);
                }
            }
            assertThat(shown).hasSize(rows.size());
            for (Component c : rows) {
                CityPoint at = city.toCity(c.position());
                CityPoint drawn = shown.get(c.id().value());
                if (Math.hypot(at.x(), at.y()) < 50_000) {
                    assertThat(drawn.distance(at)).isLessThan(0.02);
                }
            }
        }
    }

    @Test
    void aLayerOnlyKnowsItsOwnIds() {
        List<PointLayer> layers =
                ComponentLayers.of("components", table(rows(new Random(3), 200), PointLayer::order), CITY, Set.of());
        for (PointLayer layer : layers) {
            for (PointLayer other : layers) {
                assertThat(other.row(layer.id(0))).isEqualTo(other == layer ? 0 : -1);
            }
        }
    }

    @Test
    void aHiddenMajorClassHasNoLayer() {
        ComponentTable table = table(rows(new Random(4), 500), PointLayer::order);
        List<PointLayer> layers =
                ComponentLayers.of("components", table, CITY, Set.of(MajorClass.ROAD, MajorClass.OTHER));
        assertThat(layers.stream().map(l -> SymbolCode.major(l.code(0))))
                .containsExactly(MajorClass.UTILITY, MajorClass.APPEARANCE, MajorClass.GREENERY);
    }

    @Test
    void aCityWithAllItsComponentsOnOneSpotIsCountedAndFound() {
        int n = 300_000;
        ComponentTableBuilder builder = new ComponentTableBuilder(CITY.plane());
        Position spot = new Position(104.06, 30.64);
        for (int i = 0; i < n; i++) {
            builder.add(new Component(new ComponentId("c-" + i), new ClassCode("C-0101"), "", spot, null, null));
        }
        PointLayer layer = ComponentLayers.of("components", builder.build(1, PointLayer::order), CITY, Set.of())
                .getFirst();
        CityPoint at = CITY.toCity(spot);
        CityBox around = new CityBox(at.x() - 1, at.y() - 1, at.x() + 1, at.y() + 1);
        assertThat(layer.count(around)).isEqualTo(n);
        assertThat(layer.count(new CityBox(at.x() + 1, at.y() + 1, at.x() + 2, at.y() + 2)))
                .isZero();
        assertThat(layer.pyramid().size()).isEqualTo(n);
        assertThat(layer.id(layer.row("c-299999"))).isEqualTo("c-299999");
    }

    @Test
    void boxesFindWhatAPlainLookFinds() {
        Random random = new Random(5);
        List<Component> rows = rows(random, 20_000);
        List<PointLayer> layers = ComponentLayers.of("components", table(rows, PointLayer::order), CITY, Set.of());
        for (int i = 0; i < 50; i++) {
            double x = random.nextDouble(-3000, 3000);
            double y = random.nextDouble(-3000, 3000);
            CityBox box = new CityBox(x, y, x + random.nextDouble(3000), y + random.nextDouble(3000));
            Set<String> found = new TreeSet<>();
            layers.forEach(layer -> layer.visit(box, row -> found.add(layer.id(row))));
            Set<String> expected = new TreeSet<>();
            for (Component c : rows) {
                CityPoint at = CITY.toCity(c.position());
                float fx = (float) at.x();
                float fy = (float) at.y();
                if (fx >= box.west() && fx <= box.east() && fy >= box.south() && fy <= box.north()) {
                    expected.add(c.id().value());
                }
            }
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void rowsThatAreKeptAreDrawnAndFoundAndNoOthers() {
        ComponentTable table = table(rows(new Random(7), 4000), PointLayer::order);
        BitSet kept = new BitSet();
        Random random = new Random(8);
        TreeSet<String> wanted = new TreeSet<>();
        for (int row = 0; row < table.size(); row++) {
            if (random.nextInt(4) == 0) {
                kept.set(row);
                wanted.add(table.id(row));
            }
        }
        TreeSet<String> shown = new TreeSet<>();
        CityBox near = new CityBox(-900, -700, 1100, 800);
        for (PointLayer layer : ComponentLayers.of("components", table, Set.of(), kept)) {
            List<String> inBox = new ArrayList<>();
            for (int row = 0; row < layer.size(); row++) {
                String id = layer.id(row);
                shown.add(id);
                if (near.contains(layer.x(row), layer.y(row))) {
                    inBox.add(id);
                }
                assertThat(layer.row(id)).isEqualTo(row);
                if (Math.hypot(layer.x(row), layer.y(row)) < 50_000) {
                    CityPoint at = CITY.toCity(table.position(table.row(id)));
                    assertThat(layer.place(row).distance(at)).isLessThan(0.02);
                }
            }
            assertThat(layer.idsIn(new Region.Box(near))).isNotEmpty().containsExactlyInAnyOrderElementsOf(inBox);
            for (int row = 0; row < table.size(); row += 97) {
                if (!kept.get(row)) {
                    assertThat(layer.row(table.id(row))).isEqualTo(-1);
                }
            }
        }
        assertThat(shown).isEqualTo(wanted);
    }
}
