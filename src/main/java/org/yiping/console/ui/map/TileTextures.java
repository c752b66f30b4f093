package org.yiping.console.ui.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.Piece;

/// The ground of a map view as textures (贴图底图): each piece is an image of its own, sent to the graphics card
/// once, which places and scales it in every picture thereafter. FX thread.
///
/// Images that have left are filled again, but not in the picture in which they leave: that may still be drawn.
final class TileTextures extends Group {
    private static final int SPARE = 48;

    private final Rectangle window = new Rectangle();
    private final Map<Object, Texture> shown = new HashMap<>();
    private final ArrayDeque<WritableImage> spare = new ArrayDeque<>();
    private final List<WritableImage> left = new ArrayList<>();

    private record Texture(WritableImage image, ImageView view) {}

    TileTextures() {
        setManaged(false);
        setMouseTransparent(true);
        setClip(window);
    }

    /// The lowest first. Tiles reach over the edges of a window of this size; what lies beside it is not the map's.
    void show(List<Piece> pieces, int width, int height) {
        window.setWidth(width);
        window.setHeight(height);
        spare.addAll(left);
        left.clear();
        while (spare.size() > SPARE) {
            spare.remove();
        }
        Set<Object> wanted = new HashSet<>();
        pieces.forEach(piece -> wanted.add(piece.drawn()));
        shown.entrySet().removeIf(each -> {
            boolean leaves = !wanted.contains(each.getKey());
            if (leaves) {
                left.add(each.getValue().image);
            }
            return leaves;
        });
        List<Node> views = new ArrayList<>();
        for (Piece piece : pieces) {
            ImageView view = shown.computeIfAbsent(piece.drawn(), _ -> filled(piece)).view;
            place(view, piece);
            views.add(view);
        }
        if (!views.equals(getChildren())) {
            getChildren().setAll(views);
        }
    }

    private Texture filled(Piece piece) {
        int side = piece.side();
        WritableImage image = spare(side);
        if (image == null) {
            image = new WritableImage(side, side);
        }
        image.getPixelWriter()
                .setPixels(0, 0, side, side, PixelFormat.getIntArgbPreInstance(), piece.pixels(), 0, side);
        return new Texture(image, new ImageView(image));
    }

    private @Nullable WritableImage spare(int side) {
        for (WritableImage each : spare) {
            if (each.getWidth() == side) {
                spare.remove(each);
                return each;
            }
        }
        return null;
    }

    /// What is not scaled is not smoothed: so it stays as it was drawn, to the last bit.
    private static void place(ImageView view, Piece piece) {
        boolean exact = piece.box().width() == piece.side() && piece.box().height() == piece.side();
        view.setX(piece.box().left());
        view.setY(piece.box().top());
        view.setFitWidth(exact ? 0 : piece.box().width());
        view.setFitHeight(exact ? 0 : piece.box().height());
        view.setSmooth(!exact);
    }
}
