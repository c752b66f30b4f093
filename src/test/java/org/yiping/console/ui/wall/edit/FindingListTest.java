package org.yiping.console.ui.wall.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.wall.Finding;
import org.yiping.domain.wall.Finding.Rule;

/// What the linter finds as it is drawn.
class FindingListTest {
    private static final String MEASURED = "left/2026-11-28T02:00:00Z";

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    private static Finding of(Rule rule) {
        return switch (rule) {
            case LETTERS -> new Finding(rule, 0, 2, "figures/figure", 11.2, 20);
            case CONTRAST -> new Finding(rule, -1, -1, "muted", 2.3, 4.5);
            case BEZEL -> new Finding(rule, 0, 1, "alarms", 42, 0);
            case DECODING -> new Finding(rule, 0, -1, "bench video, 26 November", 48, 24);
            case DECODING_MEASURED -> new Finding(rule, 0, -1, MEASURED, 48, 31);
            case DECODING_UNKNOWN, MEMORY_UNKNOWN -> new Finding(rule, 0, -1, "left", 48, 0);
            case MEMORY -> new Finding(rule, 0, -1, MEASURED, 4200, 3481);
            case PIXELS -> new Finding(rule, -1, -1, "", 1.4, 1);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aFindingOfEveryRuleSaysWhereWhatHowMuchAndHowGraveItIs(String language) {
        List<Rule> rules = Arrays.asList(Rule.values());
        SmallCity city = new SmallCity(Fx.direct(), language);
        List<Integer> pressed = new ArrayList<>();
        List<String> words = Toolkit.onFx(() -> {
            FindingList list = new FindingList(city.hall.messages(), pressed::add);
            list.refresh(rules.stream().map(FindingListTest::of).toList(), "");
            Node rows = ((ScrollPane) list.root()).getContent();
            all(rows).filter(Button.class::isInstance).map(Button.class::cast).forEach(Button::fire);
            return all(rows)
                    .filter(Label.class::isInstance)
                    .map(n -> ((Label) n).getText())
                    .toList();
        });
        boolean chinese = language.equals("zh");
        for (Rule rule : rules) {
            Finding f = of(rule);
            String said = new FindingWords(city.hall.messages()).of(f);
            assertThat(words).as(rule.name()).contains(said);
            assertThat(said)
                    .doesNotContain("{", "}", "scene.", "null", "NaN")
                    .containsPattern("[0-9]")
                    .matches(s -> chinese == s.codePoints().anyMatch(Character::isIdeographic));
            assertThat(said.startsWith(chinese ? "格 3" : "tile 3")).isEqualTo(f.tile() == 2);
        }
        long grave = rules.stream().filter(r -> of(r).grave()).count();
        assertThat(words.stream().filter(w -> w.equals(chinese ? "须改" : "must change")))
                .hasSize((int) grave);
        assertThat(words.stream().filter(w -> w.equals(chinese ? "留意" : "mind")))
                .hasSize(rules.size() - (int) grave);
        assertThat(pressed).as("a finding leads to its tile").containsExactly(2, 1);
    }

    @Test
    void whatWasMeasuredSaysByWhomAndWhen() {
        SmallCity city = new SmallCity(Fx.direct(), "zh");
        FindingWords words = new FindingWords(city.hall.messages());
        assertThat(words.of(of(Rule.MEMORY))).contains("left").contains("2026-11-28");
        assertThat(words.of(of(Rule.DECODING_MEASURED))).contains("left").contains("2026-11-28");
        assertThat(words.of(of(Rule.DECODING))).contains("bench video, 26 November");
    }

    private static Stream<Node> all(Node node) {
        return Stream.concat(
                Stream.of(node),
                node instanceof Button b && b.getGraphic() != null
                        ? all(b.getGraphic())
                        : node instanceof Parent p
                                ? p.getChildrenUnmodifiable().stream().flatMap(FindingListTest::all)
                                : Stream.empty());
    }
}
