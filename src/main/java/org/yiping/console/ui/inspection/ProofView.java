package org.yiping.console.ui.inspection;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.inspection.Inspection;
import org.yiping.domain.inspection.InspectionDraw;
import org.yiping.domain.inspection.InspectionPlan;
import org.yiping.domain.inspection.InspectionProof;

/// The draw and why it could be no other (抽样与复核): what was frozen, what it was made from, and the platform's
/// second reckoning step by step. FX thread.
final class ProofView {
    private static final PseudoClass FAILS = PseudoClass.getPseudoClass("fails");

    private final InspectionModel model;
    private final InspectionWords words;
    private final VBox body = Nodes.column("inspection-score");
    private final KeyButton draw;
    private final KeyButton prove;
    private final VBox root;

    ProofView(InspectionModel model, Hall hall, InspectionWords words) {
        this.model = model;
        this.words = words;
        draw = new KeyButton(hall.messages(), "inspection/draw", words.text("inspection.draw"), "", model::draw)
                .low()
                .primary();
        prove = new KeyButton(hall.messages(), "inspection/prove", words.text("inspection.prove"), "", model::prove)
                .low();
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(body));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("figure-scroll");
        root = Nodes.column("inspection-sheet", Nodes.grow(scroll), Nodes.row("line", draw, prove));
    }

    Region root() {
        return root;
    }

    void refresh() {
        List<Node> parts = new ArrayList<>();
        Inspection open = model.open().orElse(null);
        Nodes.show(draw, open != null && open.draw() == null);
        Nodes.show(prove, open != null && open.draw() != null);
        if (open == null) {
            body.getChildren().clear();
            return;
        }
        if (model.mayInspect()) {
            draw.allow();
        } else {
            draw.forbid(words.text("inspection.other-post"));
        }
        InspectionPlan plan = open.plan();
        InspectionDraw drawn = open.draw();
        parts.add(wrapped(words.text(drawn == null ? "inspection.not-drawn" : "inspection.drawn", open.revision())));
        parts.add(fact("inspection.frame", plan.frame()));
        parts.add(fact("inspection.commitment", open.commitment()));
        if (drawn != null) {
            parts.add(fact("inspection.seed", drawn.seed()));
            parts.add(fact("inspection.algorithm", drawn.algorithm()));
        }
        model.proof().ifPresent(p -> parts.addAll(proof(p)));
        parts.add(Nodes.label(words.text("inspection.strata"), "t-body", "t-strong"));
        for (InspectionPlan.Stratum s : plan.strata()) {
            parts.add(Nodes.row(
                    "line",
                    Nodes.grow(Nodes.cut(
                            words.kind(plan.set(), s.kind()) + " · "
                                    + words.names().area(s.area()),
                            "t-body")),
                    Nodes.keep(words.text("inspection.stratum", s.drawn(), s.size()), "t-second")));
        }
        body.getChildren().setAll(parts);
    }

    private List<Node> proof(InspectionProof proof) {
        List<Node> steps = new ArrayList<>();
        steps.add(step(
                words.text(proof.holds() ? "inspection.holds" : "inspection.fails", proof.frameSize()), proof.holds()));
        steps.add(step(words.text("inspection.step-frame"), proof.frame()));
        steps.add(step(words.text("inspection.step-strata"), proof.strata()));
        steps.add(step(words.text("inspection.step-commitment"), proof.commitment()));
        steps.add(step(words.text("inspection.step-seed"), proof.seed()));
        steps.add(step(
                proof.differs() < 0
                        ? words.text("inspection.step-points")
                        : words.text("inspection.differs", proof.differs() + 1),
                proof.differs() < 0));
        steps.add(wrapped(words.text("inspection.others", proof.others())));
        return steps;
    }

    private static Label step(String text, boolean holds) {
        Label label = Nodes.label((holds ? "✓ " : "✗ ") + text, "inspection-step");
        label.setWrapText(true);
        label.pseudoClassStateChanged(FAILS, !holds);
        return label;
    }

    /// To be marked and copied.
    private VBox fact(String key, String value) {
        TextField field = new TextField(value);
        field.setEditable(false);
        field.setId("inspection/" + key.substring(key.indexOf('.') + 1));
        field.setAccessibleText(words.text(key));
        field.getStyleClass().add("inspection-hash");
        return Nodes.column("section", Nodes.label(words.text(key), "field-label"), field);
    }

    private static Label wrapped(String text) {
        Label label = Nodes.label(text, "t-second");
        label.setWrapText(true);
        return label;
    }
}
