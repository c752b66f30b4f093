package org.yiping.console.ui.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.Veil;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Buttons;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.control.KeyButton;

/// One workstation window: top bar, a page, status line. FX thread.
///
/// A seat's notices stand in one of its windows, the workbench, which there always is.
/// A page is made when it is first asked for and kept; only the page on screen is shown in the panels' sense.
final class WorkWindow {
    private static final Logger LOG = LoggerFactory.getLogger(WorkWindow.class);

    private final String name;
    private final Stage stage = new Stage();
    private final Hall hall;
    private final TopBar bar;
    private final StatusLine status;
    private final Pages pages;
    private final Map<String, Panel> made = new HashMap<>();
    private final StackPane middle = new StackPane();
    private final Subscriptions subscriptions = new Subscriptions();
    private final @Nullable NoticeLine notices;
    private final Finds finds;
    private final Palette palette;
    private final KeySheet sheet;
    private final AlarmSheet alarmSheet;
    private final AlarmActions alarmActions;
    private final WindowActions own;
    private final OpenDayHand openDay;
    private final StoryHand story;
    private final Veil veil;
    private @Nullable Panel shown;
    private String shownPage = "";

    WorkWindow(Topology.Placement placement, Desk desk, Hall hall, Pages pages, SeatAlarms alarms) {
        this.name = placement.name();
        this.hall = hall;
        this.pages = pages;
        finds = new Finds(desk, hall, pages::ask);
        palette = new Palette(name, hall.messages(), typed -> finds.of(typed, everywhere()), this::chosen);
        sheet = new KeySheet(name, hall.messages(), hall.keys(), this::keyed);
        bar = new TopBar(name, desk, hall, placement.tabs(), pages::ask, palette::open);
        alarmSheet = new AlarmSheet(name, alarms, desk, hall);
        alarmActions = new AlarmActions(alarms, alarmSheet, hall);
        bar.watch(alarms, alarmSheet::open);
        status = new StatusLine(name, desk, hall);
        notices = name.equals("workbench") ? new NoticeLine(name, hall) : null;
        middle.setMinSize(0, 0);
        StackPane.setAlignment(palette.root(), Pos.TOP_CENTER);
        StackPane.setAlignment(sheet.root(), Pos.TOP_CENTER);
        StackPane.setAlignment(alarmSheet.root(), Pos.TOP_CENTER);
        StackPane centre = new StackPane(middle, palette.root(), sheet.root(), alarmSheet.root());
        centre.setMinSize(0, 0);
        if (notices != null) {
            status.carry(notices.line());
            centre.getChildren().add(notices.stack());
        }
        openDay = new OpenDayHand(desk, hall);
        story = new StoryHand(desk, hall);
        VBox foot = new VBox(new CaptionBar(name, story, hall.messages()).root(), status.root());
        BorderPane root = new BorderPane(centre, bar.root(), null, foot, null);
        root.setId(name + "/window");
        root.setAccessibleText(title());
        Monitor m = placement.monitor();
        Scene scene = new Scene(root, m.width(), m.height());
        hall.themes().apply(scene);
        KeyButton.caps(scene, hall.keys()::cap);
        own = new WindowActions(this, hall, placement.tabs(), bar, pages, desk);
        veil = desk.stores().veil();
        var _ = new Keys(scene, middle, hall.keys(), this::actions, this::perform);
        var _ = new FocusKeeper(scene, hall.fx());
        stage.initStyle(StageStyle.UNDECORATED); // a title bar would push the status line off the screen
        stage.setScene(scene);
        stage.setTitle(title());
        stage.setX(m.x());
        stage.setY(m.y());
        stage.setWidth(m.width());
        stage.setHeight(m.height());
    }

    private String title() {
        return switch (name) {
            case "map" -> hall.messages().get("shell.title-map");
            case "video" -> hall.messages().get("shell.title-video");
            default -> hall.messages().get("shell.title-workbench");
        };
    }

    String name() {
        return name;
    }

    Stage stage() {
        return stage;
    }

