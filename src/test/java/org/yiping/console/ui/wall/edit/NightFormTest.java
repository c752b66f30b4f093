package org.yiping.console.ui.wall.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.wall.WallRules.Night;

class NightFormTest {
    private static final Night DARK = new Night(LocalTime.of(22, 0), LocalTime.of(6, 0), 80, 60);

    private final List<@Nullable Night> put = new ArrayList<>();
    private final NightForm form = new NightForm(new SmallCity(Fx.direct(), "zh").hall.messages(), put::add);

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void halfANightIsSaidToBeIncompleteAndDarkensNothing() {
        Region root = Toolkit.onFx(() -> form.of(null));
        assertThat(said(root)).isEmpty();

        type(root, "scene/night-text", "60");
        assertThat(said(root)).startsWith("夜间不完整");
        type(root, "scene/night-from", "22:00");
        assertThat(said(root)).startsWith("夜间不完整");
        type(root, "scene/night-until", "22:00");
        assertThat(said(root)).startsWith("夜间不完整");
        assertThat(put).isEmpty();

        type(root, "scene/night-until", "6:00");
        assertThat(said(root)).isEmpty();
        assertThat(put).containsExactly(new Night(LocalTime.of(22, 0), LocalTime.of(6, 0), 60, 100));
    }

    @Test
    void aNightGoesWhenBothItsTimesAreCleared() {
        Region root = Toolkit.onFx(() -> form.of(DARK));

        type(root, "scene/night-from", "");
        assertThat(said(root)).startsWith("夜间不完整");
        assertThat(put).isEmpty();
        type(root, "scene/night-until", "");
        assertThat(put).hasSize(1).containsOnlyNulls();
    }

    @Test
    void whatCannotBeMeantChangesNothing() {
        Region root = Toolkit.onFx(() -> form.of(DARK));

        type(root, "scene/night-pictures", "5");
        type(root, "scene/night-from", "25:00");
        assertThat(put).isEmpty();
    }

    private static void type(Region root, String id, String text) {
        Toolkit.onFx(() -> {
            TextField field = all(root)
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

    private static String said(Region root) {
        return all(root)
                .filter(n -> n instanceof Label && n.getStyleClass().contains("t-yellow"))
                .map(n -> ((Label) n).getText())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Node> all(Node node) {
        return Stream.concat(
                Stream.of(node),
                node instanceof Parent p
                        ? p.getChildrenUnmodifiable().stream().flatMap(NightFormTest::all)
                        : Stream.empty());
    }
}
