package org.yiping.console.ui.inspection;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Photo;

/// The photos of the point's card (现场照片), whoever took them. FX thread; they are fetched and decoded beside it.
final class PointPhotos {
    /// Decoded to about the size of its frame.
    private static final int WIDTH = 480;

    private final CardModel card;
    private final Hall hall;
    private final Map<String, Photo> photos = new LinkedHashMap<>();
    private final FlowPane root = new FlowPane();

    PointPhotos(CardModel card, Hall hall) {
        this.card = card;
        this.hall = hall;
        root.getStyleClass().add("inspection-photos");
        Nodes.show(root, false);
    }

    Region root() {
        return root;
    }

    /// Those that are shown already are not fetched again.
    void show(List<String> files) {
        if (List.copyOf(photos.keySet()).equals(files)) {
            return;
        }
        photos.keySet().retainAll(files);
        for (String file : files) {
            photos.computeIfAbsent(file, this::photo);
        }
        root.getChildren().setAll(files.stream().map(photos::get).toList());
        Nodes.show(root, !files.isEmpty());
    }

    private Photo photo(String file) {
        Photo photo = new Photo(hall.messages().get("inspection.photo"));
        photo.getStyleClass().add("inspection-photo");
        photo.missing(hall.messages().get("case.photo-loading"));
        var _ = card.picture(file).thenAccept(found -> {
            switch (found) {
                case Found.Got<byte[]>(byte[] bytes) -> {
                    Image image = new Image(new ByteArrayInputStream(bytes), WIDTH, 0, true, true);
                    hall.fx().execute(() -> {
                        if (image.isError()) {
                            photo.missing(hall.messages().get("case.photo-broken"));
                        } else {
                            photo.show(image);
                        }
                    });
                }
                case Found.Refused<byte[]>(String code, String detail) ->
                    hall.fx().execute(() -> photo.missing((detail + " " + code).strip()));
                case Found.Unreachable<byte[]>() ->
                    hall.fx().execute(() -> photo.missing(hall.messages().get("case.photo-offline")));
            }
        });
        return photo;
    }
}
