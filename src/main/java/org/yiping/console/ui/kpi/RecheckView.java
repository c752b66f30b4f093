package org.yiping.console.ui.kpi;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.kpi.Recheck;
import org.yiping.domain.kpi.RecheckId;
import org.yiping.domain.kpi.RecheckSheet;

/// The blind re-check (盲检复核): a sample is drawn of what the page shows, and each case is judged by what it was and
/// looked like, without a word of how it ended. Digits judge and go on, so that the hand stays on the keyboard; what it
/// comes to stands above with its interval, and by what anybody can draw it again below. FX thread.
final class RecheckView {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final String USUAL = "30";

    private final Messages messages;
    private final FigureWords figures;
    private final Words names;
    private final RecheckModel model;
    private final Supplier<Frame> frame;
    private final PanelHeader header;
    private final Label of = Nodes.cut("", "t-second");
    private final TextField size = new TextField(USUAL);
    private final KeyButton draw;
    private final ComboBox<Choice> past = new ComboBox<>();
    private final Label rate = Nodes.keep("", "t-title");
    private final Label counts = Nodes.wrapped("", "t-second");
    private final ListView<RecheckSheet.Card> list = Nodes.drawnStraight(new ListView<>());
    private final RecheckCard card;
    private final TextField note = new TextField();
    private final List<KeyButton> verdicts;
    private final Label proof = Nodes.wrapped("", "t-second");
    private final VBox judging;
    private final PanelFrame root;
    private boolean filling;

    /// A sample of before, in words.
    private record Choice(RecheckId id, String said) {
        @Override
        public String toString() {
            return said;
        }
    }

