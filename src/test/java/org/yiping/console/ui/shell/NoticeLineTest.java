package org.yiping.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Notice;
import org.yiping.console.ui.EmptyPanel;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.needs.NeedsDisplay;

/// Notices at a seat with three windows: told in one of them, and over nothing a hand works with.
@NeedsDisplay
class NoticeLineTest {
    private final List<String> done = new ArrayList<>();
    private SmallCity city;
    private Shell shell;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void open() {
        Toolkit.onFx(() -> {
            city = new SmallCity(Fx.direct(), "zh").rules("dispatcher").filled(20);
            Supplier<Panel> empty = EmptyPanel::new;
            shell = new Shell(
                    city.desk,
                    city.hall,
                    new PanelCatalogue(Map.of("cases", empty, "dispatch", empty, "map", empty, "video", empty)));
            shell.open(
                    List.of(
                            new Monitor(0, 0, 1366, 700),
                            new Monitor(1366, 0, 1366, 700),
                            new Monitor(2732, 0, 1366, 700)),
                    () -> {});
            city.hall
                    .notices()
                    .show(Notice.warning("w", "派遣没有发出", "等了太久", "OUT-1003")
                            .with(new Notice.Action("仍然派遣", true, () -> done.add("sent"))));
            city.hall.notices().show(Notice.info("i", "已导出"));
            return true;
        });
    }

    @AfterEach
    void close() {
        Toolkit.onFx(() -> {
            shell.close();
            return true;
        });
    }

    @Test
    void oneWindowTellsTheGravestInItsStatusLineAndNothingLiesOverThePage() {
        Toolkit.onFx(() -> {
            scenes().forEach(s -> s.getRoot().layout());
            List<Node> lines = nodes(".notice-line");
            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst().getId()).isEqualTo("workbench/notices");
            assertThat(lines.getFirst().getAccessibleText()).contains("2").contains("派遣没有发出");
            assertThat(nodes(".notice-stack")).allMatch(n -> !n.isVisible());
            return true;
        });
    }

    @Test
    void aKeyOpensThemGivesThemTheFocusAndEscPutsThemAway() {
        Toolkit.onFx(() -> {
            Scene workbench = workbench();
            Hand hand = new Hand(workbench);
            Node before = Objects.requireNonNull(find("workbench/search"));
            before.requestFocus();
            hand.press(new Key(KeyCode.F8, false, false, true));
            assertThat(nodes(".notice-stack")).allMatch(Node::isVisible);
            assertThat(workbench.getFocusOwner().getId()).startsWith("notice/");
            hand.press(KeyCode.ESCAPE);
            assertThat(nodes(".notice-stack")).noneMatch(Node::isVisible);
            assertThat(workbench.getFocusOwner()).isSameAs(before);
            return true;
        });
    }

    @Test
    void theLastAnswerPutsThemAway() {
        Toolkit.onFx(() -> {
            ((Button) Objects.requireNonNull(find("workbench/notices"))).fire();
            ((Button) Objects.requireNonNull(find("notice/w-0"))).fire();
            assertThat(done).containsExactly("sent");
            city.hall.notices().dismiss("i");
            assertThat(nodes(".notice-stack")).noneMatch(Node::isVisible);
            assertThat(nodes(".notice-line")).noneMatch(Node::isVisible);
            return true;
        });
    }

    private List<Scene> scenes() {
        return shell.scenes().stream().map(Shell.NamedScene::scene).toList();
    }

    private Scene workbench() {
        return shell.scenes().stream()
                .filter(s -> s.name().equals("workbench"))
                .findFirst()
                .orElseThrow()
                .scene();
    }

    private List<Node> nodes(String selector) {
        return scenes().stream()
                .flatMap(s -> s.getRoot().lookupAll(selector).stream())
                .toList();
    }

    private @Nullable Node find(String id) {
        return find(workbench().getRoot(), id);
    }

    private static @Nullable Node find(Node node, String id) {
        if (id.equals(node.getId())) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = find(child, id);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
