package org.yiping.console.ui.control;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Notices;

/// The notices at the bottom right above the status line: at most three, the rest counted.
///
/// JavaFX thread. Lives as long as its window; it takes the mouse only where a notice stands.
public final class NoticeStack extends VBox {
    private static final int SHOWN = 3;

    private final Notices notices;
    private final Messages messages;

    public NoticeStack(Notices notices, Messages messages) {
        this.notices = notices;
        this.messages = messages;
        getStyleClass().add("notice-stack");
        setPickOnBounds(false);
        notices.all().addListener((ListChangeListener<Notice>) _ -> refill());
        refill();
    }

    private void refill() {
        getChildren().clear();
        int hidden = notices.all().size() - SHOWN;
        if (hidden > 0) {
            Label more = new Label(messages.get("control.notice.more", hidden));
            more.getStyleClass().add("notice-more");
            getChildren().add(more);
        }
        notices.all().stream().limit(SHOWN).map(this::row).forEach(getChildren()::add);
    }

    private Node row(Notice notice) {
        String kind = States.word(notice.kind());
        FontIcon icon = Icons.of(
                switch (notice.kind()) {
                    case DANGER -> Icons.DANGER;
                    case WARNING -> Icons.WARNING;
                    case INFO -> Icons.INFO;
                },
                Icons.Size.CONTROL);
        icon.getStyleClass().add("notice-icon");
        VBox words = new VBox(Words.label(notice.what(), "notice-what"));
        words.getStyleClass().add("notice-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!notice.means().isEmpty()) {
            words.getChildren().add(Words.label(notice.means(), "notice-means"));
        }
        HBox row = new HBox(icon, words);
        if (!notice.actions().isEmpty()) {
            words.getChildren().add(answers(notice));
        }
        if (!notice.code().isEmpty()) {
            row.getChildren().add(Words.kept(notice.code(), "notice-code"));
        }
        if (notice.actions().isEmpty()) {
            row.getChildren().add(close(notice));
        }
        row.getStyleClass().addAll("notice", kind);
        row.setId("notice/" + notice.id());
        row.setAccessibleText(messages.get(kindKey(notice)) + ": " + notice.what() + " " + notice.means());
        return row;
    }

    private static String kindKey(Notice notice) {
        return switch (notice.kind()) {
            case DANGER -> "control.notice.danger";
            case WARNING -> "control.notice.warning";
            case INFO -> "control.notice.info";
        };
    }

    private HBox answers(Notice notice) {
        HBox answers = new HBox();
        answers.getStyleClass().add("notice-actions");
        for (Notice.Action action : notice.actions()) {
            String id = "notice/" + notice.id() + "-" + answers.getChildren().size();
            KeyButton button = new KeyButton(messages, id, action.label(), "", () -> {
                notices.dismiss(notice.id());
                action.run().run();
            });
            button.low();
            answers.getChildren().add(action.primary() ? button.primary() : button);
        }
        return answers;
    }

    private IconButton close(Notice notice) {
        IconButton close = new IconButton(
                "notice/" + notice.id() + "-close",
                Icons.CLOSE,
                messages.get("control.notice.close"),
                () -> notices.dismiss(notice.id()));
        close.getStyleClass().add("row-height");
        return close;
    }
}
