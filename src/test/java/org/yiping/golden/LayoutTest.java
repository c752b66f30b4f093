package org.yiping.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.city.CityFolder;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.ui.shell.Monitor;
import org.yiping.console.ui.shell.Shell;
import org.yiping.console.ui.shell.Snapshots;
import org.yiping.needs.NeedsDisplay;
import org.yiping.simulator.city.CityGenerator;

/// The real windows with words half as long again, with letters twice as large, on the smallest and the usual monitor:
/// what an operator must read or press is never cut, and a screen reader has a name for everything that has an id.
@NeedsDisplay
class LayoutTest {
    private static final List<String> PAGES = List.of(
            "workbench",
            "map",
            "video",
            "duty",
            "assessment",
            "figures",
            "inspection",
            "staff",
            "sensors",
            "evaluation",
            "reports",
            "debrief",
            "wall",
            "scenes");

    @TempDir
    static Path folder;

    private static CityFolder city;

    @BeforeAll
    static void look() throws IOException {
        Toolkit.start();
        Path files = folder.resolve("city");
        Files.createDirectories(files);
        new CityGenerator(20260311).write(files);
        city = new CityFolder(files);
    }

    @ParameterizedTest
    @CsvSource({
        "1366, 768, 100, zh, 100",
        "1366, 768, 100, en, 150",
        "1920, 1080, 100, en, 150",
        "1920, 1080, 200, en, 100",
        "1920, 1080, 200, zh, 100"
    })
    void nothingThatMustBeReadOrPressedIsCutAndEveryIdIsNamedOnce(
            int width, int height, int scale, String language, int words) {
        UnaryOperator<String> wording = words == 100 ? UnaryOperator.identity() : LayoutTest::halfAsLongAgain;
        Seat seat = Toolkit.onFx(
                () -> new Seat(Condition.NORMAL, city, new Messages(Locale.forLanguageTag(language), wording)));
        Shell shell = Toolkit.onFx(() -> {
            seat.hall.themes().scale(scale);
            seat.pick("to-dispatch");
            Shell made = new Shell(seat.desk, seat.hall, seat.panels());
            made.open(List.of(new Monitor(0, 0, width, height)), () -> {});
            return made;
        });
        List<String> findings = new ArrayList<>();
        for (String page : PAGES) {
            Scene scene = Toolkit.onFx(() -> {
                shell.ask("workbench", page);
                return shell.scenes().getFirst().scene();
            });
            var picture = Camera.picture(scene, seat, page.equals("video") ? 30 : 2);
            String name = "%s-%d-%d-%s-%d".formatted(page, width, scale, language, words);
            findings.addAll(Toolkit.onFx(() -> findings(scene, name)));
            keep(picture, name);
        }
        Scene scene = Toolkit.onFx(() -> {
            seat.post("acceptor");
            shell.ask("workbench", "workbench");
            Scene workbench = shell.scenes().getFirst().scene();
            Intake.open(seat, workbench.getRoot());
            return workbench;
        });
        var intake = Camera.picture(scene, seat, 2);
        String form = "intake-%d-%d-%s-%d".formatted(width, scale, language, words);
        findings.addAll(Toolkit.onFx(() -> findings(scene, form)));
        keep(intake, form);
        Toolkit.onFx(() -> {
            shell.close();
            return true;
        });
        assertThat(findings).isEmpty();
    }

    @Test
    void theCheckFindsACutButtonAMissingNameAndAnIdGivenTwice() {
        List<String> findings = Toolkit.onFx(() -> {
            var cut = new javafx.scene.control.Button("a button with many words");
            cut.setId("test/cut");
            cut.setMaxWidth(40);
            var nameless = new javafx.scene.control.TextField();
            nameless.setId("test/field");
            var again = new Label("again");
            again.setId("test/cut");
            var outside = new Label("kept");
            outside.setMinWidth(Region.USE_PREF_SIZE);
            outside.setTranslateX(290);
            Scene scene = new Scene(new javafx.scene.layout.VBox(cut, nameless, again, outside), 300, 200);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return findings(scene, "sample");
        });
        assertThat(findings)
                .containsExactlyInAnyOrder(
                        "sample: cut: a button with many words",
                        "sample: no name: test/field",
                        "sample: twice: test/cut",
                        "sample: outside: kept");
    }

    /// English words with half as many letters more; what is filled in stays.
    private static String halfAsLongAgain(String pattern) {
        String bare = pattern.replaceAll("\\{\\d}", "").strip();
        return bare.length() < 2 ? pattern : pattern + bare.substring(0, (bare.length() + 1) / 2);
    }

    private static List<String> findings(Scene scene, String where) {
        List<String> findings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Tree.of(scene.getRoot()).forEach(node -> {
            String id = node.getId();
            if (id != null && id.contains("/")) {
                if (!ids.add(id)) {
                    findings.add(where + ": twice: " + id);
                }
                if (name(node).isBlank() || name(node).contains("⟦")) {
                    findings.add(where + ": no name: " + id);
                }
            }
            if (node instanceof TextInputControl field && outside(field, scene)) {
                findings.add(where + ": outside: " + id);
            }
            if (node instanceof Labeled labeled && mustBeWhole(labeled)) {
                if (labeled.getWidth() < wanted(labeled) - 1) {
                    findings.add(where + ": cut: " + labeled.getText());
                } else if (outside(labeled, scene)) {
                    findings.add(where + ": outside: " + labeled.getText());
                }
            }
        });
        return findings;
    }

    private static String name(Node node) {
        String said = node.getAccessibleText();
        return said != null && !said.isBlank()
                ? said
                : node instanceof Labeled l && l.getText() != null ? l.getText() : "";
    }

    /// A table's cell says it wants the width of its column, so its words are measured.
    private static double wanted(Labeled labeled) {
        if (!(labeled instanceof TableCell<?, ?>)) {
            return labeled.prefWidth(-1);
        }
        Text words = new Text(labeled.getText());
        words.setFont(labeled.getFont());
        return words.getLayoutBounds().getWidth()
                + labeled.getInsets().getLeft()
                + labeled.getInsets().getRight();
    }

    /// Buttons, and whatever the views themselves declare is never cut: countdowns, figures, names.
    private static boolean mustBeWhole(Labeled labeled) {
        return labeled.getText() != null
                && !labeled.getText().isEmpty()
                && !labeled.isWrapText()
                && (labeled instanceof ButtonBase
                        || labeled.getMinWidth() == Region.USE_PREF_SIZE
                        || labeled instanceof TableCell<?, ?> cell
                                && cell.getStyleClass().contains("number"));
    }

    /// Out of the window or out of what clips it; what scrolls may lie above or below.
    private static boolean outside(Node node, Scene scene) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        boolean wide = at.getMinX() < -1 || at.getMaxX() > scene.getWidth() + 1;
        boolean high = at.getMinY() < -1 || at.getMaxY() > scene.getHeight() + 1;
        return wide
                || high
                        && Stream.iterate(node.getParent(), p -> p != null, Node::getParent)
                                .noneMatch(p -> p instanceof ScrollPane || p instanceof VirtualFlow<?>);
    }

    private static void keep(java.awt.image.BufferedImage picture, String name) {
        try {
            Path out = Files.createDirectories(Path.of("target", "look")).resolve("layout-" + name + ".png");
            Snapshots.write(picture, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
