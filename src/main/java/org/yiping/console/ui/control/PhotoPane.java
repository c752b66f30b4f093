package org.yiping.console.ui.control;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A frame in which one photo is looked at through a lens that others may share; without a photo it says why.
///
/// JavaFX thread. Each look is drawn beside it in the frame's own size and laid down unscaled; while
/// the lens moves, the last look moves along. One look is drawn at a time, the newest wish next.
public final class PhotoPane extends StackPane {
    /// Draws a look somewhere else and brings it back to the JavaFX thread.
    @FunctionalInterface
    public interface Beside {
        void draw(Callable<Image> look, Consumer<Image> done, Consumer<Exception> failed);
    }

    private final Beside beside;
    private final ImageView view = new ImageView();
    private final Label words = new Label();
    private @Nullable PhotoLevels photo;
    private PhotoLens lens = PhotoLens.WHOLE;
    private PhotoLens drawn = PhotoLens.WHOLE;
    private boolean drawing;
    private boolean stale;

    public PhotoPane(Beside beside) {
        this.beside = beside;
        getStyleClass().add("photo-pane");
        view.setManaged(false);
        words.getStyleClass().add("t-second");
        words.setWrapText(true);
        setMinSize(0, 0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().setAll(view, words);
    }

    /// A mark in the upper left corner, over the picture.
    public void corner(Node mark) {
        setAlignment(mark, Pos.TOP_LEFT);
        getChildren().setAll(view, words, mark);
    }

    /// Nothing in the corner, nothing in the frame but why.
    public void missing(String why) {
        photo = null;
        view.setImage(null);
        words.setText(why);
        getChildren().setAll(view, words);
    }

    public void show(PhotoLevels next) {
        photo = next;
        words.setText("");
        draw();
    }

    public void look(PhotoLens next) {
        lens = next;
        place();
        draw();
    }

    /// The lens after the picture was dragged by so many pixels.
    public PhotoLens dragged(double byX, double byY) {
        PhotoLens.Cut cut = cut(lens);
        PhotoLevels shown = photo;
        return shown == null
                ? lens
                : lens.moved(-byX / (shown.width() * cut.scale()), -byY / (shown.height() * cut.scale()));
    }

    /// The lens after coming nearer over this place of the frame.
    public PhotoLens nearer(double times, double frameX, double frameY) {
        PhotoLens.Cut cut = cut(lens);
        PhotoLevels shown = photo;
        return shown == null
                ? lens.nearer(times, lens.x(), lens.y())
                : lens.nearer(
                        times,
                        Math.clamp((frameX - cut.left()) / (shown.width() * cut.scale()), 0, 1),
                        Math.clamp((frameY - cut.top()) / (shown.height() * cut.scale()), 0, 1));
    }

    private PhotoLens.Cut cut(PhotoLens through) {
        PhotoLevels shown = photo;
        return shown == null
                ? new PhotoLens.Cut(1, 0, 0)
                : through.cut(shown.width(), shown.height(), getWidth(), getHeight());
    }

    /// Until the next look is there, the last one lies where it would.
    private void place() {
        PhotoLens.Cut now = cut(lens);
        PhotoLens.Cut then = cut(drawn);
        boolean moved = drawn.near() == lens.near();
        view.relocate(moved ? Math.rint(now.left() - then.left()) : 0, moved ? Math.rint(now.top() - then.top()) : 0);
    }

    private void draw() {
        PhotoLevels shown = photo;
        int width = (int) Math.rint(getWidth());
        int height = (int) Math.rint(getHeight());
        if (shown == null || width <= 0 || height <= 0) {
            return;
        }
        if (drawing) {
            stale = true;
            return;
        }
        drawing = true;
        stale = false;
        PhotoLens through = lens;
        beside.draw(() -> shown.through(through, width, height), look -> laid(shown, through, look), _ -> {
            drawing = false;
        });
    }

    private void laid(PhotoLevels of, PhotoLens through, Image look) {
        drawing = false;
        if (of.equals(photo)) {
            drawn = through;
            view.setImage(look);
            place();
        }
        if (stale) {
            draw();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Image look = view.getImage();
        if (photo != null
                && (look == null
                        || look.getWidth() != Math.rint(getWidth())
                        || look.getHeight() != Math.rint(getHeight()))) {
            draw();
        }
    }
}
