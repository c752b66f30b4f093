package org.yiping.console.ui.camera;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Who looks at a tile and when (水印), over its picture: once in a corner or all over it. FX thread.
///
/// One small picture of the words is shown as often as it has room: what changes once a minute is drawn then, and a
/// frame of the camera's draws nothing but what lies under the letters anew. A tile narrower than the words makes them
/// smaller rather than cutting them off.
final class TileMark extends Region {
    private static final double EDGE = 6;
    /// Below the time, which has the upper right corner.
    private static final double BELOW = 28;
    /// What stays free at both sides of a tile that is too narrow.
    private static final double NARROW = 0.9;

    private @Nullable Image stamp;
    private boolean all;

    TileMark() {
        setMouseTransparent(true);
        setMinSize(0, 0);
        setPrefSize(0, 0);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    }

    void show(@Nullable Image next, boolean everywhere) {
        if (next == null ? stamp != null : !next.equals(stamp) || all != everywhere) {
            stamp = next;
            all = everywhere;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        Image of = stamp;
        if (of == null || getWidth() < 1 || getHeight() < 1) {
            getChildren().clear();
            return;
        }
        List<double[]> places = all ? everywhere(of) : corner(of);
        List<Node> views = new ArrayList<>(places.size());
        double wide = width(of);
        for (int i = 0; i < places.size(); i++) {
            ImageView view = i < getChildren().size() && getChildren().get(i) instanceof ImageView known
                    ? known
                    : new ImageView();
            view.setImage(of);
            view.setPreserveRatio(true);
            view.setFitWidth(wide < of.getWidth() ? wide : 0);
            view.relocate(places.get(i)[0], places.get(i)[1]);
            views.add(view);
        }
        if (!views.equals(getChildren())) {
            getChildren().setAll(views);
        }
    }

    private double width(Image of) {
        return Math.min(of.getWidth(), Math.floor(getWidth() * NARROW));
    }

    private List<double[]> corner(Image of) {
        double high = of.getHeight() * width(of) / of.getWidth();
        return List.of(new double[] {
            Math.floor(getWidth() - EDGE - width(of)), Math.min(BELOW, Math.max(0, Math.floor(getHeight() - high)))
        });
    }

    private List<double[]> everywhere(Image of) {
        double high = of.getHeight() * width(of) / of.getWidth();
        double across = Math.max(Watermark.WIDE, width(of) * 5 / 4);
        List<double[]> places = new ArrayList<>();
        for (int row = 0; row == 0 || row * Watermark.HIGH + high / 2 < getHeight(); row++) {
            double shift = row % 2 == 0 ? 0 : across / 2;
            for (double x = (Math.min(across, getWidth()) - width(of)) / 2 - shift; x < getWidth(); x += across) {
                if (x + width(of) > 0) {
                    places.add(new double[] {Math.floor(x), Math.floor(row * Watermark.HIGH + EDGE)});
                }
            }
        }
        return places;
    }
}
