package org.yiping.protocol.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.RandomScenes;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;

class SceneWriterTest {
    private static final Set<SceneId> SHIPPED =
            ShippedScenes.book().scenes().stream().map(WallScene::id).collect(Collectors.toSet());

    @Test
    void everyShippedSceneIsReadBackAsItWas() {
        for (WallScene scene : ShippedScenes.book().scenes()) {
            assertThat(SceneWriter.checked(scene).content()).isEqualTo(scene);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsWrittenReadsEqual(long seed) {
        RandomScenes random = new RandomScenes(new Random(seed));
        for (int run = 0; run < 250; run++) {
            WallScene scene = random.scene();
            String text = SceneWriter.text(scene);

            Reading<WallScene> read = SceneFile.scene(scene.id().value() + ".yaml", text);

            assertThat(read.fault()).as(text).isNull();
            assertThat(read.content()).isEqualTo(scene);
            assertThat(SceneWriter.text(scene)).as("one form for one content").isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void rulesReadEqualToo(long seed) {
        RandomScenes random = new RandomScenes(new Random(seed));
        for (int run = 0; run < 250; run++) {
            WallRules rules = random.rules(List.copyOf(SHIPPED));

            Reading<WallRules> read = SceneWriter.checked(rules, SHIPPED);

            assertThat(read.fault()).as(SceneWriter.text(rules)).isNull();
            assertThat(read.content()).isEqualTo(rules);
        }
    }

    @Test
    void wordsThatLookLikeYamlStayWords() {
        for (String words :
                List.of("yes", "null", "1", "a: b", "# no", "\"'\\", "- x", "{a}", "甲：乙！", "a\u2028b", "😀")) {
            WallScene scene = of(new WallScene.Shown(PanelKind.TITLE, Map.of("zh", words)));

            assertThat(SceneWriter.checked(scene).content()).as(words).isEqualTo(scene);
        }
    }

    @Test
    void whatNoFileCouldSayIsRefusedWithItsReason() {
        assertThat(fault(of(new WallScene.Shown(PanelKind.FIGURE, Map.of())))).contains("needs the option 'of'");
        assertThat(fault(of(new WallScene.Shown(PanelKind.CLOCK, Map.of("side", "2")))))
                .contains("'side' is not known");
        assertThat(fault(of(new WallScene.Shown(PanelKind.MAP, Map.of("cases", "9")))))
                .contains("from 0 to 4");
        assertThat(fault(of(new WallScene.Shown(PanelKind.TITLE, Map.of("zh", " words ")))))
                .contains("says the same");
        assertThat(fault(of(new WallScene.Shown(PanelKind.CAMERAS, Map.of("cameras", "a, b")))))
                .contains("says the same");
        WallScene.Tile turning = new WallScene.Tile(
                new WallScene.Span(1, 1, 1, 1),
                List.of(new WallScene.Shown(PanelKind.CLOCK, Map.of())),
                Duration.ofMillis(30_500),
                50);
        assertThat(fault(of(turning))).contains("says the same");
    }

    @Test
    void rulesOfScenesNobodyHasAreRefused() {
        WallRules rules = new WallRules(
                "1",
                new SceneId("nowhere"),
                null,
                null,
                List.of(),
                new WallRules.Night(LocalTime.of(22, 0), LocalTime.of(6, 0), 80, 60),
                WallRules.SHIPPED.shift(),
                WallRules.SHIPPED.room());

        assertThat(SceneWriter.checked(rules, SHIPPED).fault())
                .isNotNull()
                .satisfies(f -> assertThat(f.reason()).contains("there is no scene 'nowhere'"));
    }

    private static String fault(WallScene scene) {
        SceneFault fault = SceneWriter.checked(scene).fault();
        return fault == null ? "" : fault.reason();
    }

    private static WallScene of(WallScene.Shown shown) {
        return of(new WallScene.Tile(new WallScene.Span(1, 1, 1, 1), List.of(shown), Duration.ZERO, 50));
    }

    private static WallScene of(WallScene.Tile tile) {
        WallScene.Grid one = new WallScene.Grid(1, 1);
        return new WallScene(
                new SceneId("a"),
                "1",
                new WallScene.Title("甲", "A"),
                List.of(new WallScene.Layout(one, one, List.of(tile))));
    }
}
