package org.yiping.console.ui.staff;

// long because a person's figures, day, track and cases are opened and closed together

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.Polled;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.ui.control.SpellLanes;
import org.yiping.console.ui.control.TrackSketch;
import org.yiping.domain.geo.Position;
import org.yiping.domain.staff.Spell;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.domain.staff.StaffRules;
import org.yiping.domain.staff.StaffTrack;

/// What stands behind one person's figures: each with its fraction, a day in lanes, its track over the duty
/// grid, and the cases (人员详情). FX thread.
///
/// A spell or a place of the track that is chosen is picked as a point, which the map here shows.
final class StaffSheet {
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Desk desk;
    private final Messages messages;
    private final Words names;
    private final StaffWords words;
    private final PanelHeader header;
    private final StaffFacts facts;
    private final Label dayName = Nodes.keep("", "t-name");
    private final Label daySaid = Nodes.cut("", "t-second");
    private final Label chosen = Nodes.cut("", "t-body");
    private final SpellLanes lanes;
    private final TrackSketch sketch;
    private final StaffCases cases;
    private final Chip way;
    private final Chip onMap;
    private final Panel inset;
    private final FlowPane chips = new FlowPane();
    private final StackPane body = new StackPane();
    private final IconButton later;
    private final PanelFrame root;
    private final Polled<StaffTrack> track;
    private @Nullable StaffRules rules;
    private StaffBoard.@Nullable Row row;
    private LocalDate day = LocalDate.EPOCH;
    private LocalDate last = LocalDate.EPOCH;
    private @Nullable StaffTrack painted;

    /// `inset` is the map that shows what is picked.
    StaffSheet(Desk desk, Hall hall, Words names, Panel inset) {
        this.inset = inset;
        this.desk = desk;
        this.messages = hall.messages();
        this.names = names;
        words = new StaffWords(messages);
        facts = new StaffFacts(messages, words);
        track = new Polled<>(hall, EVERY, this::paint);
        header = new PanelHeader(messages, messages.get("staff.sheet"));
        lanes = new SpellLanes(DayPicture.LANES.stream().map(words::spell).toList(), this::spell);
        lanes.setId("staff/day");
        lanes.setAccessibleText(messages.get("staff.day"));
        sketch = new TrackSketch(this::place);
        sketch.setId("staff/track");
        sketch.setAccessibleText(messages.get("staff.track"));
        cases = new StaffCases(desk, hall, names);
        way = new Chip("staff/show-track", messages.get("staff.track"));
        way.setOnAction(_ -> showTrack());
        onMap = new Chip("staff/show-map", messages.get("staff.map"));
        onMap.setOnAction(_ -> showMap());
        chips.getStyleClass().add("chip-flow");
        IconButton earlier =
                new IconButton("staff/day-before", Icons.EARLIER, messages.get("staff.day-before"), () -> step(-1));
        later = new IconButton("staff/day-after", Icons.LATER, messages.get("staff.day-after"), () -> step(1));
        body.setMinSize(0, 0);
        VBox lines = Nodes.column(
                "staff-sheet",
                facts.root(),
                Nodes.row("line", earlier, dayName, later, Nodes.grow(daySaid)),
                lanes,
                chosen,
                chips,
                Nodes.grow(body));
        root = new PanelFrame(header, lines);
        root.setMinSize(0, 0);
        none();
    }

    Region root() {
        return root;
    }

    void onShow() {
        inset.onShow();
    }

    void onHide() {
        inset.onHide();
    }

    private void none() {
        header.meta(messages.get("staff.choose"));
        body.getChildren().setAll(EmptyState.empty(messages.get("staff.choose")));
    }

    /// Of which time the figures are whose cases are listed.
    void period(StaffPeriod next) {
        cases.period(next);
    }

    /// By which weights and limits the page's figures were judged.
    void rules(@Nullable StaffRules judged) {
        rules = judged;
    }

    /// `latest` is the last day of the page's period; another person or period opens with it.
    void open(StaffBoard.Row next, LocalDate latest) {
        StaffBoard.Row before = row;
        boolean same = before != null && before.unit().equals(next.unit()) && latest.equals(last);
        row = next;
        last = latest;
        header.title(next.name());
        header.meta(
                next.areas().isEmpty()
                        ? messages.get("staff.no-grid")
                        : next.areas().stream()
                                .map(names::area)
                                .reduce((a, b) -> a + "、" + b)
                                .orElse(""));
        facts.show(next, rules);
        chips(next);
        if (!same) {
            go(latest);
            showTrack();
        }
    }

