package org.yiping.console.ui.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Tape;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;

/// A tile's last half minute once more (即时回放), over its picture and framed, so that nobody takes it for live; what is
/// live runs on underneath and is kept meanwhile. FX thread.
final class TileReplay {
    static final Duration BACK = Duration.ofSeconds(30);

    private final Hall hall;
    private final CameraPlayer player;
    private final Function<Instant, String> clock;
    private final PictureSurface surface = new PictureSurface();
    private final Label says = Nodes.keep("", "replay-says");
    private final StackPane cover = new StackPane();
    private final AnimationTimer pulses;
    private Runnable changed = () -> {};
    private @Nullable CameraTile tile;
    private Tape.@Nullable Replay replay;
    private @Nullable Watch watch;
    private @Nullable Instant began;
    private int round;

    /// `clock` words a moment of this machine's time.
    TileReplay(Hall hall, CameraPlayer player, Function<Instant, String> clock) {
        this.hall = hall;
        this.player = player;
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

    /// Back to live where it runs, else begins in this tile. Why not is told to `refused` by a message's key.
    void turn(CameraTile of, Consumer<String> refused) {
        if (isOn()) {
            end();
            return;
        }
        Watch live = of.watch().orElse(null);
        Tape tape = live == null ? null : live.tape().orElse(null);
        if (live == null || tape == null) {
            refused.accept(live == null ? "replay.no-picture" : "replay.not-kept");
            return;
        }
        int mine = ++round;
        Watch own = player.watch(live.camera(), live.size(), _ -> {}); // what is kept stays while it is read
        tile = of;
        says.setText(hall.messages().get("replay.opening"));
        of.cover(cover);
        changed.run();
        hall.background()
                .run(
                        () -> {
                            try {
                                return tape.replay(BACK);
                            } finally {
                                own.close();
                            }
                        },
                        made -> {
                            if (mine == round && !made.length().isZero()) {
                                play(live, made);
                            } else {
                                made.close();
                                if (mine == round) {
                                    end();
                                    refused.accept("replay.nothing");
                                }
                            }
                        },
                        _ -> {
                            if (mine == round) {
                                end();
                                refused.accept("replay.nothing");
                            }
                        });
    }

    private void play(Watch live, Tape.Replay made) {
        Camera camera = live.camera();
        CameraStream like = live.stream().orElseThrow();
        CameraStream stream =
                new CameraStream(like.grade(), made.url(), like.width(), like.height(), like.framesPerSecond());
        replay = made;
        FrameSize size = live.size();
        watch = player.watch(
                new Camera(
                        camera.id(),
                        camera.name(),
                        camera.position(),
                        camera.view(),
                        List.of(stream),
                        camera.state(),
                        camera.device()),
                size,
                _ -> {});
        began = null;
        pulses.start();
    }

    private void pulse() {
        Watch of = watch;
        Tape.Replay from = replay;
        CameraTile in = tile;
        if (of == null || from == null || in == null) {
            return;
        }
        Instant now = hall.ownTime();
        if (surface.present(of, in.picture().getWidth(), in.picture().getHeight()) && began == null) {
            began = now;
        }
        if (began == null) {
            if (of.picture() instanceof Picture.Offline || of.picture() instanceof Picture.NoDecoder) {
                end();
            }
            return;
        }
        Duration run = Duration.between(began, now);
        if (run.compareTo(from.length()) >= 0
                || of.picture() instanceof Picture.Offline
                || in.watch().isEmpty()) {
            end();
            return;
        }
        Instant seen = from.from().plus(run);
        says.setText(
                hall.messages().get("replay.says", Duration.between(seen, now).toSeconds(), clock.apply(seen)));
    }

    /// Back to live.
    void end() {
        round++;
        pulses.stop();
        if (watch != null) {
            watch.close();
        }
        if (replay != null) {
            Tape.Replay done = replay;
            hall.background().run(done::close);
        }
        if (tile != null) {
            tile.uncover(cover);
        }
        surface.clear();
        watch = null;
        replay = null;
        tile = null;
        changed.run();
    }
}
