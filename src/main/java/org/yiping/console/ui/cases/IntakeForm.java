package org.yiping.console.ui.cases;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Lookup.Twin;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.catalogue.CaseClass;

/// The form for a new case in the queue's place; Esc goes back. FX thread.
final class IntakeForm {
    private final IntakeViewModel model;
    private final Messages messages;
    private final Runnable close;
    private final TextField typed = new TextField();
    private final ListView<CaseClass> classes = new ListView<>();
    private final TextArea description = new TextArea();
    private final TextField address = new TextField();
    private final TextField position = new TextField();
    private final TextField caller = new TextField();
    private final TextField phone = new TextField();
    private final VBox similar = new VBox();
    private final CheckBox callBack = new CheckBox();
    private final PanelFrame frame;

    IntakeForm(IntakeViewModel model, Messages messages, Runnable close) {
        this.model = model;
        this.messages = messages;
        this.close = close;
        Label problem = new Label();
        problem.getStyleClass().add("field-error");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problem());
        classes.setCellFactory(_ -> new ClassCell());
        classes.setId("intake/classes");
        classes.setAccessibleText(messages.get("intake.class"));
        classes.getStyleClass().add("choice-list");
        classes.getSelectionModel().selectedItemProperty().subscribe(_ -> look());
        position.textProperty().subscribe(_ -> look());
        similar.getStyleClass().add("lines");
        model.similar().subscribe(this::similar);
        typed.textProperty().subscribe(text -> {
            classes.getItems().setAll(model.classes(text));
            classes.getSelectionModel().selectFirst();
        });
        description.setPrefRowCount(3);
        description.setWrapText(true);
        callBack.setText(messages.get("intake.call-back"));
        callBack.setId("intake/call-back");
        KeyButton submit = new KeyButton(
                        messages, "intake/submit", messages.get("intake.submit"), "Ctrl ↵", this::submit)
                .primary()
                .tall();
        KeyButton cancel = new KeyButton(messages, "intake/cancel", messages.get("intake.cancel"), "Esc", close).tall();
        if (model.action().isEmpty()) {
            submit.forbid(messages.get("intake.not-allowed"));
        }
        HBox buttons = new HBox(submit, cancel);
        buttons.getStyleClass().add("line-wide");
        VBox form = new VBox(
                field("intake/class", "intake.class", "intake.class-hint", typed),
                classes,
                area(),
                field("intake/address", "intake.address", "intake.address-hint", address),
                field("intake/position", "intake.position", "intake.position-hint", position),
                similar,
                field("intake/caller", "intake.caller", "intake.caller-hint", caller),
                field("intake/phone", "intake.phone", "intake.phone-hint", phone),
                callBack,
                problem,
                buttons);
        form.getStyleClass().add("form");
        VBox.setVgrow(classes, Priority.SOMETIMES);
        frame = new PanelFrame(new PanelHeader(messages, messages.get("intake.title")), form);
        frame.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void look() {
        model.look(classes.getSelectionModel().getSelectedItem(), position.getText());
    }

    /// Each is a button that opens it: perhaps nothing has to be taken in.
    private void similar() {
        similar.getChildren().clear();
        for (Twin t : model.similar()) {
            Button row = new Button(model.words(t));
            row.setId("intake/similar-" + t.value().id().value());
            row.setMaxWidth(Double.MAX_VALUE);
            row.setOnAction(_ -> {
                model.open(t);
                close.run();
            });
            similar.getChildren().add(row);
        }
    }

    Region root() {
        return frame;
    }

    void focusFirst() {
        typed.requestFocus();
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            close.run();
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
            submit();
            e.consume();
        } else if (e.getCode() == KeyCode.DOWN && typed.isFocused()) {
            classes.requestFocus();
            e.consume();
        }
    }

    private void submit() {
        boolean sent = model.register(new IntakeViewModel.Draft(
                classes.getSelectionModel().getSelectedItem(),
                description.getText(),
                address.getText(),
                position.getText(),
                caller.getText(),
                new IntakeViewModel.Contact(phone.getText(), callBack.isSelected())));
        if (sent) {
            close.run();
        }
    }

    private VBox field(String id, String label, String hint, TextField field) {
        Label words = new Label(messages.get(label));
        words.getStyleClass().add("field-label");
        words.setLabelFor(field);
        field.setId(id);
        field.setPromptText(messages.get(hint));
        field.setAccessibleText(messages.get(label));
        return new VBox(words, field);
    }

    private VBox area() {
        Label words = new Label(messages.get("intake.description"));
        words.getStyleClass().add("field-label");
        description.setId("intake/description");
        description.setAccessibleText(messages.get("intake.description"));
        return new VBox(words, description);
    }

    private final class ClassCell extends ListCell<CaseClass> {
        @Override
        protected void updateItem(@Nullable CaseClass value, boolean isEmpty) {
            super.updateItem(value, isEmpty);
            setText(
                    value == null || isEmpty
                            ? null
                            : messages.get(
                                    "intake.class-row",
                                    model.name(value),
                                    value.code().value(),
                                    model.group(value)));
        }
    }
}
