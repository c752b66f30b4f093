package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiping.console.map.style.Zoom;

/// The shipped files say what the map was designed with: streets whose widths follow laws, and who is left out where.
class ShippedStyleTest {
    /// Metres on the ground and least pixels by class; the higher ranks are twice as wide on the wall.
    private static final Map<RoadClass, double[]> STREETS = Map.of(
            RoadClass.MAJOR, new double[] {30, 3, 64, 2},
            RoadClass.MID, new double[] {19, 2, 32, 2},
            RoadClass.MINOR, new double[] {10, 1.2, 11, 1.1});

    @ParameterizedTest
    @EnumSource(Generalisation.class)
    void streetsKeepTheirWidthsTheirLeastPixelsAndTheirCasings(Generalisation distance) {
        MapPlan plan = plan(distance);
        for (int level = 0; level <= ZoomLevels.COARSEST; level++) {
            double scale = ZoomLevels.metresPerPixel(level);
            List<GroundStep.Streets> streets = plan.level(level).steps().stream()
                    .filter(GroundStep.Streets.class::isInstance)
                    .map(GroundStep.Streets.class::cast)
                    .toList();
            for (RoadClass road : RoadClass.values()) {
                double[] law = STREETS.get(road);
                List<Double> widths = new ArrayList<>();
                streets.forEach(step ->
                        step.pens().stream().filter(pen -> pen.road() == road).forEach(pen -> widths.add(pen.width())));
                if (scale > law[2]) {
                    assertThat(widths).as("%s at %s", road, scale).isEmpty();
                    continue;
                }
                double plain = Math.max(law[1], law[0] * Math.min(1, Math.pow(scale / 2, 0.35)) / scale);
                double wide = plain * (distance == Generalisation.WALL ? law[3] : 1);
                assertThat(widths).as("%s at %s", road, scale).hasSize(2);
                assertThat(widths.get(0)).isCloseTo(wide + (plain < 2.5 - 1e-9 ? 1 : 2.4), within(2e-4));
                assertThat(widths.get(1)).isCloseTo(wide, within(2e-4));
            }
        }
    }

    @Test
    void eachKindOfAreaEndsAtItsScale() {
        Map<AreaKind, Double> farthest = Map.of(
                AreaKind.BUILDING, 4.1,
                AreaKind.CELL, 4.1,
                AreaKind.COMMUNITY, 8.1,
                AreaKind.STREET, 23.0,
                AreaKind.BLOCK, 12.0,
                AreaKind.GREEN, 1e9,
                AreaKind.WATER, 1e9,
                AreaKind.DISTRICT, 1e9);
        MapPlan desk = plan(Generalisation.DESK);
        MapPlan wall = plan(Generalisation.WALL);
        farthest.forEach((kind, most) -> {
            for (int level = 0; level <= ZoomLevels.COARSEST; level++) {
                boolean near = ZoomLevels.metresPerPixel(level) <= most;
                assertThat(draws(desk, level, kind)).isEqualTo(near);
                boolean plain = !kind.isBoundary() || kind == AreaKind.DISTRICT;
                assertThat(draws(wall, level, kind)).isEqualTo(near && plain);
            }
        });
    }

    @Test
    void namesAndComponentsEndAtTheirScales() {
        MapPlan desk = plan(Generalisation.DESK);
        for (int level = 0; level <= ZoomLevels.COARSEST; level++) {
            double scale = ZoomLevels.metresPerPixel(level);
            MapPlan.Level at = desk.level(level);
            assertThat(at.streetNames().containsKey(RoadClass.MAJOR)).isEqualTo(scale <= 17);
            assertThat(at.streetNames().containsKey(RoadClass.MID)).isEqualTo(scale <= 8.1);
            assertThat(at.streetNames().containsKey(RoadClass.MINOR)).isEqualTo(scale <= 4.1);
            assertThat(at.areaNames().containsKey(AreaKind.DISTRICT)).isEqualTo(scale < 100);
            assertThat(at.areaNames().containsKey(AreaKind.STREET)).isEqualTo(scale > 1.5 && scale < 9);
            assertThat(at.areaNames().containsKey(AreaKind.COMMUNITY)).isEqualTo(scale < 2.1);
            List<GroundStep.Marks> marks = at.steps().stream()
                    .filter(GroundStep.Marks.class::isInstance)
                    .map(GroundStep.Marks.class::cast)
                    .toList();
            assertThat(at.showsComponents()).isEqualTo(scale <= 2.9);
            assertThat(marks).hasSize(scale <= 1 ? 2 : scale <= 2.9 ? 1 : 0);
            if (!marks.isEmpty()) {
                assertThat(marks.getFirst().own()).isFalse();
                assertThat(marks.getFirst().square())
                        .isEqualTo(scale <= 0.6 ? 0 : scale > 1.5 ? 64 : scale > 0.8 ? 32 : 16);
            }
            if (scale <= 1) {
                assertThat(marks.getLast().own()).isTrue();
                assertThat(marks.getLast().square()).isEqualTo(scale < 0.2 ? 0 : scale <= 0.5 ? 32 : 64);
            }
        }
        assertThat(desk.level(0).streetNames())
                .isEqualTo(Map.of(
                        RoadClass.MAJOR, new TextSize(14, false, 2.5),
                        RoadClass.MID, new TextSize(13, false, 2),
                        RoadClass.MINOR, new TextSize(12, false, 1.5)));
        assertThat(plan(Generalisation.WALL).level(0).streetNames().get(RoadClass.MID))
                .isEqualTo(new TextSize(44, false, 3));
    }

    @Test
    void zoomSixteenIsAMetreAPixelAndTheMapRestsAtWholeAndHalfSteps() {
        assertThat(Zoom.of(1)).isEqualTo(16);
        for (int level = 0; level <= ZoomLevels.COARSEST; level++) {
            assertThat(ZoomLevels.zoom(level)).isCloseTo(Zoom.of(ZoomLevels.metresPerPixel(level)), within(1e-9));
        }
    }

    private static MapPlan plan(Generalisation distance) {
        return distance == Generalisation.DESK
                ? TestStyle.night().plan()
                : TestStyle.wall().plan();
    }

    private static boolean draws(MapPlan plan, int level, AreaKind kind) {
        return plan.level(level).steps().stream().anyMatch(step -> step.layer() == kind.source);
    }
}
