package org.yiping.console.ui.dispatch;

// long because facts, photos, timeline and steps fill one column in turn

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.CallBackWords;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.RecordWords;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.Photo;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.console.ui.control.TimelineRow;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.CallBack;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Supervision;
import org.yiping.domain.catalogue.Criterion;

/// The middle of the open case: facts in two columns, photos, timeline newest first, what was said, clocks. FX
/// thread.
final class CaseBody {
    private static final int PHOTO_WIDTH = 640;
    private static final double MIDDLE_HEIGHT = 160;
    /// At least what lies between a section's title and its text at any size of letters.
    private static final double SECTION_GAP = 12;

    private final CaseViewModel model;
    private final Hall hall;
    private final Words words;
    private final Consumer<String> compares;
    private final GridPane facts = new GridPane();
    private final HBox photos = Nodes.row("photos");
    private final VBox timeline = new VBox();
    private final VBox said = new VBox();
    private final StepsView steps;
    private final ExhibitList exhibits;
    private final TwinsView twins;
    private final RelatedView related;
    private final VBox closing = new VBox();
    private final ClockLadder ladder;
    private final Label basis = Nodes.cut("", "t-second");
    private final VBox root;
    private List<Attachment> shownPhotos = List.of();
    private @Nullable Case shown;

    /// `compares` opens the comparison at a photo.
    CaseBody(CaseViewModel model, Hall hall, Consumer<String> compares) {
        this.compares = compares;
        this.model = model;
        this.hall = hall;
        words = model.words();
        steps = new StepsView(model, hall);
        exhibits = new ExhibitList(hall, words, compares);
        related = new RelatedView(model, hall);
        twins = new TwinsView(model, hall);
        ladder = new ClockLadder(hall.messages(), words);
        facts.getStyleClass().add("facts");
        for (int i = 0; i < 4; i++) {
            var column = new javafx.scene.layout.ColumnConstraints();
            column.setHgrow(i % 2 == 1 ? Priority.ALWAYS : Priority.NEVER);
            if (i % 2 == 1) {
                column.setPrefWidth(1); // both value columns share what is left
                column.setMinWidth(0);
            } else {
                column.setMinWidth(Region.USE_PREF_SIZE);
            }
            facts.getColumnConstraints().add(column);
        }
        Label records = Nodes.label(text("case.timeline"), "section-title");
        VBox left = Nodes.column("section", records, Nodes.grow(scrolling(timeline, "case/timeline", "case.timeline")));
        Label report = Nodes.label(text("case.said"), "section-title");
        // each in its place for good: the focus must not go with a case's next version
        VBox beside = Nodes.column("said", said, exhibits, steps, twins, related, closing);
        VBox right = Nodes.column("section", report, Nodes.grow(scrolling(beside, "case/said", "case.said")));
        left.setPrefWidth(1);
        right.setPrefWidth(1);
        HBox middle = Nodes.row("columns", Nodes.grow(left), Nodes.grow(right));
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        middle.setPrefHeight(MIDDLE_HEIGHT); // its own wish would be that of texts one pixel wide
        middle.maxHeightProperty() // the clocks follow the longer text, what is left is the pictures'
                .bind(Bindings.max(timeline.heightProperty(), beside.heightProperty())
                        .add(records.heightProperty())
                        .add(SECTION_GAP));
        HBox clocksTitle = Nodes.row("line", Nodes.label(text("case.clocks"), "section-title"), basis);
        VBox.setVgrow(photos, Priority.ALWAYS); // few records leave room, and pictures use it best
        root = Nodes.column("case-body", facts, photos, middle, clocksTitle, ladder);
    }

