package org.yiping.console.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.yiping.console.fx.Messages;

/// The pages of a window, one after another; where there is no room for all, the last ones are under 更多, but never the
/// one that is shown. FX thread.
final class WindowTabs extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Map<String, Button> tabs = new LinkedHashMap<>();
    private final Button more = new Button();
    private final Function<String, String> title;
    private final Consumer<String> show;
    private String selected = "";

    /// `title` of a page, and `cap` of the key that shows it.
    WindowTabs(
            String window,
            List<String> offered,
            Messages messages,
            Function<String, String> title,
            Function<String, String> cap,
            Consumer<String> show) {
        this.title = title;
        this.show = show;
        for (String page : offered) {
            Button tab = new Button(title.apply(page));
            tab.setId(window + "/tab-" + page);
            tab.setAccessibleText(title.apply(page));
            tab.getStyleClass().add("window-tab");
            Tooltip key = new Tooltip();
            key.setOnShowing(_ -> key.setText(cap.apply(page)));
            tab.setTooltip(key);
            tab.setOnAction(_ -> show.accept(page));
            tabs.put(page, tab);
        }
        more.setId(window + "/tab-more");
        more.setText(messages.get("shell.more"));
        more.getStyleClass().add("window-tab");
        more.setOnAction(_ -> open());
        getChildren().addAll(tabs.values());
        getChildren().add(more);
    }

    void select(String page) {
        selected = page;
        tabs.forEach((name, tab) -> tab.pseudoClassStateChanged(SELECTED, name.equals(page)));
        requestLayout();
    }

    private void open() {
        ContextMenu menu = new ContextMenu();
        tabs.forEach((page, tab) -> {
            if (!tab.isVisible()) {
                MenuItem item = new MenuItem(title.apply(page));
                item.setOnAction(_ -> show.accept(page));
                menu.getItems().add(item);
            }
        });
        menu.show(more, Side.BOTTOM, 0, 0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return tabs.values().stream().mapToDouble(WindowTabs::wide).sum();
    }

    /// As much of what is wanted as the bar has when everything else in it is as narrow as it can be: a box would take
    /// from all alike.
    @Override
    protected double computeMinWidth(double height) {
        double wanted = computePrefWidth(height);
        double least =
                tabs.values().stream().mapToDouble(WindowTabs::wide).max().orElse(0) + wide(more);
        return Math.min(wanted, Math.max(least, room()));
    }

    private double room() {
        if (!(getParent() instanceof HBox bar)) {
            return 0;
        }
        double room =
                bar.getWidth() - bar.getInsets().getLeft() - bar.getInsets().getRight();
        for (Node beside : bar.getChildren()) {
            if (!beside.isManaged()) {
                continue;
            }
            room -= bar.getSpacing() + (beside.equals(this) ? 0 : beside.minWidth(-1));
        }
        return room + bar.getSpacing();
    }

    @Override
    protected double computePrefHeight(double width) {
        return more.prefHeight(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        boolean all = computePrefWidth(-1) <= getWidth() + 1;
        Button now = tabs.get(selected);
        double room = all || now == null ? getWidth() + 1 : getWidth() + 1 - wide(now);
        room -= all ? 0 : wide(more);
        List<Button> shown = new ArrayList<>();
        boolean full = false;
        for (Button tab : tabs.values()) {
            boolean here = all || tab.equals(now);
            if (!here && !full) {
                room -= wide(tab);
                full = room < 0;
                here = !full;
            }
            tab.setVisible(here);
            if (here) {
                shown.add(tab);
            }
        }
        more.setVisible(!all);
        if (!all) {
            shown.add(more);
        }
        double x = 0;
        for (Button each : shown) {
            each.resizeRelocate(x, 0, wide(each), getHeight());
            x += wide(each);
        }
    }

    private static double wide(Button tab) {
        return Math.ceil(tab.prefWidth(-1));
    }
}
