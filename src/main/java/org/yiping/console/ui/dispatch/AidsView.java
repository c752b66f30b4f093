package org.yiping.console.ui.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.ui.control.Tag;
import org.yiping.domain.advice.Evidence;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.DepartmentId;

/// What helps to decide: departments that fit, cameras and people near by, the place on a map. FX thread.
final class AidsView {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final String CHECK = "mdi2c-check";

    private final CaseViewModel model;
    private final Hall hall;
    private final Words words;
    private final VBox departments = new VBox();
    private final PanelHeader departmentHeader;
    private final PanelFrame departmentFrame;
    private final EvidenceWords evidence;
    private final NearbyView near;
    private final Panel inset;
    private final VBox root;
    private List<Suggestion> recommended = List.of();
    private @Nullable CaseId shownFor;
    private boolean shownTold;
    private boolean shownCounted;
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
        near = new NearbyView(model, hall);
        inset = catalogue.open("map-inset");
        root = Nodes.column("aids-column", departmentFrame);
        root.getChildren().addAll(near.frames());
        root.getChildren().add(Nodes.grow(inset.root()));
        departmentFrame.setMinHeight(Region.USE_PREF_SIZE);
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
        boolean counted = model.loads().isPresent();
        if (takes && (!c.id().equals(shownFor) || (told && !shownTold) || (counted && !shownCounted))) {
            Optional<DepartmentId> first =
                    recommended.stream().findFirst().map(r -> r.department().id());
            boolean untouched = model.choice().get().department() == null
                    || (c.id().equals(shownFor)
                            && first.equals(
                                    Optional.ofNullable(model.choice().get().department())));
            shownFor = c.id();
            shownTold = told;
            shownCounted = counted;
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
        near.tick();
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
        VBox load = new VBox();
        Suggestion.Load open = r.load();
        if (open != null) {
            load.getChildren()
                    .addAll(
                            Nodes.keep(text("aids.open", open.open()), "t-second", "t-plain"),
                            Nodes.keep(text("aids.soon", open.soon()), "t-second"));
        }
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

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
