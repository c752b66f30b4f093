package org.yiping.console.ui.signin;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.BrandMark;
import org.yiping.console.ui.control.KeyButton;

/// The sign-in form (登录): user, password, post, seat; a refused password says so and keeps the rest. FX thread.
public final class SignInForm {
    private static final List<String> POSTS =
            List.of("dispatcher", "acceptor", "duty-leader", "supervisor", "leader", "administrator");

    private static final String OTHER_POST = "AUT-4031";

    private final Messages messages;
    private final Fx fx;
    private final Door door;
    private final String address;
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final ComboBox<String> post = new ComboBox<>();
    private final TextField seat = new TextField();
    private final Label head = Nodes.label("", "t-strong", "t-red");
    private final Label words = Nodes.label("", "t-second");
    private final KeyButton enter;
    private final StackPane root = new StackPane();
    private final Runnable welcome;

    /// `address` is where the door is, for who finds nobody there; `welcome` is told when somebody was let in.
    public SignInForm(Messages messages, Fx fx, Door door, String address, Runnable welcome) {
        this.messages = messages;
        this.fx = fx;
        this.door = door;
        this.address = address;
        this.welcome = welcome;
        enter = new KeyButton(messages, "signin/enter", messages.get("signin.enter"), "Enter", this::knock)
                .primary()
                .tall();
        enter.setMaxWidth(Double.MAX_VALUE);
        field(user, "signin/user", "signin.user");
        field(password, "signin/password", "signin.password");
        field(seat, "signin/seat", "signin.seat");
        seat.setText("seat-1");
        post.setId("signin/post");
        post.setAccessibleText(messages.get("signin.post"));
        post.getItems().setAll(POSTS);
        post.setValue(POSTS.getFirst());
        post.setMaxWidth(Double.MAX_VALUE);
        post.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String code) {
                return code == null ? "" : name(code);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        head.setWrapText(true);
        words.setWrapText(true);
        Nodes.show(head, false);
        Nodes.show(words, false);
        VBox form = Nodes.column(
                "signin-form",
                Nodes.row("line", new BrandMark(), Nodes.label(messages.get("signin.title"), "t-title")),
                Nodes.label(messages.get("signin.notice"), "t-second"),
                labelled("signin.user", user),
                labelled("signin.password", password),
                labelled("signin.post", post),
                labelled("signin.seat", seat),
                head,
                words,
                enter);
        form.setMaxSize(420, VBox.USE_PREF_SIZE);
        form.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                enter.fire();
                e.consume();
            }
        });
        root.getChildren().add(form);
        root.getStyleClass().add("signin-ground");
        StackPane.setAlignment(form, Pos.CENTER);
    }

    public Region root() {
        return root;
    }

    public void focus() {
        user.requestFocus();
    }

    private static VBox labelled(Label label, javafx.scene.Node field) {
        return Nodes.column("signin-field", label, field);
    }

    private VBox labelled(String key, javafx.scene.Node field) {
        return labelled(Nodes.label(messages.get(key), "t-second"), field);
    }

    private void field(TextField field, String id, String key) {
        field.setId(id);
        field.setAccessibleText(messages.get(key));
    }

    private String name(String code) {
        return switch (code) {
            case "acceptor" -> messages.get("signin.post-acceptor");
            case "duty-leader" -> messages.get("signin.post-duty-leader");
            case "supervisor" -> messages.get("signin.post-supervisor");
            case "leader" -> messages.get("signin.post-leader");
            case "administrator" -> messages.get("signin.post-administrator");
            default -> messages.get("signin.post-dispatcher");
        };
    }

    private void knock() {
        if (user.getText().isBlank() || password.getText().isEmpty()) {
            say(messages.get("signin.incomplete"), messages.get("signin.incomplete-words"));
            return;
        }
        enter.pending(true);
        Door.Wish wish = new Door.Wish(
                user.getText().strip(),
                password.getText(),
                post.getValue(),
                seat.getText().strip());
        door.knock(wish)
                .thenAccept(answer -> fx.execute(() -> answered(answer)))
                .exceptionally(_ -> {
                    fx.execute(() -> answered(new Door.Answer.Unreachable()));
                    return null;
                });
    }

    private void answered(Door.Answer answer) {
        enter.pending(false);
        switch (answer) {
            case Door.Answer.Welcome _ -> welcome.run();
            case Door.Answer.Refused(String detail, String code)
            when code.equals(OTHER_POST) -> {
                say(detail, messages.get("signin.other-post-words", code));
                post.requestFocus(); // the password was right
            }
            case Door.Answer.Refused(String detail, String code) -> {
                say(detail, messages.get("signin.refused-words", code));
                password.clear();
                password.requestFocus();
            }
            case Door.Answer.Unreachable _ ->
                say(messages.get("signin.unreachable"), messages.get("signin.unreachable-words", address));
        }
    }

    private void say(String what, String then) {
        head.setText(what);
        words.setText(then);
        Nodes.show(head, true);
        Nodes.show(words, true);
    }
}
