package org.yiping.console.ui.camera;

// long because picture, words and stream of a tile change together

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Pictures;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;

/// One camera's tile (视频格): picture at the decoder's size, words over it only where it is no live picture, caption
/// below it. FX thread; the decoder is never waited for.
final class CameraTile extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");
    private static final PseudoClass CORNERED = PseudoClass.getPseudoClass("cornered");
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    /// Its picture leaves nothing of its ground to be seen.
    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");

    private static final double CORNERS = 24;
    /// The mark's distance from the corner, and some air.
    private static final double INSET = 8;
    /// Smaller than this there is no picture.
    private static final double LEAST = 32;

    private final Messages messages;
    private final boolean wall;
    private boolean whole;
    private final CameraPlayer player;
    private final PictureSurface surface = new PictureSurface();
    private final StackPane picture = new StackPane();
    private final StackPane room = new StackPane(picture);
    private final TileMark mark = new TileMark();
    private final BooleanProperty covered = new SimpleBooleanProperty();
    private final SimulatedTag simulated;
    private final Label time = Nodes.keep("", "tile-time");
    private final Label detected = Nodes.whenSaid(Nodes.cut("", "tile-detected"));
    private final TileWords middle = new TileWords();
    private final Label bandWords = Nodes.label("");
    private final HBox band;
    private final TileCaption caption;
    private final TileLens lens;
    private Function<Camera, Optional<TileFace>> refusal = _ -> Optional.empty();
    private @Nullable Camera camera;
    private @Nullable Watch watch;
    private @Nullable Watch coming;
    private TileFace.@Nullable Kind shown;
    private boolean moved;
    /// The picture that stands is no stream's that runs: another camera's, or one of before a pause.
    private boolean bygone;

    private boolean paused;

    CameraTile(Messages messages, CameraPlayer player, int number, boolean wall) {
        this.messages = messages;
        this.wall = wall;
        this.player = player;
        caption = new TileCaption(number, wall);
        setId("camera/tile-" + number);
        getStyleClass().add("tile");
        setFocusTraversable(!wall);
        simulated = new SimulatedTag(wall ? SimulatedTag.What.SHORT : SimulatedTag.What.PICTURE, messages);
        band = Nodes.row("tile-band", Icons.of(Icons.AGE_LATE, Icons.Size.ROW), bandWords);
        StackPane.setAlignment(simulated, Pos.TOP_LEFT);
        StackPane.setAlignment(time, Pos.TOP_RIGHT);
        StackPane.setAlignment(band, Pos.BOTTOM_LEFT);
        band.setMaxHeight(USE_PREF_SIZE);
        picture.getStyleClass().add("tile-picture");
        mark.visibleProperty()
                .bind(surface.view()
                        .visibleProperty()
                        .and(surface.view().imageProperty().isNotNull())
                        .or(covered));
        StackPane.setAlignment(detected, Pos.BOTTOM_CENTER);
        picture.getChildren().addAll(surface.view(), mark, middle, detected, band, simulated, time);
        lens = new TileLens(messages, this, picture, () -> watch != null && !wall, this::zoomed);
        picture.getChildren().add(lens.chip());
        picture.setMinSize(0, 0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(picture.widthProperty());
        clip.heightProperty().bind(picture.heightProperty());
        picture.setClip(clip);
        room.setMinSize(0, 0);
        setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(room, caption);
        widthProperty().subscribe(w -> caption.width(w.doubleValue()));
        setMinSize(0, 0);
        setOnMousePressed(_ -> requestFocus());
        picture.heightProperty().subscribe(_ -> fit());
        empty();
    }

    /// Counted from 0; beyond Z they are called by number.
    void letter(int at) {
        caption.letter(at);
    }

    @Nullable
    Camera camera() {
        return camera;
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /// What was recognised in this camera's picture, until another camera is shown.
    void detected(String words) {
        detected.setText(words);
    }

    /// Who looks at it and when: over the picture, and over whatever else is laid over that.
    void mark(@Nullable Image stamp, boolean everywhere) {
        mark.show(stamp, everywhere);
    }

    /// Shows another camera, or none; the picture of before stays until the new one's first, dimmed and under the word
    /// that this one is being fetched.
    void show(@Nullable Camera next) {
        if (next != null && next.equals(camera)) {
            return;
        }
        end();
        paused = false;
        lens.reset();
        camera = next;
        shown = null; // what was said was said of the other's picture
        detected.setText("");
        if (next == null) {
            empty();
            return;
        }
        caption.name(next.name());
        setAccessibleText(next.name());
        simulated.setVisible(next.state().simulated());
        requestLayout(); // another shape, perhaps
        say(unheard(next));
    }

    /// What is to be said before its stream has said anything.
    private TileFace unheard(Camera of) {
        return refusal.apply(of)
                .orElseGet(() -> of.state().worthTrying()
                        ? honest(TileFace.connecting(messages))
                        : TileFace.silent(of.state(), messages));
    }

    /// Not live before its own picture stands there; that it was paused is said until then.
    private TileFace honest(TileFace heard) {
        TileFace face = bygone && heard.kind() == TileFace.Kind.LIVE ? TileFace.connecting(messages) : heard;
        return paused && face.kind() == TileFace.Kind.CONNECTING ? face.paused(messages) : face;
    }

    /// All of the picture, with the hall's ground beside it, rather than a picture that fills the tile: what is looked
    /// at alone is looked at for what may be at its edge.
    void whole(boolean all) {
        whole = all;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Optional<FrameSize> all = shape();
        picture.setMaxWidth(all.map(FrameSize::width).map(Integer::doubleValue).orElse(Double.MAX_VALUE));
        picture.setMaxHeight(
                all.map(FrameSize::height).map(Integer::doubleValue).orElse(Double.MAX_VALUE));
    }

    /// The largest picture of its camera's shape that it has room for, where all of it is to be seen.
    private Optional<FrameSize> shape() {
        Camera of = camera;
        return of == null || !whole || room.getWidth() < LEAST || room.getHeight() < LEAST
                ? Optional.empty()
                : of.streams().stream().findFirst().map(s -> FrameSize.within(s, room.getWidth(), room.getHeight()));
    }

    /// The platform has another word for the camera it shows; what plays runs on, and what is not to be had by
    /// the addresses of before is asked for by those of now.
    void renew(Camera now) {
        Camera of = camera;
        if (of != null && of.id().equals(now.id())) {
            moved |= !of.streams().equals(now.streams()) || !Objects.equals(of.device(), now.device());
            camera = now;
        }
    }

    /// Says why there is no camera here.
    void lacks(String words) {
        caption.words(words);
        setAccessibleText(words);
    }

    private void empty() {
        forget();
        pseudoClassStateChanged(FILLED, false);
        caption.empty(messages.get("camera.none"));
        setAccessibleText(messages.get("camera.none"));
        Nodes.show(middle, false);
        Nodes.show(band, false);
        simulated.setVisible(false);
        time.setVisible(false);
    }

    /// What is said in the place of a picture that is not for this seat; asked again and again.
    void refusal(Function<Camera, Optional<TileFace>> asked) {
        refusal = asked;
    }

    /// Whether what it shows is not for this seat.
    boolean isRefused() {
        Camera of = camera;
        return of != null && refusal.apply(of).isPresent();
    }

    /// Starts to watch at the size the tile has now. When the size has changed (a tile enlarged takes the main stream)
    /// the old stream plays on until the new one has its first picture.
    void play() {
        Camera of = camera;
        FrameSize size =
                of == null || !of.state().worthTrying() || refusal.apply(of).isPresent() ? null : sizeFor(of);
        if (of == null || size == null) {
            return;
        }
        Watch next = coming != null ? coming : watch;
        if (next != null && next.size().equals(size)) {
            return;
        }
        drop(coming);
        coming = null;
        if (watch == null) {
            watch = player.watch(of, size, _ -> {});
            if (bygone) {
                pulse(); // a tour has the next one's picture ready: nothing is to be dimmed
            }
        } else if (watch.size().equals(size)) {
            return;
        } else {
            coming = player.watch(of, size, _ -> {});
        }
    }

    /// In which size this tile watches that camera now; absent before it has room.
    @Nullable
    FrameSize sizeFor(Camera of) {
        double w = Math.floor(picture.getWidth());
        double h = Math.floor(picture.getHeight());
        return w < LEAST || h < LEAST ? null : lens.size(of, w, h);
    }

    boolean isZoomed() {
        return lens.zoom().isZoomed();
    }

    private void zoomed(TileZoom next) {
        surface.zoom(next);
        play(); // near by, the stream's own size has more to show
    }

    /// Nobody sees it: it pulls nothing, and says so when it comes into sight again.
    void stop() {
        paused |= watch != null;
        end();
        if (paused && camera != null) {
            say(unheard(camera));
        }
    }

    private void end() {
        drop(watch);
        drop(coming);
        watch = null;
        coming = null;
        moved = false;
        bygone = surface.view().getImage() != null;
        dim();
    }

    /// The last picture is nobody's: nothing of it is kept.
    void forget() {
        surface.clear();
        bygone = false;
        dim();
    }

    private void dim() {
        surface.view().pseudoClassStateChanged(DIMMED, bygone || shown == TileFace.Kind.FROZEN);
        if (bygone) {
            pseudoClassStateChanged(FILLED, false);
        }
    }

    private static void drop(@Nullable Watch watch) {
        if (watch != null) {
            watch.close();
        }
    }

    /// One look at the decoder, once a pulse: says whether the picture changed.
    boolean pulse() {
        Watch next = coming;
        if (next != null && surface.present(next, picture.getWidth(), picture.getHeight())) {
            drop(watch);
            watch = next;
            coming = null;
            come(next);
            return true;
        }
        Watch now = watch;
        boolean fresh = now != null && surface.present(now, picture.getWidth(), picture.getHeight());
        if (now != null && fresh) {
            come(now);
        }
        return fresh;
    }

    /// Its own picture stands there now.
    private void come(Watch of) {
        if (bygone || paused) {
            bygone = false;
            paused = false;
            dim();
            if (of.picture() instanceof Picture.Live) {
                say(TileFace.of(of, Instant.EPOCH, messages)); // its age is a duration
            }
        }
    }

    /// Whether a stream of another size has been asked for and has no picture yet.
    boolean awaits() {
        return coming != null;
    }

    Optional<Watch> watch() {
        return Optional.ofNullable(watch);
    }

    /// What of the present is seen: nothing under what is laid over it.
    Optional<Watch> seen() {
        return covered.get() ? Optional.empty() : watch();
    }

    /// Lays something else over the picture, all of which is still as simulated as the camera.
    void cover(Node over) {
        picture.getChildren().add(over);
        covered.set(true); // whose eyes it is for is said over a replay too
        mark.toFront();
        simulated.toFront();
    }

    void uncover(Node over) {
        picture.getChildren().remove(over);
        covered.set(false);
    }

    StackPane picture() {
        return picture;
    }

    /// And plays: what is hidden pulls nothing, whatever it said last.
    boolean isLive() {
        return watch != null && shown == TileFace.Kind.LIVE;
    }

    /// How old the picture is that stands here; absent where none does, and where nobody knows how late it is.
    Optional<Pictures.Old> age(Instant now) {
        Camera of = camera;
        Watch w = watch;
        if (of == null || w == null || isRefused()) {
            return Optional.empty();
        }
        @Nullable
        Duration age = switch (w.picture()) {
            case Picture.Live live -> w.isTimed() ? live.age() : null;
            case Picture.Stalled stalled -> Duration.between(stalled.since(), now);
            case Picture.Frozen frozen -> Duration.between(frozen.lastChange(), now);
            case Picture.Connecting _, Picture.Offline _, Picture.NoDecoder _ -> null;
        };
        return Optional.ofNullable(age).map(a -> new Pictures.Old(of, a.isNegative() ? Duration.ZERO : a));
    }

    /// And nothing is laid over it.
    boolean isSeenLive() {
        return isLive() && seen().isPresent();
    }

    /// So many pictures a second at most are drawn of it, 0 for all that come; a wall has no head that would say so.
    void slowed(int most) {
        caption.slowed(most == 0 ? "" : messages.get("camera.slowed-tile", most));
    }

    /// The words, a few times a second.
    void tick(Instant now, String clock) {
        Camera of = camera;
        if (of == null) {
            return;
        }
        Optional<TileFace> refused = refusal.apply(of);
        if (refused.isPresent()) {
            end();
            forget(); // else it would show under the next camera's name until that one has its first
            pseudoClassStateChanged(FILLED, false);
            say(refused.get());
            fit();
            return;
        }
        if (watch != null && (isOver(watch, now) || (moved && watch.picture() instanceof Picture.Offline))) {
            end(); // nobody else tries it again
            play();
        }
        Watch w = watch;
        TileFace face = w != null ? TileFace.of(w, now, messages) : TileFace.silent(of.state(), messages);
        if (w == null && of.state().worthTrying()) {
            play(); // the tile had no size yet
            pseudoClassStateChanged(FILLED, false);
            return;
        }
        say(honest(face));
        pseudoClassStateChanged(
                FILLED,
                !bygone
                        && shown != TileFace.Kind.FROZEN
                        && !whole
                        && surface.view().isVisible()
                        && surface.covers(picture.getWidth(), picture.getHeight()));
        time.setText(clock);
        fit();
    }

    /// Whether it never began and says that it is time for another.
    private static boolean isOver(Watch w, Instant now) {
        return w.stream().isEmpty() && w.picture() instanceof Picture.Offline o && !now.isBefore(o.nextTry());
    }

    /// What the stream is gives way to the camera's name, its time to the mark 模拟; what is wrong with it to nothing.
    private void fit() {
        boolean over = simulated.isVisible();
        double high = over ? simulated.prefHeight(-1) : 0;
        double bottom = Math.max(middle.lastLine(), band.prefHeight(-1));
        pseudoClassStateChanged(CORNERED, picture.getHeight() - bottom < high + INSET);
        if (middle.isVisible()) {
            middle.fit(
                    new Dimension2D(picture.getWidth(), picture.getHeight()),
                    over ? new Dimension2D(simulated.prefWidth(-1) + INSET, high + INSET) : new Dimension2D(0, 0));
        }
        caption.fit(picture.getWidth(), shown == TileFace.Kind.LIVE);
        double room = picture.getWidth() - (simulated.isVisible() ? simulated.prefWidth(-1) : 0) - CORNERS;
        time.setVisible(shown == TileFace.Kind.LIVE && time.prefWidth(-1) <= room);
    }

    private void say(TileFace face) {
        caption.say(face, watch == null || watch.isTimed());
        // what to install is not for a hall to read
        middle.say(face, wall && face.kind() == TileFace.Kind.BLIND ? "" : face.words());
        bandWords.setText(face.words());
        if (shown == face.kind()) {
            return;
        }
        shown = face.kind();
        boolean centred = switch (face.kind()) {
            case LIVE, STALLED -> false;
            case CONNECTING, FROZEN, OFFLINE, BLIND -> true;
        };
        Nodes.show(middle, centred);
        Nodes.show(band, face.kind() == TileFace.Kind.STALLED);
        fit();
        boolean dark = face.kind() == TileFace.Kind.OFFLINE || face.kind() == TileFace.Kind.BLIND;
        surface.view().setVisible(!dark);
        dim();
        pseudoClassStateChanged(OFFLINE, dark);
        caption.look(shown);
    }
}