    /// Long texts scroll in their place: on a low window they would otherwise run over what stands below.
    private ScrollPane scrolling(Region content, String id, String key) {
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(content));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setId(id);
        scroll.setAccessibleText(text(key));
        return scroll;
    }

    Region root() {
        return root;
    }

    void show(CaseFace face, @Nullable List<FlowRecord> records) {
        Case c = face.value();
        if (!c.equals(shown)) {
            shown = c;
            facts(c);
            photos(c);
            exhibits.show(c);
            said(c);
        }
        timeline(c, records);
        steps.show(c);
        twins.show(c);
        related.show(c);
        tick(face);
    }

    void tick(CaseFace face) {
        ladder.show(face.value().progress().clocks(), hall.now());
    }

    private void facts(Case c) {
        facts.getChildren().clear();
        fact(0, 0, "case.fact-place", words.place(c));
        fact(1, 0, "case.fact-cell", c.place().area() == null ? text("words.no-place") : area(c));
        fact(2, 0, "case.fact-position", position(c));
        Optional<Criterion> criterion = words.criterionOf(c);
        fact(
                0,
                1,
                "case.fact-department",
                c.progress().department() == null
                        ? text("case.none-yet")
                        : words.department(c.progress().department()));
        fact(
                1,
                1,
                "case.fact-handler",
                c.progress().handler() == null
                        ? text("case.none-yet")
                        : words.person(c.progress().handler()));
        fact(2, 1, "case.fact-limit", criterion.map(k -> words.limit(k.limit())).orElse(text("case.before-filing")));
        basis.setText(c.runningClock()
                .map(k -> hall.messages()
                        .get(
                                k.basis().stageLimit() == null ? "case.basis" : "case.basis-stage",
                                k.basis().catalogueVersion(),
                                k.basis().calendarVersion()))
                .orElse(text("case.no-clock")));
    }

    private String area(Case c) {
        var code = c.place().area();
        return code == null ? "" : code.value() + " · " + words.area(code);
    }

    private String position(Case c) {
        var p = c.place().position();
        return p == null
                ? text("words.no-place")
                : String.format(java.util.Locale.ROOT, "%.5f, %.5f  WGS 84", p.longitude(), p.latitude());
    }

    private void fact(int row, int column, String key, String value) {
        facts.add(Nodes.keep(text(key), "fact-name"), column * 2, row);
        facts.add(Nodes.cut(value, "fact-value"), column * 2 + 1, row);
    }

    private void photos(Case c) {
        List<Attachment> wanted = c.head().photos();
        if (wanted.equals(shownPhotos) && !photos.getChildren().isEmpty()) {
            return;
        }
        shownPhotos = wanted;
        photos.getChildren().clear();
        List<Attachment> pictures =
                wanted.stream().filter(Attachment::showsPicture).toList();
        List<Attachment> after = PhotoPair.afterwards(pictures);
        List<Attachment> before = pictures.stream()
                .filter(p -> !after.contains(p) && p.footage() == null)
                .limit(2)
                .toList();
        // one frame at least says that there should be a picture; a second empty one says nothing more
        for (int i = 0; i < Math.max(1, before.size()); i++) {
            photos.getChildren()
                    .add(
                            i < before.size()
                                    ? photo(before.get(i), PhotoWords.phase(before.get(i), i + 1, hall.messages()))
                                    : missing(hall.messages().get("case.photo-before", i + 1), "case.photo-none"));
        }
        photos.getChildren()
                .add(
                        after.isEmpty()
                                ? missing(text("case.photo-after"), "case.photo-due")
                                : photo(after.getFirst(), PhotoWords.phase(after.getFirst(), 1, hall.messages())));
    }

    private VBox photo(Attachment attachment, String caption) {
        Photo photo = new Photo(caption);
        photo.missing(text("case.photo-loading"));
        photo.setCursor(Cursor.HAND);
        photo.setOnMouseClicked(_ -> compares.accept(attachment.fileId()));
        if (attachment.simulated()) {
            photo.corner(new SimulatedTag(SimulatedTag.What.PHOTO, hall.messages()));
        }
        var _ = model.desk().lookup().file(attachment.fileId()).thenAccept(found -> {
            switch (found) {
                case Lookup.Found.Got<byte[]>(byte[] bytes) -> {
                    Image image = new Image(new ByteArrayInputStream(bytes), PHOTO_WIDTH, 0, true, true);
                    hall.fx().execute(() -> {
                        if (image.isError()) {
                            photo.missing(text("case.photo-broken"));
                        } else {
                            photo.show(image);
                        }
                    });
                }
                case Lookup.Found.Refused<byte[]>(String code, String detail) ->
                    hall.fx().execute(() -> photo.missing(detail + " " + code));
                case Lookup.Found.Unreachable<byte[]>() ->
                    hall.fx().execute(() -> photo.missing(text("case.photo-offline")));
            }
        });
        return framed(photo, caption + "  " + words.moment(attachment.addedAt(), hall.now()));
    }

    private VBox missing(String caption, String why) {
        Photo photo = new Photo(caption);
        photo.missing(text(why));
        return framed(photo, caption);
    }

    private static VBox framed(Photo photo, String caption) {
        photo.getStyleClass().add("case-photo");
        VBox box = Nodes.column("photo-box", Nodes.grow(photo), Nodes.cut(caption, "t-second", "t-plain"));
        box.setPrefWidth(1);
        box.setMinWidth(0);
        return Nodes.grow(box);
    }

    private void timeline(Case c, @Nullable List<FlowRecord> records) {
        List<TimelineRow> rows = new ArrayList<>();
        Instant now = hall.now();
        RecordWords says = new RecordWords(hall.messages(), words);
        for (FlowRecord r : records == null ? List.<FlowRecord>of() : records) {
            rows.add(new TimelineRow(words.moment(r.at(), now), words.action(r.step()), says.of(r)));
        }
        if (rows.isEmpty()) {
            timeline.getChildren()
                    .setAll(
                            new TimelineRow(
                                    words.moment(c.report().reportedAt(), now),
                                    words.source(c.report().source()),
                                    c.subject().description()),
                            EmptyState.empty(text(records != null ? "case.records-none" : "case.records-loading"))
                                    .inline());
        } else if (rows.size() != timeline.getChildren().size()
                || !rows.getFirst()
                        .getAccessibleText()
                        .equals(timeline.getChildren().getFirst().getAccessibleText())) {
            timeline.getChildren().setAll(rows);
        }
    }

    private void said(Case c) {
        said.getChildren().clear();
        said.getStyleClass().setAll("said");
        Label description = Nodes.label(
                c.subject().description().isBlank()
                        ? text("case.no-description")
                        : c.subject().description(),
                "t-body");
        description.setWrapText(true);
        said.getChildren().add(description);
        Caller caller = c.report().caller();
        if (caller != null) {
            said.getChildren()
                    .add(Nodes.cut(
                            caller.inConfidence() && caller.masked()
                                    ? text("case.caller-withheld")
                                    : hall.messages().get("case.caller", caller.name(), caller.phone()),
                            "t-second",
                            "t-plain"));
            if (caller.inConfidence()) {
                said.getChildren().add(Nodes.cut(text("case.confidential"), "t-second"));
            }
            said.getChildren()
                    .add(Nodes.cut(text(caller.callBack() ? "case.call-back" : "case.no-call-back"), "t-second"));
            called(c);
        }
        ordered(c);
        if (c.report().externalNumber() != null) {
            said.getChildren()
                    .add(Nodes.cut(
                            hall.messages().get("case.external", c.report().externalNumber()), "t-second"));
        }
        closing.getChildren().clear();
        words.criterionOf(c).ifPresent(k -> {
            Label title = Nodes.label(text("case.closing"), "section-title", "said-title");
            Label condition = Nodes.label(words.closing(k).orElse(text("case.placeholder")), "t-body");
            condition.setWrapText(true);
            closing.getChildren().addAll(title, condition);
        });
    }

    /// What the caller said about it, and which ways of the city's workflow lead back to work where they are not
    /// content.
    private void called(Case c) {
        new CallBackWords(hall.messages(), words)
                .of(c, at -> words.moment(at, hall.now()))
                .ifPresent(line -> said.getChildren().add(Nodes.cut(line, "t-body")));
        CallBack call = c.progress().calledBack();
        if (call != null && call.outcome().equals(CallBack.DISSATISFIED)) {
            String ways = model.desk()
                    .city()
                    .map(f -> f.rules().workflow())
                    .map(w -> w.waysBack(c.progress()).stream()
                            .map(words::action)
                            .collect(Collectors.joining(text("words.and"))))
                    .orElse("");
            said.getChildren()
                    .add(Nodes.cut(
                            ways.isEmpty()
                                    ? text("case.no-way-back")
                                    : hall.messages().get("case.way-back", ways),
                            "t-second"));
        }
    }

    /// An order that waits for its reply, and by when.
    private void ordered(Case c) {
        Supervision order = c.progress().supervision();
        Instant due = order == null || order.repliedAt() != null ? null : order.dueAt();
        if (order != null && due != null && c.progress().milestones().closedAt() == null) {
            said.getChildren()
                    .add(Nodes.cut(
                            hall.messages().get("case.order-due", words.moment(due, hall.now()), order.opinion()),
                            "t-second"));
        }
    }

    /// What a hand can do in this part by one key.
    Action ticks() {
        return steps.ticks();
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
