package org.yiping.console.ui.dispatch;

// long because one form shows every field a transition may demand

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PostCode;

/// What an action still needs, filled in above the buttons: reason, criterion, department, handler, photos. It
/// covers nothing and stops nothing; Esc goes back. FX thread.
final class ActionForm {
    private static final int MOST_CHIPS = 12;
    private static final long MOST_BYTES = 10_000_000;

    private final CaseViewModel model;
    private final Hall hall;
    private final VBox root = new VBox();
    private final Label problem = Nodes.label("", "field-error");
    private @Nullable Transition shown;

    ActionForm(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
        root.getStyleClass().add("action-form");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Nodes.show(root, false);
    }

    Region root() {
        return root;
    }

    void refresh() {
        Transition next = model.filling().get();
        if (java.util.Objects.equals(next, shown)) {
            return;
        }
        shown = next;
        Nodes.show(root, next != null);
        root.getChildren().clear();
        problem.setText("");
        if (next == null) {
            return;
        }
        root.getChildren().add(Nodes.label(text("case.fill", model.words().action(next)), "section-title"));
        List<Node> inputs = new ArrayList<>();
        for (String need : next.permission().needs()) {
            Node input = input(need);
            inputs.add(input);
            root.getChildren().add(input);
        }
        String words = model.words().action(next);
        int cases = model.marked() == 0 ? 1 : model.reached(next);
        KeyButton confirm = new KeyButton(
                        hall.messages(),
                        "case/confirm",
                        cases == 1 ? words : text("case.confirm-many", words, cases),
                        "Ctrl ↵",
                        this::confirm)
                .primary()
                .tall();
        KeyButton cancel =
                new KeyButton(hall.messages(), "case/cancel", text("case.cancel"), "Esc", model::cancel).tall();
        root.getChildren().addAll(problem, Nodes.row("line-wide", confirm, cancel));
        inputs.stream().findFirst().ifPresent(ActionForm::focus);
    }

