package org.yiping.console.ui.camera;

// long because the grid of a desk and that of a wall are one panel

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Pictures;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.video.CameraPlayer;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;

/// The cameras (视频): a list to choose from and a grid of tiles. FX thread.
///
/// A camera picked anywhere (map, case) goes to the selected tile. Hidden, the panel pulls no stream at all.
public final class CameraPanel implements Pictures {
    private static final List<Integer> SIDES = List.of(1, 2, 3, 4, 5, 6, 8);
    /// A camera that is away longer gives its tile of the wall to another one; a shorter while would only restart
    /// streams.
    private static final Duration AWAY = Duration.ofMinutes(1);
    private static final String SIDE = "camera.side"; // not a message

    private final Desk desk;
    private final Messages messages;
    private final Hall hall;
    private final CameraGrid grid;
    private final TileMarks marks;
    private final PanelHeader header;
    private final CameraDirectory directory;
    private final Subscriptions subscriptions = new Subscriptions();
    private final HBox root;
    private final @Nullable KeyButton enlarge;
    private final @Nullable CameraStation station;
    private boolean filled;
    /// For all tiles of a scene that names none, and since when those of them that are offline have been seen so.
    private List<Camera> chosen = List.of();
    private final Map<CameraId, Instant> offline = new HashMap<>();
    /// Named cameras that were not to be had when the tiles were filled last.
    private List<CameraId> lacking = List.of();
    private int first;
    private @Nullable Choice choice;

    /// The grid on a workstation, as many tiles as the seat had last, with the list of all cameras.
    public CameraPanel(Desk desk, Hall hall, CameraPlayer player) {
        this(desk, hall, player, side(hall), false);
    }

    private CameraPanel(Desk desk, Hall hall, CameraPlayer player, int side, boolean wall) {
        this.desk = desk;
        this.hall = hall;
        this.messages = hall.messages();
        grid = new CameraGrid(
                hall, () -> desk.city().map(CityFacts::zone).orElse(ZoneOffset.UTC), player, side, side, wall);
        marks = new TileMarks(desk, hall);
        directory = new CameraDirectory(desk, hall, this::take);
        grid.refusal(this::refusal);
        header = new PanelHeader(messages, messages.get("camera.title", side, side));
        if (wall) {
            root = new HBox(Nodes.grow(grid));
            enlarge = null;
            station = null;
            return;
        }
        KeyButton before =
                new KeyButton(messages, "camera/before", messages.get("camera.before"), "PgUp", () -> turn(-1));
        KeyButton after = new KeyButton(messages, "camera/after", messages.get("camera.after"), "PgDn", () -> turn(1));
        KeyButton spread = new KeyButton(messages, "camera/spread", messages.get("camera.spread"), "Home", this::spread)
                .icon(Icons.TOUR);
        KeyButton fewer = new KeyButton(messages, "camera/fewer", messages.get("camera.fewer"), "-", () -> step(-1));
        KeyButton more = new KeyButton(messages, "camera/more", messages.get("camera.more"), "=", () -> step(1));
        enlarge = new KeyButton(messages, "camera/enlarge", messages.get("camera.enlarge"), "F", grid::toggle);
        grid.onArranged(this::tell);
        grid.onDropped((id, tile) -> seen(id).ifPresent(c -> grid.show(tile, c)));
        List<KeyButton> seldom = List.of(fewer.low(), more.low(), spread.low(), before.low(), after.low());
        station = new CameraStation(
                desk, hall, player, new CameraStation.OfGrid(grid, enlarge.low(), seldom), directory, header);
        root = station.root();
    }

    /// Four pictures under letters, for the wall: in a row or two by two, as their region is.
    public static CameraPanel forWall(Desk desk, Hall hall, CameraPlayer player) {
        return new CameraPanel(desk, hall, player, 2, true);
    }

    private static int side(Hall hall) {
        String kept = hall.remembered().now().get().choices().getOrDefault(SIDE, "");
        return SIDES.stream().filter(s -> kept.equals(s.toString())).findFirst().orElse(3);
    }

    private int side() {
        return (int) Math.round(Math.sqrt(count()));
    }

    private int count() {
        return grid.tiles().size();
    }

