package org.yiping.domain.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.wall.Finding.Rule;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Layout;

class LegibilityTest {
    private static final Map<String, Integer> INKS =
            Map.of("canvas", 0x0E1317, "text", 0xE4EAEE, "muted", 0xA3B0BA, "red", 0xFF6156);
    private static final Grid WALL = new Grid(3, 2);

    /// The table of design §3: what must be how high for 20 minutes of arc.
    @ParameterizedTest
    @CsvSource({"3, 17.5", "4, 23.3", "6, 34.9", "8, 46.5", "10, 58.2", "12, 69.8"})
    void heightsAreThoseOfTheDesign(double metres, double millimetres) {
        assertThat(Sight.height(Sight.READ, metres) * 1000).isCloseTo(millimetres, within(0.06));
        assertThat(Sight.minutes(millimetres / 1000, metres)).isCloseTo(20, within(0.06));
    }

    @Test
    void aFigureTooSmallForTheLastSeatIsToldWithItsSize() {
        Layout layout = TilingTest.layout(
                new Grid(12, 8),
                TilingTest.tile(1, 1, 4, 4, PanelKind.FIGURES),
                TilingTest.tile(5, 1, 1, 1, PanelKind.FIGURES));

        List<Finding> found = find(layout, room(8, null), Rule.LETTERS);

        assertThat(found).extracting(Finding::tile).containsExactly(1);
        Finding small = found.getFirst();
        assertThat(small.grave()).isTrue();
        assertThat(small.has()).isLessThan(8);
        assertThat(small.needs()).isEqualTo(20);
        assertThat(small.subject()).startsWith("figures/");
    }

    @Test
    void theSameTileIsReadFromNearer() {
        Layout layout = TilingTest.layout(new Grid(6, 4), TilingTest.tile(1, 1, 1, 1, PanelKind.FIGURES));

        assertThat(find(layout, room(8, null), Rule.LETTERS)).isNotEmpty();
        assertThat(find(layout, room(2, null), Rule.LETTERS)).isEmpty();
    }