    boolean onKey(KeyEvent e) {
        if (shown == null) {
            return false;
        }
        if (e.getCode() == KeyCode.ESCAPE) {
            model.cancel();
            return true;
        }
        if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
            confirm();
            return true;
        }
        return true; // a key of another action must not fire from under an open form
    }

    private void confirm() {
        model.confirm()
                .ifPresent(need -> problem.setText(
                        switch (need) {
                            case "reason" -> text("case.need-reason");
                            case "closing" -> text("case.need-closing");
                            case "criterion" -> text("case.need-criterion");
                            case "department" -> text("case.need-department");
                            case "handler" -> text("case.need-handler");
                            case "photos" -> text("case.need-photos");
                            case "kind" -> text("case.need-kind");
                            case "hours" -> text("case.need-hours");
                            case "until" -> text("case.need-until");
                            case "reply" -> text("case.need-reply");
                            case "survivor" -> text("case.need-survivor");
                            case "place" -> text("case.need-place");
                            default -> text("case.need-unknown", need);
                        }));
    }

    private Node input(String need) {
        return switch (need) {
            case "criterion" -> criteria();
            case "department" -> departments();
            case "handler" -> people();
            case "photos" -> photos();
            case "closing" -> closing();
            case "kind" -> kinds();
            case "hours" -> hours();
            case "until" -> until();
            case "reply" -> reply();
            case "survivor" -> new TargetInputs(model, hall).survivors();
            case "place" -> new TargetInputs(model, hall).places();
            default -> words("case.reason");
        };
    }

    private Node words(String key) {
        TextArea area = new TextArea();
        area.setId("case/reason");
        area.setPromptText(text(key));
        area.setAccessibleText(text(key));
        area.setPrefRowCount(2);
        area.setWrapText(true);
        area.textProperty().subscribe(t -> model.choose(model.choice().get().withReason(t)));
        return area;
    }

    private Choice.Asked asked() {
        return model.choice().get().asked();
    }

    private void ask(Choice.Asked next) {
        model.choose(model.choice().get().with(next));
    }

    private Node kinds() {
        FlowPane flow = chips();
        ToggleGroup group = new ToggleGroup();
        Transition transition = shown;
        for (Workflow.Kind k : transition == null
                ? List.<Workflow.Kind>of()
                : transition.permission().choices()) {
            Chip chip = chip("case/kind-" + k.code(), model.words().kind(k), group);
            chip.setOnAction(_ -> ask(asked().withKind(k.code())));
            flow.getChildren().add(chip);
        }
        return flow;
    }

    private Node hours() {
        TextField field = new TextField();
        field.setId("case/hours");
        field.setPromptText(text("case.hours"));
        field.setAccessibleText(text("case.hours"));
        field.textProperty()
                .subscribe(typed -> ask(asked().withHours(
                                typed.matches("[0-9]{1,4}") && !typed.matches("0+") ? Integer.valueOf(typed) : null)));
        return field;
    }

    /// From today to a year ahead, as the platform takes it; typed or picked.
    private Node until() {
        LocalDate today = LocalDate.ofInstant(hall.now(), model.words().zone());
        DatePicker picker = new DatePicker();
        picker.setId("case/until");
        picker.setPromptText(text("case.until"));
        picker.setAccessibleText(text("case.until"));
        picker.setDayCellFactory(_ -> new DateCell() {
            @Override
            public void updateItem(LocalDate day, boolean empty) {
                super.updateItem(day, empty);
                setDisable(empty || day.isBefore(today) || day.isAfter(today.plusYears(1)));
            }
        });
        picker.valueProperty().subscribe(day -> ask(asked().withUntil(day)));
        return picker;
    }

    private Node reply() {
        FlowPane flow = chips();
        ToggleGroup group = new ToggleGroup();
        for (boolean wanted : new boolean[] {true, false}) {
            Chip chip =
                    chip("case/reply-" + wanted, text(wanted ? "case.reply-wanted" : "case.reply-not-wanted"), group);
            chip.setOnAction(_ -> ask(asked().withReply(wanted)));
            flow.getChildren().add(chip);
        }
        return flow;
    }

    private Node closing() {
        Node area = words("case.closing-words");
        if (area instanceof TextArea typed) {
            model.value()
                    .flatMap(model.words()::criterionOf)
                    .flatMap(model.words()::closing)
                    .ifPresent(typed::setText);
        }
        return area;
    }

    private Node criteria() {
        FlowPane flow = chips();
        ToggleGroup group = new ToggleGroup();
        List<Criterion> all = model.value()
                .flatMap(model.words()::caseClass)
                .map(c -> c.criteria())
                .orElse(List.of());
        for (Criterion k : all) {
            String words = model.words().condition(k).orElse(text("case.placeholder")) + " · "
                    + model.words().limit(k.limit());
            Chip chip = chip("case/criterion-" + k.id().value(), words, group);
            chip.setOnAction(_ -> model.choose(model.choice().get().with(k.id())));
            flow.getChildren().add(chip);
            if (all.size() == 1) {
                chip.setSelected(true);
                model.choose(model.choice().get().with(k.id()));
            }
        }
        return flow;
    }

    private Node departments() {
        FlowPane flow = chips();
        TextField find = new TextField();
        find.setId("case/department-find");
        find.setPromptText(text("case.department-find"));
        find.setAccessibleText(text("case.department-find"));
        find.textProperty().subscribe(typed -> {
            ToggleGroup group = new ToggleGroup();
            flow.getChildren().clear();
            model.desk()
                    .stores()
                    .departments()
                    .rows()
                    .values()
                    .filter(d -> d.name().toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT)))
                    .sorted(Comparator.comparing(Department::name))
                    .limit(MOST_CHIPS)
                    .forEach(d -> {
                        Chip chip = chip("case/department-" + d.id().value(), d.name(), group);
                        chip.setSelected(d.id().equals(model.choice().get().department()));
                        chip.setOnAction(_ -> model.choose(model.choice().get().with(d.id())));
                        flow.getChildren().add(chip);
                    });
        });
        return new VBox(6, find, flow);
    }

    /// Who can take it: the case's department's own people, or the collectors nearest to it.
    private Node people() {
        FlowPane flow = chips();
        ToggleGroup group = new ToggleGroup();
        for (Nearby<Person> p : candidates()) {
            String words = p.thing().name()
                    + (p.metres() == Double.MAX_VALUE
                            ? ""
                            : " · " + model.words().metres(p.metres()));
            Chip chip = chip("case/person-" + p.thing().id().value(), words, group);
            chip.setOnAction(
                    _ -> model.choose(model.choice().get().with(p.thing().id())));
            flow.getChildren().add(chip);
        }
        if (flow.getChildren().isEmpty()) {
            flow.getChildren().add(Nodes.label(text("case.nobody"), "t-second"));
        }
        return flow;
    }

    private List<Nearby<Person>> candidates() {
        Case value = model.value().orElse(null);
        Transition transition = shown;
        if (value == null || transition == null) {
            return List.of();
        }
        boolean own = transition.permission().guards().contains("department");
        PostCode collector = new PostCode("collector");
        Position place = value.place().position();
        return model.desk()
                .stores()
                .people()
                .rows()
                .values()
                .filter(p -> own
                        ? java.util.Objects.equals(
                                        p.department(), value.progress().department())
                                && p.department() != null
                        : p.posts().contains(collector)
                                && p.covers(value.place().area()))
                .map(p -> new Nearby<>(p, distance(p, place)))
                .sorted(Comparator.comparingDouble((Nearby<Person> n) -> n.metres())
                        .thenComparing(n -> n.thing().name()))
                .limit(MOST_CHIPS)
                .toList();
    }

    private double distance(Person person, @Nullable Position place) {
        return place == null
                ? Double.MAX_VALUE
                : model.desk()
                        .stores()
                        .units()
                        .find(person.id().value())
                        .map(u -> place.distanceMetres(u.position()))
                        .orElse(Double.MAX_VALUE);
    }

    /// Photos are dropped onto the field from the desktop; each is kept on disk at once.
    private Node photos() {
        Label target = Nodes.label(text("case.drop-photos"), "t-second");
        target.setId("case/photos");
        target.setFocusTraversable(true);
        target.getStyleClass().add("drop-target");
        target.setMaxWidth(Double.MAX_VALUE);
        target.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
        });
        target.setOnDragDropped(e -> {
            e.setDropCompleted(e.getDragboard().hasFiles());
            e.getDragboard().getFiles().forEach(f -> attach(f, target));
        });
        return target;
    }

    private void attach(File file, Label target) {
        hall.background()
                .run(
                        () -> {
                            if (file.length() > MOST_BYTES) {
                                throw new IOException("too large");
                            }
                            String type =
                                    file.getName().toLowerCase(Locale.ROOT).endsWith(".png")
                                            ? "image/png"
                                            : "image/jpeg";
                            return model.desk()
                                    .outbox()
                                    .attach(Files.readAllBytes(file.toPath()), type)
                                    .get();
                        },
                        id -> {
                            Choice c = model.choice().get();
                            List<String> all = new ArrayList<>(c.photos());
                            all.add(id);
                            model.choose(c.withPhotos(all));
                            target.setText(text("case.photos-kept", all.size()));
                        },
                        _ -> problem.setText(text("case.photo-refused", file.getName())));
    }

    private static void focus(Node node) {
        if (node instanceof TextArea || node instanceof Label) {
            node.requestFocus();
        } else if (node instanceof VBox box && !box.getChildren().isEmpty()) {
            box.getChildren().getFirst().requestFocus();
        } else if (node instanceof FlowPane flow && !flow.getChildren().isEmpty()) {
            flow.getChildren().getFirst().requestFocus();
        }
    }

    private static FlowPane chips() {
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("chip-flow");
        return flow;
    }

    private static Chip chip(String id, String words, ToggleGroup group) {
        Chip chip = new Chip(id, words);
        chip.setToggleGroup(group);
        return chip;
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
