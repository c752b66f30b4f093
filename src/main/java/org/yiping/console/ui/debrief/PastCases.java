package org.yiping.console.ui.debrief;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.CaseCell;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.RecordWords;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.MarkLight;
import org.yiping.console.ui.control.MarkShape;
import org.yiping.console.ui.control.TimelineRow;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;

/// The cases under way at the replay's moment with their lights of then, and the picked one's history up to it. FX
/// thread.
final class PastCases {
    private final ReplayModel replay;
    private final Hall hall;
    private final DebriefWords says;
    private final Words words;
    private final Label open = Nodes.keep("", "debrief-count");
    private final Label yellow = Nodes.keep("", "debrief-count");
    private final Label red = Nodes.keep("", "debrief-count");
    private final ListView<Case> list = Nodes.drawnStraight(new ListView<>());
    private final Set<CaseCell> cells = new LinkedHashSet<>();
    private final Label name = Nodes.cut("", "t-body", "t-strong");
    private final Label number = Nodes.cut("", "t-second");
    private final Label state = Nodes.keep("", "t-second");
    private final KeyButton only;
    private final VBox timeline = new VBox();
    private final VBox root;
    private boolean marking;
    private List<Case> shown = List.of();
    private List<Object> painted = List.of();
    private String why = "";

    /// `alone` hears which case is to be replayed by itself.
    PastCases(ReplayModel replay, DebriefWords says, Consumer<CaseId> alone) {
        this.replay = replay;
        this.says = says;
        hall = replay.hall();
        words = new Words(replay.desk().stores(), hall.messages());
        FlowPane counts = new FlowPane(
                Nodes.row("line", open, Nodes.keep(says.text("debrief.count-open"), "t-second")),
                Nodes.row(
                        "line",
                        mark(MarkLight.SOON),
                        yellow,
                        Nodes.keep(says.text("debrief.count-yellow"), "t-second")),
                Nodes.row("line", mark(MarkLight.OVER), red, Nodes.keep(says.text("debrief.count-red"), "t-second")));
        counts.getStyleClass().add("debrief-counts");
        list.setId("debrief/cases");
        list.setAccessibleText(says.text("debrief.cases"));
        list.getStyleClass().add("case-list");
        list.setCellFactory(_ -> {
            CaseCell cell = new CaseCell(replay.desk(), replay.hall(), words);
            cells.add(cell);
            return cell;
        });
        list.getSelectionModel().selectedItemProperty().subscribe(c -> {
            if (!marking && c != null) {
                replay.desk().pick(c.id());
            }
        });
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(timeline));
        scroll.setId("debrief/timeline");
        scroll.setAccessibleText(says.text("debrief.timeline"));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("figure-scroll", "debrief-timeline");
        only = new KeyButton(
                        hall.messages(),
                        "debrief/only",
                        says.text("debrief.only"),
                        "O",
                        () -> replay.desk().pickedCaseId().ifPresent(alone))
                .low();
        VBox picked = Nodes.column(
                "debrief-picked",
                Nodes.row("line", Nodes.grow(new VBox(name, number)), Nodes.spring(), state, only),
                scroll);
        root = Nodes.column("debrief-cases", counts, Nodes.grow(list), picked);
    }

    private CaseMark mark(MarkLight light) {
        CaseMark mark = new CaseMark(hall.messages(), 16);
        mark.show(MarkShape.CIRCLE, light);
        return mark;
    }

    Region root() {
        return root;
    }

    void focus() {
        list.requestFocus();
    }

    void refresh() {
        List<Case> now = replay.cases();
        PastDesk.Counts counts = replay.counts();
        boolean stands = replay.stands();
        open.setText(stands ? Integer.toString(counts.open()) : "—");
        yellow.setText(stands ? Integer.toString(counts.yellow()) : "—");
        red.setText(stands ? Integer.toString(counts.red()) : "—");
        CaseId picked = replay.desk().pickedCaseId().orElse(null);
        marking = true;
        if (!now.equals(shown)) {
            shown = now;
            if (!ids(list.getItems()).equals(ids(now))) {
                list.getItems().setAll(now);
            }
        }
        now.stream()
                .filter(c -> c.id().equals(picked))
                .findFirst()
                .ifPresentOrElse(
                        c -> select(c.id()), () -> list.getSelectionModel().clearSelection());
        marking = false;
        String none = stands
                ? says.text("debrief.cases-none")
                : !replay.trouble().isEmpty()
                        ? replay.trouble()
                        : replay.subject().isPresent()
                                ? says.text("debrief.coming", replay.comingCases())
                                : says.text("debrief.choose-first");
        if (!none.equals(why)) {
            why = none;
            list.setPlaceholder(replay.trouble().isEmpty() ? EmptyState.empty(none) : EmptyState.failed(none));
        }
        cells.forEach(c -> c.repaint(replay.now()));
        picked(picked);
    }

    private void select(CaseId id) {
        Case selected = list.getSelectionModel().getSelectedItem();
        if (selected == null || !selected.id().equals(id)) {
            list.getItems().stream()
                    .filter(c -> c.id().equals(id))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
    }

    private static List<CaseId> ids(List<Case> cases) {
        return cases.stream().map(Case::id).toList();
    }

    private void picked(@Nullable CaseId id) {
        Case c = id == null ? null : replay.desk().stores().cases().find(id).orElse(null);
        name.setText(c == null ? says.text(id == null ? "debrief.pick-one" : "debrief.not-there-yet") : words.name(c));
        number.setText(c == null ? "" : c.head().number().value());
        Nodes.show(
                only,
                c != null && replay.subject().filter(s -> s.caseId() == null).isPresent());
        state.setText(c == null ? "" : words.state(c.progress().state()));
        List<FlowRecord> records = id == null ? List.of() : replay.records().orElse(null);
        List<Object> next = new ArrayList<>();
        next.add(String.valueOf(id));
        next.add(replay.historyTrouble());
        next.add(records == null ? "…" : records);
        if (next.equals(painted)) {
            return;
        }
        painted = next;
        timeline.getChildren().clear();
        if (records == null) {
            timeline.getChildren()
                    .add((replay.historyTrouble().isEmpty()
                                    ? EmptyState.empty(says.text("debrief.history-loading"))
                                    : EmptyState.failed(replay.historyTrouble()))
                            .inline());
            return;
        }
        if (records.isEmpty() && id != null) {
            timeline.getChildren()
                    .add(EmptyState.empty(says.text("debrief.history-none")).inline());
        }
        RecordWords of = new RecordWords(hall.messages(), words);
        for (FlowRecord r : records.reversed()) {
            timeline.getChildren()
                    .add(new TimelineRow(words.moment(r.at(), replay.now()), words.action(r.step()), of.of(r)));
        }
    }
}
