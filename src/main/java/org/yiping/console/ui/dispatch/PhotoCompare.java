package org.yiping.console.ui.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.DataAge;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PhotoLens;
import org.yiping.domain.casework.CaseId;

/// The photos of the open case two by two over the whole page, seen through one lens (照片对比). It lies in the page and
/// not over it: notices stay above, and no window is stopped. FX thread.
final class PhotoCompare {
    private static final double STEP = 1.5;
    private static final Duration PROMISE = Duration.ofSeconds(10);

    private final CaseViewModel model;
    private final Hall hall;
    private final Consumer<Boolean> covers;
    private final Label title = Nodes.cut("", "t-body", "t-strong");
    private final Label place = Nodes.keep("", "t-second");
    private final DataAge age;
    private final PhotoSide left;
    private final PhotoSide right;
    private final KeyButton close;
    private final VBox root;
    private PhotoLens lens = PhotoLens.WHOLE;
    private List<PhotoPair> pairs = List.of();
    private int at;
    private @Nullable CaseId shown;
    private @Nullable Node before;

    /// `covers` is told when it covers the page and when it leaves it.
    PhotoCompare(CaseViewModel model, Hall hall, Consumer<Boolean> covers) {
        this.model = model;
        this.hall = hall;
        this.covers = covers;
        age = new DataAge(hall.messages());
        left = new PhotoSide(model, hall, this::look);
        right = new PhotoSide(model, hall, this::look);
        close = button("case/photos-close", "case.photos-close", "Esc", this::close);
        HBox tools = Nodes.row(
                "photo-tools",
                button("case/photos-back", "case.photos-back", "PgUp", () -> turn(-1)),
                place,
                button("case/photos-on", "case.photos-on", "PgDn", () -> turn(1)),
                button("case/photos-nearer", "case.photos-nearer", "=", () -> nearer(STEP)),
                button("case/photos-farther", "case.photos-farther", "-", () -> nearer(1 / STEP)),
                button("case/photos-whole", "case.photos-whole", "0", () -> look(PhotoLens.WHOLE)),
                close);
        root = Nodes.column(
                "photo-compare",
                Nodes.row("photo-compare-head", title, age, Nodes.spring(), tools),
                Nodes.grow(Nodes.row("photos", Nodes.grow(left.root()), Nodes.grow(right.root()))));
        root.getStyleClass().add("panel");
        Nodes.show(root, false);
    }

    Region root() {
        return root;
    }

    boolean covering() {
        return shown != null;
    }

    /// What opens it while it is not there.
    Action opens() {
        return hall.action("case/photos", "case.group", "case.photos-open", () -> open(null))
                .on(Key.of(KeyCode.I))
                .refused(
                        model.value().isEmpty()
                                ? hall.messages().get("case.pick-one")
                                : wanted().isEmpty() ? hall.messages().get("case.photo-none") : "");
    }

    /// Begins with that photo, else with the first pair.
    void open(@Nullable String fileId) {
        CaseId id = model.open().get();
        if (id == null || wanted().isEmpty()) {
            return;
        }
        before = root.getScene() == null ? null : root.getScene().getFocusOwner();
        shown = id;
        pairs = wanted();
        at = 0;
        for (int i = 0; i < pairs.size(); i++) {
            if (fileId != null && pairs.get(i).holds(fileId)) {
                at = i;
            }
        }
        Nodes.show(root, true);
        covers.accept(true);
        close.requestFocus();
        fill();
    }

    void close() {
        if (shown == null) {
            return;
        }
        shown = null;
        pairs = List.of();
        left.show(null, 0);
        right.show(null, 0);
        Nodes.show(root, false);
        covers.accept(false);
        if (before != null) {
            before.requestFocus(); // the hand goes on where it was
            before = null;
        }
    }

    /// Another case ends it, another photo of this one comes in at its place.
    void refresh() {
        if (shown == null) {
            return;
        }
        if (!shown.equals(model.open().get()) || wanted().isEmpty()) {
            close();
        } else if (!wanted().equals(pairs)) {
            pairs = wanted();
            at = Math.min(at, pairs.size() - 1);
            fill();
        }
    }

    void tick() {
        if (shown != null) {
            var fresh = model.desk().stores().cases().freshness();
            Nodes.age(age, fresh, PROMISE, hall.now());
            left.tick();
            right.tick();
        }
    }

    private List<PhotoPair> wanted() {
        return model.value().map(c -> PhotoPair.of(c.head().photos())).orElse(List.of());
    }

    private void turn(int by) {
        at = Math.floorMod(at + by, pairs.size());
        fill();
    }

    private void fill() {
        PhotoPair pair = pairs.get(at);
        CaseFace face = model.face().orElseThrow();
        title.setText(face.text().name() + "  " + face.value().head().number().value());
        place.setText(hall.messages().get("case.photos-place", at + 1, pairs.size()));
        lens = PhotoLens.WHOLE;
        left.show(pair.before(), at + 1);
        right.show(pair.after(), at + 1);
        look(lens);
        tick();
    }

    /// Both sides show the same part of their picture.
    private void look(PhotoLens next) {
        lens = next;
        left.look(lens);
        right.look(lens);
    }

    private void nearer(double times) {
        look(lens.nearer(times, lens.x(), lens.y()));
    }

    private KeyButton button(String id, String key, String cap, Runnable action) {
        return new KeyButton(hall.messages(), id, hall.messages().get(key), cap, action).low();
    }
}
