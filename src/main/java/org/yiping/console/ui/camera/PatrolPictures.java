package org.yiping.console.ui.camera;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.patrol.PatrolRound;

/// Pictures that patrols kept with what they found, at the width of a row; fetched when they are first looked at. FX
/// thread, decoded beside it.
final class PatrolPictures {
    private static final int MOST = 40;

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

    /// `came` is told when a picture is here or cannot be had.
    PatrolPictures(Desk desk, Hall hall, int width, Runnable came) {
        this.desk = desk;
        this.hall = hall;
        this.width = width;
        this.came = came;
    }

    /// The picture where it is here; else it is asked for, and `why` says so.
    @Nullable
    Image image(PatrolRound round, PatrolRound.Picture picture) {
        Image known = images.get(picture.fileId());
        if (known == null && missing.putIfAbsent(picture.fileId(), text("capture.picture-coming")) == null) {
            desk.lookup()
                    .cameras()
                    .ifPresentOrElse(
                            use -> {
                                var _ = use.patrolPicture(round.id(), picture.fileId())
                                        .thenAccept(found -> decode(picture, found));
                            },
                            () -> missing.put(picture.fileId(), text("capture.picture-offline")));
        }
        return known;
    }

    String why(PatrolRound.Picture picture) {
        return missing.getOrDefault(picture.fileId(), "");
    }

    /// What could not be had is asked for once more.
    void again() {
        missing.clear();
    }

    private void decode(PatrolRound.Picture picture, Found<byte[]> found) {
        switch (found) {
            case Found.Got<byte[]>(byte[] bytes) -> {
                Image image = new Image(new ByteArrayInputStream(bytes), width, 0, true, true);
                hall.fx().execute(() -> {
                    if (image.isError()) {
                        none(picture, text("capture.picture-broken"));
                    } else {
                        missing.remove(picture.fileId());
                        images.put(picture.fileId(), image);
                        came.run();
                    }
                });
            }
            case Found.Refused<byte[]>(String code, String _) ->
                hall.fx().execute(() -> none(picture, text("capture.picture-refused", code)));
            case Found.Unreachable<byte[]> _ -> hall.fx().execute(() -> none(picture, text("capture.picture-offline")));
        }
    }

    private void none(PatrolRound.Picture picture, String why) {
        missing.put(picture.fileId(), why);
        came.run();
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
