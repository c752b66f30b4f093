package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.style.LayerStack;
import org.yiping.console.map.style.StackText;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.component.ComponentTableBuilder;
import org.yiping.domain.geo.Position;

class ComponentGroupsTest {
    private static final CityProjection CITY = CityProjection.around(new Position(104, 30));
    private static final LayerStack GROUPED = LayerStack.plain().groups(true);

    /// Crowds and single ones, of two classes.
    private static List<PointLayer> layers(Random random, int points) {
        List<PointLayer> layers = new ArrayList<>();
        for (int layer = 0; layer < 2; layer++) {
            PointLayer.Builder builder = PointLayer.in(CITY, "components");
            double crowdX = (random.nextDouble() - 0.5) * 20_000;
            for (int i = 0; i < points; i++) {
                boolean crowd = random.nextInt(3) > 0;
                double x = crowd ? crowdX + random.nextGaussian() * 300 : (random.nextDouble() - 0.5) * 30_000;
                double y = crowd ? random.nextGaussian() * 300 : (random.nextDouble() - 0.5) * 30_000;
                builder.add(
                        "c" + layer + "-" + i,
                        new CityPoint(x, y),
                        SymbolCode.of(new Symbol.ComponentDot(MajorClass.values()[layer])));
            }
            layers.add(builder.build());
        }
        return layers;
    }

    @Test
    void countsAreThoseOfALookAtEachAndRingsStayInTheirSquares() {
        Random random = new Random(5);
        for (int run = 0; run < 30; run++) {
            List<PointLayer> layers = layers(random, 2000);
            double scale = 5.1 + random.nextDouble() * 40;
            PixelGrid grid = new PixelGrid(scale, random.nextInt(800) - 900, random.nextInt(800) - 900, 900, 700);
            List<ComponentGroups.Group> groups = ComponentGroups.of(layers, grid, Generalisation.DESK);
            assertThat(groups).isNotEmpty();
            long inSight = 0;
            for (ComponentGroups.Group g : groups) {
                CityBox s = g.square();
                int plain = 0;
                for (PointLayer layer : layers) {
                    for (int i = 0; i < layer.size(); i++) {
                        boolean in = layer.x(i) >= s.west()
                                && layer.x(i) < s.east()
                                && layer.y(i) >= s.south()
                                && layer.y(i) < s.north();
                        plain += in ? 1 : 0;
                    }
                }
                assertThat(g.count()).isEqualTo(plain);
                inSight += plain;
                double r = Generalisation.DESK.clusterRadius(g.count()) * scale;
                assertThat(g.x()).isBetween(s.west() + r, s.east() - r);
                assertThat(g.y()).isBetween(s.south() + r, s.north() - r);
                assertThat(s.east() - s.west()).isGreaterThanOrEqualTo(64 * scale);
            }
            long seen = 0;
            CityBox ground = grid.ground(0);
            for (PointLayer layer : layers) {
                for (int i = 0; i < layer.size(); i++) {
                    seen += ground.west() <= layer.x(i)
                                    && layer.x(i) <= ground.east()
                                    && ground.south() <= layer.y(i)
                                    && layer.y(i) <= ground.north()
                            ? 1
                            : 0;
                }
            }
            assertThat(inSight).as("none in sight is left out").isGreaterThanOrEqualTo(seen);
        }
    }

    @Test
    void panningChangesNoGroup() {
        List<PointLayer> layers = layers(new Random(9), 3000);
        PixelGrid here = new PixelGrid(8, -500, -400, 900, 700);
        PixelGrid there = new PixelGrid(8, -437, -400, 900, 700);
        List<ComponentGroups.Group> before = ComponentGroups.of(layers, here, Generalisation.DESK);
        List<ComponentGroups.Group> after = ComponentGroups.of(layers, there, Generalisation.DESK);
        CityBox both = new CityBox(-437 * 8, -300 * 8, 400 * 8, 400 * 8);
        assertThat(within(before, both)).isNotEmpty().isEqualTo(within(after, both));
    }

    private static List<ComponentGroups.Group> within(List<ComponentGroups.Group> groups, CityBox box) {
        return groups.stream()
                .filter(g -> g.x() > box.west() && g.x() < box.east() && g.y() > box.south() && g.y() < box.north())
                .toList();
    }

    @Test
    void theFilterCountsToo() {
        ComponentTableBuilder builder = new ComponentTableBuilder(CITY.plane());
        for (int i = 0; i < 400; i++) {
            String code = i % 4 == 0 ? "C-0102" : "C-0204";
            builder.add(new Component(
                    new ComponentId("k" + i),
                    new ClassCode(code),
                    "",
                    CITY.toPosition(new CityPoint(5, 5)),
                    null,
                    null));
        }
        ComponentTable table = builder.build(1, PointLayer::order);
        BitSet kept = new BitSet();
        kept.set(0, table.size());
        for (int row = 0; row < table.size(); row++) {
            kept.set(row, table.component(row).classCode().value().equals("C-0102"));
        }
        PixelGrid grid = new PixelGrid(8, -100, -100, 200, 200);
        List<PointLayer> all = ComponentLayers.of("components", table, Set.of(), null);
        List<PointLayer> some = ComponentLayers.of("components", table, Set.of(), kept);
        assertThat(ComponentGroups.of(all, grid, Generalisation.DESK))
                .extracting(ComponentGroups.Group::count)
                .containsExactly(400);
        assertThat(ComponentGroups.of(some, grid, Generalisation.DESK))
                .extracting(ComponentGroups.Group::count)
                .containsExactly(100);
    }

    @Test
    void onlyWindowsThatWantThemAndAreFarShowThemAndAClickFindsThem() {
        MapEngine engine = new MapEngine(CITY, TestStyle.night(), Runnable::run, 1);
        engine.ground(new CityGround(List.of(), LineLayer.empty(), layers(new Random(2), 500)));
        List<int[]> pictures = new ArrayList<>();
        MapScreen screen = engine.open(frame -> {
            pictures.add(Arrays.copyOf(frame.pixels(), frame.width() * frame.height()));
            frame.release();
        });
        MapCamera far = new MapCamera(0, 0, 32, 400, 300);
        screen.look(far);
        int[] density = pictures.getLast();
        screen.stack(GROUPED);
        int[] groups = pictures.getLast();
        assertThat(groups).isNotEqualTo(density);
        ComponentGroups.Group any = ComponentGroups.of(
                        engine.ground().components(), PixelGrid.of(far), Generalisation.DESK)
                .getFirst();
        CityPoint middle = new CityPoint(any.x(), any.y());
        assertThat(engine.group(far, middle, GROUPED)).contains(new Hit.Group("components", any.count(), any.square()));
        assertThat(engine.group(far, middle, LayerStack.plain())).isEmpty();
        assertThat(engine.group(new MapCamera(0, 0, 4, 400, 300), middle, GROUPED))
                .isEmpty();
    }

    @Test
    void theChoiceIsKeptAsText() {
        assertThat(StackText.parse(StackText.of(GROUPED))).isEqualTo(GROUPED);
        assertThat(StackText.parse(StackText.of(LayerStack.plain()))).isEqualTo(LayerStack.plain());
        assertThat(GROUPED.ground()).isEqualTo(GROUPED);
    }
}