    @Test
    void whatIsReadAcrossABezelKeepsToOneMonitorAndTheRestStaysEmpty() {
        Layout layout = TilingTest.layout(
                WALL, TilingTest.tile(1, 1, 2, 1, PanelKind.FIGURES), TilingTest.tile(1, 2, 2, 1, PanelKind.MAP));

        List<Finding> found = find(layout, room(8, null), Rule.BEZEL);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().tile()).isZero();
        assertThat(found.getFirst().has()).isCloseTo(50, within(0.1));
    }

    @Test
    void picturesAreHeldAgainstWhatWasMeasuredAndUnknownIsUnknown() {
        Layout layout = TilingTest.layout(
                WALL, TilingTest.tile(1, 1, 2, 2, PanelKind.CAMERAS), TilingTest.tile(3, 1, 1, 1, PanelKind.CAMERAS));

        assertThat(find(layout, room(8, null), Rule.DECODING_UNKNOWN))
                .extracting(Finding::has)
                .containsExactly(8.0);
        assertThat(find(layout, room(8, 7), Rule.DECODING)).hasSize(1);
        assertThat(find(layout, room(8, 8), Rule.DECODING)).isEmpty();
        assertThat(find(layout, room(8, 8), Rule.DECODING_UNKNOWN)).isEmpty();
    }

    @Test
    void aNightTooDarkForItsWordsIsToldByItsFaintestColour() {
        assertThat(new Legibility(rules(room(8, null), null), INKS).room()).isEmpty();
        assertThat(new Legibility(rules(room(8, null), 90), INKS).room()).isEmpty();
        List<Finding> dark = new Legibility(rules(room(8, null), 30), INKS).room();
        assertThat(dark).extracting(Finding::subject).containsExactly("red");
        assertThat(dark.getFirst().grave()).isTrue();
    }

    @Test
    void contrastIsThatOfWcag() {
        assertThat(Contrast.ratio(0x000000, 0xFFFFFF)).isCloseTo(21, within(0.01));
        assertThat(Contrast.ratio(0x777777, 0xFFFFFF)).isCloseTo(4.48, within(0.01));
        assertThat(Contrast.ratio(0xE4EAEE, 0x151C22)).as("design §2").isCloseTo(14.2, within(0.06));
        assertThat(Contrast.over(0xFFFFFF, 0x000000, 0.5)).isEqualTo(0x808080);
    }

    @Test
    void greyStaysGreyForEveryEyeAndRedComesNearerToGreen() {
        for (ColourSight sight : ColourSight.values()) {
            int grey = sight.seen(0xFF808080);
            assertThat(grey >>> 24).isEqualTo(0xFF);
            assertThat(grey & 0xFF).isCloseTo(0x80, within(3));
            assertThat(grey >> 16 & 0xFF).isCloseTo(0x80, within(3));
            assertThat(grey >> 8 & 0xFF).isCloseTo(0x80, within(3));
        }
        assertThat(ColourSight.FULL.seen(0x12FF6156)).isEqualTo(0x12FF6156);
        assertThat(apart(ColourSight.DEUTERANOPIA)).isLessThan(apart(ColourSight.FULL) / 2);
        assertThat(apart(ColourSight.PROTANOPIA)).isLessThan(apart(ColourSight.FULL) / 2);
    }

    /// Red minus green of the red and the green of the wall: how far the two are apart where eyes may lack a cone.
    private static double apart(ColourSight sight) {
        int red = sight.seen(0xFFFF6156);
        int green = sight.seen(0xFF36A892);
        return Math.abs((red >> 16 & 0xFF) - (red >> 8 & 0xFF) - (green >> 16 & 0xFF) + (green >> 8 & 0xFF));
    }

    @Test
    void aNearSeatThatSeesPixelsIsTold() {
        WallRules.Survey near = new WallRules.Survey(WALL, null, 1.0, null);
        WallRules.Survey far = new WallRules.Survey(WALL, null, 2.5, null);

        assertThat(new Legibility(rules(new WallRules.Room(8, 1.2, 0, near), null), INKS).room())
                .extracting(Finding::rule)
                .containsExactly(Rule.PIXELS);
        assertThat(new Legibility(rules(new WallRules.Room(8, 1.2, 0, far), null), INKS).room())
                .isEmpty();
    }

    @Test
    void onlyTheLayoutOfThisWallIsHeldAgainstItsRoom() {
        Layout one =
                new Layout(new Grid(1, 1), new Grid(9, 9), List.of(TilingTest.tile(1, 1, 1, 1, PanelKind.FIGURES)));
        Layout two = TilingTest.layout(WALL, TilingTest.tile(1, 1, 1, 1, PanelKind.CLOCK));
        WallScene scene = new WallScene(new SceneId("a"), "1", new WallScene.Title("甲", "A"), List.of(one, two));

        assertThat(new Legibility(rules(room(8, null), null), INKS).findings(scene))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.layout()).isZero());
        WallRules.Room measured = new WallRules.Room(8, 1.2, 0, new WallRules.Survey(WALL, null, null, null));
        assertThat(new Legibility(rules(measured, null), INKS).findings(scene)).isEmpty();
    }

    @Test
    void whateverAHandDrawsIsLookedThroughWithoutAFault() {
        RandomScenes random = new RandomScenes(new Random(11));
        for (int run = 0; run < 400; run++) {
            WallScene scene = random.scene();
            for (Finding f : new Legibility(rules(room(8, 4), 60), INKS).findings(scene)) {
                assertThat(f.tile())
                        .isLessThan(scene.layouts().get(f.layout()).tiles().size());
                assertThat(f.has()).isFinite();
            }
        }
    }

    private static List<Finding> find(Layout layout, WallRules.Room room, Rule rule) {
        return new Legibility(rules(room, null), INKS)
                .findings(layout, 0, WALL).stream()
                        .filter(f -> f.rule() == rule)
                        .toList();
    }

    private static WallRules.Room room(double seat, @Nullable Integer pictures) {
        return new WallRules.Room(
                seat,
                1.2,
                3.5,
                pictures == null
                        ? null
                        : new WallRules.Survey(null, null, null, new WallRules.Decoding(pictures, "bench")));
    }

    private static WallRules rules(WallRules.Room room, @Nullable Integer night) {
        return new WallRules(
                "1",
                new SceneId("overview"),
                null,
                null,
                List.of(),
                night == null ? null : new WallRules.Night(LocalTime.of(22, 0), LocalTime.of(6, 0), night, 60),
                new WallRules.Shift(2, Duration.ofMinutes(10)),
                room);
    }
}
