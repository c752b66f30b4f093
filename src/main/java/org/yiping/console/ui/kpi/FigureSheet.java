package org.yiping.console.ui.kpi;

// long because whoever asks, lists and asks again must agree on which answer still belongs to what is open

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
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
import org.yiping.console.ui.Boards;
import org.yiping.console.ui.Boards.Kept;
import org.yiping.console.ui.CaseRows;
import org.yiping.console.ui.CounterWords;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.ShownFigure;

/// What stands behind one number (口径与案件): its formula, numerator and denominator, of whom, when it was counted,
/// and the cases each of its counters counted, with the picked one on a map. FX thread.
final class FigureSheet {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final Words names;
    private final FigureWords words;
    private final Boards boards;
    private final PanelHeader header;
    private final FigureFacts facts;
    private final FlowPane counters = new FlowPane();
    private final Label listed = Nodes.cut("", "t-second");
    private final CaseRows cases;
    private final KeyButton more;
    private final ListOrder order;
    private final KeyButton narrow;
    private final Panel inset;
    private final PanelFrame root;
    private @Nullable Opened opened;
    private @Nullable ShownFigure shown;
    private String counter = "";
    private int asked;
    private boolean unanswered;
    private final List<Case> turned = new ArrayList<>();
    private @Nullable String next;

    /// A figure of a frame; or, without one, cases that no counter counted.
    private record Opened(
            @Nullable KpiCode code, Frame frame, @Nullable Named named) {}

    /// Cases by name: some of `all` there are.
    record Named(String title, String what, List<CaseId> ids, int all) {
        Named {
            ids = List.copyOf(ids);
        }
    }

    /// What the sheet asks of its page.
    interface Hand {
        void close();

        void narrow(FigureScope scope);
    }

    FigureSheet(Desk desk, Hall hall, Words names, Boards boards, Panel inset, Hand hand) {
        this.desk = desk;
        this.hall = hall;
        this.names = names;
        this.boards = boards;
        this.inset = inset;
        messages = hall.messages();
        words = new FigureWords(names, messages);
        header = new PanelHeader(messages, messages.get("kpi.behind"));
        header.action(new IconButton("figures/sheet-close", Icons.CLOSE, messages.get("kpi.sheet-close"), hand::close));
        facts = new FigureFacts(words, names, messages);
        counters.getStyleClass().addAll("chip-flow");
        narrow = new KeyButton(messages, "figures/narrow", messages.get("kpi.narrow"), "", () -> {
            if (opened != null) {
                hand.narrow(opened.frame().scope());
            }
        });
        narrow.low();
        cases = new CaseRows(desk, hall, names, "figures/cases");
        more = new KeyButton(messages, "figures/more", messages.get("kpi.behind-more"), "", this::more)
                .flat()
                .low();
        order = new ListOrder(desk, hall, names);
        inset.root().getStyleClass().add("figure-inset");
        VBox lines = Nodes.column(
                "figure-sheet",
                facts.root(),
                Nodes.row("line", Nodes.grow(counters), narrow),
                Nodes.row("line", Nodes.grow(listed), more, order.root()),
                Nodes.grow(cases.root()),
                inset.root());
        root = new PanelFrame(header, lines);
        root.getStyleClass().add("figure-sheet-column");
    }

    Region root() {
        return root;
    }

    void show() {
        inset.onShow();
    }

    void hide() {
        inset.onHide();
    }

    /// Opens a figure; its numbers follow the board while it is open.
    void open(KpiCode code, Frame frame) {
        opened = new Opened(code, frame, null);
        shown = null;
        counter = "";
        header.uncounted();
        cases.empty(messages.get("kpi.behind-asking"));
        listed.setText("");
        turn(null);
        follow();
    }

    /// Opens cases by name.
    void open(Named named, Frame frame) {
        opened = new Opened(null, frame, named);
        shown = null;
        header.title(named.title());
        header.meta(named.what());
        header.uncounted();
        facts.clear();
        counters.getChildren().clear();
        Nodes.show(narrow, false);
        turn(null);
        listed.setText("");
        cases.empty(messages.get("kpi.behind-asking"));
        ask(named);
    }

    private void ask(Named named) {
        int mine = ++asked;
        FigureLookup lookup = desk.lookup().figures().orElse(null);
        unanswered = false;
        header.error("");
        if (lookup == null) {
            unreachable();
            return;
        }
        var _ = lookup.cases(named.ids())
                .thenAccept(found -> hall.fx().execute(() -> {
                    if (mine == asked) {
                        named(found, named.all());
                    }
                }));
    }

    private void named(Found<List<Case>> found, int all) {
        switch (found) {
            case Found.Got<List<Case>>(List<Case> some) -> {
                turned.clear();
                listed(some, (long) all, hall.now());
                turn(null);
            }
            case Found.Refused<List<Case>>(String code, String detail) -> cases.empty(detail + " " + code);
            case Found.Unreachable<List<Case>> _ -> unreachable();
        }
    }

