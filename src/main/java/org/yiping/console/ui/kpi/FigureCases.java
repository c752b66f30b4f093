package org.yiping.console.ui.kpi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Boards;
import org.yiping.console.ui.CaseRows;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.KpiCode;

/// What a number of the day opens: its formula, numerator and denominator, of whom and when it was counted, and the
/// exact cases behind it, as the platform names them. FX thread.
final class FigureCases {
    private final Desk desk;
    private final Hall hall;
    private final PanelHeader header;
    private final CaseRows rows;
    private final Boards boards;
    private final FigureFacts facts;
    private final Label plain = Nodes.whenSaid(Nodes.wrapped("", "t-second"));
    private final PanelFrame frame;
    private @Nullable KpiCode opened;
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
        boards = new Boards(desk, hall, this::made);
        facts = new FigureFacts(new FigureWords(words, hall.messages()), words, hall.messages());
        facts.clear();
        frame = new PanelFrame(header, Nodes.column("figure-sheet", facts.root(), plain, Nodes.grow(rows.root())));
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
        if (!code.equals(opened)) {
            opened = code;
            facts.clear();
            plain.setText("");
            made();
        }
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

    /// What it is made of, as the city's formulas have it; what no formula makes is said in words.
    private void made() {
        KpiCode code = opened;
        if (code == null) {
            return;
        }
        Frame today = new Frame("day", null, scope(code));
        FigureBoard board = boards.board(today).value();
        if (board != null) {
            board.find(formula(code))
                    .ifPresentOrElse(
                            f -> {
                                plain.setText("");
                                facts.show(f, today.scope(), board.at());
                            },
                            () -> plain.setText(hall.messages().get("kpi.no-formula")));
        }
    }

    /// What came from one source today is what was reported, of that source.
    private static KpiCode formula(KpiCode code) {
        return code.value().startsWith(KpiFigures.SOURCE) ? new KpiCode("reported") : code;
    }

    private static FigureScope scope(KpiCode code) {
        return code.value().startsWith(KpiFigures.SOURCE)
                ? new FigureScope(
                        null,
                        null,
                        null,
                        new SourceCode(code.value().substring(KpiFigures.SOURCE.length())),
                        null,
                        null,
                        null,
                        null)
                : FigureScope.CITY;
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
        if (frame.isVisible()) {
            made();
        }
        rows.tick(now);
    }
}
