package org.yiping.console.ui.camera;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.capture.Capture;

/// Pictures of captures at the size of a row, kept by the id of their file and decoded beside the JavaFX thread, on
/// which all of this is called.
///
/// On an open day a picture that may show people is neither asked for nor given out, also where it is here already.
final class CaptureThumbs {
    private static final int MOST = 120;

    private final Desk desk;
    private final Hall hall;
    private final int width;
    private final Runnable came;
    private final Map<String, Image> images = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Image> eldest) {
            return size() > MOST;
        }
    };
    /// Why there is no picture, or that it is on its way.
    private final Map<String, String> missing = new HashMap<>();

    CaptureThumbs(Desk desk, Hall hall, int width, Runnable came) {
        this.desk = desk;
        this.hall = hall;
        this.width = width;
        this.came = came;
    }

    /// The picture where it is here; else it is asked for, and `why` says so.
    @Nullable
    Image image(Capture c) {
        if (hidden(c)) {
            return null;
        }
        Image known = images.get(c.picture());
        if (known == null && missing.putIfAbsent(c.picture(), text("capture.picture-coming")) == null) {
            fetch(
                    c,
                    width,
                    image -> {
                        missing.remove(c.picture());
                        images.put(c.picture(), image);
                        came.run();
                    },
                    why -> {
                        missing.put(c.picture(), why);
                        came.run();
                    });
        }
        return known;
    }

    String why(Capture c) {
        return hidden(c) ? text("capture.picture-hidden") : missing.getOrDefault(c.picture(), "");
    }

    /// The picture at that width, not kept, or why there is none.
    void large(Capture c, int wide, Consumer<Image> done, Consumer<String> failed) {
        if (hidden(c)) {
            failed.accept(text("capture.picture-hidden"));
            return;
        }
        fetch(
                c,
                wide,
                image -> {
                    if (hidden(c)) {
                        failed.accept(text("capture.picture-hidden"));
                    } else {
                        done.accept(image);
                    }
                },
                failed);
    }

    /// What could not be had is asked for once more.
    void again() {
        missing.clear();
    }

    boolean hidden(Capture c) {
        return !c.simulated() && desk.stores().veil().on();
    }

    private void fetch(Capture c, int wide, Consumer<Image> done, Consumer<String> failed) {
        desk.lookup().cameras().ifPresent(use -> {
            var _ = use.capturePicture(c.id()).thenAccept(found -> {
                switch (found) {
                    case Found.Got<byte[]>(byte[] bytes) -> {
                        Image image = new Image(new ByteArrayInputStream(bytes), wide, 0, true, true);
                        hall.fx().execute(() -> {
                            if (image.isError()) {
                                failed.accept(text("capture.picture-broken"));
                            } else {
                                done.accept(image);
                            }
                        });
                    }
                    case Found.Refused<byte[]>(String code, String _) ->
                        hall.fx().execute(() -> failed.accept(text("capture.picture-refused", code)));
                    case Found.Unreachable<byte[]> _ ->
                        hall.fx().execute(() -> failed.accept(text("capture.picture-offline")));
                }
            });
        });
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
