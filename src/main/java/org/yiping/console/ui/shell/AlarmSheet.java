package org.yiping.console.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.AgeText;
import org.yiping.console.ui.control.Tag;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.casework.CaseId;

/// The alarms of this seat (告警表), opened by hand: what waits for an answer, look-alikes of a flood in one row, and what
/// was put aside. Enter opens a case, A answers, S puts aside with a reason; Esc leaves. FX thread.
final class AlarmSheet {
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
    private static final int MINUTES = 15;

    private final SeatAlarms alarms;
    private final Hall hall;
    private final Messages messages;
    private final Words words;
    private final Label title = Nodes.label("", "section-title");
    private final ListView<Row> list = new ListView<>();
    private final TextField reason = new TextField();
    private final Label says = Nodes.cut("", "t-second");
    private final Overlay overlay;
    private final VBox root;

    /// A card that waits, or one alarm put aside.
    private record Row(SeatAlarms.Card card, boolean aside) {
        CaseId id() {
            return card.first().value().id();
        }
    }

    AlarmSheet(String window, SeatAlarms alarms, Desk desk, Hall hall) {
        this.alarms = alarms;
        this.hall = hall;
        messages = hall.messages();
        words = new Words(desk.stores(), messages);
        list.setId(window + "/alarm-list");
        list.setAccessibleText(messages.get("alarm.list"));
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(Nodes.label(messages.get("alarm.none"), "t-second"));
        reason.setId(window + "/alarm-reason");
        reason.setPromptText(messages.get("alarm.reason", MINUTES));
        reason.setAccessibleText(messages.get("alarm.reason", MINUTES));
        Nodes.show(reason, false);
        root = Nodes.column("palette", title, list, reason, says);
        root.setId(window + "/alarm-sheet");
        root.setAccessibleText(messages.get("alarm.list"));
        root.getStyleClass().add("alarm-sheet");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        overlay = new Overlay(root, list);
    }

    Region root() {
        return root;
    }

    void open() {
        refill();
        say("alarm.hint");
        overlay.open();
    }

    /// Opens with the gravest alarm about to be put aside.
    void openToShelve() {
        open();
        list.getSelectionModel().selectFirst();
        ask();
    }

    void close() {
        Nodes.show(reason, false);
        overlay.close();
    }

    void tick() {
        if (overlay.isOpen()) {
            refill();
        }
    }

    private void refill() {
        Row before = list.getSelectionModel().getSelectedItem();
        List<Row> rows = new ArrayList<>();
        alarms.cards().forEach(c -> rows.add(new Row(c, false)));
        alarms.shelved().forEach(i -> rows.add(new Row(new SeatAlarms.Card(List.of(i)), true)));
        if (rows.equals(list.getItems())) {
            list.refresh(); // ages
        } else {
            list.getItems().setAll(rows);
            int at = before == null ? 0 : rows.stream().map(Row::id).toList().indexOf(before.id());
            list.getSelectionModel().select(Math.max(0, at));
        }
        title.setText(messages.get(
                alarms.flood() ? "alarm.flood" : "alarm.title",
                alarms.count(),
                alarms.most(),
                alarms.rules().flood().window().toMinutes()));
    }

