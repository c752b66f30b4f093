package org.yiping.console.ui.map;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Clocks;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.CountdownLabel;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.LimitBar;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.console.ui.control.Tag;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.Case;
import org.yiping.domain.geo.Position;

/// A case that is picked on the map (案件卡片). All of it follows the case while it stands there, light and state as
/// well as the countdown; its parts are changed in place, so that a key pressed on it is not lost. FX thread.
final class CaseCard {
    private static final double WATCH_METRES = 500;

    private final Desk desk;
    private final Words words;
    private final Messages messages;
    private final CaseMark mark;
    private final Label name = Nodes.keep("", "t-name");
    private final HBox tags = Nodes.row("line");
    private final HBox title;
    private final Label criterion = Nodes.cut("", "t-body");
    private final CountdownLabel countdown;
    private final Label ended = Nodes.keep("", "t-name");
    private final Label state = Nodes.cut("", "t-second");
    private final LimitBar bar;
    private final Label camera = Nodes.cut("", "t-second");
    private final HBox watching;
    private List<Tag.Kind> shownTags = List.of();
    private @Nullable Camera nearest;

    CaseCard(Desk desk, Hall hall, Words words, Node close) {
        this.desk = desk;
        this.words = words;
        this.messages = hall.messages();
        mark = new CaseMark(messages, 20);
        mark.setId("map/card-mark");
        title = Nodes.row("line", mark, name, tags, Nodes.spring(), close);
        countdown = new CountdownLabel(messages);
        countdown.getStyleClass().add("card");
        state.setId("map/card-state");
        bar = new LimitBar(messages);
        bar.getStyleClass().add("wide");
        watching = Nodes.row(
                "map-card-actions",
                new KeyButton(messages, "map/card-camera", messages.get("map.watch"), "C", this::watch).low(),
                camera);
    }

    List<Node> rows() {
        return List.of(title, Nodes.row("line", criterion, Nodes.spring(), countdown, ended), state, bar, watching);
    }

    void show(Case value, Instant now) {
        CaseFace face = CaseFace.of(value, desk, words, now);
        mark.show(Clocks.shape(value.subject().kind()), Clocks.light(face.light()));
        mark.stale(face.stale());
        name.setText(face.text().name());
        tags(face, value.report().simulated());
        criterion.setText(face.text().criterion());
        boolean running = face.text().time().isEmpty();
        countdown.show(face.countdown());
        bar.show(face.countdown());
        ended.setText(face.text().time());
        Nodes.show(countdown, running);
        Nodes.show(bar, running);
        Nodes.show(ended, !running);
        state.setText(face.text().place() + " · " + words.state(value.progress().state()));
        nearest(value.place().position());
    }

    private void tags(CaseFace face, boolean simulated) {
        if (!face.tags().equals(shownTags) || tags.getChildren().isEmpty()) {
            shownTags = face.tags();
            tags.getChildren()
                    .setAll(shownTags.stream().map(k -> Tag.of(k, messages)).toList());
            if (simulated) {
                tags.getChildren().add(new SimulatedTag(SimulatedTag.What.SHORT, messages));
            }
            Nodes.show(tags, !tags.getChildren().isEmpty());
        }
    }

    private void nearest(@Nullable Position at) {
        Optional<Camera> found = at == null ? Optional.empty() : watchable(at);
        nearest = found.orElse(null);
        Nodes.show(watching, found.isPresent());
        if (at != null) {
            found.ifPresent(c -> camera.setText(c.name() + " · " + words.metres(at.distanceMetres(c.position()))));
        }
    }

    private Optional<Camera> watchable(Position at) {
        return desk.stores()
                .cameras()
                .rows()
                .values()
                .filter(c -> c.standsOnMap() && !c.state().offline())
                .min(Comparator.comparingDouble(c -> c.position().distanceMetres(at)))
                .filter(c -> c.position().distanceMetres(at) <= WATCH_METRES);
    }

    private void watch() {
        Camera shown = nearest;
        if (shown != null) {
            desk.selection().pick(new Selection.Picked.OfCamera(shown.id()));
        }
    }
}
