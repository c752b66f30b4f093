package org.yiping.console.ui.assessment;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.assessment.Draft.Gap;
import org.yiping.console.ui.assessment.Draft.Verdict;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PendingNote;

/// Verdict, note and the button that submits them; while one review is on its way, its wait instead. FX thread.
final class ReviewForm {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final ReviewViewModel model;
    private final Hall hall;
    private final Map<Verdict, KeyButton> verdicts = new EnumMap<>(Verdict.class);
    private final TextArea note = Nodes.drawnStraight(new TextArea());
    private final KeyButton submit;
    private final Label says = Nodes.cut("", "t-second");
    private final PendingNote pending;
    private final VBox root;

    ReviewForm(ReviewViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
        HBox choice = Nodes.row("line", Nodes.keep(text("assessment.verdict"), "t-second"));
        for (Verdict verdict : Verdict.values()) {
            KeyButton button = new KeyButton(
                            hall.messages(),
                            "assessment/verdict-" + verdict.name().toLowerCase(Locale.ROOT),
                            word(verdict),
                            verdict.key(),
                            () -> model.verdict(verdict))
                    .tall();
            button.getStyleClass().add("assessment-verdict");
            verdicts.put(verdict, button);
            choice.getChildren().add(button);
        }
        note.setId("assessment/note");
        note.setPromptText(text("assessment.note"));
        note.setAccessibleText(text("assessment.note"));
        note.setWrapText(true);
        note.setPrefRowCount(3);
        note.setPrefColumnCount(12); // the form gives it its width; large letters must not ask for more
        note.getStyleClass().add("assessment-note");
        note.textProperty().subscribe(model::note);
        submit = new KeyButton(hall.messages(), "assessment/submit", text("assessment.submit"), "Ctrl ↵", model::submit)
                .tall();
        pending = new PendingNote(hall.messages());
        root = Nodes.column("action-bar", choice, note, Nodes.row("line", submit, pending, Nodes.grow(says)));
    }

    Region root() {
        return root;
    }

    void refresh() {
        Draft draft = model.draft();
        Gap gap = model.gap();
        boolean mayJudge = gap != Gap.OTHER_POST && gap != Gap.PENDING;
        verdicts.forEach((verdict, button) -> {
            button.pseudoClassStateChanged(SELECTED, verdict == draft.verdict());
            if (mayJudge) {
                button.allow();
            } else {
                button.forbid(why(gap));
            }
        });
        if (!draft.note().equals(note.getText())) {
            note.setText(draft.note());
        }
        note.setEditable(mayJudge);
        if (gap == Gap.NONE || gap == Gap.PENDING) {
            submit.allow();
        } else {
            submit.forbid(why(gap));
        }
        // Blue is what may be pressed: a refused button is not the one to press.
        submit.getStyleClass().remove("primary");
        if (gap == Gap.NONE) {
            submit.getStyleClass().add("primary");
        }
        submit.pending(gap == Gap.PENDING);
        says.setText(gap == Gap.NONE ? text("assessment.then") : why(gap));
        tick();
    }

    void tick() {
        Delivery on = model.pending().orElse(null);
        Nodes.show(pending, on != null);
        if (on != null) {
            pending.show(model.words().reviewing(), Duration.between(on.queuedAt(), hall.now()));
        }
    }

    /// The word of an open code; one this version does not know is shown as it is.
    String verdict(String code) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.code().equals(code)) {
                return word(verdict);
            }
        }
        return hall.messages().get("words.unknown-code", code);
    }

    private String word(Verdict verdict) {
        return switch (verdict) {
            case SOUND -> text("assessment.sound");
            case DOUBTFUL -> text("assessment.doubtful");
            case WRONG -> text("assessment.wrong");
        };
    }

    private String why(Gap gap) {
        return switch (gap) {
            case NONE -> "";
            case OTHER_POST -> text("assessment.other-post");
            case PENDING -> text("assessment.pending");
            case VERDICT -> text("assessment.need-verdict");
            case NOTE -> text("assessment.need-note");
        };
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
