package org.yiping.console.ui.camera;

// long because where it is, what plays it and what is said of it change together

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Tape;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.camera.Device;
import org.yiping.domain.casework.Footage;

/// A tile's last half minute once more (即时回放), over its picture and framed, so that nobody takes it for live; what is
/// live runs on underneath and is kept meanwhile. FX thread.
///
/// It stands still, goes on picture by picture, and ten seconds back or on. Before what this machine has kept lies what
/// the platform recorded, where it records that camera; where it does not, the tile says how much there is.
final class TileReplay {
    static final Duration BACK = Duration.ofSeconds(30);
    static final Duration JUMP = Duration.ofSeconds(10);

    private final Desk desk;
    private final Hall hall;
    private final CameraPlayer player;
    private final UnaryOperator<Instant> platform;
    private final Function<Instant, String> clock;
    private final PictureSurface surface = new PictureSurface();
    private final Label says = Nodes.keep("", "replay-says");
    private final StackPane cover = new StackPane();
    private final AnimationTimer pulses;
    private Runnable changed = () -> {};
    private Consumer<String> told = _ -> {};
    private @Nullable CameraTile tile;
    private @Nullable Watch live;
    private Tape.@Nullable Replay kept;
    private @Nullable Part part;
    private String limit = "";
    private int round;

    /// What is to play next is on its way.
    private boolean asking;

    /// What plays now: from that moment of this machine's time until that one, so much of it shown. A file of its own
    /// goes with it.
    private static final class Part {
        final Watch watch;
        final Instant from;
        final Instant until;
        final Tape.@Nullable Replay file;
        final String clock;
        final @Nullable String viewing;
        Duration played = Duration.ZERO;

        @Nullable
        Instant last;

        boolean held;

        Part(
                Watch watch,
                Instant from,
                Instant until,
                Tape.@Nullable Replay file,
                String clock,
                @Nullable String viewing) {
            this.watch = watch;
            this.viewing = viewing;
            this.clock = clock;
            this.from = from;
            this.until = until;
            this.file = file;
        }

        Instant seen() {
            return from.plus(played);
        }

        /// While it stalls, no time of the recording goes by.
        boolean runs() {
            return !held && watch.picture() instanceof Picture.Live;
        }
    }

