package org.yiping.console.ui.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Clocks;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.CountdownLabel;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.console.ui.control.StagePath;
import org.yiping.console.ui.control.Tag;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Milestones;
import org.yiping.domain.casework.Workflow;

/// The head of the open case: mark, name, number, countdown with its span, and the path of six stages. FX thread.
final class CaseHead {
    private final Messages messages;
    private final Words words;
    private final CaseMark mark;
    private final Label name = Nodes.label("", "t-title");
    private final Label criterion = Nodes.cut("", "t-body", "case-criterion");
    private final HBox tags = Nodes.row("line");
    private final Label second = Nodes.cut("", "t-second");
    private final Label who = Nodes.whenSaid(Nodes.keep("", "t-second", "t-accent"));
    private final Label clockName = Nodes.cut("", "t-second");
    private final CountdownLabel countdown;
    private final Label ended = Nodes.keep("", "t-count");
    private final Label span = Nodes.cut("", "t-second");
    private final StagePath path;
    private final VBox root;

    /// `ways` are the ways out of the house for a case: paper and a document.
    CaseHead(Messages messages, Words words, Node ways) {
        this.messages = messages;
        this.words = words;
        mark = new CaseMark(messages, 28);
        countdown = new CountdownLabel(messages);
        countdown.getStyleClass().add("large");
        countdown.setMinWidth(Region.USE_PREF_SIZE);
        path = new StagePath(messages);
        tags.setMinWidth(Region.USE_PREF_SIZE);
        who.setId("case/who");
        VBox left = new VBox(Nodes.row("line", name, criterion, tags), Nodes.row("line", second, ways, who));
        left.setMinWidth(0);
        // the criterion is cut first, and the name only where it would come to lie on the clock
        name.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(
                                name.prefWidth(-1),
                                Math.max(
                                        0,
                                        left.getWidth()
                                                - tags.getWidth()
                                                - name.getFont().getSize())),
                        left.widthProperty(),
                        tags.widthProperty(),
                        name.textProperty(),
                        name.fontProperty()));
        VBox right = new VBox(Nodes.row("line-right", clockName, countdown, ended), Nodes.row("line-right", span));
        right.setMinWidth(Region.USE_PREF_SIZE); // the clock is never cut
        HBox line = Nodes.row("case-head-line", mark, Nodes.grow(left), right);
        root = Nodes.column("case-head", line, path);
    }

    Region root() {
        return root;
    }

    void show(CaseFace face, @Nullable Workflow workflow, Instant now) {
        Case c = face.value();
        mark.show(Clocks.shape(c.subject().kind()), Clocks.light(face.light()));
        mark.stale(face.stale());
        name.setText(face.text().name());
        criterion.setText(face.text().criterion());
        Nodes.show(criterion, !face.text().criterion().isEmpty());
        tags.getChildren()
                .setAll(face.tags().stream().map(k -> Tag.of(k, messages)).toList());
        if (c.report().simulated()) {
            tags.getChildren().add(new SimulatedTag(SimulatedTag.What.CASE, messages));
        }
        second.setText(messages.get(
                "case.second",
                c.head().number().value(),
                words.kind(c.subject().kind()),
                c.subject().classCode().value(),
                words.source(c.report().source())));
        boolean running = face.text().time().isEmpty();
        Nodes.show(countdown, running);
        Nodes.show(ended, !running);
        ended.setText(face.text().time());
        clockName.setText(c.runningClock()
                .map(k -> messages.get("case.limit-of", words.stage(k.stage())))
                .orElse(""));
        if (workflow != null) {
            path.show(stage(c, workflow), notes(c, now));
        }
        tick(face, now);
    }

    void tick(CaseFace face, Instant now) {
        who.setText(words.seats().head(face.value().id(), now));
        countdown.show(face.countdown());
        mark.show(Clocks.shape(face.value().subject().kind()), Clocks.light(face.light()));
        span.setText(face.value()
                .runningClock()
                .map(k -> messages.get(
                        "case.span",
                        words.moment(k.startedAt(), now),
                        words.moment(k.dueAt(), now),
                        Math.round(Clocks.used(k, now) * 100)))
                .orElse(""));
    }

    /// 0 … 5 on the path, 6 when all is done.
    private static int stage(Case c, Workflow workflow) {
        Workflow.State state = workflow.find(c.progress().state()).orElse(null);
        if (state == null) {
            return 0;
        }
        return switch (state.ending()) {
            case CLOSED, VOIDED -> 6;
            case OPEN, PAUSED ->
                switch (state.stage().value()) {
                    case "create" -> 1;
                    case "dispatch" -> 2;
                    case "handle" -> 3;
                    case "feedback" -> 4;
                    case "check" -> 5;
                    default -> 0;
                };
        };
    }

    private List<String> notes(Case c, Instant now) {
        Milestones m = c.progress().milestones();
        List<String> notes = new ArrayList<>();
        notes.add(minute(c.report().reportedAt(), now));
        notes.add(minute(m.filedAt(), now));
        notes.add(minute(m.dispatchedAt(), now));
        notes.add(minute(m.finishedAt(), now));
        notes.add(minute(m.checkedAt(), now));
        notes.add(minute(m.closedAt(), now));
        return notes;
    }

    private String minute(@Nullable Instant at, Instant now) {
        return at == null ? "" : words.shortMoment(at, now);
    }
}
