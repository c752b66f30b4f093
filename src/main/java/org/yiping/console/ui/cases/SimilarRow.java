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

    SimilarRow(SimilarCases cases, Twin twin) {
        super(cases.words(twin));
        setId("intake/similar-" + twin.value().id().value());
        getStyleClass().add("call-row");
        setMaxWidth(Double.MAX_VALUE);
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        setOnAction(_ -> cases.open(twin));
        String photo = twin.photo();
        if (photo != null) {
            setGraphic(photo(cases, twin, photo));
        }
    }

    private static Photo photo(SimilarCases cases, Twin twin, String file) {
        Photo photo = new Photo(cases.hall().messages().get("case.twin-photo"));
        photo.getStyleClass().add("thumb");
        if (twin.value().report().simulated()) {
            photo.corner(new SimulatedTag(SimulatedTag.What.PHOTO, cases.hall().messages()));
        }
        var _ = cases.file(file).thenAccept(found -> {
            if (found instanceof Found.Got<byte[]>(byte[] bytes)) {
                Image image = new Image(new ByteArrayInputStream(bytes), PHOTO_WIDTH, 0, true, true);
                if (!image.isError()) {
                    cases.hall().fx().execute(() -> photo.show(image));
                }
            }
        });
        return photo;
    }
}
