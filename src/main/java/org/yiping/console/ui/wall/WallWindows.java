package org.yiping.console.ui.wall;

// long because what stands, on which windows and when it is looked at again is decided in one place

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.fx.Themes;
import org.yiping.console.settings.Theme;
import org.yiping.console.store.OwnNode;
import org.yiping.console.ui.Boards;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.Pictures;
import org.yiping.console.ui.Words;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.wall.Arrangement;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallTopology;

/// The display wall (大屏): one window without frame on each of its monitors, and over them the scene that is due. FX
/// thread.
///
/// Nobody sits at a wall: no pointer, no key but the supervisor's, no way to close it by hand. It wears
/// the hall's theme whatever the seats wear. Monitors are given as rectangles of the desktop, in
/// pixels. Windows stay while scenes change and while other monitors come and go; a scene that cannot
/// be laid out leaves the one that stands.
public final class WallWindows {
    private static final Logger LOG = LoggerFactory.getLogger(WallWindows.class);
    /// Letters on the map.
    private static final int MOST_LETTERS = 26;

    private final Desk desk;
    private final Hall hall;
    private final PanelPool pool;
    private final Themes themes = new Themes(Theme.HALL, 100);
    private final WallModel model;
    private final Boards boards;
    private final Programme programme;
    private final Together together;
    private final Kiosk kiosk = new Kiosk(this::turned);
    private final Map<Box, WallStage> windows = new LinkedHashMap<>();
    private final Subscriptions subscriptions = new Subscriptions();
    private WallTopology topology = WallTopology.NONE;
    private @Nullable Laid standing;
    private @Nullable Scene composed;
    private boolean own;
    private boolean troubled;
    private @Nullable Instant stopped;

    /// A window with its name, for who saves pictures.
    public record NamedScene(String name, javafx.scene.Scene scene) {}

    /// All that decides what stands where.
    private record Laid(
            WallScene scene, Together.View view, List<Shown> shown, WallRules.Room room, List<Placement> sent) {}

    /// Uses the panels `map-wall` (best a `Ground`) and `cameras-wall` where the catalogue has them; `shipped` are the
    /// scenes of a wall that has heard of no city.
    public WallWindows(Desk desk, Hall hall, PanelCatalogue catalogue, WallBook shipped) {
        this(
                desk,
                hall,
                catalogue,
                shipped,
                new OwnNode(new OwnNode.Place("wall", new NodeId("wall"), null)),
                Frames.direct());
    }

    /// As `own` among the computers of one wall.
    public WallWindows(Desk desk, Hall hall, PanelCatalogue catalogue, WallBook shipped, OwnNode own, Frames frames) {
        this.desk = desk;
        this.hall = hall;
        pool = new PanelPool(catalogue);
        model = new WallModel(desk, hall);
        boards = new Boards(desk, hall, () -> {}); // the next second paints what came
        programme = new Programme(desk, hall, shipped);
        together = new Together(own, hall.messages(), frames, desk.stores().clock(), hall.own());
    }

    public void open(List<Rectangle2D> screens) {
        open(screens, true);
    }

    /// `nobodyElse` works at these monitors. Where somebody does, their windows may lie above the wall.
    public void open(List<Rectangle2D> screens, boolean nobodyElse) {
        close();
        own = nobodyElse;
        topology = WallTopology.of(boxes(screens));
        model.show();
        kiosk.tick(hall.now());
        lay(hall.now());
        subscriptions.listen(hall.ticker().now(), this::tick);
        Feed<WallId> sent = hall.feed(_ -> again());
        subscriptions.add(sent);
        subscriptions.add(desk.stores().walls().subscribe(sent::changed));
    }

    /// Asks for the wall's screens again whenever the desktop's have changed.
    public void follow(Supplier<List<Rectangle2D>> screens) {
        subscriptions.add(new ScreenWatch(Screen.getScreens(), hall.fx(), () -> screens(screens.get())));
    }

    /// These are the wall's screens from now on.
    public void screens(List<Rectangle2D> screens) {
        WallTopology next = topology.seen(boxes(screens));
        if (!next.equals(topology)) {
            LOG.info(
                    "the wall has {} monitors, {} are lost",
                    next.present().size(),
                    next.lost().size());
            topology = next;
            again();
        }
        windows.values().forEach(WallStage::place);
    }

    public void close() {
        subscriptions.close();
        model.hide();
        windows.values().forEach(w -> {
            WallMonitor monitor = w.monitor();
            if (monitor != null) {
                monitor.hide();
            }
            w.close();
        });
        windows.clear();
        standing = null;
    }

    /// This scene stands until it is released or its time is over, also after a restart.
    public void order(SceneId scene) {
        programme.order(scene);
        again();
    }

    /// What is due stands again.
    public void release() {
        programme.release();
        again();
    }

