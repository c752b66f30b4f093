package org.yiping.console.ui.cases;

import java.io.ByteArrayInputStream;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Lookup.Twin;
import org.yiping.console.ui.control.Photo;
import org.yiping.console.ui.control.SimulatedTag;

/// A case that may be what is being taken in: how far, how long ago, its state and its first photo. Pressed, it opens
/// beside the form: perhaps nothing has to be taken in. FX thread.
final class SimilarRow extends Button {
    /// The widest it is shown, at 200 %.
    private static final int PHOTO_WIDTH = 260;

    SimilarRow(IntakeViewModel model, Twin twin) {
        super(model.words(twin));
        setId("intake/similar-" + twin.value().id().value());
        getStyleClass().add("call-row");
        setMaxWidth(Double.MAX_VALUE);
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        setOnAction(_ -> model.open(twin));
        String photo = twin.photo();
        if (photo != null) {
            setGraphic(photo(model, twin, photo));
        }
    }

    private static Photo photo(IntakeViewModel model, Twin twin, String file) {
        Photo photo = new Photo(model.hall().messages().get("case.twin-photo"));
        photo.getStyleClass().add("thumb");
        if (twin.value().report().simulated()) {
            photo.corner(new SimulatedTag(SimulatedTag.What.PHOTO, model.hall().messages()));
        }
        var _ = model.file(file).thenAccept(found -> {
            if (found instanceof Found.Got<byte[]>(byte[] bytes)) {
                Image image = new Image(new ByteArrayInputStream(bytes), PHOTO_WIDTH, 0, true, true);
                if (!image.isError()) {
                    model.hall().fx().execute(() -> photo.show(image));
                }
            }
        });
        return photo;
    }
}
