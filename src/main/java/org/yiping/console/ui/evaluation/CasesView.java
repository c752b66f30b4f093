package org.yiping.console.ui.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.CaseRows;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;

/// The cases that were opened, whichever number of the page they stand behind; from here they are put aside for an
/// appeal or a notice. FX thread.
final class CasesView {
    private final NamedCases cases;
    private final Baskets baskets;
    private final Supplier<String> whose;
    private final EvaluationWords words;
    private final Label title = Nodes.cut("", "t-body", "t-strong");
    private final Label count = Nodes.keep("", "t-second");
    private final Label problem = Nodes.whenSaid(Nodes.wrapped("", "field-error"));
    private final CaseRows rows;
    private final KeyButton aside;
    private final KeyButton more;
    private final VBox root;
    private List<Case> shown = List.of();
    private String said = "";

    /// `whose` says for which department, area or person a case is put aside; empty for none.
    CasesView(NamedCases cases, Desk desk, Hall hall, EvaluationWords words, Baskets baskets, Supplier<String> whose) {
        this.cases = cases;
        this.baskets = baskets;
        this.whose = whose;
        this.words = words;
        rows = new CaseRows(desk, hall, words.names(), "evaluation/cases");
        aside = new KeyButton(hall.messages(), "evaluation/aside", words.text("evaluation.aside"), "Alt A", this::aside)
                .low();
        more = new KeyButton(hall.messages(), "evaluation/more", words.text("evaluation.more"), "Alt M", cases::more)
                .low();
        root = Nodes.column(
                "evaluation-cases",
                Nodes.row("line", title, count, Nodes.spring(), more, aside),
                problem,
                Nodes.grow(rows.root()));
    }

    Region root() {
        return root;
    }

    private void aside() {
        String of = whose.get();
        if (!of.isEmpty()) {
            rows.chosen().map(Case::id).ifPresent(id -> baskets.toggle(of, id));
        }
    }

    void refresh() {
        List<Case> now = cases.cases();
        String state = state(now);
        if (!now.equals(shown) || !state.equals(said)) {
            shown = now;
            said = state;
            if (now.isEmpty()) {
                rows.empty(state);
            } else {
                rows.show(now);
            }
        }
        title.setText(cases.title().isEmpty() ? words.text("evaluation.cases") : cases.title());
        count.setText(count(now.size()));
        problem.setText(cases.trouble());
        Nodes.show(more, cases.hasMore());
        dress();
    }

    private String state(List<Case> now) {
        if (!now.isEmpty()) {
            return "";
        }
        if (cases.title().isEmpty()) {
            return words.text("evaluation.cases-choose");
        }
        if (cases.isWaiting()) {
            return words.text("kpi.behind-asking");
        }
        if (!cases.trouble().isEmpty()) {
            return cases.trouble();
        }
        return words.text(cases.total() == 0 ? "evaluation.cases-none" : "evaluation.cases-unseen");
    }

    /// How many there are, and how many of them are listed.
    private String count(int listed) {
        if (cases.title().isEmpty()
                || (cases.total() == 0 && (cases.isWaiting() || !cases.trouble().isEmpty()))) {
            return "";
        }
        return listed == cases.total()
                ? Numbers.whole(listed)
                : words.text("evaluation.listed", Numbers.whole(cases.total()), Numbers.whole(listed));
    }

    /// What the button would do with the case the hand is at.
    private void dress() {
        CaseId chosen = rows.chosen().map(Case::id).orElse(null);
        List<CaseId> basket = baskets.of(whose.get());
        boolean in = chosen != null && basket.contains(chosen);
        aside.words(
                in
                        ? words.text("evaluation.take-back")
                        : basket.isEmpty()
                                ? words.text("evaluation.aside")
                                : words.text("evaluation.aside-more", basket.size()));
        aside.forbid(chosen == null ? words.text("evaluation.choose-case") : "");
    }

    void tick(Instant now) {
        rows.tick(now);
        dress();
    }
}
