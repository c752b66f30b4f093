package org.yiping.console.ui.shell;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.yiping.console.store.Me;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.BrandMark;
import org.yiping.console.ui.control.Icons;

/// The top bar (40 px): mark, windows, seat and person, clock and date. FX thread.
final class TopBar {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Map<String, Button> tabs = new LinkedHashMap<>();
    private final Label seat = Nodes.keep("", "t-body", "t-muted");
    private final Label clock = Nodes.keep("", "t-clock");
    private final Label date = Nodes.keep("", "t-second");
    private final HBox root;

    TopBar(String window, Desk desk, Hall hall, List<String> offered, Consumer<String> show) {
        this.desk = desk;
        this.hall = hall;
        words = new Words(desk.stores(), hall.messages());
        Label brand = Nodes.keep(hall.messages().get("shell.brand"), "brand");
        brand.setGraphic(new BrandMark());
        HBox pages = Nodes.row("window-tabs");
        for (String page : offered) {
            Button tab = new Button(title(page));
            tab.setId(window + "/tab-" + page);
            tab.setAccessibleText(title(page));
            tab.getStyleClass().add("window-tab");
            tab.setTooltip(new Tooltip("Ctrl " + (tabs.size() + 1)));
            tab.setMinWidth(Region.USE_PREF_SIZE);
            tab.setOnAction(_ -> show.accept(page));
            tabs.put(page, tab);
            pages.getChildren().add(tab);
        }
        seat.setGraphic(Icons.of(Icons.PERSON, Icons.Size.CONTROL));
        root = Nodes.row("top-bar", brand, pages, Nodes.spring(), seat, clock, date);
    }

    Region root() {
        return root;
    }

    void select(String page) {
        tabs.forEach((name, tab) -> tab.pseudoClassStateChanged(SELECTED, name.equals(page)));
    }

    void tick(Instant now) {
        clock.setText(words.second(now));
        String pattern = words.english() ? "EEE dd MMM" : "MM-dd EEE";
        date.setText(DateTimeFormatter.ofPattern(pattern, words.english() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
                .format(now.atZone(words.zone())));
        seat.setText(desk.me().map(this::who).orElse(""));
    }

    private String who(Me me) {
        return words.post(me.actor().post()) + " " + me.actor().seat().value() + " · " + me.name();
    }

    private String title(String page) {
        return switch (page) {
            case "workbench" -> hall.messages().get("shell.workbench");
            case "map" -> hall.messages().get("shell.map");
            case "video" -> hall.messages().get("shell.video");
            case "duty" -> hall.messages().get("shell.duty");
            case "assessment" -> hall.messages().get("shell.assessment");
            default -> hall.messages().get("shell.wall");
        };
    }
}
