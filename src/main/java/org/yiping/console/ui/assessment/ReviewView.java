package org.yiping.console.ui.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Clocks;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.ui.control.PendingOverlay;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.console.ui.control.Tag;
import org.yiping.console.ui.control.TimelineRow;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Milestones;
import org.yiping.domain.casework.Review;

/// The picked case, read-only, with its records and the reviews there are; below it the form for one more. FX thread.
final class ReviewView {
    private final ReviewViewModel model;
    private final Hall hall;
    private final Words words;
    private final CaseMark mark;
    private final Label name = Nodes.keep("", "t-title");
    private final HBox tags = Nodes.row("line");
    private final Label second = Nodes.cut("", "t-second");
    private final GridPane facts = new GridPane();
    private final VBox timeline = new VBox();
    private final VBox reviews = new VBox();
    private final ReviewForm form;
    private final PendingOverlay overlay = new PendingOverlay();
    private final VBox filled;
    private final EmptyState empty;
    private final PanelFrame root;
    private @Nullable Case shown;
    private List<FlowRecord> shownRecords = List.of();
    private @Nullable List<Review> shownReviews;

    ReviewView(ReviewViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
        words = model.words();
        mark = new CaseMark(hall.messages(), 28);
        form = new ReviewForm(model, hall);
        facts.getStyleClass().add("facts");
        for (int i = 0; i < 4; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(i % 2 == 1 ? Priority.ALWAYS : Priority.NEVER);
            if (i % 2 == 1) {
                column.setPercentWidth(i == 1 ? 50 : 21);
            }
            facts.getColumnConstraints().add(column);
        }
        tags.setMinWidth(Region.USE_PREF_SIZE);
        VBox head = new VBox(Nodes.row("line", name, tags), second);
        head.setMinWidth(0);
        HBox columns = Nodes.row(
                "columns",
                section("assessment.records", "assessment/records", timeline),
                section("assessment.reviews", "assessment/reviews", reviews));
        VBox.setVgrow(columns, Priority.ALWAYS);
        columns.setMinHeight(0);
        VBox body =
                Nodes.column("assessment-review", Nodes.row("case-head-line", mark, Nodes.grow(head)), facts, columns);
        body.setMinHeight(0);
        // columns in percent wish for more than a window with large letters has
        facts.setMinWidth(0);
        body.setMinWidth(0);
        StackPane state = new StackPane(body, overlay);
        state.setMinSize(0, 0);
        VBox.setVgrow(state, Priority.ALWAYS);
        filled = new VBox(state, form.root());
        filled.setMinWidth(0);
        empty = EmptyState.empty(text("assessment.pick-one"));
        StackPane content = new StackPane(filled, empty);
        root = new PanelFrame(new PanelHeader(hall.messages(), text("assessment.review")), content);
    }

    Region root() {
        return root;
    }

    void refresh() {
        CaseFace face = model.face().orElse(null);
        Nodes.show(filled, face != null);
        empty.setVisible(face == null);
        if (face != null) {
            head(face);
            if (!face.value().equals(shown)) {
                shown = face.value();
                facts(face.value());
            }
            timeline(face.value());
            reviews();
        }
        form.refresh();
        overlay.show(model.pending().isPresent());
    }

    void tick() {
        model.face().ifPresent(this::head);
        form.tick();
    }

    private void head(CaseFace face) {
        Case c = face.value();
        mark.show(Clocks.shape(c.subject().kind()), Clocks.light(face.light()));
        mark.stale(face.stale());
        if (c.equals(shown)) {
            return;
        }
        name.setText(face.text().name());
        tags.getChildren()
                .setAll(face.tags().stream()
                        .map(k -> Tag.of(k, hall.messages()))
                        .toList());
        if (c.report().simulated()) {
            tags.getChildren().add(new SimulatedTag(SimulatedTag.What.CASE, hall.messages()));
        }
        second.setText(hall.messages()
                .get(
                        "assessment.second",
                        c.head().number().value(),
                        words.kind(c.subject().kind()),
                        words.source(c.report().source()),
                        words.state(c.progress().state())));
    }

