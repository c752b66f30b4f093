package org.yiping.console.ui.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.store.FigureLookup;
import org.yiping.console.store.FigureLookup.Behind;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.CaseRows;
import org.yiping.console.ui.CounterWords;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.assessment.DepartmentRow.Column;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.casework.Case;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.kpi.FigureScope;

/// The cases behind one number of a department's row, as the platform counts them today; of a rate those of its
/// numerator or its denominator. FX thread.
final class BehindList {
    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final PanelHeader header;
    private final FlowPane chips = new FlowPane();
    private final CaseRows rows;
    private final Label said = Nodes.cut("", "t-second");
    private final KeyButton more;
    private final PanelFrame root;
    private final List<Case> listed = new ArrayList<>();
    private List<String> counters = List.of();
    private String counter = "";
    private @Nullable Frame frame;
    private @Nullable String next;
    private int asked;

    /// `close` puts it away.
    BehindList(Desk desk, Hall hall, Runnable close) {
        this.desk = desk;
        this.hall = hall;
        messages = hall.messages();
        header = new PanelHeader(messages, messages.get("kpi.behind"));
        header.action(new IconButton("assessment/behind-close", Icons.CLOSE, messages.get("kpi.cases-close"), close));
        chips.getStyleClass().addAll("chip-flow", "assessment-filters");
        rows = new CaseRows(desk, hall, new Words(desk.stores(), messages), "assessment/behind");
        more = new KeyButton(messages, "assessment/behind-more", messages.get("kpi.behind-more"), "", () -> ask(next))
                .flat()
                .low();
        root = new PanelFrame(header, new VBox(chips, Nodes.grow(rows.root())));
        root.foot(Nodes.row("line", Nodes.grow(said), more));
    }

    Region root() {
        return root;
    }

    /// What a column counts: the numerator first.
    private static List<String> counters(Column column) {
        return switch (column) {
            case NAME -> List.of();
            case FILED -> List.of("filed");
            case OPEN -> List.of("open");
            case CLOSED -> List.of("closed");
            case OVERDUE -> List.of("overdue");
            case RATE -> List.of("closed_in_time", "closed_judged");
        };
    }

    void open(DepartmentId department, String name, Column column) {
        counters = counters(column);
        counter = counters.isEmpty() ? "" : counters.getFirst();
        frame = new Frame("day", null, FigureScope.of(department));
        header.title(name);
        again();
    }

    /// What was listed may not be seen any more, or again.
    void again() {
        if (frame != null && !counter.isEmpty()) {
            header.uncounted();
            header.error("");
            said.setText("");
            rows.empty(messages.get("kpi.behind-asking"));
            chips();
            ask(null);
        }
    }

    private void chips() {
        List<Chip> all = new ArrayList<>();
        for (String each : counters) {
            Chip chip = new Chip("assessment/behind-" + each, CounterWords.of(each, messages));
            chip.setSelected(each.equals(counter));
            chip.setOnAction(_ -> {
                counter = each;
                again();
            });
            all.add(chip);
        }
        chips.getChildren().setAll(all);
    }

    private void ask(@Nullable String after) {
        int mine = ++asked;
        FigureLookup lookup = desk.lookup().figures().orElse(null);
        Frame of = frame;
        Nodes.show(more, false);
        if (lookup == null || of == null) {
            unreachable();
            return;
        }
        var _ = lookup.behind(counter, of, after)
                .thenAccept(found -> hall.fx().execute(() -> {
                    if (mine == asked) {
                        answered(found, after != null);
                    }
                }));
    }

    private void answered(Found<Behind> found, boolean goesOn) {
        switch (found) {
            case Found.Got<Behind>(Behind behind) -> {
                if (!goesOn) {
                    listed.clear();
                }
                listed.addAll(behind.cases());
                rows.show(listed);
                next = behind.next();
                Nodes.show(more, next != null);
                Long total = behind.total();
                if (total == null) {
                    rows.empty(messages.get("kpi.behind-unknown"));
                } else {
                    header.count(total);
                    said.setText(
                            total > listed.size()
                                    ? messages.get(
                                            "kpi.behind-some", Numbers.whole(total), Numbers.whole(listed.size()))
                                    : messages.get("kpi.as-counted"));
                }
            }
            case Found.Refused<Behind>(String code, String detail) -> header.error((detail + " " + code).strip());
            case Found.Unreachable<Behind> _ -> unreachable();
        }
    }

    private void unreachable() {
        header.error(messages.get("kpi.cases-unreachable"));
        if (rows.isEmpty()) {
            rows.empty(messages.get("kpi.none"));
        }
    }

    void tick(Instant now) {
        rows.tick(now);
    }
}
