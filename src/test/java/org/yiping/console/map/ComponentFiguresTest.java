package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComponentFiguresTest {
    private final ComponentFigures shipped = ComponentFigures.shipped();

    @Test
    void everyShippedClassHasAFigureAndNoTwoOfAMajorClassHaveTheSame() throws IOException {
        Set<String> seen = new HashSet<>();
        for (String code : classes()) {
            int figure = shipped.figure(code, "");
            assertThat(figure).as(code).isPositive();
            assertThat(seen.add(code.substring(0, 2) + figure)).as(code).isTrue();
        }
        assertThat(shipped.byClass().keySet()).containsExactlyInAnyOrderElementsOf(classes());
    }

    @Test
    void drawingsStayInTheirSquare() {
        for (Map.Entry<String, Integer> each : shipped.byClass().entrySet()) {
            if (each.getValue() >= ComponentFigures.DRAWN) {
                ComponentFigures.Figure drawn = shipped.drawing(each.getValue());
                for (Rectangle2D ink :
                        List.of(drawn.strokes().getBounds2D(), drawn.fills().getBounds2D())) {
                    assertThat(List.of(ink.getMinX(), ink.getMinY(), -ink.getMaxX(), -ink.getMaxY()))
                            .as(each.getKey())
                            .allMatch(edge -> edge >= -6.01);
                }
            }
        }
    }

    @Test
    void aCitysOwnClassShowsTheFirstCharacterOfItsName() {
        assertThat(shipped.figure("9999", "（新）鱼缸")).isEqualTo('新');
        assertThat(shipped.figure("9999", "—")).isZero();
        assertThat(shipped.figure("C-0305", "")).isEqualTo(shipped.figure("0305", ""));
    }

    @Test
    void aSymbolsCodeKeepsMajorClassAndFigure() {
        for (MajorClass major : MajorClass.values()) {
            for (int figure : List.of(0, 1, 0xFFFF, ComponentFigures.DRAWN, ComponentFigures.DRAWN + 500)) {
                int code = SymbolCode.of(new Symbol.Component(major, figure));
                assertThat(SymbolCode.family(code)).isEqualTo(SymbolCode.COMPONENT);
                assertThat(SymbolCode.major(code)).isEqualTo(major);
                assertThat(SymbolCode.figure(code)).isEqualTo(figure);
            }
        }
        assertThat(SymbolCode.of(new Symbol.Component(MajorClass.ROAD, 0)))
                .isEqualTo(SymbolCode.of(new Symbol.ComponentDot(MajorClass.ROAD)));
    }

    @Test
    void aTableWithAFaultNamesItsLine() {
        for (String row : List.of("0101 M 1", "0101 X 1 2", "0101 = 上\n0101 = 下", "0101 L 1 2")) {
            assertThatThrownBy(() -> new ComponentFigures(row))
                    .hasMessageContaining("line " + row.lines().count());
        }
    }

    private static List<String> classes() throws IOException {
        try (InputStream in = ComponentFiguresTest.class.getResourceAsStream("/org/yiping/catalogue/components.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, 4))
                    .toList();
        }
    }
}
