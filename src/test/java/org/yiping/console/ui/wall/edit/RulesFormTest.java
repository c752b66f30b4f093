package org.yiping.console.ui.wall.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.WallScript;
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.wall.WallEdition;

class RulesFormTest {
    private final SmallCity city = new SmallCity(Fx.direct(), "zh").rules("supervisor");
    private final ScenesModel model = new ScenesModel(city.desk, new WallScript());

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void howLongASceneOfTheWallsOwnStandsIsChangedAtTheDesk() {
        model.open(WallEdition.RULES);
        RulesForm form = Toolkit.onFx(() -> new RulesForm(model, city.hall.messages(), () -> {}));
        Toolkit.onFx(() -> {
            form.refresh();
            return true;
        });

        for (String wrong : new String[] {"", "soon", "30s", "25h"}) {
            type(form, wrong);
            assertThat(model.rules().hand()).as(wrong).isEqualTo(Duration.ofMinutes(30));
        }
        assertThat(model.changed()).isFalse();

        type(form, "45m");
        assertThat(model.rules().hand()).isEqualTo(Duration.ofMinutes(45));
        assertThat(model.fault()).isEmpty();
        model.undo();
        assertThat(model.rules().hand()).isEqualTo(Duration.ofMinutes(30));
    }

    private static void type(RulesForm form, String text) {
        Toolkit.onFx(() -> {
            TextField field = all(((ScrollPane) form.root()).getContent())
                    .filter(TextField.class::isInstance)
                    .map(TextField.class::cast)
                    .filter(f -> "scene/hand".equals(f.getId()))
                    .findFirst()
                    .orElseThrow();
            field.setText(text);
            field.fireEvent(new ActionEvent());
            return true;
        });
    }

    private static Stream<Node> all(Node node) {
        return Stream.concat(
                Stream.of(node),
                node instanceof Parent p
                        ? p.getChildrenUnmodifiable().stream().flatMap(RulesFormTest::all)
                        : Stream.empty());
    }
}