    /// The figure as it is counted now; where it changed, so did its cases. Never under somebody's hand.
    void follow() {
        Opened at = opened;
        KpiCode code = at == null ? null : at.code();
        if (at == null) {
            return;
        }
        Kept<FigureBoard> kept = boards.board(at.frame());
        if (code == null) {
            Named named = at.named();
            if (named != null && unanswered && !kept.lost() && !cases.isHeld()) {
                ask(named);
            }
            return;
        }
        FigureBoard board = kept.value();
        ShownFigure next = board == null ? null : board.find(code).orElse(null);
        header.error(kept.refusal().isEmpty() && kept.lost() ? messages.get("kpi.lost") : kept.refusal());
        if (board == null || next == null) {
            header.title(code.value());
            return;
        }
        facts.show(next, at.frame().scope(), board.at());
        header.title(words.name(next));
        header.meta(words.value(next.unit(), next.value()));
        boolean changed = shown == null || !shown.counters().equals(next.counters());
        Nodes.show(narrow, isPart(at.frame().scope()));
        boolean again = unanswered && !kept.lost();
        boolean turnedOn = turned.size() > FigureLookup.MOST && !again; // somebody reads on: not from the beginning
        if ((changed || again) && !turnedOn && !cases.isHeld()) {
            shown = next;
            chips(next);
            ask(at.frame());
        }
    }

    /// Whether the page could be narrowed to it.
    private static boolean isPart(FigureScope scope) {
        boolean any = scope.area() != null
                || scope.department() != null
                || scope.classCode() != null
                || scope.source() != null;
        return any && scope.person() == null && scope.post() == null && scope.weekHour() == null;
    }

    private void chips(ShownFigure figure) {
        List<ShownFigure.Part> parts = ListedBy.of(figure);
        if (parts.stream().noneMatch(p -> p.code().equals(counter))) {
            counter = parts.isEmpty() ? "" : parts.getFirst().code();
        }
        List<Chip> chips = new ArrayList<>();
        for (ShownFigure.Part part : parts) {
            String name = CounterWords.of(part.code(), messages);
            Long value = part.value();
            Chip chip = new Chip(
                    "figures/counter-" + part.code(),
                    value == null ? name : messages.get("kpi.counter", name, Numbers.whole(value)));
            chip.setSelected(part.code().equals(counter));
            chip.pseudoClassStateChanged(SELECTED, part.code().equals(counter));
            chip.setOnAction(_ -> {
                counter = part.code();
                chips(figure);
                if (opened != null) {
                    ask(opened.frame());
                }
            });
            chips.add(chip);
        }
        counters.getChildren().setAll(chips);
    }

    /// The next stretch, after those that are listed.
    private void more() {
        if (opened != null && next != null) {
            ask(opened.frame(), next);
        }
    }

    /// Where the rest begins, if there is any; a figure's list can be ordered whole as a file.
    private void turn(@Nullable String to) {
        next = to;
        Nodes.show(more, to != null);
        order.of(opened == null || opened.named() != null || counter.isEmpty() ? null : opened.frame(), counter);
    }

    private void ask(Frame frame) {
        ask(frame, null);
    }

    private void ask(Frame frame, @Nullable String after) {
        int mine = ++asked;
        FigureLookup lookup = desk.lookup().figures().orElse(null);
        unanswered = false;
        if (counter.isEmpty() || lookup == null) {
            cases.empty(messages.get("kpi.none"));
            return;
        }
        var _ = lookup.behind(counter, frame, after)
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
                    turned.clear();
                }
                listed(behind.cases(), behind.total(), behind.at());
                turn(behind.next());
            }
            case Found.Refused<Behind>(String code, String detail) -> {
                cases.empty(detail + " " + code);
                turn(null);
            }
            case Found.Unreachable<Behind> _ -> unreachable();
        }
    }

    /// What was listed stays; it is asked for again when there is a link.
    private void unreachable() {
        unanswered = true;
        header.error(messages.get("kpi.cases-unreachable"));
        if (cases.isEmpty()) {
            cases.empty(messages.get("kpi.none"));
        }
    }

    private void listed(List<Case> some, @Nullable Long total, Instant at) {
        if (total == null) {
            header.uncounted();
            cases.empty(messages.get("kpi.behind-unknown"));
            listed.setText("");
            return;
        }
        header.count(total);
        turned.addAll(some);
        cases.show(turned);
        String which = total > turned.size()
                ? messages.get("kpi.behind-some", Numbers.whole(total), Numbers.whole(turned.size()))
                : messages.get("kpi.as-counted");
        listed.setText(messages.get("kpi.listed", which, names.second(at)));
    }

    /// What was listed may not be seen any more, or again.
    void lookAnew() {
        Opened at = opened;
        if (at != null) {
            cases.empty(messages.get("kpi.behind-asking"));
            Named named = at.named();
            if (named != null) {
                ask(named);
            } else {
                ask(at.frame());
            }
        }
    }

    void tick(Instant now) {
        cases.tick(now);
        follow();
    }
}
