package org.yiping.console.ui.dispatch;

// long because departments, cameras, people and map beside a case share one column and one beat

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.DataAge;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.ui.control.Tag;
import org.yiping.domain.advice.Evidence;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;

/// What helps to decide: departments that fit, cameras and people near by, the place on a map. FX thread.
final class AidsView {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double REACH_METRES = 500;
    private static final int MOST = 3;
    private static final String CHECK = "mdi2c-check";
    private static final String VEHICLE = "mdi2t-truck-outline";

    private final CaseViewModel model;
    private final Hall hall;
    private final Words words;
    private final VBox departments = new VBox();
    private final PanelHeader departmentHeader;
    private final PanelFrame departmentFrame;
    private final EvidenceWords evidence;
    private final VBox cameras = new VBox();
    private final PanelHeader cameraHeader;
    private final VBox people = new VBox();
    private final PanelHeader peopleHeader;
    private final Panel inset;
    private final VBox root;
    private List<Suggestion> recommended = List.of();
    private @Nullable CaseId shownFor;
    private boolean shownTold;
    private @Nullable CaseId nearTo;
    private @Nullable DepartmentId chosen;

    AidsView(CaseViewModel model, Hall hall, PanelCatalogue catalogue) {
        this.model = model;
        this.hall = hall;
        this.words = model.words();
        evidence = new EvidenceWords(hall.messages(), words);
        departments.getStyleClass().add("recommendations");
        departmentHeader = new PanelHeader(hall.messages(), text("aids.departments"));
        departmentFrame = new PanelFrame(departmentHeader, departments);
        cameraHeader = new PanelHeader(hall.messages(), text("aids.cameras"));
        peopleHeader = new PanelHeader(hall.messages(), text("aids.people"));
        PanelFrame cameraFrame = new PanelFrame(cameraHeader, cameras);
        PanelFrame peopleFrame = new PanelFrame(peopleHeader, people);
        inset = catalogue.open("map-inset");
        for (Region fixed : List.of(departmentFrame, cameraFrame, peopleFrame)) {
            fixed.setMinHeight(Region.USE_PREF_SIZE);
        }
        root = Nodes.column("aids-column", departmentFrame, cameraFrame, peopleFrame, Nodes.grow(inset.root()));
    }

    Region root() {
        return root;
    }

    void onShow() {
        inset.onShow();
    }

    void onHide() {
        inset.onHide();
    }

    /// Called when the case changed: the same case keeps its proposals, so that the card under the hand stays.
    void refresh() {
        Case c = model.value().orElse(null);
        if (c == null) {
            Nodes.show(departmentFrame, false);
            return;
        }
        if (!c.id().equals(nearTo)) {
            nearTo = c.id();
            tick();
        }
        boolean takes = model.takesDepartment();
        Nodes.show(departmentFrame, takes);
        boolean told = model.advice().recommendation().isPresent();
        if (takes && (!c.id().equals(shownFor) || (told && !shownTold))) {
            Optional<DepartmentId> first =
                    recommended.stream().findFirst().map(r -> r.department().id());
            boolean untouched = model.choice().get().department() == null
                    || (c.id().equals(shownFor)
                            && first.equals(
                                    Optional.ofNullable(model.choice().get().department())));
            shownFor = c.id();
            shownTold = told;
            recommended = model.recommended();
            departmentHeader.meta(text(told ? "aids.departments-meta" : "aids.departments-alone"));
            chosen = null;
            if (!recommended.isEmpty() && untouched) {
                model.choose(model.choice()
                        .get()
                        .with(recommended.getFirst().department().id()));
            }
            departments();
        } else if (!takes) {
            shownFor = null;
        }
        DepartmentId now = model.choice().get().department();
        if (!Objects.equals(now, chosen)) {
            chosen = now;
            departments();
        }
    }

    /// Called every second: positions and ages.
    void tick() {
        Position place = model.value().map(c -> c.place().position()).orElse(null);
        if (place == null) {
            String why = text(model.value().isEmpty() ? "aids.no-case" : "aids.no-place");
            cameras.getChildren().setAll(EmptyState.empty(why).inline());
            people.getChildren().setAll(EmptyState.empty(why).inline());
            return;
        }
        List<Nearby<Camera>> near = Nearby.find(
                place,
                model.desk().stores().cameras().rows().values().toList(),
                Camera::position,
                REACH_METRES,
                Integer.MAX_VALUE);
        cameraHeader.count(near.size());
        cameraHeader.meta(text("aids.within", Math.round(REACH_METRES)));
        cameras.getChildren()
                .setAll(near.stream().limit(MOST).map(n -> camera(n, place)).toList());
        List<Nearby<FieldUnit>> units = Nearby.find(
                place,
                model.desk().stores().units().rows().values().toList(),
                FieldUnit::position,
                REACH_METRES,
                Integer.MAX_VALUE);
        peopleHeader.count(units.size());
        peopleHeader.meta(text("aids.within", Math.round(REACH_METRES)));
        people.getChildren().setAll(units.stream().limit(MOST).map(this::unit).toList());
        if (near.isEmpty()) {
            cameras.getChildren()
                    .setAll(EmptyState.empty(text("aids.none-near")).inline());
        }
        if (units.isEmpty()) {
            people.getChildren().setAll(EmptyState.empty(text("aids.none-near")).inline());
        }
    }

