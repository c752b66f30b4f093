package org.yiping.console.ui.kpi;

import java.util.UUID;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notice;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.ReportLookup;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.report.ReportCard;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportWish;

/// Orders the whole list behind a figure as a file (导出清单): of the figure's own counter, period and scope. It is made
/// by the platform and fetched on the page of reports. FX thread.
///
/// An order keeps its name until the platform has answered: pressed again after a lost link it is the same file.
final class ListOrder {
    private static final String NOTICE = "report";

    private final Desk desk;
    private final Hall hall;
    private final Words names;
    private final Messages messages;
    private final KeyButton order;
    private @Nullable ReportWish wish;
    private @Nullable ReportWish ordered;
    private @Nullable ReportId name;

    ListOrder(Desk desk, Hall hall, Words names) {
        this.desk = desk;
        this.hall = hall;
        this.names = names;
        messages = hall.messages();
        order = new KeyButton(messages, "figures/order-list", messages.get("kpi.order-list"), "", this::order)
                .flat()
                .low();
        Nodes.show(order, false);
    }

    Region root() {
        return order;
    }

    /// What would be ordered; nothing without a frame.
    void of(@Nullable Frame frame, String counter) {
        wish = frame == null
                ? null
                : new ReportWish(
                        null,
                        counter,
                        "xlsx",
                        frame.period(),
                        frame.day(),
                        frame.scope(),
                        names.english() ? "en" : "zh");
        Nodes.show(order, wish != null);
    }

    private void order() {
        ReportWish next = wish;
        ReportLookup lookup = desk.lookup().reports().orElse(null);
        if (next == null || order.isPending()) {
            return;
        }
        if (lookup == null) {
            lost();
            return;
        }
        ReportId id = name == null || !next.equals(ordered)
                ? new ReportId(UUID.randomUUID().toString())
                : name;
        name = id;
        ordered = next;
        order.pending(true);
        var _ = lookup.order(id, next).thenAccept(found -> hall.fx().execute(() -> answered(found)));
    }

    private void answered(Found<ReportCard> found) {
        order.pending(false);
        switch (found) {
            case Found.Got<ReportCard> _ -> {
                name = null;
                hall.notices().show(Notice.info(NOTICE, messages.get("kpi.list-ordered")));
            }
            case Found.Refused<ReportCard>(String code, String detail) -> {
                name = null;
                hall.notices().show(Notice.warning(NOTICE, messages.get("kpi.list-not-ordered"), detail, code));
            }
            case Found.Unreachable<ReportCard> _ -> lost();
        }
    }

    private void lost() {
        hall.notices()
                .show(Notice.warning(
                        NOTICE, messages.get("kpi.list-not-ordered"), messages.get("report.lost"), "UI-4120"));
    }
}
