package org.yiping.console.ui.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.yiping.console.ui.control.NoticeStack;

/// One workstation window: top bar, a page, status line, notices. FX thread.
///
/// A page is made when it is first asked for and kept; only the page on screen is shown in the panels' sense.
final class WorkWindow {
    private static final Logger LOG = LoggerFactory.getLogger(WorkWindow.class);

    private final String name;
    private final Stage stage = new Stage();
    private final Hall hall;
    private final TopBar bar;
    private final StatusLine status;
    private final Function<String, Panel> pages;
    private final Map<String, Panel> made = new HashMap<>();
    private final StackPane middle = new StackPane();
    private final Subscriptions subscriptions = new Subscriptions();
    private final NoticeStack notices;
    private final Finds finds;
    private final Palette palette;
    private final KeySheet sheet;
    private final WindowActions own;
    private final OpenDayHand openDay;
    private final StoryHand story;
    private final Veil veil;
    private @Nullable Panel shown;
    private String shownPage = "";

    WorkWindow(
            Topology.Placement placement,
            Desk desk,
            Hall hall,
            Function<String, Panel> pages,
            Consumer<String> asked,
            SeatAlarms alarms) {
        this.name = placement.name();
        this.hall = hall;
        this.pages = pages;
        finds = new Finds(desk, hall, asked);
        palette = new Palette(name, hall.messages(), typed -> finds.of(typed, actions()), this::perform);
        sheet = new KeySheet(name, hall.messages(), hall.keys(), this::keyed);
        bar = new TopBar(name, desk, hall, placement.tabs(), asked, palette::open);
        bar.watch(alarms);
        status = new StatusLine(name, desk, hall);
        notices = new NoticeStack(hall.notices(), hall.messages());
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        notices.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        middle.setMinSize(0, 0);
        StackPane.setAlignment(palette.root(), Pos.TOP_CENTER);
        StackPane.setAlignment(sheet.root(), Pos.TOP_CENTER);
        StackPane centre = new StackPane(middle, palette.root(), sheet.root(), notices);
        centre.setMinSize(0, 0);
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
        own = new WindowActions(this, hall, placement.tabs(), bar, asked);
        veil = desk.stores().veil();
        var _ = new Keys(scene, hall.keys(), this::actions, a -> perform(Entry.of(a, "")));
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
        Panel next = made.computeIfAbsent(page, pages);
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

    /// The one table of this window: what its page offers, every button that stands in it, and the window's own.
    private List<Action> actions() {
        List<Action> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Panel page = shown;
        if (page != null) {
            add(page.actions(), all, ids);
            String title = bar.title(shownPage);
            add(Buttons.under(page.root(), title, text("shell.disabled")), all, ids);
        }
        add(Buttons.under(notices, text("shell.notices"), text("shell.disabled")), all, ids);
        add(own.actions(), all, ids);
        add(List.of(openDay.action()), all, ids);
        add(story.actions(), all, ids);
        return all;
    }

    private static void add(List<Action> some, List<Action> all, Set<String> ids) {
        some.stream().filter(a -> ids.add(a.id())).forEach(all::add);
    }

    /// What a key can be given to: not the passing buttons of rows.
    private List<Action> keyed() {
        return actions().stream()
                .filter(a -> a.key() != null || !a.also().isEmpty())
                .toList();
    }

    /// Whatever a key or the palette asks for goes through here: done, or refused with its reason.
    private void perform(Entry asked) {
        if (asked.allowed()) {
            asked.run().run();
            LOG.debug("done {}", asked.id());
        } else {
            hall.notices()
                    .show(Notice.info(
                            "refused-key", hall.messages().get("shell.refused", asked.words(), asked.refusal())));
            LOG.debug("refused {}", asked.id());
        }
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
