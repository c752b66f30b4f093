package org.yiping.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.city.CityFolder;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.ui.shell.Monitor;
import org.yiping.console.ui.shell.Shell;
import org.yiping.needs.NeedsDisplay;
import org.yiping.simulator.city.CityGenerator;

/// Whoever has the focus can be seen to have it, and Tab reaches everything that takes it.
@NeedsDisplay
class FocusTest {
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final int MOST_TABS = 400;

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
    @ValueSource(strings = {"workbench", "map", "duty", "assessment", "evaluation", "scenes"})
    void whoeverHasTheFocusLooksSoAndTabComesToEverything(String page) {
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.NORMAL, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        Shell shell = Toolkit.onFx(() -> {
            seat.pick("to-dispatch");
            Shell made = new Shell(seat.desk, seat.hall, seat.panels());
            made.open(List.of(new Monitor(0, 0, 1366, 768)), () -> {});
            made.ask("workbench", page);
            return made;
        });
        Scene scene = Toolkit.onFx(() -> shell.scenes().getFirst().scene());
        Camera.picture(scene, seat, 2);
        List<String> findings = Toolkit.onFx(() -> findings(scene));
        Toolkit.onFx(() -> {
            shell.close();
            return true;
        });
        assertThat(findings).isEmpty();
    }

    @Test
    void noKeyDoesTwoThingsAtOneMoment() {
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.NORMAL, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        List<Action> all = Toolkit.onFx(() -> {
            seat.pick("to-dispatch");
            Shell shell = new Shell(seat.desk, seat.hall, seat.panels());
            shell.open(List.of(new Monitor(0, 0, 1366, 768)), () -> {});
            Scene scene = shell.scenes().getFirst().scene();
            Event.fireEvent(
                    scene.getRoot(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F1, false, false, false, false));
            ListView<?> keys = (ListView<?>) Tree.of(scene.getRoot())
                    .filter(n -> "workbench/keys-list".equals(n.getId()))
                    .findFirst()
                    .orElseThrow();
            List<Action> listed = keys.getItems().stream().map(a -> (Action) a).toList();
            shell.close();
            return listed;
        });
        assertThat(all)
                .extracting(Action::id)
                .contains("cases/find", "case/action-dispatch", "map/uncircle", "assessment/again", "shell/palette");
        List<String> clashes = new ArrayList<>();
        for (Action a : all) {
            Key key = seat.hall.keys().of(a);
            if (key != null) {
                seat.hall
                        .keys()
                        .holder(key, a, all)
                        .ifPresent(b -> clashes.add(key.cap() + ": " + a.id() + " and " + b.id()));
            }
        }
        assertThat(clashes).isEmpty();
    }

    @Test
    void theCheckFindsAControlThatDoesNotShowItsFocus() {
        List<String> findings = Toolkit.onFx(() -> {
            var seen = new javafx.scene.control.Button("seen");
            seen.setId("test/seen");
            var dumb = new javafx.scene.layout.StackPane(new javafx.scene.control.Label("dumb"));
            dumb.setId("test/dumb");
            dumb.setFocusTraversable(true);
            Scene scene = new Scene(new javafx.scene.layout.VBox(seen, dumb), 300, 200);
            new org.yiping.console.fx.Themes(org.yiping.console.settings.Theme.OFFICE, 100).apply(scene);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return unseen(scene);
        });
        assertThat(findings).containsExactly("focus not seen: test/dumb");
    }

    private static List<String> findings(Scene scene) {
        List<String> findings = unseen(scene);
        Set<Node> reached = new LinkedHashSet<>();
        scene.getRoot().requestFocus();
        for (int i = 0; i < MOST_TABS; i++) {
            Node owner = scene.getFocusOwner();
            if (i > 0 && owner != null && !reached.add(owner)) {
                break;
            }
            Event.fireEvent(
                    owner == null ? scene.getRoot() : owner,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "\t", "", KeyCode.TAB, false, false, false, false));
        }
        takers(scene).stream()
                .filter(n -> !reached.contains(n))
                .forEach(n -> findings.add("Tab does not come to: " + name(n)));
        return findings;
    }

    private static List<String> unseen(Scene scene) {
        List<String> findings = new ArrayList<>();
        for (Node node : takers(scene)) {
            scene.getRoot().requestFocus();
            // by its state and not by asking for it: whether a window has the focus is not up to a test
            node.pseudoClassStateChanged(FOCUSED, false);
            List<Object> without = looks(node);
            node.pseudoClassStateChanged(FOCUSED, true);
            if (looks(node).equals(without)) {
                findings.add("focus not seen: " + name(node));
            }
            node.pseudoClassStateChanged(FOCUSED, false);
        }
        return findings;
    }

    private static List<Node> takers(Scene scene) {
        return Tree.of(scene.getRoot())
                .filter(n -> n != scene.getRoot() && n.isFocusTraversable() && !n.isDisabled())
                .filter(n -> !besideInGroup(n))
                .toList();
    }

    /// Of a group of chips one takes the focus, the arrows move inside.
    private static boolean besideInGroup(Node node) {
        return node instanceof ToggleButton chip && chip.getToggleGroup() != null && !chip.isSelected();
    }

    /// What is drawn around and under the node and all its parts.
    private static List<Object> looks(Node node) {
        node.applyCss();
        List<Object> looks = new ArrayList<>();
        Tree.of(node).forEach(part -> {
            if (part instanceof Region region) {
                looks.add(Optional.ofNullable(region.getBorder()));
                looks.add(Optional.ofNullable(region.getBackground()));
            }
        });
        return looks;
    }

    private static String name(Node node) {
        String id = node.getId();
        return id != null ? id : node.getTypeSelector() + " " + node.getStyleClass();
    }
}
