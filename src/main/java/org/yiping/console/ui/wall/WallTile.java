package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.fx.Messages;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.PanelKind;

/// A part in its place, and what stands there when it fails: its tile says so and when it is tried again, the others
/// run on. Shows in its corner how old what it shows is, where that is older than promised. FX thread.
final class WallTile {
    private static final Logger LOG = LoggerFactory.getLogger(WallTile.class);
    private static final Duration REST = Duration.ofMinutes(1);

    private final Name name;
    private final Supplier<WallPart> made;
    private final PanelPool pool;
    private final Messages messages;
    private final StackPane root = new StackPane() {
        @Override
        protected void layoutChildren() {
            guarded(() -> {
                super.layoutChildren();
                // with all that is in it, so that what throws there throws here
                if (part != null) {
                    part.root().layout();
                }
            });
            if (part == null) {
                super.layoutChildren();
            }
        }
    };
    private final FitLine failed;
    private final FitLine age;
    private @Nullable WallPart part;
    /// When it was looked at last, and when it is tried again.
    private Instant now = Instant.MIN;

    private Instant again = Instant.MIN;
    private boolean shown;

    /// What it is called in the log, and in words on the wall.
    record Name(String code, String words) {
        static Name of(PanelKind panel, Messages messages) {
            return new Name(panel.word(), messages.get("scene.panel." + panel.word()));
        }
    }

    /// `pool` is this tile's own; what `made` makes takes its panels there.
    WallTile(Name name, Box box, Tiers tiers, Messages messages, PanelPool pool, Supplier<WallPart> made) {
        this.name = name;
        this.pool = pool;
        this.made = made;
        this.messages = messages;
        double px = Math.min(tiers.may(), box.height() * 0.12);
        failed = new FitLine(px, px * 0.5, "wall-muted");
        age = new FitLine(Math.min(tiers.may() * 0.8, box.height() * 0.09), px * 0.4, "wall-late");
        age.setVisible(false);
        age.setMouseTransparent(true);
        age.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(age, Pos.TOP_RIGHT);
        StackPane.setMargin(age, new Insets(WallPart.bezel(0.25)));
        WallPart.based(age, px);
        WallPart.sized(root, box.width(), box.height());
        root.setClip(new Rectangle(box.width(), box.height()));
        build();
    }

    Region root() {
        return root;
    }

    /// What its part answers to a question; nothing where it has failed.
    <T> List<T> ask(Function<WallPart, List<T>> question) {
        List<T> answers = new ArrayList<>();
        guarded(() -> {
            if (part != null) {
                answers.addAll(question.apply(part));
            }
        });
        return answers;
    }

    void show() {
        shown = true;
        guarded(() -> {
            if (part != null) {
                part.show();
            }
        });
    }

    void hide() {
        shown = false;
        guarded(() -> {
            if (part != null) {
                part.hide();
            }
        });
    }

    void tick(WallFace face) {
        now = face.detail().now();
        // a clock that was put back must not keep it waiting for hours
        boolean setBack = again.isAfter(Instant.MIN.plus(REST)) && now.isBefore(again.minus(REST));
        if (part == null && (setBack || !now.isBefore(again))) {
            build();
            if (shown) {
                show();
            }
        }
        guarded(() -> {
            if (part != null) {
                part.tick(face);
                String late = part.late(face);
                age.text(late);
                age.setVisible(!late.isEmpty());
            }
        });
    }

    /// Before each frame: what is asked deep inside a part for its layout never comes to the tile's own, and whatever
    /// it
    /// threw would end the layout of the whole window for good.
    void settle() {
        if (!root.isNeedsLayout()) {
            guarded(() -> {
                if (part != null) {
                    part.root().layout();
                }
            });
        }
    }

    private void build() {
        guarded(() -> {
            WallPart next = made.get();
            part = next;
            StackPane.setAlignment(next.root(), Pos.TOP_LEFT);
            root.getChildren().setAll(next.root(), age);
        });
    }

    /// The one place where whatever a panel throws is caught: one broken tile must not darken a wall nobody sits at.
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            rethrowMachine(e);
            LOG.error("the wall's tile {} has failed and is tried again in a minute", name.code, e);
            part = null;
            pool.discard(); // what is broken may still pull pictures
            again = now.equals(Instant.MIN) ? again : now.plus(REST);
            failed.text(messages.get("wall.tile-failed", name.words));
            root.getChildren().setAll(failed);
            WallPart.based(root, 1);
        }
    }

    /// A machine that is out of memory or broken is no matter of one panel: the watchdog's. One that called itself too
    /// deep is.
    static void rethrowMachine(Throwable e) {
        if (e instanceof VirtualMachineError machine && !(e instanceof StackOverflowError)) {
            throw machine;
        }
    }
}
