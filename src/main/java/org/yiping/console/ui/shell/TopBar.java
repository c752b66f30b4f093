package org.yiping.console.ui.shell;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Me;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.AgeText;
import org.yiping.console.ui.control.BrandMark;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.shift.Seat;

/// The top bar (40 px): mark, windows, seat and person, clock and date. FX thread.
final class TopBar {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final PseudoClass FLOOD = PseudoClass.getPseudoClass("flood");
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    /// Below this width of the window, in pixels at 100 %, who sits here goes before which day it is.
    private static final double DATE_FITS = 1250;
    /// Below this the product's name and the search, which has a key, leave their room to the pages.
    private static final double NAME_FITS = 1000;

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final WindowTabs tabs;
    private final Button state = new Button();
    private final Label seat =
            Nodes.cut("", "t-body", "t-muted", "seat-person"); // the one that knows it best reads it least
    private final Label clock = Nodes.keep("", "t-clock");
    private final Label date = Nodes.keep("", "t-second");
    private final Button load = new Button();
    private @Nullable SeatAlarms alarms;
    private final Label cap = Nodes.keep("", "key-cap");
    private final HBox root;

    TopBar(String window, Desk desk, Hall hall, List<String> offered, Consumer<String> show, Runnable find) {
        this.desk = desk;
        this.hall = hall;
        words = new Words(desk.stores(), hall.messages());
        Label brand = Nodes.keep(hall.messages().get("shell.brand"), "brand");
        brand.setGraphic(new BrandMark());
        tabs = new WindowTabs(
                window,
                offered,
                hall.messages(),
                this::title,
                page -> hall.keys().cap(tabAction(page), "Ctrl " + (offered.indexOf(page) + 1)),
                show);
        load.setId(window + "/alarms");
        load.getStyleClass().add("alarm-load");
        load.setMinWidth(Region.USE_PREF_SIZE);
        load.setAccessibleText(hall.messages().get("alarm.list"));
        load.setGraphic(Icons.of(Icons.DANGER, Icons.Size.CONTROL));
        Nodes.show(load, false);
        state.setId(window + "/seat-state");
        state.getStyleClass().add("seat-state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.setOnAction(_ -> {
            int next = Seat.STATES.indexOf(desk.seat().state()) + 1;
            desk.seat().set(Seat.STATES.get(next % Seat.STATES.size()));
            state();
        });
        state();
        seat.setGraphic(Icons.of(Icons.PERSON, Icons.Size.CONTROL));
        HBox face = Nodes.row(
                "line",
                Icons.of(Icons.FIND, Icons.Size.CONTROL),
                Nodes.grow(Nodes.cut(hall.messages().get("palette.typed"), "t-body")),
                cap);
        Button search = new Button();
        search.setId(window + "/search");
        search.setAccessibleText(hall.messages().get("palette.typed"));
        search.getStyleClass().add("command-search");
        search.setGraphic(face);
        face.prefWidthProperty().bind(search.widthProperty().subtract(18));
        search.setOnAction(_ -> find.run());
        root = Nodes.row("top-bar", brand, tabs, search, Nodes.spring(), load, state, seat, clock, date);
        root.setMinWidth(0); // nothing here widens a page
        root.widthProperty().subscribe(_ -> tabs.requestLayout());
        root.sceneProperty().flatMap(Scene::widthProperty).subscribe(width -> {
            Nodes.show(date, fits(width, DATE_FITS));
            boolean named = fits(width, NAME_FITS);
            brand.setContentDisplay(named ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
            Nodes.show(search, named);
        });
    }

    private boolean fits(@Nullable Number width, double base) {
        return width == null
                || width.doubleValue() >= hall.themes().look().get().px(base);
    }

    /// What this seat says of itself; a seat that is not ready is to be noticed by who sits there.
    private void state() {
        String now = desk.seat().state();
        String said = words.seats().state(now);
        state.setText(said);
        state.setAccessibleText(hall.messages().get("seat.own-state", said));
        state.pseudoClassStateChanged(AWAY, !now.equals(Seat.READY));
    }

    Region root() {
        return root;
    }

    void select(String page) {
        tabs.select(page);
    }

    void tick(Instant now) {
        tabs.requestLayout(); // what is beside them may be longer now
        load();
        state();
        cap.setText(hall.keys().cap("shell/palette", "Ctrl K"));
        clock.setText(words.second(now));
        String pattern = words.english() ? "EEE dd MMM" : "MM-dd EEE";
        date.setText(DateTimeFormatter.ofPattern(pattern, words.english() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
                .format(now.atZone(words.zone())));
        seat.setText(desk.me().map(this::who).orElse(""));
    }

    private String who(Me me) {
        return words.post(me.actor().post()) + " " + me.actor().seat().value() + " · " + me.name();
    }

    static String tabAction(String page) {
        return "shell/tab-" + page;
    }

    /// Shows what this seat is to answer, and how much it is asked to bear; a press opens them.
    void watch(SeatAlarms seat, Runnable open) {
        alarms = seat;
        load.setOnAction(_ -> open.run());
    }

    private void load() {
        SeatAlarms seat = alarms;
        Nodes.show(load, seat != null && seat.known());
        if (seat == null || !seat.known()) {
            return;
        }
        int waiting = seat.waiting().size();
        String oldest =
                seat.oldest().map(age -> AgeText.of(age, hall.messages())).orElse("");
        load.setText(
                waiting == 0
                        ? hall.messages().get("alarm.load", seat.count(), seat.most())
                        : hall.messages().get("alarm.load-waiting", waiting, oldest, seat.count(), seat.most()));
        load.setAccessibleText(load.getText());
        load.pseudoClassStateChanged(FLOOD, seat.flood());
        load.pseudoClassStateChanged(WAITING, waiting > 0);
    }

    String title(String page) {
        return switch (page) {
            case "workbench" -> hall.messages().get("shell.workbench");
            case "map" -> hall.messages().get("shell.map");
            case "video" -> hall.messages().get("shell.video");
            case "duty" -> hall.messages().get("shell.duty");
            case "figures" -> hall.messages().get("shell.figures");
            case "assessment" -> hall.messages().get("shell.assessment");
            case "evaluation" -> hall.messages().get("shell.evaluation");
            case "staff" -> hall.messages().get("shell.staff");
            case "sensors" -> hall.messages().get("shell.sensors");
            case "inspection" -> hall.messages().get("inspection.page");
            case "debrief" -> hall.messages().get("debrief.page");
            case "reports" -> hall.messages().get("report.page");
            case "scenes" -> hall.messages().get("scene.page");
            default -> hall.messages().get("shell.wall");
        };
    }
}