    private void again() {
        lay(hall.now());
        paint();
    }

    /// `wall-1` … in reading order.
    public List<NamedScene> scenes() {
        List<NamedScene> named = new ArrayList<>();
        for (WallStage window : windows.values()) {
            named.add(
                    new NamedScene("wall-" + (named.size() + 1), window.stage().getScene()));
        }
        return named;
    }

    /// By their monitors, as this desktop has them.
    public Map<Box, javafx.scene.Scene> monitors() {
        Map<Box, javafx.scene.Scene> all = new LinkedHashMap<>();
        windows.forEach((monitor, w) -> all.put(monitor, w.stage().getScene()));
        return all;
    }

    public List<Stage> stages() {
        return windows.values().stream().map(WallStage::stage).toList();
    }

    void tick(Instant now) {
        boolean wasOpen = kiosk.isOpen();
        kiosk.tick(now);
        if (wasOpen && !kiosk.isOpen()) {
            turned(Kiosk.Turn.LOCK); // above everything again
        }
        lay(now);
        windows.values().forEach(WallStage::place);
        model.count(now, this::paint);
        paint();
        together.say(
                topology,
                model.calls(),
                desk.stores().revision(),
                stands(),
                model.oldest(now).orElse(null));
    }

    /// Puts what is due where it belongs; does nothing where that stands already.
    private void lay(Instant now) {
        try {
            programme.shared(together.shared(now));
            boolean calls = together.calls(model.calls(), now);
            WallScene scene = programme.due(now, calls);
            List<Placement> sent = programme.panels(now);
            Together.View view = together.view(topology, now);
            Arrangement arrangement = Arrangement.of(scene, view.wall(), sent);
            List<Shown> shown =
                    arrangement.tiles().stream().map(t -> t.tile().at(now)).toList();
            Laid next = new Laid(scene, view, shown, programme.rules().room(), sent);
            if (!next.equals(standing) && lay(next, arrangement)) {
                together.changed(scene.id(), now);
            }
            model.sent(
                    shown.stream().flatMap(s -> s.about().stream()).collect(Collectors.toSet()),
                    programme.sent(now),
                    arrangement.homeless().size());
            model.hand(programme.hand(now, calls).orElse(null));
            troubled = false;
        } catch (RuntimeException | Error e) {
            if (!troubled) {
                troubled = true;
                LOG.error("the scene that is due cannot be laid out; what stood before stays", e);
            }
        }
    }

    /// Whether any window shows something else now.
    private boolean lay(Laid next, Arrangement arrangement) {
        List<Box> boxes = next.view.wall().windows();
        double bezel = boxes.isEmpty() ? 0 : next.room.bezel(boxes.getFirst().width());
        Scene scene = Scene.of(
                arrangement, next.shown, new Scene.Bezels(next.view.wall().lattice(), bezel));
        WallMonitor.Kit kit = new WallMonitor.Kit(pool, desk, hall, boards, next.room);
        Map<Box, WallMonitor.Look> looks = new LinkedHashMap<>();
        for (int i = 0; i < boxes.size(); i++) {
            if (next.view.own().contains(boxes.get(i))) {
                looks.put(next.view.here(boxes.get(i)), WallMonitor.Look.of(i, boxes.get(i), scene, next.room));
            }
        }
        // What is done with gives its panels back before anything new asks for some.
        Map<Box, WallStage> before = new LinkedHashMap<>(windows);
        before.forEach((place, w) -> {
            WallMonitor monitor = w.monitor();
            if (monitor != null && !monitor.look().equals(looks.get(place))) {
                monitor.leave(looks.get(place), scene.bezels());
            }
        });
        windows.clear();
        boolean changed = false;
        for (Map.Entry<Box, WallMonitor.Look> entry : looks.entrySet()) {
            Box place = entry.getKey();
            WallMonitor.Look look = entry.getValue();
            WallStage window = before.remove(place);
            if (window == null) {
                window = window(place, next.room);
            }
            WallMonitor here = window.monitor();
            if (here == null || !here.look().equals(look)) {
                WallMonitor monitor = new WallMonitor(look, scene, kit, here);
                window.put(monitor);
                monitor.show();
                changed = true;
            }
            windows.put(place, window);
            window.show(own && !kiosk.isOpen());
        }
        before.values().forEach(WallStage::close);
        model.focus(IntStream.range(0, next.shown.size())
                .filter(i -> !arrangement.tiles().get(i).sent())
                .mapToObj(next.shown::get)
                .flatMap(s -> s.about().stream())
                .findFirst()
                .orElse(null));
        if (standing == null || !standing.scene.equals(next.scene)) {
            LOG.info("the scene {} stands, version {}", next.scene.id().value(), next.scene.version());
        }
        standing = next;
        composed = scene;
        return changed;
    }