    /// Nobody of this name is on the page any more.
    void close() {
        row = null;
        track.forget();
        facts.clear();
        chips.getChildren().clear();
        lanes.show(List.of(), List.of());
        header.title(messages.get("staff.sheet"));
        none();
    }

    private void step(int by) {
        if (row != null && !day.plusDays(by).isAfter(last)) {
            go(day.plusDays(by));
        }
    }

    private void go(LocalDate next) {
        day = next;
        track.forget();
        painted = null;
        dayName.setText(day.toString());
        later.setDisable(!day.isBefore(last));
        lanes.show(List.of(), List.of());
        sketch.show(TrackSketch.Shown.NOTHING);
        daySaid.setText(messages.get("staff.asking"));
        chosen.setText("");
        look();
    }

    /// Asks again where it is time; called each second while the page is shown.
    void look() {
        StaffBoard.Row of = row;
        if (of != null) {
            track.look(() -> ask(of.unit()));
        }
    }

    private @Nullable CompletableFuture<Found<StaffTrack>> ask(String unit) {
        return desk.lookup().staff().map(s -> s.day(unit, day)).orElse(null);
    }

    void again() {
        track.again();
    }

    private void chips(StaffBoard.Row r) {
        List<Chip> all = new ArrayList<>(List.of(way, onMap));
        all.addAll(cases.chips(r, () -> {
            way.setSelected(false);
            onMap.setSelected(false);
            body.getChildren().setAll(cases.root());
        }));
        chips.getChildren().setAll(all);
    }

    /// The place that was chosen last, on the city's own map.
    private void showMap() {
        way.setSelected(false);
        onMap.setSelected(true);
        cases.leave();
        body.getChildren().setAll(inset.root());
    }

    private void showTrack() {
        way.setSelected(true);
        onMap.setSelected(false);
        cases.leave();
        paint();
    }

    private void paint() {
        StaffTrack t = track.value();
        String trouble = track.lost() ? messages.get("kpi.lost") : track.refusal();
        header.error(row == null ? "" : trouble);
        if (row == null) {
            return;
        }
        if (t == null) {
            daySaid.setText(trouble.isEmpty() ? messages.get("staff.asking") : "");
            body.getChildren().setAll(EmptyState.empty(trouble.isEmpty() ? messages.get("staff.asking") : trouble));
            return;
        }
        if (!t.equals(painted)) {
            painted = t;
            daySaid.setText(messages.get(
                    "staff.day-said",
                    words.basis(t.day()),
                    words.kilometres(t.day().metres()),
                    Numbers.whole(t.day().fixes()),
                    names.second(t.at())));
            lanes(t);
            sketch.show(new DayPicture(t, day, names).way());
        }
        if (way.isSelected()) {
            boolean any =
                    !t.fixes().isEmpty() || !t.open().isEmpty() || !t.passed().isEmpty();
            Region content = any ? sketch : EmptyState.empty(messages.get("staff.no-track"));
            if (!body.getChildren().equals(List.of(content))) {
                body.getChildren().setAll(content);
            }
        }
    }

    private void lanes(StaffTrack t) {
        DayPicture picture = new DayPicture(t, day, names);
        lanes.show(picture.bars(), picture.hours());
        chosen.setText(messages.get(
                "staff.sums",
                words.hours(t.day().trackedMillis()),
                words.hours(t.day().idleMillis()),
                t.day().offGridMillis() == null
                        ? words.unknown()
                        : words.hours(t.day().offGridMillis()),
                words.hours(t.day().gapMillis())));
    }

    private void spell(int at) {
        StaffTrack t = track.value();
        if (t == null || at >= t.day().spells().size()) {
            return;
        }
        Spell s = t.day().spells().get(at);
        chosen.setText(messages.get(
                "staff.spell",
                words.spell(s.kind()),
                names.minute(s.from()),
                names.minute(s.until()),
                words.hours(s.length().toMillis())));
        Position where = s.place();
        if (where != null) {
            desk.selection().pick(new Selection.Picked.OfPoint(where));
        }
        int fix = 0;
        while (fix + 1 < t.fixes().size() && t.fixes().get(fix).at().isBefore(s.from())) {
            fix++;
        }
        sketch.mark(t.fixes().isEmpty() ? -1 : fix);
    }

    private void place(int at) {
        StaffTrack t = track.value();
        if (t != null && at < t.fixes().size()) {
            StaffTrack.Fix fix = t.fixes().get(at);
            chosen.setText(messages.get("staff.was-here", names.second(fix.at())));
            desk.selection().pick(new Selection.Picked.OfPoint(fix.position()));
        }
    }
}
