package org.yiping.console.ui.camera;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;

/// Pictures of the platform at the width of a row, kept by their file, the last `most` of them; fetched when they are
/// first looked at and decoded beside the JavaFX thread, on which all of this is called.
final class RowPictures {
    private final Desk desk;
    private final Hall hall;
    private final int width;
    private final Runnable came;
    private final Map<String, Image> images;
    /// Why there is no picture, or that it is on its way.
    private final Map<String, String> missing = new HashMap<>();

    /// `came` is told when a picture is here or cannot be had.
    RowPictures(Desk desk, Hall hall, int most, int width, Runnable came) {
        this.desk = desk;
        this.hall = hall;
        this.width = width;
        this.came = came;
        images = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Image> eldest) {
                return size() > most;
            }
        };
    }

    /// The picture where it is here; else it is asked for, and `why` says so.
    @Nullable
    Image image(String file, Function<CameraUse, CompletableFuture<Found<byte[]>>> asks) {
        Image known = images.get(file);
        if (known == null && missing.putIfAbsent(file, text("capture.picture-coming")) == null) {
            fetch(
                    asks,
                    width,
                    image -> {
                        missing.remove(file);
                        images.put(file, image);
                        came.run();
                    },
                    why -> {
                        missing.put(file, why);
                        came.run();
                    });
        }
        return known;
    }

    String why(String file) {
        return missing.getOrDefault(file, "");
    }

    /// What could not be had is asked for once more.
    void again() {
        missing.clear();
    }

    /// A picture at that width, not kept, or why there is none.
    void fetch(
            Function<CameraUse, CompletableFuture<Found<byte[]>>> asks,
            int wide,
            Consumer<Image> done,
            Consumer<String> failed) {
        Optional<CameraUse> use = desk.lookup().cameras();
        if (use.isEmpty()) {
            failed.accept(text("capture.picture-offline"));
            return;
        }
        var _ = asks.apply(use.get()).thenAccept(found -> {
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
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
