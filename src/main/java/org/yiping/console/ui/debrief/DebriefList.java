package org.yiping.console.ui.debrief;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.FaceCell;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.DebriefId;

/// The debriefs there are, the newest first, each with how it stands. FX thread.
final class DebriefList {
    private final DebriefModel model;
    private final DebriefWords words;
    private final ListView<Debrief> list = Nodes.drawnStraight(new ListView<>());
    private boolean marking;
    private List<String> painted = List.of();
    private String why = "";
    private @Nullable DebriefId marked;

    DebriefList(DebriefModel model, DebriefWords words, Consumer<Debrief> open) {
        this.model = model;
        this.words = words;
        list.setId("debrief/list");
        list.setAccessibleText(words.text("debrief.list"));
        FaceCell.fill(list, Row::new);
        list.getSelectionModel().selectedItemProperty().subscribe(d -> {
            if (!marking && d != null && !d.id().equals(marked)) {
                marked = d.id();
                open.accept(d);
            }
        });
    }

    Region root() {
        return list;
    }

    void refresh() {
        List<Debrief> all = model.all();
        marking = true;
        if (!list.getItems().equals(all)) {
            list.getItems().setAll(all);
        }
        Optional<Debrief> opened = model.opened();
        marked = opened.map(Debrief::id).orElse(null);
        opened.ifPresentOrElse(
                d -> list.getSelectionModel().select(d),
                () -> list.getSelectionModel().clearSelection());
        marking = false;
        String none = words.text(words.desk().stores().veil().on() ? "debrief.hidden" : "debrief.none");
        if (!none.equals(why)) {
            why = none;
            list.setPlaceholder(EmptyState.empty(none));
        }
        List<String> states = all.stream().map(d -> state(d, model, words)).toList();
        if (!states.equals(painted)) {
            painted = states;
            list.refresh();
        }
    }

    /// How it stands, in words.
    static String state(Debrief d, DebriefModel model, DebriefWords words) {
        String edition = d.edition() > 1 ? words.text("debrief.edition", d.edition()) + " · " : "";
        return edition
                + d.signature()
                        .map(s -> words.text("debrief.signed-as", model.verdict(s.verdict())))
                        .orElse(words.text("debrief.under-way"))
                + " · " + words.text("debrief.comments", model.count(d.id()));
    }

    private final class Row implements FaceCell.Face<Debrief> {
        private final Label title = Nodes.cut("", "t-body", "t-strong");
        private final Label span = Nodes.cut("", "t-second");
        private final Label state = Nodes.cut("", "t-second");
        private final VBox face = Nodes.column("debrief-row", title, span, state);

        @Override
        public Region root() {
            return face;
        }

        @Override
        public String show(Debrief d) {
            title.setText(d.title());
            span.setText(words.about(d.about()) + " · " + words.span(d.about()));
            state.setText(state(d, model, words));
            return title.getText() + " " + span.getText() + " " + state.getText();
        }
    }
}