    private void facts(Case c) {
        facts.getChildren().clear();
        Milestones m = c.progress().milestones();
        var department = c.progress().department();
        var handler = c.progress().handler();
        fact(0, 0, "assessment.fact-place", words.place(c));
        fact(1, 0, "assessment.fact-department", department == null ? unknown() : words.department(department));
        fact(2, 0, "assessment.fact-handler", handler == null ? unknown() : words.person(handler));
        fact(3, 0, "assessment.fact-limit", limit(c));
        fact(0, 1, "assessment.fact-reported", words.moment(c.report().reportedAt(), hall.now()));
        fact(1, 1, "assessment.fact-filed", words.moment(m.filedAt(), hall.now()));
        fact(2, 1, "assessment.fact-dispatched", words.moment(m.dispatchedAt(), hall.now()));
        fact(3, 1, "assessment.fact-closed", words.moment(m.closedAt(), hall.now()));
    }

    /// The handling clock if there is one, else the last: what a department is judged by.
    private String limit(Case c) {
        List<CaseClock> clocks = c.progress().clocks();
        return clocks.reversed().stream()
                .filter(k -> k.stage().value().equals("handle"))
                .findFirst()
                .or(() -> clocks.reversed().stream().findFirst())
                .map(k -> hall.messages()
                        .get(
                                "assessment.limit",
                                words.stage(k.stage()),
                                words.moment(k.dueAt(), hall.now()),
                                Math.round(100 * Clocks.used(k, k.stoppedAt() == null ? hall.now() : k.stoppedAt()))))
                .orElse(unknown());
    }

    private void fact(int row, int column, String key, String value) {
        facts.add(Nodes.keep(text(key), "fact-name"), column * 2, row);
        facts.add(Nodes.cut(value, "fact-value"), column * 2 + 1, row);
    }

    private void timeline(Case c) {
        Optional<List<FlowRecord>> known = model.records();
        List<FlowRecord> records = known.orElse(List.of());
        if (records.equals(shownRecords) && !timeline.getChildren().isEmpty() && !records.isEmpty()) {
            return;
        }
        shownRecords = records;
        List<javafx.scene.Node> rows = new ArrayList<>();
        for (FlowRecord r : records) {
            String who =
                    words.post(r.actor().post()) + " " + words.person(r.actor().person());
            String to = r.step().from().equals(r.step().to())
                    ? ""
                    : " → " + words.state(r.step().to());
            rows.add(new TimelineRow(
                    words.moment(r.at(), hall.now()),
                    words.action(r.step()),
                    who + to + (r.note().isBlank() ? "" : " · " + r.note())));
        }
        if (rows.isEmpty()) {
            rows.add(new TimelineRow(
                    words.moment(c.report().reportedAt(), hall.now()),
                    words.source(c.report().source()),
                    c.subject().description()));
            rows.add(EmptyState.empty(text(known.isPresent() ? "case.records-none" : "case.records-loading"))
                    .inline());
        }
        timeline.getChildren().setAll(rows);
    }

    private void reviews() {
        List<Review> known = model.reviews();
        if (known.equals(shownReviews)) {
            return;
        }
        shownReviews = known;
        List<javafx.scene.Node> rows = new ArrayList<>();
        for (Review r : known) {
            rows.add(new TimelineRow(
                    words.moment(r.at(), hall.now()),
                    form.verdict(r.verdict()),
                    words.post(r.actor().post()) + " " + words.person(r.actor().person())
                            + (r.note().isBlank() ? "" : " · " + r.note())));
        }
        if (rows.isEmpty()) {
            rows.add(EmptyState.empty(text("assessment.no-reviews")).inline());
        }
        reviews.getChildren().setAll(rows);
    }

    private VBox section(String title, String id, VBox rows) {
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(rows));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setId(id);
        scroll.setAccessibleText(text(title));
        VBox section = Nodes.column("section", Nodes.label(text(title), "section-title"), Nodes.grow(scroll));
        section.setPrefWidth(1);
        section.setMinWidth(0);
        return Nodes.grow(section);
    }

    private String unknown() {
        return text("assessment.unknown");
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
