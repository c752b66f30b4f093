package org.yiping.console.ui.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.GradeBadge;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.Score;

/// What one object's score is made of: each figure with its weight, fraction, score and the points it cost; each is a
/// door to the cases by which it lost them. FX thread.
final class ObjectView {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final EvaluationModel model;
    private final EvaluationWords words;
    private final GradeBadge grade = new GradeBadge();
    private final Label name = Nodes.cut("", "t-title");
    private final Label value = Nodes.keep("", "t-count");
    private final Label second = Nodes.wrapped("", "t-second");
    private final Label known = Nodes.wrapped("", "t-second");
    private final VBox parts = Nodes.column("evaluation-parts");
    private final ScrollPane root;
    private List<Object> painted = List.of();

    ObjectView(EvaluationModel model, EvaluationWords words) {
        this.model = model;
        this.words = words;
        VBox body = Nodes.column(
                "evaluation-sheet", Nodes.row("line", grade, name, Nodes.spring(), value), second, known, parts);
        root = Nodes.drawnStraight(new ScrollPane(body));
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().add("figure-scroll");
        root.setId("evaluation/object");
        root.setAccessibleText(words.text("evaluation.tab-object"));
    }

    Region root() {
        return root;
    }

    void refresh() {
        Assessment of = model.open().orElse(null);
        Standing standing = model.standing().orElse(null);
        Nodes.show(grade, standing != null);
        if (of == null || standing == null) {
            painted = List.of();
            name.setText("");
            value.setText("");
            second.setText(words.text("evaluation.choose-object"));
            known.setText("");
            parts.getChildren().clear();
            return;
        }
        List<Object> now = List.of(of, standing);
        if (now.equals(painted)) {
            return; // nobody's focus goes while nothing changes
        }
        painted = now;
        Score score = standing.score();
        grade.show(score.grade(), EvaluationWords.place(of.yardstick().grades(), score));
        name.setText(score.name());
        value.setText(words.number(score.value()));
        value.pseudoClassStateChanged(UNKNOWN, score.value() == null);
        second.setText(place(of, standing));
        known.setText(known(of, score));
        List<Node> rows = new ArrayList<>();
        score.parts().forEach(p -> rows.add(part(of, p)));
        rows.add(all(score));
        parts.getChildren().setAll(rows);
    }

    private String place(Assessment of, Standing s) {
        String rank = s.rank() == 0
                ? words.text("evaluation.no-rank")
                : words.text("evaluation.rank", s.rank(), of.scores().size());
        Score before = s.before();
        Assessment beside = model.beside().orElse(null);
        if (before == null || beside == null) {
            return rank;
        }
        String then = words.period(beside.period(), beside.span());
        String was = words.text("evaluation.was", then, words.number(before.value()), words.change(s.change()));
        boolean alike = of.yardstick().scheme().equals(beside.yardstick().scheme())
                && of.yardstick().figures().equals(beside.yardstick().figures());
        return rank + " · " + was + (alike ? "" : " · " + words.text("evaluation.other-rules"));
    }

    private String known(Assessment of, Score score) {
        int least = of.yardstick().scheme().leastKnown();
        String said = score.value() == null
                ? words.text("evaluation.known-too-little", score.knownWeight(), least)
                : score.knownWeight() == 100
                        ? words.text("evaluation.known-all")
                        : words.text("evaluation.known-part", score.knownWeight());
        return score.cases() < of.yardstick().scheme().few()
                ? said + " · " + words.text("evaluation.few", score.cases())
                : said;
    }

    private Region part(Assessment of, Score.Part p) {
        String title = words.figure(of, p.figure().code());
        boolean unknown = p.score() == null;
        BigDecimal points = p.lost();
        Label lost = Nodes.keep(
                points == null
                        ? words.text("evaluation.none")
                        : points.signum() == 0
                                ? words.text("evaluation.lost-none")
                                : words.text("evaluation.lost-points", words.number(points)),
                "t-body",
                "t-strong");
        lost.pseudoClassStateChanged(UNKNOWN, points == null);
        lost.getStyleClass().add("evaluation-lost");
        String more = unknown
                ? words.text("evaluation.part-unknown", p.weight())
                : words.text("evaluation.part", p.weight(), words.value(p.figure()), words.number(p.score()));
        return door(
                "evaluation/figure-" + p.figure().code().value(),
                title,
                lost,
                more,
                () -> model.openCases(
                        p.figure().code(),
                        words.text(unknown ? "evaluation.cases-of" : "evaluation.cases-lost", title)));
    }

    private Region all(Score score) {
        Label count = Nodes.keep(words.text("evaluation.count", Numbers.whole(score.cases())), "t-body", "t-strong");
        String more = score.left() == 0
                ? words.text("evaluation.as-frozen")
                : words.text("evaluation.left-out", Numbers.whole(score.left()));
        return door(
                "evaluation/all-cases",
                words.text("evaluation.all-cases"),
                count,
                more,
                () -> model.openCases(null, words.text("evaluation.all-cases")));
    }

    private static Button door(String id, String title, Label right, String more, Runnable open) {
        HBox line = Nodes.row(
                "line", Nodes.cut(title, "t-body"), Nodes.spring(), right, Icons.of(Icons.OPEN, Icons.Size.ROW));
        VBox face = new VBox(line, Nodes.cut(more, "t-second"));
        face.setMinWidth(0);
        Button door = new Button();
        door.setId(id);
        door.getStyleClass().addAll("figure-door", "evaluation-part");
        door.setGraphic(face);
        face.prefWidthProperty().bind(door.widthProperty().subtract(12));
        door.setMaxWidth(Double.MAX_VALUE);
        door.setMinWidth(0);
        door.setAccessibleText(title + " " + right.getText() + " " + more);
        door.setOnAction(_ -> open.run());
        return door;
    }
}
