package org.yiping.console.ui.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.control.Chip;

/// How the queue is grouped and what its rows say, chosen from a strip below the filter. FX thread.
final class QueueOptions {
    private final CasesViewModel model;
    private final Messages messages;
    private final OptionStrip strip;
    private final Chip grouped;

    QueueOptions(CasesViewModel model, Messages messages, Runnable back) {
        this.model = model;
        this.messages = messages;
        strip = new OptionStrip(back);
        grouped = new Chip("cases/group", messages.get("cases.group"));
        grouped.setOnAction(_ -> group());
        model.pulse().subscribe(_ -> say());
    }

    /// Stands beside the orders.
    Chip chip() {
        return grouped;
    }

    Region strip() {
        return strip;
    }

    void group() {
        strip.toggle("group", groupings());
        say();
    }

    void columns() {
        strip.toggle("columns", columnOptions());
    }

    /// The chip says how the view is grouped, for that is why its rows stand so.
    private void say() {
        Grouping now = model.grouping();
        String words = now == Grouping.NONE
                ? messages.get("cases.group")
                : model.rowWords().grouping(now);
        if (!words.equals(grouped.getAccessibleText())) {
            grouped.words(words);
        }
        grouped.setSelected(now != Grouping.NONE);
        strip.refresh("group", this::groupings);
        strip.refresh("columns", this::columnOptions);
    }

    private List<OptionStrip.Option> groupings() {
        return Arrays.stream(Grouping.values())
                .map(g -> new OptionStrip.Option(
                        "cases/group-" + word(g), model.rowWords().grouping(g), g == model.grouping(), _ -> {
                            model.group(g);
                            strip.close();
                            say();
                        }))
                .toList();
    }

    private List<OptionStrip.Option> columnOptions() {
        return Arrays.stream(QueueColumn.values())
                .map(c -> new OptionStrip.Option(
                        "cases/column-" + word(c),
                        model.rowWords().column(c),
                        model.columns().contains(c),
                        said -> model.column(c, said)))
                .toList();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
