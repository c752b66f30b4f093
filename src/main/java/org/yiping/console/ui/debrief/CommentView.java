package org.yiping.console.ui.debrief;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.Tag;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.DebriefComment;

/// What is said of moments (点评): a line goes to its moment, the form pins to the moment that is shown. Where no debrief
/// is open it opens one over the stretch. FX thread.
final class CommentView {
    private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");

    private final ReplayModel replay;
    private final DebriefModel model;
    private final DebriefWords words;
    private final ListView<DebriefModel.Line> list = Nodes.drawnStraight(new ListView<>());
    private final TextField title = new TextField();
    private final KeyButton begin;
    private final VBox opening;
    private final Label pinned = Nodes.label("", "t-second");
    private final TextArea text = Nodes.drawnStraight(new TextArea());
    private final KeyButton pin;
    private final KeyButton read;
    private final Label gap = Nodes.whenSaid(Nodes.label("", "t-second"));
    private final VBox saying;
    private final VBox root;
    private String proposed = "";
    private String why = "";
    private boolean marking;

    CommentView(ReplayModel replay, DebriefModel model, Hall hall, DebriefWords words) {
        this.replay = replay;
        this.model = model;
        this.words = words;
        list.setId("debrief/comments");
        list.setAccessibleText(words.text("debrief.comments-list"));
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(l -> {
            if (!marking && l != null) {
                jump(l.comment());
            }
        });
        title.setId("debrief/title");
        title.setAccessibleText(words.text("debrief.title"));
        title.setPromptText(words.text("debrief.title"));
        begin = new KeyButton(hall.messages(), "debrief/open", words.text("debrief.open"), "Ctrl ↵", this::begin);
        title.setOnAction(_ -> begin());
        opening = Nodes.column(
                "section", Nodes.label(words.text("debrief.title"), "field-label"), title, Nodes.row("line", begin));
        text.setId("debrief/comment");
        text.setAccessibleText(words.text("debrief.comment"));
        text.setPromptText(words.text("debrief.comment"));
        text.setWrapText(true);
        text.setPrefRowCount(3);
        text.setPrefColumnCount(12); // the form gives it its width; large letters must not ask for more
        text.getStyleClass().add("debrief-note");
        pin = new KeyButton(hall.messages(), "debrief/pin", words.text("debrief.pin"), "Ctrl ↵", this::pin);
        read = new KeyButton(
                hall.messages(), "debrief/read-all", words.text("debrief.read-new", 0), "R", model::readAll);
        text.textProperty().addListener((_, _, _) -> allow());
        pinned.setWrapText(true);
        FlowPane buttons = new FlowPane(pin, read);
        buttons.getStyleClass().add("past-buttons");
        gap.setWrapText(true);
        saying = Nodes.column("section", pinned, text, buttons, gap);
        root = Nodes.column("debrief-sheet", Nodes.grow(list), opening, saying);
    }

    Region root() {
        return root;
    }

    void focus() {
        if (saying.isVisible()) {
            text.requestFocus();
        } else {
            title.requestFocus();
        }
    }

    void onEscape(Runnable leave) {
        Nodes.onEscape(text, leave);
        Nodes.onEscape(title, leave);
    }

    private void jump(DebriefComment c) {
        CaseId id = c.pin().caseId();
        if (id != null) {
            replay.desk().pick(id);
        }
        replay.seek(c.pin().moment());
    }

    private void begin() {
        String called = title.getText() == null ? "" : title.getText().strip();
        replay.subject()
                .filter(_ -> begin.allowed() && !called.isEmpty())
                .ifPresent(s -> model.begin(
                        called.length() > Debrief.LONGEST_TITLE ? called.substring(0, Debrief.LONGEST_TITLE) : called,
                        s));
    }

    private void pin() {
        String said = said();
        if (pin.allowed() && !said.isEmpty()) {
            CaseId id = replay.desk().pickedCaseId().orElse(null);
            Case c = replay.desk().pickedCase().orElse(null);
            model.comment(
                    new DebriefComment.Pin(
                            replay.now(), id, c == null ? null : c.place().position()),
                    said);
            text.clear();
        }
    }

