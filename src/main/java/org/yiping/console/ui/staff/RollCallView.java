package org.yiping.console.ui.staff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.StaffLookup;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Polled;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.staff.RollCall;
import org.yiping.domain.staff.RollCallId;
import org.yiping.domain.staff.RollCallSheet;

/// Roll-calls by lot (点名抽查): how many are drawn, the time that is left to answer, who answered, late, not or
/// perhaps was never reached; and by what anybody can draw it again. FX thread.
///
/// A call keeps its name until the platform has answered, so that a press on a broken link never draws twice.
final class RollCallView {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final List<String> CALLERS = List.of("supervisor", "leader", "duty-leader");
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final int SHOWN = 20;
    private static final int USUAL = 5;

    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final Words names;
    private final PanelHeader header;
    private final TextField size = new TextField(String.valueOf(USUAL));
    private final ComboBox<Choice> past = new ComboBox<>();
    private final KeyButton call;
    private final Label left = Nodes.keep("", "staff-left");
    private final Label counts = Nodes.cut("", "t-body");
    private final Label proof = Nodes.cut("", "t-second");
    private final VBox lines = Nodes.column("staff-lines");
    private final PanelFrame root;
    private final Polled<List<RollCallSheet>> calls;
    private @Nullable RollCallId pending;
    private @Nullable RollCallId chosen;
    private boolean filling;

    /// A call of the past, in words.
    private record Choice(RollCallId id, String said) {
        @Override
        public String toString() {
            return said;
        }
    }

    RollCallView(Desk desk, Hall hall, Words names) {
        this.desk = desk;
        this.hall = hall;
        this.messages = hall.messages();
        this.names = names;
        calls = new Polled<>(hall, EVERY, this::paint);
        header = new PanelHeader(messages, messages.get("staff.roll-call"));
        size.setId("staff/roll-call-size");
        size.setAccessibleText(messages.get("staff.roll-call-size"));
        size.getStyleClass().add("staff-size");
        past.setId("staff/roll-calls");
        past.setAccessibleText(messages.get("staff.roll-calls"));
        past.getStyleClass().add("staff-past");
        past.valueProperty().subscribe(v -> {
            if (!filling && v != null) {
                chosen = v.id();
                paint();
            }
        });
        call = new KeyButton(messages, "staff/roll-call", messages.get("staff.call"), "", this::draw);
        ScrollPane scroll = Nodes.drawnStraight(new ScrollPane(lines));
        scroll.setId("staff/roll-call-lines");
        scroll.setAccessibleText(messages.get("staff.roll-call"));
        scroll.getStyleClass().add("figure-scroll");
        scroll.setFitToWidth(true);
        proof.setWrapText(true);
        VBox content = Nodes.column(
                "staff-sheet",
                Nodes.row(
                        "line",
                        Nodes.keep(messages.get("staff.roll-call-size"), "t-body"),
                        size,
                        call,
                        Nodes.spring(),
                        past),
                Nodes.row("line", left, Nodes.grow(counts)),
                Nodes.grow(scroll),
                proof);
        root = new PanelFrame(header, content);
        root.setMinSize(0, 0);
    }

    Region root() {
        return root;
    }

    /// Asks again where it is time, and lets the time left run; called each second while the page is shown.
    void look() {
        boolean may =
                desk.me().map(m -> CALLERS.contains(m.actor().post().value())).orElse(false);
        if (may) {
            call.allow();
        } else {
            call.forbid(messages.get("staff.call-who"));
        }
        calls.look(() -> desk.lookup().staff().map(s -> s.rollCalls(SHOWN)).orElse(null));
        sheet().ifPresent(this::left);
    }

    void again() {
        calls.again();
    }

    void forget() {
        calls.forget();
        past.getItems().clear();
        paint();
    }

    private Optional<RollCallSheet> sheet() {
        List<RollCallSheet> all = calls.value();
        if (all == null || all.isEmpty()) {
            return Optional.empty();
        }
        return all.stream()
                .filter(s -> s.call().id().equals(chosen))
                .findFirst()
                .or(() -> Optional.of(all.getFirst()));
    }