    private void key(KeyEvent e) {
        Row chosen = list.getSelectionModel().getSelectedItem();
        if (reason.isVisible()) {
            switch (e.getCode()) {
                case ESCAPE -> {
                    Nodes.show(reason, false);
                    list.requestFocus();
                    say("alarm.hint");
                }
                case ENTER -> shelve(chosen);
                default -> {
                    return;
                }
            }
            e.consume();
            return;
        }
        switch (e.getCode()) {
            case ESCAPE -> close();
            case ENTER -> {
                close();
                if (chosen != null) {
                    alarms.open(chosen.card().first());
                }
            }
            case A -> {
                if (chosen != null && !chosen.aside()) {
                    chosen.card().items().forEach(i -> alarms.answer(i.value().id()));
                    refill();
                }
            }
            case S -> {
                if (chosen != null && !chosen.aside()) {
                    ask();
                }
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void ask() {
        if (!list.getItems().isEmpty()) {
            reason.clear();
            Nodes.show(reason, true);
            reason.requestFocus();
            say("alarm.shelve-hint", alarms.rules().longestShelf().toMinutes());
        }
    }

    /// A number before the reason is the minutes.
    private void shelve(@Nullable Row chosen) {
        String typed = reason.getText().strip();
        String number = typed.replaceFirst("^(\\d{1,4})?.*$", "$1");
        String why = typed.substring(number.length()).strip();
        long longest = alarms.rules().longestShelf().toMinutes();
        int minutes = number.isEmpty() ? (int) Math.min(MINUTES, longest) : Integer.parseInt(number);
        if (chosen == null || why.isEmpty() || minutes < 1 || minutes > longest) {
            say("alarm.shelve-hint", longest);
            return;
        }
        chosen.card().items().forEach(i -> alarms.shelve(i.value().id(), minutes, why));
        Nodes.show(reason, false);
        list.requestFocus();
        say("alarm.shelving", minutes);
    }

    private void say(String key, Object... args) {
        says.setText(messages.get(key, args));
    }

    private final class Cell extends ListCell<Row> {
        private final HBox tag = Nodes.row("alarm-severity");
        private final Label kind = Nodes.keep("", "t-body", "alarm-kind");
        private final Label what = Nodes.cut("", "t-name");
        private final Label where = Nodes.cut("", "t-second");
        private final Label age = Nodes.keep("", "t-body", "alarm-age");
        private final Label who = Nodes.keep("", "t-second", "alarm-who");
        private final HBox row = Nodes.row("plain-row", tag, kind, what, Nodes.grow(where), who, age);

        Cell() {
            setPrefWidth(0);
            getStyleClass().add("bare");
            where.setMaxWidth(Double.MAX_VALUE);
        }

        @Override
        protected void updateItem(@Nullable Row item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            if (item == null || isEmpty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Instant now = hall.now();
            SeatAlarms.Item first = item.card().first();
            int size = item.card().items().size();
            Tag severity = Tag.of(
                    switch (first.value().subject().severity()) {
                        case CRITICAL -> Tag.Kind.TOP_URGENT;
                        case URGENT -> Tag.Kind.URGENT;
                        case ORDINARY -> Tag.Kind.NORMAL;
                        case NOTICE -> Tag.Kind.HINT;
                    },
                    messages);
            tag.getChildren().setAll(severity);
            kind.setText(words.alarm(first.alarm().kind()));
            String name = words.name(first.value());
            what.setText(size == 1 ? name : messages.get("alarm.alike", name, size));
            where.setText(words.place(first.value()));
            who.setText(offered(first.alarm()));
            age.setText(
                    item.aside()
                            ? back(first.alarm(), now)
                            : AgeText.of(first.alarm().age(now), messages));
            age.pseudoClassStateChanged(LATE, !item.aside() && first.alarm().overdue(now));
            setAccessibleText(String.join(
                    " ", severity.getText(), kind.getText(), what.getText(), where.getText(), age.getText()));
            setGraphic(row);
        }
    }

    private String back(Alarm a, Instant now) {
        Alarm.Shelf shelf = a.shelved();
        Duration left = shelf == null ? Duration.ZERO : Duration.between(now, shelf.until());
        return messages.get("alarm.back-in", AgeText.of(left, messages));
    }

    /// Who was asked so far, where it was not this seat alone.
    private String offered(Alarm a) {
        Set<String> asked = a.offers().stream()
                .filter(o -> !o.to().equals("seat"))
                .map(o -> words.rung(o.to()))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        return asked.isEmpty() ? "" : messages.get("alarm.asked", String.join(" · ", asked));
    }
}