    /// `platform` says what a moment of this machine's time is by the platform's clock, `clock` words it.
    TileReplay(
            Desk desk,
            Hall hall,
            CameraPlayer player,
            UnaryOperator<Instant> platform,
            Function<Instant, String> clock) {
        this.desk = desk;
        this.hall = hall;
        this.player = player;
        this.platform = platform;
        this.clock = clock;
        HBox band = Nodes.row("replay-band", Icons.of(Icons.REPLAY, Icons.Size.ROW), says);
        band.setMaxHeight(HBox.USE_PREF_SIZE);
        StackPane.setAlignment(band, Pos.BOTTOM_LEFT);
        cover.getStyleClass().add("replay");
        cover.getChildren().addAll(surface.view(), band);
        cover.setMinSize(0, 0);
        cover.setMouseTransparent(true);
        pulses = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse();
            }
        };
    }

    void onChange(Runnable told) {
        changed = told;
    }

    boolean isOn() {
        return tile != null;
    }

    boolean isHeld() {
        return part != null && part.held;
    }

    String says() {
        return says.getText();
    }

    /// What it shows in this tile, once it has a picture there; of one that has stalled nobody knows the moment.
    Optional<Shutter.Sight> sight(CameraTile in) {
        Part now = part;
        return now == null || now.last == null || !in.equals(tile) || !(now.held || now.runs())
                ? Optional.empty()
                : Optional.of(new Shutter.Sight(now.watch, now.seen(), now.clock));
    }

    /// Back to live where it runs, else begins in this tile. Why not is told to `refused` by a message's key.
    void turn(CameraTile of, Consumer<String> refused) {
        if (isOn()) {
            end();
            return;
        }
        told = refused;
        Watch shown = of.watch().orElse(null);
        Tape tape = shown == null ? null : shown.tape().orElse(null);
        if (shown == null || (tape == null && !records(shown.camera()))) {
            refused.accept(shown == null ? "replay.no-picture" : "replay.not-kept");
            return;
        }
        tile = of;
        live = shown;
        limit = "";
        says.setText(hall.messages().get("replay.opening"));
        of.cover(cover);
        changed.run();
        if (tape == null) {
            Instant now = hall.ownTime();
            recorded(now.minus(BACK), now, refused);
            return;
        }
        Watch own = player.watch(shown.camera(), shown.size(), _ -> {}); // what is kept stays while it is read
        Instant now = hall.ownTime();
        cut(
                () -> {
                    try {
                        return tape.replay(BACK);
                    } finally {
                        own.close();
                    }
                },
                made -> {
                    kept = made;
                    play(made, null);
                },
                () -> nothingKept(shown.camera(), now, refused));
    }

    /// A stream that has just begun, or whose disk took nothing: the platform may have recorded what we have not.
    private void nothingKept(Camera camera, Instant now, Consumer<String> refused) {
        if (records(camera)) {
            recorded(now.minus(BACK), now, refused);
        } else {
            fail(round, "replay.nothing", refused);
        }
    }

    private void cut(Callable<Tape.Replay> makes, Consumer<Tape.Replay> done, Consumer<String> refused) {
        cut(makes, done, () -> fail(round, "replay.nothing", refused));
    }

    /// By a worker; what comes when something else was asked for meanwhile is closed.
    private void cut(Callable<Tape.Replay> makes, Consumer<Tape.Replay> done, Runnable nothing) {
        int mine = ++round;
        asking = true;
        hall.background()
                .run(
                        makes,
                        made -> {
                            if (mine == round && !made.length().isZero()) {
                                done.accept(made);
                                return;
                            }
                            made.close();
                            if (mine == round) {
                                nothing.run();
                            }
                        },
                        _ -> {
                            if (mine == round) {
                                nothing.run();
                            }
                        });
    }

    private void fail(int mine, String key, Consumer<String> refused) {
        if (mine == round) {
            end();
            refused.accept(key);
        }
    }

    /// `own` is the file to be closed with it, if it is not all that was kept.
    private void play(Tape.Replay made, Tape.@Nullable Replay own) {
        Watch shown = live;
        if (shown != null) {
            CameraStream like = shown.stream().orElseThrow();
            CameraStream stream = new CameraStream(
                    CameraStream.KEPT, made.url(), like.width(), like.height(), like.framesPerSecond());
            begin(stream, made.from(), made.until(), own, null);
        }
    }

    private void begin(
            CameraStream stream, Instant from, Instant until, Tape.@Nullable Replay own, @Nullable String viewing) {
        Watch shown = live;
        if (shown == null) {
            return;
        }
        drop();
        asking = false;
        Camera camera = shown.camera();
        Camera past = new Camera(
                camera.id(),
                camera.name(),
                camera.position(),
                camera.view(),
                List.of(stream),
                camera.state(),
                camera.device());
        String clock = stream.grade().equals(CameraStream.RECORDED) ? Footage.RECORDING : Footage.ARRIVAL;
        part = new Part(player.watch(past, shown.size(), _ -> {}), from, until, own, clock, viewing);
        pulses.start();
        changed.run();
    }

    /// Stands still, or goes on.
    void hold(Consumer<String> refused) {
        Part now = part;
        if (now != null && now.last != null) {
            if (!now.watch.hold(!now.held)) {
                refused.accept("replay.cannot-hold");
                return;
            }
            now.held = !now.held;
            now.last = hall.ownTime();
            changed.run();
        }
    }

    /// The next picture of what stands still.
    void step() {
        Part now = part;
        if (now != null && now.held && now.watch.step()) {
            double rate = now.watch.stream().map(CameraStream::framesPerSecond).orElse(0.0);
            now.played = now.played.plusNanos((long) (1e9 / (rate > 0 ? rate : 25)));
        }
    }

    /// Back or on by so much; what lies before all that there is, is said.
    void jump(Duration by, Consumer<String> refused) {
        Part now = part;
        Watch shown = live;
        if (now == null || shown == null) {
            return;
        }
        Instant to = now.seen().plus(by);
        limit = "";
        Tape.Replay all = kept;
        if (all != null && !to.isBefore(all.from())) {
            if (to.isBefore(all.until())) {
                cut(() -> all.since(to), made -> play(made, made), refused);
            } else {
                end();
            }
        } else if (all == null && !to.isBefore(now.until)) {
            end();
        } else if (records(shown.camera())) {
            recorded(to, all == null ? now.until : all.from(), refused);
        } else if (all != null) {
            limit = hall.messages().get("replay.only-kept", all.length().toSeconds());
            cut(() -> all.since(all.from()), made -> play(made, made), refused);
        }
    }

    private boolean records(Camera camera) {
        Device device = camera.device();
        return device != null
                && device.can(Device.PLAYBACK)
                && desk.lookup().cameras().isPresent();
    }

    /// From the platform's recordings; where it has none, what is kept here is played from its beginning, and that is
    /// said.
    private void recorded(Instant from, Instant until, Consumer<String> refused) {
        Watch shown = live;
        CameraUse use = desk.lookup().cameras().orElse(null);
        if (shown == null || use == null) {
            return;
        }
        int mine = ++round;
        asking = true;
        says.setText(hall.messages().get("replay.opening"));
        CameraStream like = shown.stream().orElseThrow();
        var _ = use.playback(shown.camera().id(), like.grade(), platform.apply(from), platform.apply(until))
                .thenAccept(found -> hall.fx().execute(() -> {
                    if (mine == round) {
                        recorded(found, like, from, until, refused);
                    } else if (found instanceof Found.Got<CameraUse.Address>(CameraUse.Address late)) {
                        leave(shown.camera(), late.viewing());
                    }
                }));
    }

    private void recorded(
            Found<CameraUse.Address> found, CameraStream like, Instant from, Instant until, Consumer<String> refused) {
        if (found instanceof Found.Got<CameraUse.Address>(CameraUse.Address at)) {
            begin(
                    new CameraStream(
                            CameraStream.RECORDED, at.url(), like.width(), like.height(), like.framesPerSecond()),
                    from,
                    until,
                    null,
                    at.viewing());
            return;
        }
        String code = found instanceof Found.Refused<CameraUse.Address>(String c, String _) ? c : "";
        onlyKept(hall.messages().get("replay.no-recording", code), "replay.no-recording-either", refused);
    }

    private void onlyKept(String why, String key, Consumer<String> refused) {
        Tape.Replay all = kept;
        if (all == null) {
            fail(round, key, refused);
        } else {
            limit = why + " · "
                    + hall.messages().get("replay.only-kept", all.length().toSeconds());
            cut(() -> all.since(all.from()), made -> play(made, made), refused);
        }
    }

    /// One look at what plays.
    void pulse() {
        Part now = part;
        CameraTile in = tile;
        if (now == null || in == null) {
            return;
        }
        Instant at = hall.ownTime();
        boolean fresh =
                surface.present(now.watch, in.picture().getWidth(), in.picture().getHeight());
        Instant last = now.last;
        if (last == null && fresh) {
            now.last = at;
        } else if (last != null) {
            now.played = now.runs() ? now.played.plus(Duration.between(last, at)) : now.played;
            now.last = at;
        }
        boolean ended = now.watch.picture() instanceof Picture.Offline
                || now.watch.picture() instanceof Picture.NoDecoder
                || !now.seen().isBefore(now.until);
        Watch of = live;
        if (in.watch().isEmpty()
                || of == null
                || !of.camera().id().equals(in.watch().get().camera().id())) {
            end(); // another camera stands in the tile by now
        } else if (ended && !now.held) {
            if (!asking) {
                over(now);
            }
        } else if (now.last != null) {
            say(now, at);
        }
    }

    /// After what the platform recorded comes what is kept here, after that the present.
    private void over(Part done) {
        Tape.Replay all = kept;
        boolean before = all != null && !done.until.isAfter(all.from());
        boolean nothing = done.last == null;
        if (nothing && (before || all == null)) {
            onlyKept(hall.messages().get("replay.no-recording", ""), "replay.no-recording-either", told);
        } else if (all != null && before) {
            cut(() -> all.since(all.from()), made -> play(made, made), told);
        } else {
            end();
            if (nothing) {
                told.accept("replay.not-played");
            }
        }
    }

    private void say(Part now, Instant at) {
        Instant seen = now.seen();
        String words = hall.messages()
                .get(
                        now.held ? "replay.held" : "replay.says",
                        Duration.between(seen, at).toSeconds(),
                        clock.apply(seen));
        says.setText(limit.isEmpty() ? words : words + " · " + limit);
    }

    private void drop() {
        Part was = part;
        part = null;
        if (was != null) {
            was.watch.close();
            leave(was.watch.camera(), was.viewing);
            delete(was.file);
        }
    }

    private void leave(Camera camera, @Nullable String viewing) {
        CameraUse use = desk.lookup().cameras().orElse(null);
        if (use != null && viewing != null) {
            hall.background().run(() -> {
                var _ = use.leave(camera.id(), viewing);
            });
        }
    }

    private void delete(Tape.@Nullable Replay file) {
        if (file != null) {
            hall.background().run(file::close);
        }
    }

    /// Back to live.
    void end() {
        round++;
        asking = false;
        pulses.stop();
        drop();
        delete(kept);
        if (tile != null) {
            tile.uncover(cover);
        }
        surface.clear();
        kept = null;
        live = null;
        tile = null;
        changed.run();
    }
}
