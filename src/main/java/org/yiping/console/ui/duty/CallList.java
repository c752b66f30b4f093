package org.yiping.console.ui.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.layout.Region;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.ReceiptWords;
import org.yiping.console.ui.Sending;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Receipt;
import org.yiping.domain.command.Aside;

/// Departments that no machine has reached: somebody has to take the telephone (电话名单), longest waiting first. FX
/// thread.
final class CallList {
    /// Nobody makes more calls than these before the list is another one; the rest is a number, and
    /// not a dozen nodes for each.
    private static final int SHOWN = 20;

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final ReceiptWords receipts;
    private final Sending sending;
    private final PanelHeader header;
    private final DutyList list;
    private final PanelFrame root;

    private record Waiting(Case value, Receipt receipt) {
        Instant since() {
            return receipt.dispatchedAt();
        }
    }

    CallList(Desk desk, Hall hall, Sending sending) {
        this.desk = desk;
        this.hall = hall;
        this.sending = sending;
        words = new Words(desk.stores(), hall.messages());
        receipts = new ReceiptWords(hall.messages(), words);
        header = new PanelHeader(hall.messages(), text("duty.calls"));
        header.meta(text("duty.calls-meta"));
        list = new DutyList(desk, "duty/calls", text("duty.calls"));
        root = new PanelFrame(header, list.root());
    }

    Region root() {
        return root;
    }

    void refresh() {
        List<Waiting> now = new ArrayList<>();
        desk.stores()
                .cases()
                .rows()
                .values()
                .forEach(c -> c.progress().dispatched().stream()
                        .filter(ReceiptWords::isToCall)
                        .forEach(r -> now.add(new Waiting(c, r))));
        now.sort(Comparator.comparing(Waiting::since));
        if (!list.outdated(now)) {
            return;
        }
        header.count(now.size());
        List<Region> rows =
                new ArrayList<>(now.stream().limit(SHOWN).map(this::row).toList());
        if (now.size() > SHOWN) {
            rows.add(Nodes.label(hall.messages().get("duty.card-more", now.size() - SHOWN), "t-second"));
        }
        list.fill(rows, text("duty.calls-none"));
    }

    private Region row(Waiting w) {
        String id = w.value().id().value() + "-" + w.receipt().department().value();
        KeyButton open = new KeyButton(
                        hall.messages(),
                        "duty/open-" + id,
                        text("duty.open"),
                        "",
                        () -> desk.pick(w.value().id()))
                .low()
                .flat();
        return Nodes.column(
                "duty-row",
                Nodes.row(
                        "line",
                        Nodes.cut(words.department(w.receipt().department()), "t-body", "t-strong"),
                        Nodes.spring(),
                        open,
                        call(w, id, true),
                        call(w, id, false)),
                Nodes.cut(words.name(w.value()) + " · " + words.place(w.value()), "t-second"),
                Nodes.cut(receipts.line(w.receipt(), hall.now()), "t-second"));
    }

    private KeyButton call(Waiting w, String id, boolean reached) {
        return new KeyButton(
                        hall.messages(),
                        (reached ? "duty/reached-" : "duty/missed-") + id,
                        text(reached ? "receipt.call-reached" : "receipt.call-missed"),
                        "",
                        () -> sending.send(new Aside.NoteCall(
                                Sending.head(), w.value().id(), w.receipt().department(), reached, "")))
                .low();
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
