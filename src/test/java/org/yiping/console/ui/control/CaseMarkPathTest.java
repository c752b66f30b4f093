package org.yiping.console.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseMarkPathTest {
    @ParameterizedTest
    @ValueSource(ints = {14, 16, 20, 28, 34, 92})
    void everyFigureStaysInsideItsSquare(int size) {
        for (MarkShape shape : MarkShape.values()) {
            for (MarkLight light : MarkLight.values()) {
                var pen = new Recorder();
                CaseMarkPath.draw(pen, shape, light, size);
                assertThat(pen.least).as("%s %s", shape, light).isGreaterThanOrEqualTo(0);
                assertThat(pen.most).as("%s %s", shape, light).isLessThanOrEqualTo(size);
            }
        }
    }

    @Test
    void noTwoMarksAreDrawnAlike() {
        Set<String> drawings = new HashSet<>();
        for (MarkShape shape : MarkShape.values()) {
            for (MarkLight light : MarkLight.values()) {
                var pen = new Recorder();
                CaseMarkPath.draw(pen, shape, light, 20);
                drawings.add(pen.log.toString());
            }
        }
        assertThat(drawings).hasSize(MarkShape.values().length * MarkLight.values().length);
    }

    @Test
    void squareEdgesOfSmallMarksLieOnWholePixels() {
        var pen = new Recorder();
        CaseMarkPath.draw(pen, MarkShape.SQUARE, MarkLight.CALM, 20);
        assertThat((pen.least - pen.width / 2) % 1).isZero();
    }

    private static final class Recorder implements CaseMarkPath.Pen {
        private final StringBuilder log = new StringBuilder();
        private double least = Double.MAX_VALUE;
        private double most = -Double.MAX_VALUE;
        private double width;

        private void note(String word, double... xy) {
            log.append(word);
            for (double v : xy) {
                log.append(String.format(Locale.ROOT, " %.2f", v));
                least = Math.min(least, v);
                most = Math.max(most, v);
            }
        }

        @Override
        public void begin() {
            log.append('|');
        }

        @Override
        public void moveTo(double x, double y) {
            note("M", x, y);
        }

        @Override
        public void lineTo(double x, double y) {
            note("L", x, y);
        }

        @Override
        public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
            note("C", x1, y1, x2, y2, x, y);
        }

        @Override
        public void close() {
            log.append('Z');
        }

        @Override
        public void fill(CaseMarkPath.Ink ink) {
            log.append("F").append(ink);
        }

        @Override
        public void stroke(CaseMarkPath.Ink ink, double stroke, double... dash) {
            width = stroke;
            log.append("S").append(ink).append(dash.length);
        }
    }
}
