package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.Region;

class DrawingTest {
    private final Drawing drawing = new Drawing();

    @Test
    void aBoxIsDrawnByADragAndAClickDrawsNone() {
        drawing.take(Tool.BOX);
        drawing.press(p(100, 50));
        drawing.move(p(-20, 80));
        assertThat(drawing.release(p(-20, 80), true, 0))
                .hasValueSatisfying(r -> assertThat(r.bounds().west()).isEqualTo(-20));
        drawing.press(p(100, 50));
        assertThat(drawing.release(p(100, 50), false, 0)).isEmpty();
    }

    @Test
    void aClickWithTheCircleTakesTheUsualRadiusAndADragARoundOne() {
        drawing.take(Tool.CIRCLE);
        drawing.press(p(10, 20));
        assertThat(drawing.release(p(10, 20), false, 500)).contains(new Region.Circle(10, 20, 500));
        drawing.press(p(0, 0));
        assertThat(drawing.release(p(0, 347), true, 500)).contains(new Region.Circle(0, 0, 350));
        drawing.press(p(0, 0));
        assertThat(drawing.release(p(0, 1), true, 500)).contains(new Region.Circle(0, 0, Drawing.LEAST_METRES));
    }

    @Test
    void aPolygonNeedsThreeCornersAndTheLastCanBeTakenBack() {
        drawing.take(Tool.POLYGON);
        drawing.click(p(0, 0));
        drawing.click(p(100, 0));
        drawing.click(p(100, 0));
        assertThat(drawing.canClose()).isFalse();
        assertThat(drawing.close(0)).isEmpty();
        drawing.click(p(5, 5));
        drawing.back();
        drawing.click(p(100, 100));
        assertThat(drawing.close(0)).contains(new Region.Polygon(List.of(p(0, 0), p(100, 0), p(100, 100))));
        assertThat(drawing.isEmpty()).isTrue();
    }

    @Test
    void aLineEnclosesWhatLiesAlongIt() {
        drawing.take(Tool.ALONG);
        drawing.click(p(0, 0));
        assertThat(drawing.canClose()).isFalse();
        drawing.click(p(300, 0));
        assertThat(drawing.close(50)).contains(new Region.Along(List.of(p(0, 0), p(300, 0)), 50));
    }

    @Test
    void whatIsMeasuredStaysUntilTheNextCorner() {
        drawing.take(Tool.DISTANCE);
        drawing.click(p(0, 0));
        drawing.click(p(3, 4));
        drawing.move(p(9, 9));
        assertThat(drawing.corners()).hasSize(3);
        assertThat(drawing.close(0)).isEmpty();
        assertThat(drawing.isClosed()).isTrue();
        drawing.move(p(50, 50));
        assertThat(drawing.corners()).containsExactly(p(0, 0), p(3, 4));
        drawing.click(p(7, 7));
        assertThat(drawing.corners()).containsExactly(p(7, 7));
    }

    @Test
    void radiiGoByOneTwoFive() {
        assertThat(Drawing.next(500, true)).isEqualTo(1000);
        assertThat(Drawing.next(500, false)).isEqualTo(200);
        assertThat(Drawing.next(347, true)).isEqualTo(500);
        assertThat(Drawing.next(347, false)).isEqualTo(200);
        assertThat(Drawing.next(100, false)).isEqualTo(50);
        assertThat(Drawing.next(1000, true)).isEqualTo(2000);
        assertThat(Drawing.next(Drawing.MOST_METRES, true)).isEqualTo(Drawing.MOST_METRES);
        assertThat(Drawing.next(Drawing.LEAST_METRES, false)).isEqualTo(Drawing.LEAST_METRES);
    }

    private static CityPoint p(double x, double y) {
        return new CityPoint(x, y);
    }
}
