package org.yiping.console.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Themes;
import org.yiping.console.settings.Theme;

class SymbolSheetTest {
    private static final Logger CSS_LOG = Logger.getLogger("javafx.css");

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @ParameterizedTest
    @CsvSource({"HALL, 100, zh", "OFFICE, 100, zh", "HALL, 200, en", "OFFICE, 150, en"})
    void everyControlShowsInBothThemesAtEveryScaleAndLanguage(Theme theme, int percent, String language) {
        List<String> complaints = new CopyOnWriteArrayList<>();
        Handler listener = listener(complaints);
        CSS_LOG.addHandler(listener);
        Messages messages = new Messages(Locale.forLanguageTag(language));
        SymbolSheet sheet = new SymbolSheet(messages);
        Stage stage = Toolkit.onFx(() -> {
            Parent root = sheet.root(theme);
            Scene scene = new Scene(root, 1920 * percent / 100.0, 1250 * percent / 100.0);
            new Themes(theme, percent).apply(scene);
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            sheet.focusTarget().requestFocus();
            return window;
        });
        WritableImage picture = Toolkit.onFx(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return stage.getScene().getRoot().snapshot(null, null);
        });
        String name = "sheet-" + theme.name().toLowerCase(Locale.ROOT) + "-" + percent + "-" + language + ".png";
        Toolkit.write(picture, Path.of("target", "look", name));
        List<Node> nodes = Toolkit.onFx(() -> all(stage.getScene().getRoot()));
        assertThat(nodes).filteredOn(n -> n instanceof CaseMark).hasSizeGreaterThan(80);
        assertThat(nodes)
                .filteredOn(n -> (n instanceof Button || n instanceof ToggleButton)
                        && n.getId() != null
                        && n.getId().startsWith("sheet/"))
                .isNotEmpty()
                .allSatisfy(n -> assertThat(n.getAccessibleText()).isNotBlank());
        assertThat(nodes)
                .filteredOn(n -> n instanceof Label label
                        && label.getMinWidth() == Region.USE_PREF_SIZE
                        && label.isVisible()
                        && label.getWidth() > 0)
                .hasSizeGreaterThan(30)
                .allSatisfy(n -> assertThat(((Label) n).getWidth())
                        .as(((Label) n).getText())
                        .isGreaterThanOrEqualTo(Toolkit.onFx(() -> n.prefWidth(-1)) - 1));
        Toolkit.onFx(() -> {
            stage.close();
            return true;
        });
        CSS_LOG.removeHandler(listener);
        assertThat(complaints).as("what the style sheets got wrong").isEmpty();
    }

    private static Handler listener(List<String> complaints) {
        return new Handler() {
            @Override
            public void publish(LogRecord complaint) {
                complaints.add(complaint.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static List<Node> all(Node root) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(root);
        if (root instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> nodes.addAll(all(child)));
        }
        return nodes;
    }
}