    /// `frame` is what the page shows, of which a sample would be drawn.
    RecheckView(Desk desk, Hall hall, Words names, Supplier<Frame> frame, Runnable close) {
        this.messages = hall.messages();
        this.names = names;
        this.frame = frame;
        figures = new FigureWords(names, messages);
        model = new RecheckModel(desk, hall, this::paint);
        header = new PanelHeader(messages, messages.get("kpi.recheck-title"));
        header.action(new IconButton("figures/recheck-close", Icons.CLOSE, messages.get("kpi.sheet-close"), close));
        size.setId("figures/recheck-size");
        size.setAccessibleText(messages.get("kpi.recheck-size"));
        size.getStyleClass().add("staff-size");
        draw = new KeyButton(messages, "figures/recheck-draw", messages.get("kpi.recheck-draw"), "", this::draw).low();
        past.setId("figures/rechecks");
        past.setAccessibleText(messages.get("kpi.rechecks"));
        past.getStyleClass().add("figure-choice");
        past.valueProperty().subscribe(v -> {
            if (!filling && v != null) {
                model.choose(v.id());
            }
        });
        list.setId("figures/recheck-cases");
        list.setAccessibleText(messages.get("kpi.recheck-keys"));
        list.getStyleClass().addAll("inspection-points", "recheck-list");
        list.setCellFactory(_ -> new RecheckCell(model, names, messages));
        list.getSelectionModel().selectedItemProperty().subscribe(c -> {
            if (!filling && c != null) {
                model.go(c.place());
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        card = new RecheckCard(desk, hall, names);
        note.setId("figures/recheck-note");
        note.setPromptText(messages.get("kpi.recheck-note"));
        note.setAccessibleText(messages.get("kpi.recheck-note"));
        verdicts = Recheck.Verdict.ALL.stream()
                .map(v -> new KeyButton(
                                messages,
                                "figures/recheck-" + v,
                                messages.get("kpi.verdict." + v),
                                Integer.toString(Recheck.Verdict.ALL.indexOf(v) + 1),
                                () -> judge(v))
                        .low())
                .toList();
        judging =
                Nodes.column("figure-lines", card.root(), note, Nodes.row("line", verdicts.toArray(KeyButton[]::new)));
        VBox lines = Nodes.column(
                "figure-sheet",
                of,
                Nodes.row("line", Nodes.keep(messages.get("kpi.recheck-size"), "t-body"), size, draw, past),
                rate,
                counts,
                Nodes.grow(list),
                judging,
                proof);
        root = new PanelFrame(header, lines);
        root.getStyleClass().add("figure-sheet-column");
    }

    Region root() {
        return root;
    }

    /// Shows the samples, at first the one a figure stands with.
    void open(@Nullable RecheckId wanted) {
        model.open(wanted);
        list.requestFocus();
    }

    void lookAnew() {
        model.forget();
        model.open(null);
    }

    private void key(KeyEvent e) {
        int digit = "123".indexOf(e.getText().isEmpty() ? "?" : e.getText());
        if (digit >= 0 && !e.isShortcutDown() && !e.isAltDown()) {
            judge(Recheck.Verdict.ALL.get(digit));
            e.consume();
        } else if (e.getCode() == KeyCode.PAGE_DOWN) {
            model.go(model.place() + 1);
            e.consume();
        } else if (e.getCode() == KeyCode.PAGE_UP) {
            model.go(model.place() - 1);
            e.consume();
        }
    }

    private void judge(String verdict) {
        model.judge(verdict, note.getText() == null ? "" : note.getText().strip());
        note.clear();
        list.requestFocus();
    }

    private void draw() {
        int number;
        try {
            number = Integer.parseInt(size.getText().strip());
        } catch (NumberFormatException e) {
            number = 0;
        }
        boolean wrong = number < 1 || number > Recheck.LARGEST;
        size.pseudoClassStateChanged(DANGER, wrong);
        if (wrong) {
            header.error(messages.get("kpi.recheck-size-wrong", Recheck.LARGEST));
        } else {
            model.draw(number, frame.get());
        }
    }

    /// What the page shows may have changed, and what stands in the sample.
    void paint() {
        filling = true;
        header.error(model.trouble());
        header.meta(model.coming() ? messages.get("kpi.waiting") : "");
        of.setText(messages.get("kpi.recheck-from", figures.scope(frame.get().scope())));
        List<Choice> choices = model.sheets().stream()
                .map(s -> new Choice(s.recheck().id(), said(s)))
                .toList();
        if (!past.getItems().equals(choices)) {
            past.getItems().setAll(choices);
        }
        RecheckSheet sheet = model.sheet().orElse(null);
        Optional<Choice> here = choices.stream()
                .filter(c -> sheet != null && c.id().equals(sheet.recheck().id()))
                .findFirst();
        past.setValue(here.orElse(null));
        Nodes.show(past, !choices.isEmpty());
        allow(draw, model.mayJudge() ? "" : messages.get("kpi.recheck-who"));
        List<RecheckSheet.Card> cards = sheet == null ? List.of() : sheet.cards();
        if (list.getItems().equals(cards)) {
            list.refresh();
        } else {
            list.getItems().setAll(cards);
        }
        RecheckSheet.Card at = model.card().orElse(null);
        if (at != null) {
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, cards.indexOf(at) - 1));
        }
        card.show(at);
        Nodes.show(judging, at != null);
        Nodes.show(list, sheet != null);
        verdicts.forEach(b -> allow(b, model.mayJudge() ? "" : messages.get("kpi.recheck-who")));
        if (sheet == null) {
            header.uncounted();
            rate.setText("");
            counts.setText(model.coming() || !model.trouble().isEmpty() ? "" : messages.get("kpi.recheck-none-yet"));
            proof.setText("");
        } else {
            sums(sheet);
        }
        filling = false;
    }

    private void sums(RecheckSheet s) {
        header.count(s.recheck().cases().size());
        Double share = s.share();
        Double lower = s.lower();
        Double upper = s.upper();
        rate.setText(
                share == null || lower == null || upper == null
                        ? messages.get("kpi.recheck-nothing")
                        : messages.get(
                                "kpi.recheck-rate",
                                Numbers.decimal(share, 1),
                                Numbers.decimal(lower, 1),
                                Numbers.decimal(upper, 1)));
        String played = s.recheck().playedOut() ? messages.get("kpi.recheck-simulated") + " · " : "";
        int hidden = s.recheck().cases().size() - s.cards().size();
        String unseen = hidden == 0 ? "" : " · " + messages.get("kpi.recheck-hidden", hidden);
        counts.setText(played
                + messages.get(
                        "kpi.recheck-counts",
                        s.judged(),
                        s.recheck().cases().size(),
                        s.holds(),
                        s.broken(),
                        s.judged() - s.holds() - s.broken(),
                        model.own())
                + unseen);
        Recheck r = s.recheck();
        proof.setText(messages.get(
                "kpi.recheck-proof",
                names.person(r.by().person()),
                names.second(r.at()),
                figures.scope(r.scope()),
                figures.span(r.span()),
                Numbers.whole(r.population()),
                Long.toString(r.revision()),
                r.seed().substring(0, Math.min(16, r.seed().length()))));
    }

    private String said(RecheckSheet s) {
        return messages.get(
                "kpi.recheck-past",
                names.stamp(s.recheck().at()),
                s.judged(),
                s.recheck().cases().size());
    }

    private static void allow(KeyButton button, String why) {
        if (why.isEmpty()) {
            button.allow();
        } else {
            button.forbid(why);
        }
    }
}
