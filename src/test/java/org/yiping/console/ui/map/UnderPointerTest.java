package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.Hit;

class UnderPointerTest {
    private static final Hit CASE = new Hit.Feature(CityMap.CASES, "c-1");
    private static final Hit CAMERA = new Hit.Feature(CityMap.CAMERAS, "k-1");
    private static final Hit POST = new Hit.Feature(CityMap.COMPONENTS, "p-1");
    private static final List<Hit> STACK = List.of(CASE, CAMERA, POST);

    private final UnderPointer under = new UnderPointer();

    @Test
    void clickingOnGoesThroughEverythingAndRoundAgain() {
        assertThat(under.click(STACK, 10, 10)).contains(CASE);
        assertThat(under.meant(STACK, 10, 10)).isZero();
        assertThat(under.click(STACK, 12, 10)).contains(CAMERA);
        assertThat(under.click(STACK, 13, 11)).contains(POST);
        assertThat(under.meant(STACK, 13, 11)).isEqualTo(2);
        assertThat(under.click(STACK, 12, 10)).contains(CASE);
    }

    @Test
    void elsewhereOrOverOtherThingsItBeginsAtTheTop() {
        under.click(STACK, 10, 10);
        assertThat(under.click(STACK, 30, 10)).contains(CASE);
        under.click(STACK, 30, 10);
        assertThat(under.click(List.of(CAMERA, POST), 30, 10)).contains(CAMERA);
        assertThat(under.click(List.of(), 30, 10)).isEmpty();
        assertThat(under.click(List.of(), 30, 10)).isEmpty();
    }
}
