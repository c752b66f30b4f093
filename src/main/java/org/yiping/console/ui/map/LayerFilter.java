package org.yiping.console.ui.map;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Background;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.map.ComponentLayers;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.filter.ComponentAttributes;
import org.yiping.console.map.filter.FilterFault;
import org.yiping.console.map.filter.RowFilter;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.component.ComponentTable;

/// Which components the map has at all, as a line of ECQL (部件筛选): written, and Enter pressed. What is wrong with
/// it is said below, and the filter before it stays. It is not kept: components that are missing tomorrow would be
/// looked for. FX thread.
final class LayerFilter {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    /// How the parser calls the end of what is written.
    private static final String END = "<EOF>";

    private static final String EXAMPLE = "class = 'C-0102' AND owner IS NULL";

    private final CityMap map;
    private final Messages messages;
    private final TextField field = new TextField();
    private final Label says = Nodes.whenSaid(Nodes.label("", "t-second"));
    private final VBox root;
    private Background.@Nullable Job reading;

    /// A filter that was understood, or what is wrong with it.
    private record Answer(
            @Nullable RowFilter filter, @Nullable FilterFault fault) {}

    LayerFilter(CityMap map) {
        this.map = map;
        this.messages = map.hall().messages();
        field.setId("map/component-filter");
        field.setPromptText(EXAMPLE);
        field.setAccessibleText(messages.get("map.filter-name"));
        field.setOnAction(_ -> apply());
        says.setId("map/component-filter-says");
        says.setWrapText(true);
        says.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        Label name = Nodes.keep(messages.get("map.filter-name"), "t-second");
        name.setLabelFor(field);
        root = Nodes.column("layer-detail", name, field, says);
    }

    VBox root() {
        return root;
    }

    /// "1 234 / 30 219" while a filter is worn, else nothing.
    String count() {
        ComponentTable table = map.components();
        return map.filter() == null || table == null
                ? ""
                : messages.get("map.filter-kept", Numbers.whole(map.kept()), Numbers.whole(table.size()));
    }

    private void apply() {
        if (reading != null) {
            reading.cancel();
        }
        String text = field.getText() == null ? "" : field.getText().strip();
        MapEngine engine = map.engine().get().orElse(null);
        ComponentTable table = map.components();
        if (text.isEmpty()) {
            wear(null);
        } else if (engine == null || table == null) {
            say(messages.get("map.filter-early"));
        } else {
            reading = map.hall()
                    .background()
                    .run(
                            () -> answer(text, table, engine),
                            answer -> {
                                FilterFault fault = answer.fault();
                                if (fault == null) {
                                    wear(answer.filter());
                                } else {
                                    say(words(fault));
                                }
                            },
                            _ -> say(messages.get("map.filter-failed")));
        }
    }

    /// Off the FX thread. Some faults show when it is asked of rows, so it is.
    private static Answer answer(String text, ComponentTable table, MapEngine engine) {
        try {
            RowFilter filter = RowFilter.read(text, ComponentAttributes.NAMES, engine.projection());
            filter.rows(ComponentAttributes.of(ComponentLayers.placed(table, engine.projection()), filter));
            return new Answer(filter, null);
        } catch (FilterFault fault) {
            return new Answer(null, fault);
        }
    }

    private void wear(@Nullable RowFilter filter) {
        say("");
        map.filter(filter);
    }

    private void say(String words) {
        says.setText(words);
        field.pseudoClassStateChanged(DANGER, !words.isEmpty());
    }

    private String words(FilterFault fault) {
        String what = switch (fault.kind()) {
            case WORDS ->
                fault.detail().isEmpty() || fault.detail().endsWith(END)
                        ? messages.get("map.filter-ends")
                        : messages.get("map.filter-words", fault.detail());
            case ATTRIBUTE ->
                messages.get(
                        "map.filter-attribute",
                        fault.detail(),
                        String.join(", ", ComponentAttributes.NAMES) + ", " + RowFilter.PLACE);
            case PLACES -> messages.get("map.filter-places", fault.detail());
        };
        return fault.place() == 0 ? what : messages.get("map.filter-at", fault.place(), what);
    }
}
