package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yiping.console.map.style.LayerStack;

class SceneTest {
    private static final LayerStack HEAT = LayerStack.plain().heat("cases");
    private final Scene scene = Scene.of(CityGround.empty(), TestStyle.night());

    @Test
    void aNewCrowdMakesTilesOldThatShowItAndNoOthers() {
        Scene first = scene.with("cases", LivePoints.empty("cases"));
        assertThat(first.tileVersion()).isEqualTo(scene.tileVersion());
        assertThat(first.seen(LayerStack.plain().heat("people")).tileVersion()).isEqualTo(scene.tileVersion());
        assertThat(first.seen(HEAT).tileVersion()).isGreaterThan(scene.tileVersion());
        Scene second = first.with("cases", LivePoints.empty("cases"));
        assertThat(second.tileVersion()).isEqualTo(scene.tileVersion());
        assertThat(second.seen(HEAT).tileVersion())
                .isGreaterThan(first.seen(HEAT).tileVersion());
    }

    @Test
    void newLooksMakeAllTilesOldThoseOfACrowdToo() {
        Scene crowd = scene.with("cases", LivePoints.empty("cases"));
        Scene after = crowd.with(TestStyle.day());
        assertThat(after.tileVersion()).isGreaterThan(crowd.seen(HEAT).tileVersion());
        assertThat(after.seen(HEAT).tileVersion()).isEqualTo(after.tileVersion());
    }

    @Test
    void countsOfEveryKindDoNotFillTheMemory() {
        SymbolSheet sheet = new SymbolSheet(TestStyle.wall());
        for (int count = 2; count < 400; count++) {
            sheet.cluster(count, count / 2, count / 4);
        }
        assertThat(sheet.keptPixels()).isPositive().isLessThanOrEqualTo(8 << 20);
    }
}