    /// The proposed departments by their number.
    List<Action> actions(boolean keyed) {
        List<Action> all = new ArrayList<>();
        for (int i = 1; departmentFrame.isVisible() && i <= recommended.size(); i++) {
            int number = i;
            Key key = number <= Suggestion.MOST ? Key.of(KeyCode.valueOf("DIGIT" + number)) : null;
            all.add(hall.action(
                            "aids/department-" + number,
                            "case.group",
                            "aids.choose",
                            () -> choose(number),
                            number,
                            recommended.get(number - 1).department().name())
                    .on(keyed ? key : null));
        }
        return all;
    }

    private void choose(int number) {
        model.choose(model.choice()
                .get()
                .with(recommended.get(number - 1).department().id()));
    }

    private void departments() {
        departments.getChildren().clear();
        List<Evidence> notes =
                model.advice().recommendation().map(r -> r.notes()).orElse(List.of());
        notes.forEach(
                n -> departments.getChildren().add(EmptyState.empty(words(n)).inline()));
        if (recommended.isEmpty() && notes.isEmpty()) {
            departments
                    .getChildren()
                    .add(EmptyState.empty(text("aids.no-department")).inline());
        }
        for (int i = 0; i < recommended.size(); i++) {
            departments.getChildren().add(card(recommended.get(i), i + 1));
        }
    }

    private Button card(Suggestion r, int number) {
        HBox title = Nodes.row("line", Nodes.cut(r.department().name(), "t-name"));
        if (number == 1) {
            title.getChildren().add(Tag.words(text("aids.suggested")));
        }
        VBox lines = new VBox(title);
        for (Suggestion.Reason reason : r.reasons()) {
            Label line = Nodes.cut(words(reason), "t-second");
            line.setGraphic(Icons.of(CHECK, Icons.Size.TAG));
            lines.getChildren().add(line);
        }
        lines.setMinWidth(0);
        Label soon = Nodes.keep(text("aids.soon", r.load().soon()), "t-second");
        VBox load = new VBox(Nodes.keep(text("aids.open", r.load().open()), "t-second", "t-plain"), soon);
        load.setMinWidth(Region.USE_PREF_SIZE);
        load.getStyleClass().add("right-lines");
        HBox face = Nodes.row(
                "recommendation-face", Nodes.keep(Integer.toString(number), "key-cap"), Nodes.grow(lines), load);
        Button card = new Button();
        card.setId("aids/department-" + number);
        card.setGraphic(face);
        card.setMaxWidth(Double.MAX_VALUE);
        face.prefWidthProperty().bind(card.widthProperty().subtract(22));
        card.getStyleClass().add("recommendation");
        card.pseudoClassStateChanged(
                SELECTED, r.department().id().equals(model.choice().get().department()));
        card.setAccessibleText(number + " " + r.department().name());
        card.setOnAction(_ -> choose(number));
        return card;
    }

    private String words(Suggestion.Reason reason) {
        return switch (reason) {
            case Suggestion.NamesClass() ->
                text("aids.names-class", model.value().map(words::name).orElse(""));
            case Suggestion.EveryClass() -> text("aids.every-class");
            case Suggestion.CoversArea(var area) -> text("aids.covers", words.area(area));
            case Suggestion.WholeCity() -> text("aids.whole-city");
            case Suggestion.HadIt() -> text("aids.had-it");
            case Suggestion.Told(Evidence e) -> words(e);
        };
    }

    private String words(Evidence e) {
        return evidence.of(e, model.value().map(words::name).orElse(""));
    }

    private Node camera(Nearby<Camera> near, Position place) {
        Camera c = near.thing();
        String kind = text(Nearby.sees(c, place) ? "aids.sees" : "aids.sees-not");
        Label state = Nodes.keep(
                text(c.state().online() ? "aids.online" : "aids.offline"),
                "t-age",
                c.state().online() ? "t-muted" : "t-red");
        return row(
                "aids/camera-" + c.id().value(),
                c.state().online() ? Icons.CAMERA : Icons.CAMERA_OFF,
                c.name(),
                kind,
                new VBox(Nodes.keep(words.metres(near.metres()), "t-strong"), state),
                new Selection.Picked.OfCamera(c.id()));
    }

    private Node unit(Nearby<FieldUnit> near) {
        FieldUnit u = near.thing();
        DataAge age = new DataAge(hall.messages());
        Duration promise = model.desk()
                .city()
                .map(CityFacts::promises)
                .map(p -> p.of("people", Duration.ofSeconds(60)))
                .orElse(Duration.ofSeconds(60));
        age.show(
                Duration.between(u.at(), hall.now()),
                promise,
                !model.desk().stores().units().freshness().live());
        return row(
                "aids/unit-" + u.id(),
                u.kind().equals("vehicle") ? VEHICLE : Icons.PERSON,
                u.name(),
                words.unit(u.kind()),
                new VBox(Nodes.keep(words.metres(near.metres()), "t-strong"), age),
                new Selection.Picked.OfUnit(u.id()));
    }

    private Node row(String id, String icon, String name, String second, VBox right, Selection.Picked picked) {
        VBox lines = new VBox(Nodes.cut(name, "t-body"), Nodes.cut(second, "t-second"));
        lines.setMinWidth(0);
        right.getStyleClass().add("right-lines");
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox face = Nodes.row("two-line-row", Icons.of(icon, Icons.Size.CONTROL), Nodes.grow(lines), right);
        Button button = new Button();
        button.setId(id);
        button.setGraphic(face);
        button.setMaxWidth(Double.MAX_VALUE);
        face.prefWidthProperty().bind(button.widthProperty());
        button.getStyleClass().add("row-button");
        button.setAccessibleText(name + " " + second);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> model.desk().selection().pick(picked));
        return button;
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
