package org.yiping.console.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.control.NoticeStack;

/// One workstation window: top bar, a page, status line, notices. FX thread.
///
/// A page is made when it is first asked for and kept; only the page on screen is shown in the panels' sense.
final class WorkWindow {
    private final String name;
    private final Stage stage = new Stage();
    private final Hall hall;
    private final TopBar bar;
    private final StatusLine status;
    private final Function<String, Panel> pages;
    private final Map<String, Panel> made = new HashMap<>();
    private final StackPane middle = new StackPane();
    private final Subscriptions subscriptions = new Subscriptions();
    private final List<String> tabs;
    private final Consumer<String> asked;
    private @Nullable Panel shown;

    WorkWindow(
            Topology.Placement placement, Desk desk, Hall hall, Function<String, Panel> pages, Consumer<String> asked) {
        this.name = placement.name();
        this.hall = hall;
        this.pages = pages;
        this.tabs = placement.tabs();
        this.asked = asked;
        bar = new TopBar(name, desk, hall, placement.tabs(), asked);
        status = new StatusLine(name, desk, hall);
        NoticeStack notices = new NoticeStack(hall.notices(), hall.messages());
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        notices.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        middle.setMinSize(0, 0);
        StackPane centre = new StackPane(middle, notices);
        centre.setMinSize(0, 0);
        BorderPane root = new BorderPane(centre, bar.root(), null, status.root(), null);
        root.setId(name + "/window");
        root.setAccessibleText(title());
        Monitor m = placement.monitor();
        Scene scene = new Scene(root, m.width(), m.height());
        hall.themes().apply(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        stage.initStyle(StageStyle.UNDECORATED); // a title bar would push the status line off the screen
        stage.setScene(scene);
        stage.setTitle(title());
        stage.setX(m.x());
        stage.setY(m.y());
        stage.setWidth(m.width());
        stage.setHeight(m.height());
    }

    private String title() {
        return switch (name) {
            case "map" -> hall.messages().get("shell.title-map");
            case "video" -> hall.messages().get("shell.title-video");
            default -> hall.messages().get("shell.title-workbench");
        };
    }

    String name() {
        return name;
    }

    Stage stage() {
        return stage;
    }

    void open(String page) {
        stage.show();
        subscriptions.close();
        subscriptions.listen(hall.ticker().now(), now -> {
            bar.tick(now);
            status.tick(now);
        });
        show(page);
    }

    void show(String page) {
        Panel next = made.computeIfAbsent(page, pages);
        if (next.equals(shown)) {
            return;
        }
        if (shown != null) {
            shown.onHide();
        }
        shown = next;
        middle.getChildren().setAll(next.root());
        bar.select(page);
        next.onShow();
    }

    void close() {
        subscriptions.close();
        if (shown != null) {
            shown.onHide();
            shown = null;
        }
        stage.close();
    }

    /// No title bar, so Ctrl Q closes.
    private void key(KeyEvent e) {
        if (e.isShortcutDown() && e.getCode() == KeyCode.Q) {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            e.consume();
            return;
        }
        if (e.isShortcutDown() && e.getCode().isDigitKey()) {
            int tab = e.getCode().getChar().charAt(0) - '1';
            if (tab >= 0 && tab < tabs.size()) {
                asked.accept(tabs.get(tab));
                e.consume();
                return;
            }
        }
        boolean typing = stage.getScene().getFocusOwner() instanceof TextInputControl;
        boolean plain = !e.isShortcutDown() && !e.getCode().isFunctionKey() && e.getCode() != KeyCode.ESCAPE;
        if (shown != null && !(typing && plain) && shown.onKey(e)) {
            e.consume();
        }
    }
}
