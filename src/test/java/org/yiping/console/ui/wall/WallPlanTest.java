package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.SmallCity;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.protocol.wall.ShippedScenes;

/// The places of a wall by their letters.
class WallPlanTest {
    private static WallPlan plan(String scene, int columns, int rows) {
        WallScene found = ShippedScenes.book().find(new SceneId(scene)).orElseThrow();
        return WallPlan.of(found, new Grid(columns, rows), SmallCity.NOW);
    }

    private static Region at(WallPlan plan, String letter) {
        return plan.lettered(letter).orElseThrow().region();
    }

    @Test
    void aTileIsOnePlaceAndOfAMapEachCellIsOne() {
        WallPlan plan = plan("overview", 3, 2);
        assertThat(plan.slots()).extracting(WallPlan.Slot::letter).containsExactly("A", "B", "C", "D", "E", "F");
        assertThat(at(plan, "c")).isEqualTo(new Region(new Grid(3, 2), new Span(3, 1, 1, 1)));
        assertThat(plan.at(0.99, 0.01).orElseThrow().letter()).isEqualTo("C");
        assertThat(plan.at(0.01, 0.99).orElseThrow().letter()).isEqualTo("D");
        assertThat(plan.at(1.01, 0.5)).isEmpty();
        Region map = new Region(new Grid(3, 2), new Span(1, 1, 2, 2));
        assertThat(plan.slots())
                .filteredOn(s -> s.tile().equals(map))
                .extracting(WallPlan.Slot::letter)
                .containsExactly("A", "B", "D", "E");
    }

    @Test
    void severalPlacesAreTheSmallestRegionOfWholeTilesAroundThem() {
        WallPlan plan = plan("overview", 3, 2);
        Region wide = plan.around(at(plan, "A"), at(plan, "E"));
        assertThat(wide).isEqualTo(new Region(new Grid(3, 2), new Span(1, 1, 2, 2)));
        assertThat(plan.letters(wide)).isEqualTo("ABDE");
    }

    @Test
    void whateverTheSceneAndTheWallEveryCellIsInOnePlaceAndRegionsHoldWholePlaces() {
        Random random = new Random(11);
        for (WallScene scene : ShippedScenes.book().scenes()) {
            for (int run = 0; run < 20; run++) {
                WallPlan plan = plan(scene.id().value(), 1 + random.nextInt(6), 1 + random.nextInt(3));
                List<WallPlan.Slot> slots = plan.slots();
                int cells = slots.stream()
                        .mapToInt(
                                s -> s.region().at().columns() * s.region().at().rows())
                        .sum();
                assertThat(cells).isEqualTo(plan.grid().columns() * plan.grid().rows());
                Set<String> letters = new HashSet<>();
                slots.forEach(s -> assertThat(s.letter().isEmpty() || letters.add(s.letter()))
                        .isTrue());
                Region any = plan.around(
                        slots.get(random.nextInt(slots.size())).region(),
                        slots.get(random.nextInt(slots.size())).region());
                slots.forEach(
                        s -> assertThat(!s.region().meets(any) || s.region().within(any))
                                .isTrue());
            }
        }
    }
}
