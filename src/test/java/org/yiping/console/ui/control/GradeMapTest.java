package org.yiping.console.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class GradeMapTest {
    /// Four squares of a hundredth of a degree at the equator, from west to east.
    private static final List<GradeMap.Piece> FOUR = List.of(
            square(0, "西门街道", "A", 0),
            square(1, "中街街道", "D", 3),
            square(2, "东门街道", "—", GradeMap.UNKNOWN),
            square(3, "城外", "", GradeMap.OUTSIDE));

    private final List<String> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    private static GradeMap.Piece square(int at, String name, String letter, int place) {
        double west = at / 100.0;
        double east = west + 0.01;
        double[] ring = {west, 0, east, 0, east, 0.01, west, 0.01, west, 0};
        return new GradeMap.Piece("a" + at, name, letter, place, List.of(ring));
    }

    private GradeMap map(double width, double height) {
        GradeMap map = new GradeMap(opened::add);
        map.show(FOUR, "a1");
        Scene scene = new Scene(new StackPane(map), width, height);
        for (int i = 0; i < 3; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        return map;
    }

    private static Stream<Label> seen(GradeMap map) {
        return map.getChildrenUnmodifiable().stream()
                .filter(n -> n instanceof Label && n.isVisible())
                .map(n -> (Label) n);
    }

    private static void click(GradeMap map, double x, double y) {
        Event.fireEvent(
                map,
                new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        new PickResult(map, x, y)));
    }

    @Test
    void everyAreaSaysItsNameAndLetterAndUnknownHasADash() {
        List<String> words =
                Toolkit.onFx(() -> seen(map(820, 240)).map(Label::getText).toList());
        assertThat(words).containsExactlyInAnyOrder("西门街道 A", "中街街道 D", "东门街道 —", "城外");
    }

    @Test
    void whereNamesHaveNoRoomTheLetterStaysInItsArea() {
        List<Label> labels = Toolkit.onFx(() -> seen(map(170, 60)).toList());
        assertThat(labels).extracting(Label::getText).contains("A", "D", "—").doesNotContain("西门街道 A");
        assertThat(labels).allSatisfy(l -> {
            assertThat(l.getLayoutX()).isNotNegative();
            assertThat(l.getLayoutX() + l.getWidth()).isLessThanOrEqualTo(170);
        });
    }

    @Test
    void aClickOpensTheAreaBelowItAndNothingOutside() {
        Toolkit.onFx(() -> {
            GradeMap map = map(820, 240);
            click(map, 110, 120);
            click(map, 710, 120);
            click(map, 410, 3);
            return true;
        });
        assertThat(opened).containsExactly("a0", "a3");
    }
}
