package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Boards;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.ColourSight;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;

/// One tile as the wall would draw it, made small, with what is true now; and as eyes see it that lack a cone. FX
/// thread.
///
/// What is dear on a desk (map and camera pictures) is a word instead of a picture.
public final class TilePreview {
    private final Desk desk;
    private final Hall hall;
    private final PanelPool none = new PanelPool(new PanelCatalogue(Map.of()));
    private final WallModel model;
    private final Boards boards;
    private final Pane stand = new Pane();
    private final ImageView seen = new ImageView();
    private final StackPane root = new StackPane(stand, seen);
    private @Nullable WallTile tile;
    private @Nullable Wanted wanted;
    private ColourSight sight = ColourSight.FULL;

    private record Wanted(WallScene.Shown shown, Box box, WallRules.Room room) {}

    public TilePreview(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        model = new WallModel(desk, hall);
        boards = new Boards(desk, hall, () -> {}); // the next second paints what came
        root.getStyleClass().addAll("wall", "tile-preview");
        stand.setManaged(false);
        root.widthProperty().subscribe(_ -> fit());
        root.heightProperty().subscribe(_ -> fit());
        Nodes.show(seen, false);
    }

    public Region root() {
        return root;
    }

    public void onShow() {
        model.show();
    }

    public void onHide() {
        model.hide();
        drop();
        wanted = null;
    }

    /// In a box of so many pixels of the wall.
    public void show(WallScene.Shown shown, Box box, WallRules.Room room) {
        Wanted next = new Wanted(shown, new Box(0, 0, box.width(), box.height()), room);
        if (next.equals(wanted)) {
            return;
        }
        wanted = next;
        drop();
        Tiers tiers = Tiers.of(
                room.lastSeatMetres(), room.monitorMetres(), room.known().each().across());
        WallMonitor.Kit kit = new WallMonitor.Kit(none, desk, hall, boards, room);
        Scene.Tile content = new Scene.Tile(shown, Scene.Share.NONE);
        WallTile made = new WallTile(
                WallTile.Name.of(shown.panel(), hall.messages()),
                next.box,
                tiers,
                hall.messages(),
                none,
                () -> part(content, next.box, tiers, kit));
        tile = made;
        stand.getChildren().setAll(made.root());
        made.show();
        tick(hall.now());
        fit();
    }

    private WallPart part(Scene.Tile content, Box box, Tiers tiers, WallMonitor.Kit kit) {
        PanelKind kind = content.shown().panel();
        return kind == PanelKind.MAP || kind == PanelKind.CAMERAS
                ? WordsPart.title(hall.messages().get("scene.panel." + kind.word()), box, tiers)
                : WallMonitor.panel(content, box, 1, tiers, kit);
    }

    public void sight(ColourSight next) {
        sight = next;
        see();
    }

    public void tick(Instant now) {
        model.count(now, () -> draw(now));
        draw(now);
    }

    private void draw(Instant now) {
        if (tile != null) {
            tile.tick(model.face(now, Set.of()));
            see();
        }
    }

    private void drop() {
        if (tile != null) {
            tile.hide();
            stand.getChildren().clear();
            tile = null;
        }
    }

    /// True in shape, as large as there is room.
    private void fit() {
        if (wanted == null || root.getWidth() <= 0 || root.getHeight() <= 0) {
            return;
        }
        Box box = wanted.box;
        double scale = Math.min(root.getWidth() / box.width(), root.getHeight() / box.height());
        stand.getTransforms().setAll(new Scale(scale, scale));
        stand.resizeRelocate(
                Math.rint((root.getWidth() - box.width() * scale) / 2),
                Math.rint((root.getHeight() - box.height() * scale) / 2),
                box.width(),
                box.height());
        root.setClip(new Rectangle(root.getWidth(), root.getHeight()));
        see();
    }

    /// Colours are changed in a picture of the tile: the toolkit has no effect for it.
    private void see() {
        boolean full = sight == ColourSight.FULL || tile == null || stand.getScene() == null;
        stand.setOpacity(full ? 1 : 0);
        Nodes.show(seen, !full);
        if (full) {
            return;
        }
        stand.setOpacity(1);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        WritableImage image = stand.snapshot(clear, null);
        stand.setOpacity(0);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = sight.seen(pixels[i]);
        }
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        seen.setImage(image);
    }
}
