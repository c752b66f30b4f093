package org.yiping.console.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Notices;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Buttons;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.NoticeStack;

/// The notices of a seat in its status line: the gravest in words, and how many there are; a press opens them all with
/// their answers. FX thread.
///
/// So a notice neither covers what a hand works with nor moves it. The stack lies over the page only while a hand wants
/// it there.
final class NoticeLine {
    private final String id;
    private final Hall hall;
    private final Notices notices;
    private final Messages messages;
    private final FontIcon icon = Icons.of(Icons.INFO, Icons.Size.ROW);
    private final Label what = Nodes.cut("", "t-second", "notice-what");
    private final Label count = Nodes.keep("", "t-second", "notice-count");
    private final Button button = new Button();
    private final NoticeStack stack;
    private final Overlay overlay;

    NoticeLine(String window, Hall hall) {
        this.id = window + "/notices";
        this.hall = hall;
        notices = hall.notices();
        messages = hall.messages();
        stack = new NoticeStack(notices, messages);
        StackPane.setAlignment(stack, Pos.BOTTOM_RIGHT);
        overlay = new Overlay(stack, stack);
        stack.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                overlay.close();
                e.consume();
            }
        });
        HBox face = Nodes.row("line", icon, Nodes.grow(what), count);
        button.setId(id);
        button.getStyleClass().add("notice-line");
        button.setGraphic(face);
        button.setMinWidth(0);
        face.prefWidthProperty().bind(button.widthProperty().subtract(18));
        button.setOnAction(_ -> toggle());
        notices.all().addListener((ListChangeListener<Notice>) _ -> tell());
        tell();
    }

    Region line() {
        return button;
    }

    Region stack() {
        return stack;
    }

    /// Opens what there is and gives it the focus, or puts it away.
    void toggle() {
        if (overlay.isOpen() || notices.all().isEmpty()) {
            overlay.close();
            return;
        }
        overlay.open();
        Node first = FocusPath.first(stack);
        if (first != null) {
            first.requestFocus();
        }
    }

    /// A key opens them, and answers can be given by name, whether the stack is open or not.
    List<Action> actions() {
        List<Action> all = new ArrayList<>();
        for (Node n : stack.getChildren()) {
            all.addAll(Buttons.under(n, messages.get("shell.notices"), messages.get("shell.disabled")));
        }
        all.add(hall.action(id, "shell.notices", "shell.notices-see", this::toggle)
                .on(new Key(KeyCode.F8, false, false, true))
                .refused(notices.all().isEmpty() ? messages.get("shell.notices-none") : ""));
        return all;
    }

    private void tell() {
        List<Notice> all = notices.all();
        Nodes.show(button, !all.isEmpty());
        if (all.isEmpty()) {
            overlay.close();
            return;
        }
        Notice gravest = all.getFirst();
        Icons.change(
                icon,
                switch (gravest.kind()) {
                    case DANGER -> Icons.DANGER;
                    case WARNING -> Icons.WARNING;
                    case INFO -> Icons.INFO;
                });
        for (Notice.Kind kind : Notice.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            button.pseudoClassStateChanged(PseudoClass.getPseudoClass(name), kind == gravest.kind());
        }
        what.setText(gravest.what());
        count.setText(messages.get("shell.notices-count", all.size()));
        button.setAccessibleText(messages.get("shell.notices-open", all.size(), gravest.what()));
    }
}
