package org.yiping.console.ui.control;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A frame for a photo, filled and cropped to its bounds; a missing one is a dashed frame that says when it is due.
///
/// JavaFX thread. Give it an image decoded to about its size: the software pipeline pays for scaling every frame.
public final class Photo extends StackPane {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final ImageView view = new ImageView();
    private final Label words = new Label();
    private final VBox missing = new VBox(Icons.of(Icons.NO_PHOTO, Icons.Size.LARGE), words);
    private @Nullable Node corner;

    public Photo(String accessibleName) {
        getStyleClass().add("photo");
        missing.getStyleClass().add("photo-words");
        setAccessibleText(accessibleName);
        view.setManaged(false);
        view.setSmooth(true);
        setMinSize(0, 0);
        missing("");
    }

    public void show(Image image) {
        view.setImage(image);
        pseudoClassStateChanged(MISSING, false);
        refill();
        requestLayout();
    }

    /// `when` says why there is none or when it is due.
    public void missing(String when) {
        words.setText(when);
        view.setImage(null);
        pseudoClassStateChanged(MISSING, true);
        refill();
    }

    /// The mark 模拟照片 in the upper left corner.
    public void corner(SimulatedTag tag) {
        corner = tag;
        setAlignment(tag, Pos.TOP_LEFT);
        tag.setTranslateX(6);
        tag.setTranslateY(6);
        refill();
    }

    private void refill() {
        boolean there = view.getImage() != null;
        getChildren().setAll(there ? view : missing);
        if (there && corner != null) {
            getChildren().add(corner);
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Image image = view.getImage();
        if (image == null || image.getWidth() <= 0 || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        double scale = Math.max(getWidth() / image.getWidth(), getHeight() / image.getHeight());
        double w = getWidth() / scale;
        double h = getHeight() / scale;
        view.setViewport(new Rectangle2D((image.getWidth() - w) / 2, (image.getHeight() - h) / 2, w, h));
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
        view.relocate(0, 0);
    }
}
