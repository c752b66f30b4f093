package org.yiping.console.ui.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Buttons;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.video.CameraPlayer;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.Tour;

/// Tours on the camera page (轮巡): in its line the button that begins one, then where it is and what is pressed while it
/// runs; in its menu which list, how long at each, on one tile or on all, then the whole of what is said of it. FX
/// thread.
final class TourBar {
    private static final List<Integer> DWELLS = List.of(5, 8, 12, 20, 30, 60, 120);
    private static final int USUAL = 12;
    private static final String LIST = "tour.list"; // not a message
    private static final String DWELL = "tour.dwell-kept"; // not a message
    private static final String ALL = "tour.tiles-kept"; // not a message

    private final Desk desk;
    private final Hall hall;
    private final TourRun run;
    private final TourWords words;
    private final ComboBox<Choice> lists;
    private final ComboBox<Integer> dwell;
    private final Label what = Nodes.cut("", "t-body");
    private final Label place = Nodes.keep("", "t-body", "t-strong");
    private final ProgressBar progress = new ProgressBar(0);
    private final Label left = Nodes.keep("", "t-second");
    private final Label times = Nodes.label("", "t-second");
    private final KeyButton tiles;
    private final KeyButton begin;
    private final KeyButton back;
    private final KeyButton pause;
    private final KeyButton next;
    private final KeyButton hold;
    private final KeyButton end;
    private final HBox pace;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private List<CameraId> favourites = List.of();

    /// A list of cameras; `dwell` is 0 where it says none.
    record Choice(String id, String name, List<CameraId> cameras, int dwell) {}

    TourBar(Desk desk, Hall hall, CameraGrid grid, CameraPlayer player) {
        this.desk = desk;
        this.hall = hall;
        words = new TourWords(hall.messages());
        run = new TourRun(grid, player, desk.stores().cameras());
        lists = box(
                "tour/list",
                "tour.list-name",
                c -> hall.messages().get("tour.list-of", c.name(), c.cameras().size()));
        dwell = box("tour/dwell", "tour.dwell-name", s -> hall.messages().get("tour.dwell", s));
        dwell.getItems().setAll(DWELLS);
        dwell.setValue(kept(DWELL, Integer.toString(USUAL)).transform(TourBar::seconds));
        progress.getStyleClass().add("tour-progress");
        tiles = button("tiles", "", "", () -> keep(ALL, all() ? "one" : "all"));
        pause = button("pause", "tour.pause", "P", () -> run.pause(own()));
        hold = button("hold", "tour.hold", "Space", () -> run.hold(own())).icon(Icons.HOLD);
        begin = button("begin", "tour.begin", "T", this::begin).icon(Icons.TOUR);
        back = button("back", "tour.back", "J", () -> run.step(-1, own()));
        next = button("next", "tour.next", "K", () -> run.step(1, own()));
        end = button("end", "tour.end", "T", run::end);
        pace = Nodes.row("line", Icons.of(Icons.TOUR, Icons.Size.ROW), place, progress, left);
        times.setWrapText(true);
        lists.valueProperty().subscribe(c -> {
            if (c != null && c.dwell() > 0) {
                dwell.setValue(c.dwell());
            }
        });
        grid.addEventHandler(MouseEvent.MOUSE_PRESSED, this::touched);
        tell();
    }

    /// Made for the page's menu.
    Region settings() {
        Region idle = flow(lists, dwell, tiles);
        Region touring = Nodes.column("camera-menu-part", what, times, flow(back, pause));
        idle.visibleProperty().bind(running.not());
        touring.visibleProperty().bind(running);
        List.of(idle, touring).forEach(part -> part.managedProperty().bind(part.visibleProperty()));
        return Nodes.column("camera-menu-part", Nodes.keep(text("tour.title"), "t-strong"), idle, touring);
    }

    /// Whether a tour has the tiles, at rest or not.
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// For the page's line while no tour runs.
    Node opener() {
        return begin;
    }

    /// For the page's line while one runs.
    List<Node> line() {
        return List.of(pace, hold, next, end);
    }

    /// What can be done now, wherever its button stands.
    List<Action> actions() {
        List<KeyButton> now = running.get() ? List.of(hold, pause, back, next, end) : List.of(begin, tiles);
        return now.stream().map(b -> Buttons.of(b, text("tour.title"))).toList();
    }

