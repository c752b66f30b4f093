package org.yiping.console.ui.inspection;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.inspection.Inspection;
import org.yiping.domain.inspection.InspectionScore;

/// What the inspection comes to by dimension, how sure that is, what nothing is known of, and what it was last
/// time. A dimension opens the points whose cards have a mark in it. FX thread.
final class ScoreView {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final InspectionModel model;
    private final InspectionWords words;
    private final VBox body = Nodes.column("inspection-score");
    private final ScrollPane root = Nodes.drawnStraight(new ScrollPane(body));

    ScoreView(InspectionModel model, InspectionWords words) {
        this.model = model;
        this.words = words;
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().add("figure-scroll");
        root.setId("inspection/score");
        root.setAccessibleText(words.text("inspection.score"));
    }

    Region root() {
        return root;
    }

    void refresh() {
        body.getChildren().clear();
        Inspection open = model.open().orElse(null);
        if (open == null) {
            return;
        }
        InspectionScore score = open.score();
        Label total = Nodes.keep(words.score(score.total()), "inspection-total");
        total.pseudoClassStateChanged(UNKNOWN, score.total() == null);
        String known = score.total() == null
                ? words.text("inspection.total-none")
                : score.known() < 1
                        ? words.text("inspection.total-known", InspectionWords.percent(score.known()))
                        : words.text("inspection.total-all");
        body.getChildren()
                .add(Nodes.row(
                        "figure-number", total, Nodes.cut(words.text("inspection.total") + " · " + known, "t-second")));
        body.getChildren()
                .add(Nodes.label(
                        words.text("inspection.so-far", score.done(), score.points(), score.replies()), "t-second"));
        Inspection.Before before = open.before();
        Label last = Nodes.label(
                before == null
                        ? words.text("inspection.no-before")
                        : words.text(
                                "inspection.before",
                                before.name(),
                                words.score(before.score().total())),
                "t-second");
        last.setWrapText(true);
        body.getChildren().add(last);
        for (InspectionScore.Part part : score.parts()) {
            body.getChildren().add(part(open, part));
        }
        Label how = Nodes.label(words.text("inspection.how", open.plan().set().small()), "t-second");
        how.setWrapText(true);
        Label basis = Nodes.label(
                (open.plan().set().sample() ? words.text("inspection.sample") + " · " : "")
                        + open.plan().set().version() + " · "
                        + open.plan().set().basis(),
                "t-second");
        basis.setWrapText(true);
        body.getChildren().addAll(how, basis);
    }

    private Region part(Inspection open, InspectionScore.Part part) {
        Label name = Nodes.keep(words.dimension(open.plan().set(), part.dimension()), "t-body", "t-strong");
        Label score = Nodes.keep(words.score(part.score()), "inspection-part-score");
        score.pseudoClassStateChanged(UNKNOWN, part.score() == null);
        Label change = Nodes.keep(change(open, part), "t-second");
        VBox line = new VBox(
                Nodes.row("line", name, Nodes.spring(), change, score),
                new Scale(part.score(), part.lower(), part.upper()),
                Nodes.cut(sure(part), "t-second"));
        line.getStyleClass().add("inspection-part");
        Button door = new Button();
        door.setId("inspection/part-" + part.dimension());
        door.getStyleClass().add("figure-door");
        door.setGraphic(line);
        door.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        door.setMaxWidth(Double.MAX_VALUE);
        door.setMinWidth(0);
        door.widthProperty().subscribe(w -> line.setPrefWidth(Math.max(0, w.doubleValue() - 4)));
        door.setAccessibleText(words.text("inspection.part-door", name.getText(), score.getText()));
        door.pseudoClassStateChanged(SELECTED, part.dimension().equals(model.dimension()));
        door.setOnAction(_ -> model.only(part.dimension()));
        return door;
    }

    private String sure(InspectionScore.Part part) {
        if (part.score() == null) {
            return words.text("inspection.part-none");
        }
        String of = words.text("inspection.part", words.interval(part), part.of());
        String unknown = part.unknown() > 0
                ? " · " + words.text("inspection.unknown", InspectionWords.percent(part.unknown()))
                : "";
        return of + unknown + (part.small() ? " · " + words.text("inspection.small") : "");
    }

    /// Against last time; a difference within both intervals is no difference.
    private String change(Inspection open, InspectionScore.Part part) {
        InspectionScore.Part last = Optional.ofNullable(open.before())
                .flatMap(b -> b.score().parts().stream()
                        .filter(p -> p.dimension().equals(part.dimension()))
                        .findFirst())
                .orElse(null);
        if (last == null || last.score() == null || part.score() == null) {
            return "";
        }
        double by = part.score() - last.score();
        String said = String.format(Locale.ROOT, "%+.1f", by);
        boolean apart = last.lower() != null
                && last.upper() != null
                && part.lower() != null
                && part.upper() != null
                && (part.lower() > last.upper() || part.upper() < last.lower());
        return apart ? said : words.text("inspection.within", said);
    }
}
