package org.yiping.console.ui.dispatch;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.PhotoLens;
import org.yiping.console.ui.control.PhotoLevels;
import org.yiping.console.ui.control.PhotoPane;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.domain.casework.Attachment;

/// One side of a comparison: a photo with what it shows, when it was added and how long ago that is.
/// Wheel and drag move the lens of both sides. FX thread.
final class PhotoSide {
    private static final double A_NOTCH = 1.25;

    private final CaseViewModel model;
    private final Hall hall;
    private final PhotoPane pane;
    private final Label caption = Nodes.cut("", "t-body");
    private final VBox root;
    private @Nullable Attachment shown;
    private int number;
    private double dragX;
    private double dragY;

    PhotoSide(CaseViewModel model, Hall hall, Consumer<PhotoLens> look) {
        this.model = model;
        this.hall = hall;
        pane = new PhotoPane((work, done, failed) -> hall.background().run(work, done, failed));
        pane.setCursor(Cursor.OPEN_HAND);
        pane.addEventHandler(ScrollEvent.SCROLL, e -> {
            look.accept(pane.nearer(Math.pow(A_NOTCH, Math.signum(e.getDeltaY())), e.getX(), e.getY()));
            e.consume();
        });
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            dragX = e.getX();
            dragY = e.getY();
        });
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> {
            look.accept(pane.dragged(e.getX() - dragX, e.getY() - dragY));
            dragX = e.getX();
            dragY = e.getY();
        });
        root = Nodes.column("photo-box", Nodes.grow(pane), caption);
        root.setPrefWidth(1); // both sides share what there is
        root.setMinWidth(0);
    }

    Region root() {
        return root;
    }

    void look(PhotoLens lens) {
        pane.look(lens);
    }

    /// Absent says that there is none on this side.
    void show(@Nullable Attachment photo, int place) {
        number = place;
        if (Objects.equals(photo, shown) && photo != null) {
            return;
        }
        shown = photo;
        pane.missing(text(photo == null ? "case.photos-missing" : "case.photo-loading"));
        if (photo != null) {
            if (photo.simulated()) {
                pane.corner(new SimulatedTag(SimulatedTag.What.PHOTO, hall.messages()));
            }
            var _ = model.desk().lookup().file(photo.fileId()).thenAccept(found -> take(photo, found));
        }
        tick();
    }

    /// How old it is, by the second.
    void tick() {
        Attachment photo = shown;
        String words = photo == null
                ? ""
                : text(
                        "case.photos-caption",
                        PhotoWords.phase(photo, number, hall.messages()),
                        model.words().moment(photo.addedAt(), hall.now()),
                        model.words().age(Duration.between(photo.addedAt(), hall.now())));
        caption.setText(words);
        pane.setAccessibleText(words);
    }

    private void take(Attachment photo, Lookup.Found<byte[]> found) {
        switch (found) {
            case Lookup.Found.Got<byte[]>(byte[] bytes) ->
                hall.background()
                        .run(
                                () -> PhotoLevels.read(bytes),
                                levels -> {
                                    if (photo.equals(shown)) {
                                        pane.show(levels);
                                    }
                                },
                                _ -> missing(photo, text("case.photo-broken")));
            case Lookup.Found.Refused<byte[]>(String code, String detail) -> later(photo, detail + " " + code);
            case Lookup.Found.Unreachable<byte[]>() -> later(photo, text("case.photo-offline"));
        }
    }

    private void later(Attachment photo, String why) {
        hall.fx().execute(() -> missing(photo, why));
    }

    private void missing(Attachment photo, String why) {
        if (photo.equals(shown)) {
            pane.missing(why);
        }
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
