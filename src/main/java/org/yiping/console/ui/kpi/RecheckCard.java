package org.yiping.console.ui.kpi;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.Photo;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.domain.geo.Position;
import org.yiping.domain.kpi.RecheckSheet;

/// What may be seen of a case that is judged blind: class, words, place, and its photos from before and afterwards. FX
/// thread; photos are fetched and decoded beside it.
final class RecheckCard {
    /// Decoded to about the size of its frame.
    private static final int WIDTH = 360;

    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final Words names;
    private final Label title = Nodes.cut("", "t-name");
    private final Label about = Nodes.wrapped("", "t-body");
    private final Label where = Nodes.cut("", "t-second");
    private final KeyButton map;
    private final FlowPane photos = new FlowPane();
    private final Map<RecheckSheet.Photo, VBox> shown = new LinkedHashMap<>();
    private final VBox root;
    private @Nullable Position position;

    RecheckCard(Desk desk, Hall hall, Words names) {
        this.desk = desk;
        this.hall = hall;
        this.messages = hall.messages();
        this.names = names;
        map = new KeyButton(messages, "figures/recheck-map", messages.get("kpi.recheck-map"), "", this::pick)
                .flat()
                .low();
        photos.getStyleClass().add("inspection-photos");
        root = Nodes.column("figure-recheck-card", Nodes.row("line", Nodes.grow(title), map), about, where, photos);
    }

    Region root() {
        return root;
    }

    /// The place alone: the case itself would say how it ended.
    private void pick() {
        if (position != null) {
            desk.selection().pick(new Selection.Picked.OfPoint(position));
        }
    }

    void show(RecheckSheet.@Nullable Card card) {
        if (card == null) {
            return;
        }
        position = card.position();
        title.setText(
                (card.place() + 1) + " · " + names.classes(card.classCode().value()) + " · " + card.number());
        about.setText(card.description().isBlank() ? messages.get("kpi.recheck-no-words") : card.description());
        where.setText(card.address());
        Nodes.show(map, position != null);
        shown.keySet().retainAll(card.photos());
        for (RecheckSheet.Photo each : card.photos()) {
            shown.computeIfAbsent(each, p -> photo(p, card.simulated()));
        }
        List<VBox> all = card.photos().stream().map(shown::get).toList();
        if (!photos.getChildren().equals(all)) {
            photos.getChildren().setAll(all);
        }
        Nodes.show(photos, !all.isEmpty());
    }

    private VBox photo(RecheckSheet.Photo of, boolean simulated) {
        String phase = messages.get(of.after() ? "kpi.recheck-after" : "kpi.recheck-before");
        Photo photo = new Photo(phase);
        photo.getStyleClass().add("inspection-photo");
        photo.missing(messages.get("case.photo-loading"));
        if (simulated) {
            photo.corner(new SimulatedTag(SimulatedTag.What.PHOTO, messages));
        }
        var _ = desk.lookup().file(of.fileId()).thenAccept(found -> {
            switch (found) {
                case Found.Got<byte[]>(byte[] bytes) -> {
                    Image image = new Image(new ByteArrayInputStream(bytes), WIDTH, 0, true, true);
                    hall.fx().execute(() -> {
                        if (image.isError()) {
                            photo.missing(messages.get("case.photo-broken"));
                        } else {
                            photo.show(image);
                        }
                    });
                }
                case Found.Refused<byte[]>(String code, String detail) ->
                    hall.fx().execute(() -> photo.missing((detail + " " + code).strip()));
                case Found.Unreachable<byte[]>() ->
                    hall.fx().execute(() -> photo.missing(messages.get("case.photo-offline")));
            }
        });
        return new VBox(Nodes.keep(phase, "t-second"), photo);
    }
}
