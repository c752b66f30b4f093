package org.yiping.console.ui.camera;

import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.capture.Capture;

/// Pictures of captures at the size of a row. FX thread.
///
/// On an open day a picture that may show people is neither asked for nor given out, also where it is here already.
final class CaptureThumbs {
    private static final int MOST = 120;

    private final Desk desk;
    private final Hall hall;
    private final RowPictures pictures;

    CaptureThumbs(Desk desk, Hall hall, int width, Runnable came) {
        this.desk = desk;
        this.hall = hall;
        pictures = new RowPictures(desk, hall, MOST, width, came);
    }

    /// The picture where it is here; else it is asked for, and `why` says so.
    @Nullable
    Image image(Capture c) {
        return hidden(c) ? null : pictures.image(c.picture(), use -> use.capturePicture(c.id()));
    }

    String why(Capture c) {
        return hidden(c) ? hiddenWords() : pictures.why(c.picture());
    }

    /// The picture at that width, not kept, or why there is none.
    void large(Capture c, int wide, Consumer<Image> done, Consumer<String> failed) {
        if (hidden(c)) {
            failed.accept(hiddenWords());
            return;
        }
        pictures.fetch(
                use -> use.capturePicture(c.id()),
                wide,
                image -> {
                    if (hidden(c)) {
                        failed.accept(hiddenWords());
                    } else {
                        done.accept(image);
                    }
                },
                failed);
    }

    /// What could not be had is asked for once more.
    void again() {
        pictures.again();
    }

    boolean hidden(Capture c) {
        return !c.simulated() && desk.stores().veil().on();
    }

    private String hiddenWords() {
        return hall.messages().get("capture.picture-hidden");
    }
}
