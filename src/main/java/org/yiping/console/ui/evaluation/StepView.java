package org.yiping.console.ui.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PendingNote;
import org.yiping.console.ui.control.PendingOverlay;
import org.yiping.console.ui.control.StagePath;
import org.yiping.console.ui.control.TimelineRow;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentCheck;
import org.yiping.domain.assessment.Move;
import org.yiping.domain.assessment.Plea;
import org.yiping.domain.assessment.Stage;
import org.yiping.domain.command.Aside;

/// How far the open edition is, every step that was taken with who, when and why, and the one that may be taken now;
/// and whether it would be counted otherwise now (流程与核对). FX thread.
final class StepView {
    private static final PseudoClass WARNS = PseudoClass.getPseudoClass("warns");
    private static final PseudoClass FAILS = PseudoClass.getPseudoClass("fails");
    private static final List<String> PATH = List.of(
            "evaluation.stage.draft",
            "evaluation.stage.review",
            "evaluation.stage.appeal",
            "evaluation.stage.correction",
            "evaluation.stage.signed",
            "evaluation.stage.published");

    private final EvaluationModel model;
    private final NamedCases cases;
    private final Hall hall;
    private final EvaluationWords words;
    private final StagePath path;
    private final Label means = Nodes.wrapped("", "t-second");
    private final Written reason;
    private final KeyButton step;
    private final KeyButton withdraw;
    private final PendingNote pending;
    private final PendingOverlay overlay = new PendingOverlay();
    private final Label problem = Nodes.whenSaid(Nodes.wrapped("", "field-error"));
    private final KeyButton check;
    private final KeyButton listed;
    private final KeyButton fresh;
    private final Label found = Nodes.whenSaid(Nodes.wrapped("", "evaluation-found"));
    private final VBox deeds = Nodes.column("evaluation-deeds");
    private final ScrollPane root;
    private List<Assessment> painted = List.of();

    /// `again` opens the form of another edition.
    StepView(EvaluationModel model, NamedCases cases, Hall hall, EvaluationWords words, Runnable again) {
        this.model = model;
        this.cases = cases;
        this.hall = hall;
        this.words = words;
        path = new StagePath(hall.messages(), PATH);
        pending = new PendingNote(hall.messages());
        reason = new Written(model.drafts(), "evaluation/reason", words.text("evaluation.reason"), "evaluation-note");
        step = button("step", "evaluation.move.submit", "Ctrl ↵", this::step);
        withdraw = button("withdraw", "evaluation.move.withdraw", "Alt W", () -> take(Move.WITHDRAW));
        check = button("check", "evaluation.check", "Alt C", model::recount);
        listed = button("check-cases", "evaluation.check-cases", "Alt L", this::list);
        fresh = button("again-edition", "evaluation.again-edition", "Alt E", again);
        FlowPane steps = new FlowPane(step, withdraw, pending);
        steps.getStyleClass().add("action-flow");
        FlowPane checks = new FlowPane(check, listed, fresh);
        checks.getStyleClass().add("action-flow");
        VBox body = Nodes.column(
                "evaluation-sheet",
                new StackPane(path, overlay),
                means,
                reason.area(),
                steps,
                problem,
                Nodes.label(words.text("evaluation.check-title"), "section-title"),
                checks,
                found,
                Nodes.label(words.text("evaluation.deeds"), "section-title"),
                deeds);
        root = Nodes.drawnStraight(new ScrollPane(body));
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().add("figure-scroll");
        root.setId("evaluation/steps");
        root.setAccessibleText(words.text("evaluation.tab-steps"));
    }

    private KeyButton button(String id, String key, String cap, Runnable act) {
        return new KeyButton(hall.messages(), "evaluation/" + id, words.text(key), cap, act);
    }

    Region root() {
        return root;
    }

    /// Words of a refused step are not lost.
    void giveBack(Aside.MoveAssessment refused) {
        reason.giveBack(refused.assessment().value(), refused.plea().reason());
    }

    private void step() {
        model.open().flatMap(a -> Steps.next(a.stage())).ifPresent(this::take);
    }

    private void take(Move move) {
        String said = reason.text();
        if (model.wantsReason(move) && said.isEmpty()) {
            problem.setText(words.text("evaluation.need-reason"));
            reason.area().requestFocus();
            return;
        }
        problem.setText("");
        String of = reason.about();
        model.move(move, Plea.of(said), kept -> {
            if (kept) {
                reason.sent(of, said);
            }
        });
    }