    void onShow(Subscriptions subscriptions) {
        run.show(own());
        desk.lookup().cameras().ifPresent(this::askFavourites);
        subscriptions.add(desk.stores().patrolPlans().subscribe(_ -> hall.fx().execute(this::relist)));
        subscriptions.add(desk.stores().cameras().subscribe(_ -> hall.fx().execute(this::relist)));
        subscriptions.listen(hall.ticker().now(), _ -> {
            run.tick(own());
            tell();
        });
        relist();
    }

    private void askFavourites(CameraUse use) {
        var _ = use.favourites()
                .thenAccept(a -> hall.fx().execute(() -> {
                    if (a instanceof Found.Got<List<CameraId>>(List<CameraId> all)) {
                        favourites = all;
                        relist();
                    }
                }));
    }

    /// Nobody looks: it stands where it is.
    void onHide() {
        run.hide(own());
    }

    /// This machine's own clock: the platform's may jump when it is asked.
    private Instant own() {
        return hall.ownTime();
    }

    private static FlowPane flow(Node... nodes) {
        FlowPane flow = new FlowPane(nodes);
        flow.getStyleClass().add("tour-line");
        return flow;
    }

    private <T> ComboBox<T> box(String id, String name, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(text(name));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String typed) {
                return null; // chosen, never typed
            }
        });
        return box;
    }

    private KeyButton button(String part, String words, String key, Runnable act) {
        return new KeyButton(hall.messages(), "tour/" + part, words.isEmpty() ? "" : text(words), key, () -> {
                    act.run();
                    tell();
                })
                .low();
    }

    private String kept(String name, String otherwise) {
        return hall.remembered().now().get().choices().getOrDefault(name, otherwise);
    }

    private void keep(String name, String value) {
        hall.remembered().change(p -> p.withChoice(name, value));
    }

    private static int seconds(String kept) {
        return DWELLS.stream()
                .filter(d -> kept.equals(d.toString()))
                .findFirst()
                .orElse(USUAL);
    }

    private boolean all() {
        return kept(ALL, "one").equals("all");
    }

    private void relist() {
        List<Choice> choices = new ArrayList<>();
        desk.stores()
                .patrolPlans()
                .rows()
                .values()
                .filter(p -> !p.retired())
                .sorted(Comparator.comparing((PatrolPlan p) -> p.task().name()).thenComparing(p -> p.id().value()))
                .forEach(p -> choices.add(new Choice(
                        p.id().value(),
                        p.task().name(),
                        p.task().cameras(),
                        p.task().dwell())));
        if (!favourites.isEmpty()) {
            choices.add(new Choice("favourites", text("tour.favourites"), favourites, 0));
        }
        List<CameraId> every = desk.stores()
                .cameras()
                .rows()
                .values()
                .sorted(Comparator.comparing(Camera::name))
                .map(Camera::id)
                .toList();
        choices.add(new Choice("all", text("tour.all"), every, 0));
        if (choices.equals(lists.getItems())) {
            return;
        }
        Choice was = lists.getValue();
        String wanted = was == null ? kept(LIST, "") : was.id();
        lists.getItems().setAll(choices);
        lists.setValue(
                choices.stream().filter(c -> c.id().equals(wanted)).findFirst().orElse(choices.getFirst()));
    }

    private void begin() {
        Choice chosen = lists.getValue();
        Integer seconds = dwell.getValue();
        if (chosen == null || seconds == null) {
            return;
        }
        keep(LIST, chosen.id());
        keep(DWELL, seconds.toString());
        run.begin(chosen.cameras(), Duration.ofSeconds(seconds), all(), own());
    }

    private void touched(Event e) {
        if (e.getTarget() instanceof Node node) {
            for (Node at = node; at != null; at = at.getParent()) {
                if (at instanceof CameraTile tile) {
                    run.touched(tile, own());
                    tell();
                    return;
                }
            }
        }
    }

    private void tell() {
        Tour tour = run.now().orElse(null);
        running.set(tour != null);
        tiles.words(text(all() ? "tour.on-all" : "tour.on-one"));
        if (tour == null) {
            return;
        }
        String list = lists.getValue() == null ? "" : lists.getValue().name();
        Instant now = own();
        int count = tour.cameras().size();
        what.setText(words.what(run, tour, list));
        place.setText(tour.at() + 1 + " / " + count);
        progress.setProgress((tour.at() + 1.0) / count);
        times.setText(words.times(tour, run.skipped(), now));
        left.setText(words.left(tour, run.skipped(), now));
        boolean held = tour.pace() instanceof Tour.Pace.Rests rests && rests.why() == Tour.Why.HELD;
        pause.words(text(tour.runs() || held ? "tour.pause" : "tour.go"));
        hold.words(text(held ? "tour.go" : "tour.hold"));
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
