package org.yiping.console.ui.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
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

/// The line of tours below the tiles (轮巡): which list, how long at each, on one tile or on all; then where it is, what
/// comes and whether it goes on by itself. FX thread.
final class TourBar {
    private static final List<Integer> DWELLS = List.of(5, 8, 12, 20, 30, 60, 120);
    private static final int USUAL = 12;
    private static final double BUTTONS = 700;
    private static final String LIST = "tour.list"; // not a message
    private static final String DWELL = "tour.dwell-kept"; // not a message
    private static final String ALL = "tour.tiles-kept"; // not a message

    private final Desk desk;
    private final Hall hall;
    private final TourRun run;
    private final ComboBox<Choice> lists;
    private final ComboBox<Integer> dwell;
    private final Label what = Nodes.cut("", "t-body");
    private final Label place = Nodes.keep("", "t-body", "t-strong");
    private final ProgressBar progress = new ProgressBar(0);
    private final Label times = Nodes.keep("", "t-second");
    private final KeyButton tiles;
    private final KeyButton pause;
    private final KeyButton hold;
    private final FlowPane idle;
    private final FlowPane running;
    private final VBox root;
    private List<CameraId> favourites = List.of();

    /// A list of cameras; `dwell` is 0 where it says none.
    record Choice(String id, String name, List<CameraId> cameras, int dwell) {}

    TourBar(Desk desk, Hall hall, CameraGrid grid, CameraPlayer player) {
        this.desk = desk;
        this.hall = hall;
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
        KeyButton begin = button("begin", "tour.begin", "T", this::begin);
        KeyButton back = button("back", "tour.back", "J", () -> run.step(-1, own()));
        KeyButton next = button("next", "tour.next", "K", () -> run.step(1, own()));
        KeyButton end = button("end", "tour.end", "T", run::end);
        what.getStyleClass().add("tour-what");
        idle = flow(sign(), lists, dwell, tiles, begin);
        running = flow(sign(), what, place, progress, times, back, pause, next, hold, end);
        root = Nodes.column("tour-bar", idle, running);
        lists.valueProperty().subscribe(c -> {
            if (c != null && c.dwell() > 0) {
                dwell.setValue(c.dwell());
            }
        });
        grid.addEventHandler(MouseEvent.MOUSE_PRESSED, this::touched);
        tell();
    }

    Region root() {
        return root;
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

    private HBox sign() {
        return Nodes.row(
                "line", Icons.of(Icons.TOUR, Icons.Size.ROW), Nodes.keep(text("tour.title"), "t-body", "t-strong"));
    }

    private static FlowPane flow(Node... nodes) {
        FlowPane flow = new FlowPane(nodes);
        flow.getStyleClass().add("tour-line");
        flow.setPrefWrapLength(BUTTONS);
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
        Nodes.show(idle, tour == null);
        Nodes.show(running, tour != null);
        tiles.words(text(all() ? "tour.on-all" : "tour.on-one"));
        if (tour == null) {
            return;
        }
        String list = lists.getValue() == null ? "" : lists.getValue().name();
        int count = tour.cameras().size();
        what.setText(
                run.tile() == 0
                        ? hall.messages().get("tour.all-of", count, list)
                        : hall.messages().get("tour.tile-of", run.tile(), count, list));
        place.setText(tour.at() + 1 + " / " + count);
        progress.setProgress((tour.at() + 1.0) / count);
        times.setText(times(tour));
        boolean held = tour.pace() instanceof Tour.Pace.Rests rests && rests.why() == Tour.Why.HELD;
        boolean paused = !tour.runs() && !held;
        pause.words(text(paused ? "tour.go" : "tour.pause"));
        hold.words(text(held ? "tour.go" : "tour.hold"));
    }

    private String text(String key) {
        return hall.messages().get(key);
    }

    private String rests(@Nullable Instant until, Instant now) {
        return until == null
                ? text("tour.stands")
                : hall.messages()
                        .get(
                                "tour.returns",
                                Math.max(
                                        0,
                                        Math.ceilDiv(
                                                Duration.between(now, until).toMillis(), 1000L)));
    }

    private String times(Tour tour) {
        Instant now = own();
        long left = Math.ceilDiv(tour.left(now).toMillis(), 1000L);
        String words = switch (tour.pace()) {
            case Tour.Pace.Runs _ ->
                hall.messages().get("tour.next-in", tour.dwell().toSeconds(), left);
            case Tour.Pace.Rests rests -> rests(rests.until(), now);
        };
        int skipped = run.skipped();
        if (skipped == tour.cameras().size()) {
            return text("tour.none-online");
        }
        return skipped == 0 ? words : words + " · " + hall.messages().get("tour.skipped", skipped);
    }
}
