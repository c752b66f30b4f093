package org.yiping.console.ui.cases;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.Clocks;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.MarkShape;
import org.yiping.domain.casework.Light;

/// The head of a group in the queue (组头): its worst light, its name, how many it has now and how many of them ask for
/// haste. As high as a row, because all rows of a long list are. FX thread.
final class GroupHead extends HBox {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final PseudoClass SOON = PseudoClass.getPseudoClass("soon");

    private final Messages messages;
    private final CaseMark mark;
    private final FontIcon sign = Icons.of(Icons.UNFOLDED, Icons.Size.CONTROL);
    private final Label name = Nodes.cut("", "t-name");
    private final Label count = Nodes.keep("", "t-name");
    private final Label over = Nodes.keep("", "countdown", "small");
    private final Label soon = Nodes.keep("", "countdown", "small");
    private final Label rest = Nodes.cut("", "t-second");

    GroupHead(Messages messages) {
        this.messages = messages;
        mark = new CaseMark(messages, 20);
        over.pseudoClassStateChanged(OVER, true);
        soon.pseudoClassStateChanged(SOON, true);
        HBox first = Nodes.row("line", name, Nodes.spring(), count);
        HBox second = Nodes.row("line", over, soon, rest);
        VBox lines = Nodes.grow(Nodes.column("lines", first, second));
        lines.setMinWidth(0);
        getStyleClass().addAll("case-row", "queue-head");
        getChildren().addAll(mark, lines, sign);
    }

    void show(String words, QueueGroup.Tally tally, boolean folded) {
        mark.show(MarkShape.CIRCLE, Clocks.light(tally.worst()));
        Icons.change(sign, folded ? Icons.FOLDED : Icons.UNFOLDED);
        name.setText(words);
        count.setText(Numbers.whole(tally.all()));
        int red = tally.of(Light.RED);
        int yellow = tally.of(Light.YELLOW);
        over.setText(messages.get("cases.group-over", red));
        soon.setText(messages.get("cases.group-soon", yellow));
        Nodes.show(over, red > 0);
        Nodes.show(soon, yellow > 0);
        rest.setText(red + yellow > 0 ? "" : messages.get("cases.group-calm"));
    }
}