    /// More tiles or fewer, one size on.
    private void step(int by) {
        int at = SIDES.indexOf(side()) + by;
        if (at >= 0 && at < SIDES.size()) {
            arrange(SIDES.get(at));
        }
    }

    private void arrange(int side) {
        grid.arrange(side, side);
        hall.remembered().change(p -> p.withChoice(SIDE, Integer.toString(side)));
        header.title(messages.get("camera.title", side, side));
        first = 0;
        fill();
        tell();
    }

    /// Tiles that have no camera yet get one, far from those that are seen.
    private void fill() {
        List<Camera> shown = grid.tiles().stream()
                .flatMap(t -> Optional.ofNullable(t.camera()).stream())
                .toList();
        Iterator<Camera> next = CameraChoice.spread(viewed(), count() + shown.size()).stream()
                .filter(c -> !shown.contains(c))
                .iterator();
        for (int i = 0; i < count() && next.hasNext(); i++) {
            if (grid.tiles().get(i).camera() == null) {
                grid.show(i, next.next());
            }
        }
    }

    @Override
    public List<Action> actions() {
        if (station == null) {
            return List.of();
        }
        List<Action> all = new ArrayList<>(station.actions());
        SIDES.forEach(s ->
                all.add(hall.action("camera/grid-" + s * s, "camera.list", "camera.grid", () -> arrange(s), s * s)));
        return all;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public List<CameraId> lettered() {
        return grid.tiles().stream()
                .map(tile -> Optional.ofNullable(tile.camera()).map(Camera::id).orElse(NOBODY))
                .toList();
    }

    @Override
    public Optional<Old> oldest(Instant now) {
        return grid.tiles().stream().flatMap(t -> t.age(now).stream()).max(Comparator.comparing(Old::age));
    }

    @Override
    public void ask(Choice next) {
        choice = next;
        if (side() != next.side()) {
            grid.arrange(next.side(), next.side());
        }
        for (int i = 0; i < count(); i++) {
            grid.tiles().get(i).letter(next.letter() + i);
        }
        filled = false;
        refresh();
    }

    /// How many tiles show a live picture now.
    public int playing() {
        return grid.live();
    }

    @Override
    public void onShow() {
        subscriptions.close();
        Feed<CameraId> feed = hall.feed(_ -> refresh());
        subscriptions.add(feed);
        subscriptions.add(desk.stores().cameras().subscribe(feed::changed));
        subscriptions.add(desk.selection().subscribe(picked -> hall.fx().execute(() -> picked(picked))));
        subscriptions.listen(hall.ticker().now(), now -> {
            mend(now);
            tell();
        });
        if (station != null) {
            station.onShow(subscriptions);
        }
        refresh();
        grid.start();
    }

    @Override
    public void onHide() {
        subscriptions.close();
        if (station != null) {
            station.onHide();
        }
        grid.stop();
    }

    @Override
    public void forget() {
        grid.tiles().forEach(CameraTile::forget);
    }

    private void refresh() {
        grid.tiles()
                .forEach(t -> Optional.ofNullable(t.camera())
                        .flatMap(c -> desk.stores().cameras().find(c.id()))
                        .ifPresent(t::renew));
        List<Camera> all = viewed();
        List<CameraId> lacks = lacks(all);
        if (!all.isEmpty() && (!filled || !lacks.equals(lacking))) {
            lacking = lacks;
            List<Camera> shown = first(all);
            filled = choice != null || !shown.isEmpty(); // a desk that found none online looks again
            grid.show(shown);
            for (int i = 0; i < lacks.size() && shown.size() + i < count(); i++) {
                grid.tiles().get(shown.size() + i).lacks(words(lacks.get(i)));
            }
        }
        mend(hall.now());
        tell();
    }

    private List<Camera> first(List<Camera> all) {
        offline.clear();
        chosen = List.of();
        if (choice == null) {
            return CameraChoice.spread(all, count());
        }
        if (!choice.named().isEmpty()) {
            return CameraChoice.of(all, choice);
        }
        chosen = CameraChoice.chosen(all, choice);
        return CameraChoice.part(chosen, choice);
    }

    /// On a wall nobody chooses another camera: while any tile of its scene has none, or one that has been away for a
    /// minute, those that are there take its place. Named cameras stay.
    void mend(Instant now) {
        Choice of = choice;
        if (of == null || !filled || !of.named().isEmpty()) {
            return;
        }
        for (Camera c : chosen) {
            if (desk.stores()
                    .cameras()
                    .find(c.id())
                    .filter(k -> !k.state().offline())
                    .isPresent()) {
                offline.remove(c.id());
            } else {
                offline.merge(c.id(), now, (since, n) -> since.isAfter(n) ? n : since); // a clock that was put back
            }
        }
        Set<CameraId> gone = offline.entrySet().stream()
                .filter(e -> !now.isBefore(e.getValue().plus(AWAY)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (gone.isEmpty() && chosen.size() >= CameraChoice.tiles(of)) {
            return;
        }
        List<Camera> next = CameraChoice.mended(viewed(), chosen, gone, of);
        if (!next.equals(chosen)) {
            chosen = next;
            offline.keySet().retainAll(next.stream().map(Camera::id).collect(Collectors.toSet()));
            List<Camera> part = CameraChoice.part(next, of);
            for (int i = 0; i < part.size(); i++) {
                Camera there = grid.tiles().get(i).camera();
                if (there == null || !there.id().equals(part.get(i).id())) {
                    grid.show(i, part.get(i)); // the others play on
                }
            }
        }
    }

    /// Cameras a scene names and this post cannot see: whenever one comes or goes, the tiles are filled anew.
    private List<CameraId> lacks(List<Camera> all) {
        if (choice == null || choice.named().isEmpty()) {
            return List.of();
        }
        Set<CameraId> there = all.stream().map(Camera::id).collect(Collectors.toSet());
        return choice.named().stream().filter(id -> !there.contains(id)).toList();
    }

    private String words(CameraId lacking) {
        return desk.stores().cameras().find(lacking).isPresent()
                ? messages.get("camera.locked") + " · " + lacking.value()
                : messages.get("camera.unlisted", lacking.value());
    }

    private List<Camera> all() {
        return desk.stores().cameras().rows().values().toList();
    }

    /// Those this post may see.
    private List<Camera> viewed() {
        return all().stream().filter(directory::isViewed).toList();
    }

    /// Rights may be taken away and cameras dismounted while they are looked at.
    private Optional<TileFace> refusal(Camera shown) {
        Camera now = desk.stores().cameras().find(shown.id()).orElse(null);
        if (now == null) {
            return Optional.of(TileFace.gone(messages));
        }
        return directory.isViewed(now) ? Optional.empty() : Optional.of(TileFace.locked(messages));
    }

    private Optional<Camera> seen(CameraId id) {
        return desk.stores().cameras().find(id).filter(directory::isViewed);
    }

    private void tell() {
        List<Camera> all = all();
        long online = all.stream().filter(c -> c.state().online()).count();
        marks.tick(grid.tiles());
        String live = messages.get("camera.online", online, all.size()) + " · "
                + messages.get("camera.playing", grid.live(), count());
        header.meta(grid.slowed()
                .map(most -> live + " · " + messages.get("camera.slowed", most))
                .orElse(live));
        if (station != null) {
            station.at(grid.tiles().get(grid.selected()).camera());
        }
        if (enlarge != null) {
            enlarge.words(messages.get(grid.isEnlarged() ? "camera.reduce" : "camera.enlarge"));
        }
    }

    private void picked(Selection.Picked picked) {
        if (picked instanceof Selection.Picked.OfCamera(CameraId id) && !directory.pointed(id)) {
            seen(id).ifPresent(c -> grid.show(grid.selected(), c));
        }
    }

    private void take(Camera camera) {
        grid.show(grid.selected(), camera);
        grid.select((grid.selected() + 1) % count());
    }

    private void spread() {
        grid.show(CameraChoice.spread(viewed(), count()));
    }

    /// The next or the last group in the order of the list.
    private void turn(int by) {
        List<Camera> there =
                directory.order().stream().filter(c -> !c.state().offline()).toList();
        if (there.isEmpty()) {
            return;
        }
        int groups = Math.ceilDiv(there.size(), count());
        first = Math.floorMod(first + by, groups);
        grid.show(there.subList(first * count(), Math.min(there.size(), (first + 1) * count())));
    }
}
