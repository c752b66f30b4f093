package org.yiping.console.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;

/// Two panels side by side as one page; the right one takes the rest. FX thread.
final class WorkbenchPage implements Panel {
    private final Panel left;
    private final Panel right;
    private final HBox root;

    WorkbenchPage(Panel left, Panel right) {
        this.left = left;
        this.right = right;
        root = Nodes.row("page-row", left.root(), Nodes.grow(right.root()));
        root.getStyleClass().add("page");
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        left.onShow();
        right.onShow();
    }

    @Override
    public void onHide() {
        left.onHide();
        right.onHide();
    }

    @Override
    public List<Action> actions() {
        List<Action> all = new ArrayList<>(left.actions());
        all.addAll(right.actions());
        return all;
    }
}
