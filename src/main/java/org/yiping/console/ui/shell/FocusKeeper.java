package org.yiping.console.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Fx;

/// Keeps the focus near where it was when its holder goes (a button that has done its work, a row that is gone):
/// JavaFX would give it to the window's first button, whatever that does, and the next Space would press it. It goes to
/// the panel around it instead, which does nothing; Tab goes on inside. FX thread.
final class FocusKeeper {
    private final Scene scene;
    private final Fx fx;
    /// From the last holder up to the root, as it stood then.
    private List<Node> path = List.of();
    private @Nullable Node toolkitsChoice;

    FocusKeeper(Scene scene, Fx fx) {
        this.scene = scene;
        this.fx = fx;
        scene.focusOwnerProperty().addListener((_, was, now) -> moved(was, now));
    }

    /// A holder that went leaves nobody for a moment; who has the focus right after was given it by the toolkit.
    private void moved(@Nullable Node was, @Nullable Node now) {
        if (was != null && now == null) {
            List<Node> before = path;
            toolkitsChoice = null;
            fx.execute(() -> keep(before, toolkitsChoice));
        } else if (was == null) {
            toolkitsChoice = now;
        }
        path = now == null ? List.of() : above(now);
    }

    /// After whatever took the holder away has finished: it may give the focus to somebody itself.
    private void keep(List<Node> before, @Nullable Node chosen) {
        if (Objects.equals(scene.getFocusOwner(), chosen)) {
            before.stream()
                    .filter(n -> scene.equals(n.getScene()) && n.getStyleClass().contains("panel") && seen(n))
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private static List<Node> above(Node node) {
        List<Node> all = new ArrayList<>();
        for (Node n = node; n != null; n = n.getParent()) {
            all.add(n);
        }
        return all;
    }

    private static boolean seen(Node node) {
        return above(node).stream().allMatch(n -> n.isVisible() && !n.isDisabled());
    }
}
