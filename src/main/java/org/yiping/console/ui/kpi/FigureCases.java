package org.yiping.console.ui.kpi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.CaseRows;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.casework.Case;
import org.yiping.domain.kpi.KpiCode;

/// The exact cases behind a figure, as the platform names them: what a number opens. FX thread.
final class FigureCases {
    private final Desk desk;
    private final Hall hall;
    private final PanelHeader header;
    private final CaseRows rows;
    private final PanelFrame frame;
    private int asked;
    private @Nullable Runnable again;
    private @Nullable Double counted;

    /// `close` puts the list away.
    FigureCases(Desk desk, Hall hall, Words words, Runnable close) {
        this.desk = desk;
        this.hall = hall;
        rows = new CaseRows(desk, hall, words, "kpi/cases");
        header = new PanelHeader(hall.messages(), hall.messages().get("kpi.cases"));
        header.action(new IconButton("kpi/close", Icons.CLOSE, hall.messages().get("kpi.cases-close"), close));
        desk.stores().veil().subscribe(() -> hall.fx().execute(this::lookAnew));
        frame = new PanelFrame(header, rows.root());
        frame.getStyleClass().add("figure-column");
    }

    Region root() {
        return frame;
    }

    /// Asks the platform; the list of before stays until the answer is there.
    void open(KpiCode code, String title, Function<KpiCode, String> figure) {
        int mine = ++asked;
        again = () -> open(code, title, figure);
        header.title(title);
        var _ = desk.lookup()
                .casesBehind(code)
                .thenAccept(found -> hall.fx().execute(() -> {
                    if (mine == asked) {
                        answered(found, figure.apply(code));
                    }
                }));
    }

    /// Hidden or shown again, the cases of before are not what may be seen now.
    private void lookAnew() {
        Runnable asking = again;
        if (asking != null) {
            rows.show(List.of());
            asking.run();
        }
    }

    /// The figure as counted now: where it changed, so did the cases behind it. Never under somebody's hand.
    void follow(@Nullable Double value) {
        Runnable asking = again;
        if (asking != null && !Objects.equals(value, counted) && !frame.isHover()) {
            counted = value;
            asking.run();
        }
    }

    private void answered(Found<List<Case>> found, String figure) {
        switch (found) {
            case Found.Got<List<Case>>(List<Case> cases) -> {
                rows.show(cases);
                header.count(cases.size());
                header.meta(figure);
                header.error("");
            }
            case Found.Refused<List<Case>>(String code, String detail) -> header.error(detail + " " + code);
            case Found.Unreachable<List<Case>> _ -> header.error(hall.messages().get("kpi.cases-unreachable"));
        }
    }

    void tick(Instant now) {
        rows.tick(now);
    }
}
