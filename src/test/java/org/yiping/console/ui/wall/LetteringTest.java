package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.Lettering;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.WallScene.Shown;

/// The linter's shares of a box are those by which the wall's parts draw.
class LetteringTest {
    /// A room so large that only the box limits the type.
    private static final Tiers HUGE = new Tiers(1e6, 1e6, 1e6, 1e6);
    private static final Pattern SIZE = Pattern.compile("-fx-font-size: ([0-9.]+)px");
    private static final List<Box> BOXES = List.of(
            new Box(0, 0, 1920, 1080), new Box(0, 0, 960, 1080), new Box(0, 0, 3840, 1080), new Box(0, 0, 640, 540));

    private final SmallCity city = new SmallCity(Fx.direct(), "zh");

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    record Drawn(Shown shown, Function<SmallCity, Function<Box, WallPart>> made) {
        @Override
        public String toString() {
            return shown.panel().word() + shown.options();
        }
    }

    static Stream<Drawn> parts() {
        return Stream.of(
                new Drawn(shown(PanelKind.FIGURES, Map.of()), _ -> b -> new FiguresPart(b, HUGE)),
                new Drawn(shown(PanelKind.FIGURE, Map.of("of", "open")), _ -> b -> new FigurePart("open", b, HUGE)),
                new Drawn(
                        shown(PanelKind.URGENT, Map.of("number", "1")),
                        c -> b -> new UrgentPart(1, b, HUGE, c.hall.messages())),
                new Drawn(
                        shown(PanelKind.CASE, Map.of("part", "head")),
                        c -> b -> new CasePart(b, HUGE, c.hall.messages())),
                new Drawn(
                        shown(PanelKind.CASE, Map.of("part", "clock")),
                        c -> b -> new CasePart.Clock(b, HUGE, c.hall.messages())),
                new Drawn(
                        shown(PanelKind.CASE, Map.of("part", "flow")),
                        c -> b -> new CasePart.Flow(b, HUGE, c.hall.messages())),
                new Drawn(shown(PanelKind.ALARMS, Map.of()), c -> b -> new AlarmsPart(b, HUGE, c.hall.messages())),
                new Drawn(shown(PanelKind.CLOCK, Map.of()), _ -> b -> WordsPart.clock(b, HUGE)),
                new Drawn(shown(PanelKind.TITLE, Map.of("zh", "甲")), _ -> b -> WordsPart.title("甲", b, HUGE)));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void everyLineIsDrawnByTheShareTheLinterKnows(Drawn drawn) {
        for (Box box : BOXES) {
            List<Double> sizes =
                    Toolkit.onFx(() -> sizes(drawn.made.apply(city).apply(box).root()));
            for (Lettering.Line line : Lettering.of(drawn.shown, List.of(box))) {
                assertThat(sizes)
                        .as("%s in %s: %s", drawn, box, line)
                        .anySatisfy(s -> assertThat(s).isCloseTo(line.high(), within(0.11)));
            }
        }
    }

    private static List<Double> sizes(Node node) {
        return labels(node)
                .map(Label::getStyle)
                .map(SIZE::matcher)
                .filter(Matcher::find)
                .map(m -> Double.parseDouble(m.group(1)))
                .toList();
    }

    private static Stream<Label> labels(Node node) {
        return node instanceof Label label
                ? Stream.of(label)
                : node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(LetteringTest::labels)
                        : Stream.empty();
    }

    private static Shown shown(PanelKind kind, Map<String, String> options) {
        return new Shown(kind, new HashMap<>(options));
    }
}
