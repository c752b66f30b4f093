package org.yiping.console.ui.debrief;

import java.time.Duration;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Icons;

/// The strip over the whole page that says that this is the past, which moment of it, and why it stands or waits
/// (复盘). FX thread.
final class PastStrip {
    private static final PseudoClass WAITS = PseudoClass.getPseudoClass("waits");

    private final ReplayModel replay;
    private final DebriefWords words;
    private final Label moment = Nodes.keep("", "past-moment");
    private final Label age = Nodes.cut("", "t-second");
    private final Label state = Nodes.keep("", "t-body", "t-strong", "past-state");
    private final HBox root;

    PastStrip(ReplayModel replay, DebriefWords words) {
        this.replay = replay;
        this.words = words;
        Label mark = Nodes.keep(words.text("debrief.page"), "past-mark");
        mark.setGraphic(Icons.of(Icons.REPLAY, Icons.Size.CONTROL));
        root = Nodes.row("past-strip", mark, moment, age, Nodes.spring(), state);
        age.setMaxWidth(Double.MAX_VALUE);
    }

    Region root() {
        return root;
    }

    /// `now` is the present.
    void refresh(Instant now) {
        boolean any = replay.subject().isPresent();
        moment.setText(any ? words.moment(replay.now()) : words.text("debrief.none-chosen"));
        age.setText(
                any
                        ? words.text(
                                "debrief.not-live",
                                words.names().age(Duration.between(replay.now(), now)),
                                replay.subject().map(words::about).orElse(""),
                                replay.subject().map(words::span).orElse(""))
                        : words.text("debrief.choose-first"));
        state.setText(state());
        state.pseudoClassStateChanged(
                WAITS, replay.waiting() || !replay.trouble().isEmpty());
    }

    private String state() {
        if (replay.subject().isEmpty()) {
            return "";
        }
        if (!replay.trouble().isEmpty()) {
            return words.text("debrief.cut");
        }
        if (replay.coming()) {
            return words.text("debrief.coming", replay.comingCases());
        }
        if (replay.waiting()) {
            return words.text("debrief.waits", words.names().second(replay.horizon()));
        }
        return replay.playing()
                ? words.text("debrief.plays", replay.speed())
                : words.text(replay.ended() ? "debrief.ended" : "debrief.held");
    }
}
