package org.yiping.console.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import org.yiping.console.ui.control.KeyButton;

/// The buttons that stand in a window now, as actions: nothing that can be clicked is out of a hand's reach. FX thread;
/// stateless.
public final class Buttons {
    private Buttons() {}

    /// Those that are seen where `root` is.
    public static List<Action> under(Node root, String group, String disabled) {
        List<Action> found = new ArrayList<>();
        gather(root, b -> found.add(action(b, group, disabled)));
        return found;
    }

    /// Prints the keys anew on every button there is.
    public static void caps(Node root, KeyButton.Caps caps) {
        gather(root, b -> {
            if (b instanceof KeyButton button) {
                button.cap(caps.of(button.getId(), button.key()));
            }
        });
    }

    /// What a button does, whether or not it is seen now.
    public static Action of(KeyButton button, String group) {
        return Action.of(button.getId(), group, button.words(), button::fire)
                .on(Key.parse(button.key()).orElse(null))
                .refused(button.reason());
    }

    private interface Taking {
        void take(ButtonBase button);
    }

    /// Rows of lists are reached as rows.
    private static void gather(Node node, Taking taking) {
        if (!node.isVisible() || node instanceof ListCell<?>) {
            return;
        }
        if (node instanceof ButtonBase button) {
            String id = button.getId();
            if (id != null && id.indexOf('/') > 0) {
                taking.take(button);
            }
        } else if (node instanceof ScrollPane pane) {
            if (pane.getContent() != null) { // its child only once it is dressed, and a page may not be yet
                gather(pane.getContent(), taking);
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, taking));
        }
    }

    private static Action action(ButtonBase button, String group, String disabled) {
        if (button instanceof KeyButton keyed) {
            return button.isDisabled() ? of(keyed, group).refused(disabled) : of(keyed, group);
        }
        return Action.of(button.getId(), group, words(button), button::fire)
                .refused(button.isDisabled() ? disabled : "");
    }

    private static String words(Labeled button) {
        String said = button.getAccessibleText();
        if (said != null && !said.isBlank()) {
            return said;
        }
        return button.getText() == null || button.getText().isBlank() ? button.getId() : button.getText();
    }
}
