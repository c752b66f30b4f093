package org.yiping.golden;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;

/// Walks what stands in a window. FX thread.
public final class Tree {
    private Tree() {}

    /// The node and everything under it that can be seen.
    public static Stream<Node> of(Node root) {
        if (!root.isVisible()) {
            return Stream.empty();
        }
        return root instanceof Parent parent
                ? Stream.concat(
                        Stream.of(root),
                        parent.getChildrenUnmodifiable().stream().flatMap(Tree::of))
                : Stream.of(root);
    }

    public static Node find(Node root, String id) {
        return of(root).filter(n -> id.equals(n.getId())).findFirst().orElseThrow(() -> new AssertionError("no " + id));
    }
}
