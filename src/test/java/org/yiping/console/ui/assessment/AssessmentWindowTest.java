package org.yiping.console.ui.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.console.fx.Fx;
import org.yiping.console.settings.Theme;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.DepartmentId;

class AssessmentWindowTest {
    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @ParameterizedTest
    @CsvSource({
        "1920, 1080, OFFICE, zh, supervisor",
        "1366, 768, OFFICE, zh, supervisor",
        "1920, 1080, HALL, en, dispatcher"
    })
    void theThreeColumnsStandSideBySideInsideTheWindow(
            int width, int height, Theme theme, String language, String post) {
        SmallCity city = new SmallCity(Fx.direct(), language).rules(post).filled(140);
        city.hall.themes().use(theme);
        Stage stage = Toolkit.onFx(() -> {
            AssessmentPanel panel = new AssessmentPanel(city.desk, city.hall);
            Scene scene = new Scene(panel.root(), width, height);
            city.hall.themes().apply(scene);
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            panel.onShow();
            TableView<?> table = (TableView<?>) scene.lookup(".table-view");
            table.getSelectionModel().select(3);
            city.desk.pick(new CaseId("c-" + (post.equals("supervisor") ? 12 : 27)));
            return window;
        });
        WritableImage picture = Toolkit.onFx(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return stage.getScene().getRoot().snapshot(null, null);
        });
        String name = "assessment-" + width + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language + ".png";
        Toolkit.write(picture, Path.of("target", "look", name));
        Node left = Toolkit.onFx(() -> stage.getScene().lookup(".assessment-departments"));
        Node middle = Toolkit.onFx(() -> stage.getScene().lookup(".assessment-cases"));
        Node right = Toolkit.onFx(() -> stage.getScene().lookup(".assessment-case"));
        assertThat(left.getBoundsInParent().getMaxX())
                .isLessThanOrEqualTo(middle.getBoundsInParent().getMinX());
        assertThat(middle.getBoundsInParent().getMaxX())
                .isLessThanOrEqualTo(right.getBoundsInParent().getMinX());
        assertThat(right.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width);
        assertThat(city.tables.departments.find(new DepartmentId("d-0"))).isPresent();
        Toolkit.onFx(() -> {
            stage.close();
            return true;
        });
    }
}
