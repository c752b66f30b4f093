package org.yiping.console.ui.cases;

// long because every field of a call stands here, with the way from one to the next

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.ui.control.TypedText;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.geo.Position;

/// The form for a new case in the queue's place, its fields in the order a call brings them; Esc goes
/// back and keeps what was written. FX thread.
final class IntakeForm {
    private final IntakeViewModel model;
    private final Messages messages;
    private final Runnable close;
    private final Finder<CaseClass> classes;
    private final Finder<PlaceFinder.Spot> places;
    private final TextArea description = Nodes.drawnStraight(new TextArea());
    private final TextField caller = new TextField();
    private final TextField phone = new TextField();
    private final CheckBox callBack = new CheckBox();
    private final CheckBox confidential = new CheckBox();
    private final CheckBox walkIn = new CheckBox();
    private final VBox similar = new VBox();
    private final PanelHeader header;
    private final PanelFrame frame;
    private final Subscriptions subscriptions = new Subscriptions();

    /// Where the map's clicks come from.
    IntakeForm(IntakeViewModel model, Messages messages, Selection selection, Runnable close) {
        this.model = model;
        this.messages = messages;
        this.close = close;
        classes = new Finder<>(
                messages,
                new Finder.Name("intake/class", messages.get("intake.class"), messages.get("intake.class-hint")),
                model.classes(),
                new Finder.Face<>(model::name, model::group),
                new Finder.Taking<>(
                        model::typedClass, this::taken, () -> places().field().requestFocus()));
        places = new Finder<>(
                messages,
                new Finder.Name("intake/place", messages.get("intake.place"), messages.get("intake.place-hint")),
                model.places().found(),
                new Finder.Face<>(PlaceFinder.Spot::name, PlaceFinder.Spot::beside),
                new Finder.Taking<>(model::typedPlace, this::taken, description::requestFocus));
        Label problem = new Label();
        problem.getStyleClass().add("field-error");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problem());
        similar.getStyleClass().add("lines");
        model.similar().found().subscribe(this::similar);
        VBox fields = new VBox(
                classes.root(),
                places.root(),
                similar,
                area(),
                field("intake/caller", messages.get("intake.caller"), messages.get("intake.caller-hint"), caller),
                check("intake/call-back", "intake.call-back", callBack),
                check("intake/confidential", "intake.confidential", confidential),
                field("intake/phone", messages.get("intake.phone"), messages.get("intake.phone-hint"), phone),
                check("intake/walk-in", "intake.walk-in", walkIn));
        fields.getStyleClass().add("form");
        Pane over = new Pane(classes.list(), places.list());
        over.setPickOnBounds(false);
        ScrollPane body = Nodes.drawnStraight(new ScrollPane(new StackPane(fields, over)));
        body.setFitToWidth(true);
        body.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        header = new PanelHeader(messages, messages.get("intake.title"));
        frame = new PanelFrame(header, body);
        VBox foot = new VBox(problem, buttons());
        foot.getStyleClass().add("form-foot");
        frame.foot(foot);
        Nodes.whenSaid(problem);
        InSight.keep(body);
        frame.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        fill(model.sheet());
        follow();
        Selection.Picked before = selection.picked();
        subscriptions.add(selection.subscribe(p -> {
            if (!p.equals(before)) {
                picked(p);
            }
        }));
    }

    private Finder<PlaceFinder.Spot> places() {
        return places;
    }

    private HBox buttons() {
        KeyButton submit = new KeyButton(
                        messages, "intake/submit", messages.get("intake.submit"), "Ctrl ↵", this::submit)
                .primary()
                .tall();
        KeyButton back =
                new KeyButton(messages, "intake/cancel", messages.get("intake.cancel"), "Esc", this::leave).tall();
        KeyButton drop = new KeyButton(messages, "intake/drop", messages.get("intake.drop"), "", this::drop)
                .tall()
                .flat();
        if (model.action().isEmpty()) {
            submit.forbid(messages.get("intake.not-allowed"));
        }
        HBox buttons = new HBox(submit, back, drop);
        buttons.getStyleClass().add("line-wide");
        return buttons;
    }

    private void fill(IntakeSheet sheet) {
        CaseClass subject = model.subject().get();
        classes.write(subject == null ? "" : model.name(subject));
        places.write(sheet.address());
        description.setText(sheet.description());
        caller.setText(sheet.reporter().name());
        phone.setText(sheet.reporter().phone());
        callBack.setSelected(sheet.reporter().callBack());
        confidential.setSelected(sheet.reporter().confidential());
        walkIn.setSelected(sheet.origin().walkIn());
        Nodes.show(walkIn, sheet.origin().call().isEmpty());
        boolean called = !sheet.origin().call().isEmpty();
        header.meta(
                sheet.written()
                        ? messages.get("intake.restored")
                        : called
                                ? messages.get(
                                        "intake.of-call", sheet.reporter().phone())
                                : "");
    }

    /// From here on what is written is kept.
    private void follow() {
        for (TextInputControl text :
                new TextInputControl[] {classes.field(), places.field(), description, caller, phone}) {
            TypedText.of(text).addListener((_, _, _) -> edited());
        }
        for (CheckBox box : new CheckBox[] {callBack, confidential, walkIn}) {
            box.selectedProperty().subscribe(_ -> edited());
        }
        model.subject().subscribe(_ -> edited());
        model.at().subscribe(_ -> edited());
    }

    private void edited() {
        CaseClass subject = model.subject().get();
        classes.say(
                subject != null
                        ? model.name(subject) + " · " + model.group(subject)
                        : classes.text().isBlank() ? "" : messages.get("intake.class-open"));
        Position at = model.at().get();
        places.say(at != null ? model.where(at) : places.text().isBlank() ? "" : messages.get("intake.words-only"));
        model.edited(sheet());
    }

    private IntakeSheet sheet() {
        CaseClass subject = model.subject().get();
        return new IntakeSheet(
                subject == null ? "" : subject.code().value(),
                description.getText(),
                places.text(),
                model.at().get(),
                new IntakeSheet.Reporter(
                        caller.getText(), phone.getText(), callBack.isSelected(), confidential.isSelected()),
                new IntakeSheet.Origin(model.sheet().origin().call(), walkIn.isSelected()));
    }

    private void taken(CaseClass value) {
        classes.write(model.name(value));
        model.choose(value);
    }

    /// Words somebody typed stay; a code or a position is no address.
    private void taken(PlaceFinder.Spot spot) {
        if (spot.named().isEmpty()) {
            places.write("");
        }
        model.choose(spot.at());
    }

    /// A click on the map where nothing stands.
    private void picked(Selection.Picked picked) {
        if (picked instanceof Selection.Picked.OfPoint(var at)) {
            model.choose(at);
        }
    }

    private void similar() {
        similar.getChildren()
                .setAll(model.similar().found().stream()
                        .map(t -> new SimilarRow(model.similar(), t))
                        .toList());
    }

    Region root() {
        return frame;
    }

    void focusFirst() {
        frame.applyCss(); // a scroll pane has its content only when it is dressed
        classes.field().requestFocus();
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE && !offers()) {
            leave();
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
            submit();
            e.consume();
        } else if (e.getCode() == KeyCode.TAB && description.equals(e.getTarget()) && !e.isShortcutDown()) {
            (e.isShiftDown() ? places.field() : caller).requestFocus(); // a tab is no part of any description
            e.consume();
        }
    }

    private boolean offers() {
        return classes.list().isVisible() || places.list().isVisible();
    }

    private void submit() {
        if (model.register(sheet())) {
            gone();
        }
    }

    /// What was written stays when nobody looks any more.
    void keep() {
        model.keep();
    }

    /// Goes back to the queue; what was written is a draft.
    void leave() {
        model.keep();
        gone();
    }

    private void drop() {
        model.drop();
        gone();
    }

    private void gone() {
        subscriptions.close();
        close.run();
    }

    private static VBox field(String id, String name, String hint, TextField field) {
        Label words = Nodes.label(name, "field-label");
        words.setLabelFor(field);
        field.setId(id);
        field.setPromptText(hint);
        field.setAccessibleText(name);
        return new VBox(words, field);
    }

    private CheckBox check(String id, String key, CheckBox box) {
        box.setText(messages.get(key));
        box.setId(id);
        return box;
    }

    private VBox area() {
        Label words = Nodes.label(messages.get("intake.description"), "field-label");
        words.setLabelFor(description);
        description.setId("intake/description");
        description.setAccessibleText(messages.get("intake.description"));
        description.setPrefRowCount(3);
        description.setWrapText(true);
        return new VBox(words, description);
    }
}