    private WallStage window(Box box, WallRules.Room room) {
        Tiers tiers = Tiers.of(room.lastSeatMetres(), room.monitorMetres(), box.width());
        return new WallStage(box, hall.messages().get("wall.title"), themes, kiosk, tiers);
    }

    /// What cannot be worked out leaves the picture of before, and every window says since when that stands.
    private void paint() {
        Instant now = hall.now();
        try {
            paint(now);
            stopped = null;
        } catch (RuntimeException | Error e) {
            Instant since = stopped == null ? now : stopped;
            if (stopped == null) {
                LOG.error("what the wall says cannot be worked out; it stands still and says so", e);
            }
            stopped = since;
            Words words = new Words(desk.stores(), hall.messages());
            String said = hall.messages().get("wall.stopped", words.moment(since, now));
            windows.values().forEach(w -> w.say(said));
        }
    }

    private void paint(Instant now) {
        List<WallMonitor> monitors = windows.values().stream()
                .map(WallStage::monitor)
                .filter(Objects::nonNull)
                .toList();
        Set<CaseId> outside =
                monitors.stream().flatMap(m -> m.outside().stream()).collect(Collectors.toSet());
        model.lost(together.lost(now));
        model.stands(
                stands(PanelKind.MAP),
                monitors.stream().flatMap(m -> m.ages(now).stream()).toList());
        model.older(model.oldest(now).map(o -> together.older(now, o)).orElse(List.of()));
        WallFace face = model.face(now, outside);
        WallRules.Light light = programme.light(now);
        // the test pattern is there to show the outermost pixels, which must not step aside
        WallRules.Offset offset = stands(PanelKind.PATTERN)
                ? WallRules.Offset.NONE
                : programme.rules().offset(now);
        String notice = kiosk.isOpen() ? hall.messages().get("wall.unlocked", kiosk.left()) : "";
        monitors.forEach(monitor -> {
            monitor.tick(face);
            monitor.light(light);
        });
        WallFace spoken = face.lettered(lettered(monitors, now));
        monitors.forEach(monitor -> monitor.map(spoken));
        windows.values().forEach(w -> {
            w.shift(offset);
            w.say(notice);
        });
    }

    /// What stands on this computer's monitors, in pixels of its desktop.
    private List<NodeWord.Stand> stands() {
        Laid here = standing;
        return here == null
                ? List.of()
                : windows.values().stream()
                        .map(WallStage::monitor)
                        .filter(Objects::nonNull)
                        .flatMap(m -> m.stands().stream())
                        .map(s -> new NodeWord.Stand(here.view.here(s.box()), s.panel(), s.letters()))
                        .toList();
    }

    /// Whether pictures of cameras stand on this computer's monitors.
    public boolean picturesStand() {
        return stands().stream().anyMatch(s -> s.panel().panel() == PanelKind.CAMERAS);
    }

    private boolean stands(PanelKind panel) {
        return standing != null && standing.shown.stream().anyMatch(s -> s.panel() == panel);
    }

    /// By their letters, from A on; those that never came are nobody's. Each stands under its own letter, however many
    /// pictures the tiles before it have. What other computers show is as they said last, a second or two ago: only
    /// what this scene has in that very place counts, never a letter of the scene before.
    private List<CameraId> lettered(List<WallMonitor> monitors, Instant now) {
        List<CameraId> cameras = new ArrayList<>(Collections.nCopies(MOST_LETTERS, Pictures.NOBODY));
        monitors.stream()
                .flatMap(m -> m.lettered().stream())
                .filter(l -> l.letter() < MOST_LETTERS)
                .forEach(l -> cameras.set(l.letter(), l.camera()));
        Scene here = composed;
        if (here != null) {
            together.others(now)
                    .forEach(stand -> stand.letters().stream()
                            .filter(l -> l.letter() >= 0 && l.letter() < MOST_LETTERS)
                            .filter(l -> cameras.get(l.letter()).equals(Pictures.NOBODY))
                            .filter(l -> here.lettered(l.letter())
                                    .filter(stand.panel()::equals)
                                    .isPresent())
                            .forEach(l -> cameras.set(l.letter(), l.camera())));
        }
        return cameras;
    }

    private void turned(Kiosk.Turn turn) {
        Laid here = standing;
        if (here == null) {
            return;
        }
        switch (turn) {
            case NEXT -> programme.step(here.scene, 1);
            case LAST -> programme.step(here.scene, -1);
            case DUE -> programme.release();
            case LOCK -> windows.values().forEach(w -> w.show(own && !kiosk.isOpen()));
        }
        again();
    }

    private static List<Box> boxes(List<Rectangle2D> screens) {
        return screens.stream()
                .map(r -> new Box(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight()))
                .toList();
    }
}
