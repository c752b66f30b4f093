package org.yiping.console.ui.camera;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Hall;
import org.yiping.console.video.CameraPlayer;
import org.yiping.domain.camera.Camera;

/// What `bench video` needs of a camera grid's insides: the product's grid, and what its tiles really show. It looks at
/// pixels and asks neither player nor tile. FX thread.
public final class GridProbe {
    /// Prime, so that the samples walk across the columns of every usual width.
    private static final int SAMPLES = 257;

    private final CameraGrid grid;
    private final long[] seen;
    private final long[] pictures;
    private final long[] changedAt;
    private final long[] firstOfOrder;
    /// Where each tile was last found to paint: a walk through all of a tile at each pulse took as long as
    /// what the tile itself does.
    private final @Nullable ImageView[] found;

    public GridProbe(Hall hall, CameraPlayer player, int columns, int rows) {
        grid = new CameraGrid(hall, () -> ZoneOffset.UTC, player, columns, rows, false);
        seen = new long[columns * rows];
        pictures = new long[columns * rows];
        changedAt = new long[columns * rows];
        firstOfOrder = new long[columns * rows];
        found = new @Nullable ImageView[columns * rows];
    }

    public Region node() {
        return grid;
    }

    public int tiles() {
        return seen.length;
    }

    public void show(List<Camera> cameras) {
        grid.show(cameras);
        Arrays.fill(firstOfOrder, 0);
    }

    /// Has these words all over each tile from now on, as a city's rules may want it. Not on the FX thread.
    public void mark(String words) {
        Image stamp = Watermark.stamp(words, true);
        Platform.runLater(() -> grid.tiles().forEach(tile -> tile.mark(stamp, true)));
    }

    public void start() {
        grid.start();
    }

    /// Enlarges the first tile over all others, or shows all again.
    public void toggle() {
        grid.select(0);
        grid.toggle();
    }

    /// Whether the first tile still shows the stream it had before it was enlarged.
    public boolean awaits() {
        return grid.tiles().getFirst().awaits();
    }

    /// How many tiles say that they are live.
    public int live() {
        return grid.live();
    }

    /// Whether this tile calls its picture live.
    public boolean isLive(int tile) {
        return grid.tiles().get(tile).isLive();
    }

    /// Looks at every tile once: to be called once a pulse.
    public void look() {
        for (int i = 0; i < seen.length; i++) {
            long now = sample(picture(i));
            if (now != seen[i]) {
                seen[i] = now;
                pictures[i]++;
                changedAt[i] = System.nanoTime();
                firstOfOrder[i] = firstOfOrder[i] == 0 ? changedAt[i] : firstOfOrder[i];
            }
        }
    }

    /// How many different pictures each tile has shown since the probe was made, one after the other.
    public List<Long> pictures() {
        return Arrays.stream(pictures).boxed().toList();
    }

    /// When each tile was last seen with another picture than before, by `System.nanoTime`; 0 for never.
    public List<Long> changedAt() {
        return Arrays.stream(changedAt).boxed().toList();
    }

    /// When each tile's picture first changed after the last order what to show; 0 for not yet. The old
    /// streams end with the order, so it is a picture of the new camera.
    public List<Long> firstOfOrder() {
        return Arrays.stream(firstOfOrder).boxed().toList();
    }

    /// One tile's picture as it is in its buffer; null while there is none.
    public @Nullable Image picture(int tile) {
        ImageView known = found[tile];
        if (known == null || known.getImage() == null || known.getScene() == null) {
            known = find(grid.tiles().get(tile));
            found[tile] = known;
        }
        return known == null ? null : known.getImage();
    }

    private static @Nullable ImageView find(Node node) {
        if (node instanceof ImageView view && view.getImage() != null) {
            return view;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                ImageView view = find(child);
                if (view != null) {
                    return view;
                }
            }
        }
        return null;
    }

    private static long sample(@Nullable Image image) {
        if (image == null) {
            return 0;
        }
        PixelReader pixels = image.getPixelReader();
        int width = (int) image.getWidth();
        long all = width * (long) image.getHeight();
        long step = all / SAMPLES;
        long hash = 17;
        for (int i = 0; i < SAMPLES; i++) {
            long at = i * step;
            hash = hash * 31 + pixels.getArgb((int) (at % width), (int) (at / width));
        }
        return hash;
    }
}