    private String said() {
        return text.getText() == null ? "" : text.getText().strip();
    }

    void refresh() {
        List<DebriefModel.Line> lines = model.lines();
        marking = true;
        DebriefModel.Line chosen = list.getSelectionModel().getSelectedItem();
        if (!list.getItems().equals(lines)) {
            list.getItems().setAll(lines);
            lines.stream()
                    .filter(l -> chosen != null
                            && l.comment().id().equals(chosen.comment().id()))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
        marking = false;
        boolean open = model.opened().isPresent() || model.opening();
        String none = words.text(open ? "debrief.comments-none" : "debrief.open-means");
        if (!none.equals(why)) {
            why = none;
            list.setPlaceholder(EmptyState.empty(none));
        }
        String next = replay.subject().map(words::title).orElse("");
        if (!next.equals(proposed)) {
            proposed = next;
            title.setText(next);
        }
        Nodes.show(opening, !open || model.opening());
        Nodes.show(saying, open && !model.opening());
        Transport.allow(
                begin, replay.subject().isEmpty() ? words.text("debrief.none-chosen") : pendingOr(model.mayBegin()));
        Transport.pending(begin, model.opening());
        String returned = model.returned();
        if (!returned.isEmpty() && said().isEmpty()) {
            text.setText(returned);
        }
        text.setEditable(model.mayComment().isEmpty());
        pinned.setText(words.text(
                "debrief.pins-to",
                words.names().stamp(replay.now()),
                replay.desk().pickedCaseId().map(this::called).orElse(words.text("debrief.of-hall"))));
        Nodes.show(read, !model.unread().isEmpty());
        Transport.words(read, words.text("debrief.read-new", model.unread().size()));
        allow();
    }

    /// What is on its way shows so by itself.
    private String pendingOr(String why) {
        return model.opening() ? "" : why;
    }

    private void allow() {
        String not = model.mayComment();
        Transport.allow(
                pin,
                !not.isEmpty()
                        ? not
                        : !replay.stands()
                                ? words.text("debrief.not-here-yet")
                                : said().isEmpty() ? words.text("debrief.say-something") : "");
        gap.setText(pin.reason());
    }

    private String called(CaseId id) {
        return replay.desk().stores().cases().find(id).map(words::named).orElse(words.caseName(id));
    }

    private final class Cell extends ListCell<DebriefModel.Line> {
        private final Label moment = Nodes.keep("", "t-body", "t-strong");
        private final Label which = Nodes.cut("", "t-second");
        private final Tag state = Tag.words(words.text("debrief.new"));
        private final Label said = Nodes.label("", "t-body");
        private final Label by = Nodes.cut("", "t-second");
        private final VBox face = Nodes.column(
                "debrief-line", Nodes.row("line", moment, Nodes.grow(which), Nodes.spring(), state), said, by);

        Cell() {
            setPrefWidth(0);
            said.setWrapText(true);
            getStyleClass().add("debrief-cell");
        }

        @Override
        protected void updateItem(DebriefModel.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                pseudoClassStateChanged(PENDING, false);
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            pseudoClassStateChanged(PENDING, line.state() == DebriefModel.State.PENDING);
            DebriefComment c = line.comment();
            moment.setText(words.names().moment(c.pin().moment(), replay.now()));
            CaseId id = c.pin().caseId();
            which.setText(id == null ? words.text("debrief.of-hall") : called(id));
            Nodes.show(state, line.state() != DebriefModel.State.READ);
            state.setText(words.text(line.state() == DebriefModel.State.PENDING ? "debrief.pending" : "debrief.new"));
            said.setText(c.text());
            String edition = model.opened().map(Debrief::edition).orElse(c.edition()) == c.edition()
                    ? ""
                    : " · " + words.text("debrief.edition", c.edition());
            by.setText(words.text(
                    "debrief.said-by",
                    words.names().person(c.by().person()),
                    words.names().stamp(c.at()),
                    edition));
            setAccessibleText(moment.getText() + " " + which.getText() + " " + c.text() + " " + by.getText());
            setGraphic(face);
        }
    }
}