    private void list() {
        model.check()
                .ifPresent(c -> cases.show(cases.begin(words.text("evaluation.cases-changed")), c.total(), c.cases()));
    }

    void refresh() {
        Assessment a = model.open().orElse(null);
        Nodes.show(root.getContent(), a != null);
        if (a == null) {
            return;
        }
        boolean sent = model.delivery().isPresent();
        path.show(Steps.place(a.stage()), List.of());
        overlay.show(sent);
        Move next = Steps.next(a.stage()).orElse(null);
        Nodes.show(step, next != null);
        Nodes.show(withdraw, a.stage().isOpen());
        Nodes.show(reason.area(), a.stage().isOpen());
        reason.about(a.id().value());
        means.setText(means(a, next));
        if (next != null) {
            step.words(words.move(next));
            step.forbid(model.refusal(next));
            step.getStyleClass().remove("primary");
            if (step.allowed()) {
                step.getStyleClass().add("primary"); // blue is what may be pressed
            }
            withdraw.forbid(model.refusal(Move.WITHDRAW));
        }
        checks(a);
        if (!painted.equals(List.of(a))) {
            painted = List.of(a);
            deeds(a);
        }
        tick();
    }

    /// What the next step means, or why it may not be taken.
    private String means(Assessment a, @Nullable Move next) {
        String until = a.appealsUntil() == null ? "" : words.stamp(a.appealsUntil());
        if (next == null) {
            return switch (a.stage()) {
                case REPLACED -> words.text("evaluation.is-replaced");
                case WITHDRAWN -> words.text("evaluation.is-withdrawn");
                default -> words.text("evaluation.is-published");
            };
        }
        String why = model.refusal(next);
        String then = switch (next) {
            case SUBMIT -> words.text("evaluation.then-submit");
            case OPEN_APPEALS ->
                words.text("evaluation.then-appeals", a.yardstick().appealDays());
            case CLOSE_APPEALS -> words.text("evaluation.then-close", until);
            case SIGN -> words.text("evaluation.then-sign");
            default -> words.text("evaluation.then-publish");
        };
        return why.isEmpty() ? then : why + " · " + then;
    }

    private void checks(Assessment a) {
        AssessmentCheck c = model.check().orElse(null);
        check.pending(model.isChecking());
        Nodes.show(listed, c != null && c.total() > 0);
        Nodes.show(fresh, c != null && c.total() > 0 && !a.stage().isOpen());
        if (c == null) {
            found.setText("");
            return;
        }
        String at = words.stamp(c.at());
        found.setText(
                !c.equal()
                        ? words.text("evaluation.check-fails", at)
                        : c.total() == 0
                                ? words.text("evaluation.check-same", at)
                                : words.text(
                                        a.stage() == Stage.PUBLISHED
                                                ? "evaluation.check-late-published"
                                                : "evaluation.check-late",
                                        at,
                                        c.total()));
        found.pseudoClassStateChanged(FAILS, !c.equal());
        found.pseudoClassStateChanged(WARNS, c.equal() && c.total() > 0);
    }

    private void deeds(Assessment a) {
        List<Node> rows = new ArrayList<>();
        for (Assessment.Deed d : a.deeds().reversed()) {
            String about = "";
            if (d.object() != null) {
                about = " · " + a.score(d.object()).map(s -> s.name()).orElse(d.object());
            }
            if (d.before() != null || d.after() != null) {
                about += words.text("evaluation.from-to", words.number(d.before()), words.number(d.after()));
            }
            rows.add(row(words.stamp(d.at()), words.move(d.move()), words.who(d.by()) + about + why(d.reason())));
        }
        rows.add(row(
                words.stamp(a.at()),
                words.text("evaluation.ran"),
                words.who(a.by()) + " · "
                        + words.text("evaluation.ran-of", a.yardstick().version()) + why(a.reason())));
        deeds.getChildren().setAll(rows);
    }

    private static Node row(String at, String what, String detail) {
        return new TimelineRow(at, what, detail);
    }

    private static String why(String reason) {
        return reason.isBlank() ? "" : " · " + reason;
    }

    void tick() {
        Delivery on = model.delivery().orElse(null);
        Nodes.show(pending, on != null);
        if (on != null && on.command() instanceof Aside.MoveAssessment c) {
            pending.show(
                    words.text("evaluation.under-way", words.move(c.move())),
                    Duration.between(on.queuedAt(), hall.now()));
        }
    }
}
