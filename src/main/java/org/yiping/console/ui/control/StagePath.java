package org.yiping.console.ui.control;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.yiping.console.fx.Messages;

/// The path of a case through its six stages (收集 立案 派遣 处置 反馈 核查结案): where it is and when it passed.
///
/// JavaFX thread.
public final class StagePath extends HBox {
    private static final List<String> STAGES = List.of(
            "control.stage.collect",
            "control.stage.file",
            "control.stage.dispatch",
            "control.stage.handle",
            "control.stage.feedback",
            "control.stage.archive");
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

    private final Messages messages;
    private final List<String> stages;

    public StagePath(Messages messages) {
        this(messages, STAGES);
    }

    /// A path of other stages, by the keys of their words (评价：草案至发布).
    public StagePath(Messages messages, List<String> stages) {
        this.messages = messages;
        this.stages = List.copyOf(stages);
        getStyleClass().add("stage-path");
        show(0, List.of());
    }

    /// `now` counts from 0, as many as there are when all is done; `notes` are times or the state's word, one a stage,
    /// as many as known.
    public void show(int now, List<String> notes) {
        getChildren().clear();
        for (int i = 0; i < stages.size(); i++) {
            getChildren().add(stage(i, now, i < notes.size() ? notes.get(i) : ""));
        }
    }

    private HBox stage(int i, int now, String note) {
        String words = messages.get(stages.get(i));
        Label name = Words.kept(words, "stage-name");
        Label small = Words.label(note, "stage-note");
        HBox stage = new HBox(name, small);
        stage.getStyleClass().add("stage");
        stage.pseudoClassStateChanged(PAST, i < now);
        stage.pseudoClassStateChanged(NOW, i == now);
        String where = i < now ? "control.stage.past" : i == now ? "control.stage.now" : "control.stage.coming";
        stage.setAccessibleText(messages.get("control.stage.name", words, messages.get(where) + " " + note));
        stage.setMaxWidth(Double.MAX_VALUE);
        // Equal shares: bars of different length would look like progress.
        stage.setPrefWidth(1);
        setHgrow(stage, Priority.ALWAYS);
        return stage;
    }
}
