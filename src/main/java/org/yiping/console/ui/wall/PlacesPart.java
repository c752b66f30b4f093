package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.ui.Boards;
import org.yiping.console.ui.Boards.Kept;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.PlaceBars;
import org.yiping.console.ui.StatusWords;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.AgeText;
import org.yiping.console.ui.control.BarList;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.WallScene.Shown;

/// Where cases gather (热点与反复点位) over its tile, by which rule, and when that was found. FX thread.
///
/// Places are worked out more seldom than figures: they are late after twice as long.
final class PlacesPart implements WallPart {
    private static final int BARS = 12;

    private final Boards boards;
    private final Words words;
    private final Messages messages;
    private final Frame frame;
    private final PlaceBars bars;
    private final BarList list = new BarList();
    private final FitLine counted;
    private final FitLine note;
    private final FitLine none;
    private final VBox body;
    private final VBox root;
    private @Nullable HotPlaces painted;

    PlacesPart(Shown shown, Box box, Tiers tiers, WallMonitor.Kit kit) {
        boards = kit.boards();
        messages = kit.hall().messages();
        words = new Words(kit.desk().stores(), messages);
        bars = new PlaceBars(kit.desk(), words, messages);
        frame = new Frame(shown.option("period", "month"), null, FigureScope.CITY);
        double pad = WallPart.bezel(Math.min(1, box.width() / 1200));
        double height = box.height() - 2 * pad;
        double row = Math.min(tiers.should(), height * 0.075);
        FitLine title = new FitLine(Math.min(tiers.must(), height * 0.12), row * 0.8, "wall-strong");
        counted =
                new FitLine(row * 0.8, row * 0.4, "wall-muted").side(HPos.RIGHT).keep();
        note = new FitLine(row * 0.8, row * 0.4, "wall-muted");
        none = new FitLine(row * 1.6, row, "wall-muted").side(HPos.CENTER);
        body = Nodes.column("wall-board-body", none);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        root = Nodes.column("wall-board", title, body, Nodes.row("wall-head", Nodes.grow(note), counted));
        root.setPadding(new Insets(pad));
        WallPart.based(root, row);
        WallPart.sized(root, box.width(), box.height());
        title.text(messages.get("kpi.places"));
        none.text(messages.get("kpi.none"));
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void tick(WallFace face) {
        Kept<HotPlaces> kept = boards.places(frame);
        HotPlaces places = kept.value();
        if (places != null && !Objects.equals(places, painted)) {
            painted = places;
            List<BarList.Bar> all = bars.of(places);
            list.show(all.subList(0, Math.min(BARS, all.size())));
            none.text(messages.get("kpi.places-none"));
            body.getChildren().setAll(all.isEmpty() ? none : Nodes.grow(list));
            note.text(bars.note(places));
            counted.text(words.minute(places.at()));
        }
        root.pseudoClassStateChanged(
                STALE, places != null && isLate(kept, places, face.detail().now()));
    }

    private Duration promise() {
        return boards.promise().multipliedBy(2);
    }

    private boolean isLate(Kept<HotPlaces> kept, HotPlaces places, Instant now) {
        return Boards.isLate(kept, places.at(), promise(), now);
    }

    @Override
    public List<StatusWords.Aged> ages(Instant now) {
        HotPlaces places = painted;
        return places == null
                ? List.of()
                : List.of(StatusWords.Aged.of(messages.get("kpi.places"), places.at(), promise(), now));
    }

    @Override
    public String late(WallFace face) {
        Kept<HotPlaces> kept = boards.places(frame);
        HotPlaces places = kept.value();
        Instant now = face.detail().now();
        return places == null || !isLate(kept, places, now)
                ? ""
                : messages.get(
                        "wall.as-of",
                        words.moment(places.at(), now),
                        AgeText.of(Duration.between(places.at(), now), messages));
    }
}
