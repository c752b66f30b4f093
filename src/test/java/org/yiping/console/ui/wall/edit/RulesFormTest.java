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
import org.yiping.domain.wall.WallRules;

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
            type(form, "scene/hand", wrong);
            assertThat(model.rules().hand()).as(wrong).isEqualTo(Duration.ofMinutes(30));
        }
        assertThat(model.changed()).isFalse();

        type(form, "scene/hand", "45m");
        assertThat(model.rules().hand()).isEqualTo(Duration.ofMinutes(45));
        assertThat(model.fault()).isEmpty();
        model.undo();
        assertThat(model.rules().hand()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void howFarAndHowOftenThePictureWandersIsChangedAtTheDesk() {
        model.open(WallEdition.RULES);
        RulesForm form = Toolkit.onFx(() -> new RulesForm(model, city.hall.messages(), () -> {}));
        Toolkit.onFx(() -> {
            form.refresh();
            return true;
        });
        WallRules.Shift before = model.rules().shift();

        for (String wrong : new String[] {"", "-1", "17", "2.5", "far"}) {
            type(form, "scene/shift-pixels", wrong);
        }
        for (String wrong : new String[] {"", "30s", "25h"}) {
            type(form, "scene/shift-every", wrong);
        }
        assertThat(model.rules().shift()).isEqualTo(before);
        assertThat(model.changed()).isFalse();

        type(form, "scene/shift-pixels", "0");
        assertThat(model.rules().shift()).isEqualTo(new WallRules.Shift(0, before.every()));
        Toolkit.onFx(() -> {
            form.refresh();
            return true;
        });
        type(form, "scene/shift-every", "5m");
        assertThat(model.rules().shift()).isEqualTo(new WallRules.Shift(0, Duration.ofMinutes(5)));
        assertThat(model.fault()).isEmpty();
    }

    private static void type(RulesForm form, String id, String text) {
        Toolkit.onFx(() -> {
            TextField field = all(((ScrollPane) form.root()).getContent())
                    .filter(TextField.class::isInstance)
                    .map(TextField.class::cast)
                    .filter(f -> id.equals(f.getId()))
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