    void open(String page) {
        stage.show();
        subscriptions.close();
        subscriptions.listen(
                hall.remembered().now(), _ -> Buttons.caps(stage.getScene().getRoot(), hall.keys()::cap));
        subscriptions.listen(hall.ticker().now(), now -> {
            bar.tick(now);
            status.tick(now);
            alarmSheet.tick();
        });
        show(page);
        subscriptions.add(openDay.listen());
        story.show();
        boolean[] was = {veil.on()};
        subscriptions.add(veil.subscribe(() -> hall.fx().execute(() -> {
            if (was[0] != veil.on()) {
                was[0] = veil.on();
                lookAnew();
            }
        })));
    }

    /// What a page asked the platform for before the veil was drawn or taken away is asked for again.
    private void lookAnew() {
        if (shown != null) {
            shown.onHide();
            shown.onShow();
        }
        status.tick(hall.now());
    }

    void show(String page) {
        Panel next = panel(page);
        if (next.equals(shown)) {
            return;
        }
        if (shown != null) {
            shown.onHide();
        }
        shown = next;
        shownPage = page;
        middle.getChildren().setAll(next.root());
        bar.select(page);
        next.onShow();
        Node owner = stage.getScene().getFocusOwner();
        if (!FocusPath.holds(next.root(), owner)) {
            Node first = FocusPath.first(next.root());
            if (first != null) {
                first.requestFocus(); // the focus is always somewhere one sees it
            }
        }
    }

    Palette palette() {
        return palette;
    }

    KeySheet sheet() {
        return sheet;
    }

    /// To the next panel of the page, or the one before.
    void jump(int by) {
        FocusPath.jump(stage.getScene(), middle, by);
    }

    /// No title bar, so a key closes.
    void quit() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    void close() {
        subscriptions.close();
        story.hide();
        if (shown != null) {
            shown.onHide();
            shown = null;
        }
        stage.close();
    }

    private Panel panel(String page) {
        return made.computeIfAbsent(page, pages::make);
    }

    boolean shows(String page) {
        return shown != null && shownPage.equals(page);
    }

    /// What a page offers and every button that stands there; its keys are heard there alone.
    List<Action> table(String page) {
        Map<String, Action> all = new LinkedHashMap<>();
        Panel panel = panel(page);
        put(panel.actions(), all);
        put(Buttons.under(panel.root(), bar.title(page), text("shell.disabled")), all);
        return all.values().stream().map(a -> a.at(Set.of(page))).toList();
    }

    /// The one table of this window: what its page offers, the notices and the window's own.
    private List<Action> actions() {
        Map<String, Action> all = new LinkedHashMap<>();
        if (shown != null) {
            put(table(shownPage), all);
        }
        if (notices != null) {
            put(notices.actions(), all);
        }
        put(alarmActions.actions(), all);
        put(own.actions(), all);
        put(List.of(openDay.action()), all);
        put(story.actions(), all);
        return List.copyOf(all.values());
    }

    /// That table, and what all other pages offer.
    private List<Action> everywhere() {
        Map<String, Action> all = new LinkedHashMap<>();
        put(actions().stream().map(a -> a.doing(() -> perform(a))).toList(), all);
        put(pages.elsewhere(), all);
        return List.copyOf(all.values());
    }

    /// The first of an id counts; its key is heard where any of them is.
    private static void put(List<Action> some, Map<String, Action> all) {
        some.forEach(a -> all.merge(a.id(), a, (known, same) -> known.at(both(known.pages(), same.pages()))));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return Set.of();
        }
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /// What a key can be given to: not the passing buttons of rows.
    private List<Action> keyed() {
        return everywhere().stream()
                .filter(a -> a.key() != null || !a.also().isEmpty())
                .toList();
    }

    /// What another window or page meant to be done here, as it stands now.
    void take(Action action) {
        perform(actions().stream()
                .filter(a -> a.id().equals(action.id()))
                .findFirst()
                .orElse(action.refused(text("shell.gone"))));
    }

    private void chosen(Entry entry) {
        if (entry.allowed()) {
            entry.run().run();
        } else {
            refuse(entry.id(), entry.words(), entry.refusal());
        }
    }

    /// Whatever a key or the palette asks for goes through here: done, or refused with its reason.
    private void perform(Action asked) {
        if (asked.allowed()) {
            asked.act().run();
            LOG.debug("done {}", asked.id());
        } else {
            refuse(asked.id(), asked.words(), asked.refusal());
        }
    }

    private void refuse(String id, String words, String why) {
        hall.notices().show(Notice.info("refused-key", hall.messages().get("shell.refused", words, why)));
        LOG.debug("refused {}", id);
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