    void draw() {
        StaffLookup staff = desk.lookup().staff().orElse(null);
        int number;
        try {
            number = Integer.parseInt(size.getText().strip());
        } catch (NumberFormatException e) {
            number = 0;
        }
        size.pseudoClassStateChanged(DANGER, number < 1);
        if (number < 1) {
            header.error(messages.get("staff.size-wrong"));
            return;
        }
        if (staff == null) {
            header.error(messages.get("kpi.lost"));
            return;
        }
        RollCallId id =
                pending == null ? new RollCallId(UUID.randomUUID().toString().replace("-", "")) : pending;
        pending = id;
        header.error("");
        header.meta(messages.get("staff.calling"));
        var _ = staff.rollCall(id, number, null).thenAccept(found -> hall.fx().execute(() -> drawn(id, found)));
    }

    private void drawn(RollCallId id, Found<RollCallSheet> found) {
        header.meta("");
        switch (found) {
            case Found.Got<RollCallSheet> _ -> {
                pending = null;
                chosen = id;
                calls.again();
                look();
            }
            case Found.Refused<RollCallSheet>(String code, String detail) -> {
                pending = null;
                header.error((detail + " " + code).strip());
            }
            case Found.Unreachable<RollCallSheet> _ -> header.error(messages.get("staff.call-lost"));
        }
    }

    private void paint() {
        List<RollCallSheet> all = calls.value();
        if (all == null || all.isEmpty()) {
            header.uncounted();
            left.setText("");
            counts.setText("");
            proof.setText("");
            String why = all != null
                    ? messages.get("staff.no-calls")
                    : calls.lost() ? messages.get("kpi.lost") : calls.refusal();
            lines.getChildren().setAll(why.isEmpty() ? List.of() : List.of(EmptyState.empty(why)));
            return;
        }
        if (calls.lost()) {
            header.error(messages.get("kpi.lost"));
        } else if (!calls.refusal().isEmpty()) {
            header.error(calls.refusal());
        } else if (pending == null) {
            header.error("");
        }
        fill(all);
        sheet().ifPresent(this::show);
    }

    private void fill(List<RollCallSheet> all) {
        filling = true;
        List<Choice> choices = all.stream()
                .map(s -> new Choice(
                        s.call().id(),
                        messages.get(
                                "staff.past-call",
                                names.moment(s.call().at(), hall.now()),
                                s.count(RollCall.Outcome.IN_TIME),
                                s.lines().size())))
                .toList();
        if (!past.getItems().equals(choices)) {
            past.getItems().setAll(choices);
        }
        sheet().ifPresent(s -> choices.stream()
                .filter(c -> c.id().equals(s.call().id()))
                .findFirst()
                .ifPresent(past::setValue));
        filling = false;
    }

    private void show(RollCallSheet sheet) {
        header.count(sheet.lines().size());
        counts.setText(messages.get(
                "staff.counts",
                sheet.count(RollCall.Outcome.IN_TIME),
                sheet.count(RollCall.Outcome.LATE),
                sheet.count(RollCall.Outcome.SILENT),
                sheet.count(RollCall.Outcome.UNKNOWN),
                sheet.count(RollCall.Outcome.WAITING)));
        proof.setText(messages.get(
                "staff.proof",
                names.person(sheet.call().by().person()),
                names.second(sheet.call().at()),
                sheet.call().present().size(),
                sheet.revision(),
                sheet.seed().substring(0, Math.min(12, sheet.seed().length()))));
        List<Region> rows = new ArrayList<>();
        sheet.lines().forEach(l -> rows.add(new RollCallRow(desk, messages, names).of(l)));
        lines.getChildren().setAll(rows);
        left(sheet);
    }

    private void left(RollCallSheet sheet) {
        Duration rest = Duration.between(hall.now(), sheet.call().deadline());
        boolean runs = !rest.isNegative() && sheet.count(RollCall.Outcome.WAITING) > 0;
        left.setText(
                runs
                        ? messages.get(
                                "staff.left",
                                rest.toMinutes(),
                                rest.toSecondsPart() < 10
                                        ? "0" + rest.toSecondsPart()
                                        : String.valueOf(rest.toSecondsPart()))
                        : messages.get("staff.over"));
        left.pseudoClassStateChanged(DANGER, runs && rest.toSeconds() < 60);
    }
}
