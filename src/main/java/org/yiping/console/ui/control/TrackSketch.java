package org.yiping.console.ui.control;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// A track over the ground it was to pass: pieces that were passed, pieces that were not, the way, and dashes
/// where nothing is known of it (轨迹). North is up; a bar says the scale. JavaFX thread.
///
/// Pieces of streets stand so close that they draw the streets. A click chooses the nearest place of the way.
public final class TrackSketch extends Region {
    private static final StyleablePropertyFactory<TrackSketch> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<TrackSketch, Color> GROUND =
            STYLES.createColorCssMetaData("-sketch-ground", s -> s.ground, Color.TRANSPARENT);
    private static final CssMetaData<TrackSketch, Color> PASSED =
            STYLES.createColorCssMetaData("-sketch-passed", s -> s.passed, Color.TRANSPARENT);
    private static final CssMetaData<TrackSketch, Color> WAY =
            STYLES.createColorCssMetaData("-sketch-way", s -> s.way, Color.TRANSPARENT);
    private static final CssMetaData<TrackSketch, Color> HOLLOW =
            STYLES.createColorCssMetaData("-sketch-gap", s -> s.hollow, Color.TRANSPARENT);
    private static final CssMetaData<TrackSketch, Color> MARK =
            STYLES.createColorCssMetaData("-sketch-mark", s -> s.mark, Color.TRANSPARENT);
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double INSET = 14;

    private final StyleableProperty<Color> ground = Inks.property(this, GROUND, this::requestLayout);
    private final StyleableProperty<Color> passed = Inks.property(this, PASSED, this::requestLayout);
    private final StyleableProperty<Color> way = Inks.property(this, WAY, this::requestLayout);
    private final StyleableProperty<Color> hollow = Inks.property(this, HOLLOW, this::requestLayout);
    private final StyleableProperty<Color> mark = Inks.property(this, MARK, this::requestLayout);
    private final Canvas canvas = new Canvas();
    private final Label scale = Words.kept("", "lane-word");
    private Shown shown = Shown.NOTHING;
    private int chosen = -1;
    private Fit fit = new Fit(0, 0, 1, 1, 0, 0);

    /// Longitudes and latitudes in pairs; `gaps` says for each place of the way whether nothing is known
    /// between the one before and it.
    @SuppressWarnings("ArrayRecordComponent") // handed on and never kept by who made it
    public record Shown(double[] open, double[] passed, double[] way, boolean[] gaps) {
        public static final Shown NOTHING = new Shown(new double[0], new double[0], new double[0], new boolean[0]);
    }

    /// How degrees become pixels.
    private record Fit(double west, double north, double perLongitude, double perLatitude, double left, double top) {
        double x(double longitude) {
            return left + (longitude - west) * perLongitude;
        }

        double y(double latitude) {
            return top + (north - latitude) * perLatitude;
        }
    }

    /// `open` hears which place of the way was chosen.
    public TrackSketch(IntConsumer open) {
        getStyleClass().add("track-sketch");
        setMinSize(0, 0);
        getChildren().addAll(canvas, scale);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseClicked(e -> {
            int at = nearest(e.getX(), e.getY());
            if (at >= 0) {
                mark(at);
                open.accept(at);
            }
        });
    }

    public void show(Shown next) {
        shown = next;
        chosen = -1;
        requestLayout();
    }

    /// Marks a place of the way; -1 none.
    public void mark(int place) {
        chosen = place;
        requestLayout();
    }

    private int nearest(double x, double y) {
        int best = -1;
        double least = 30 * 30;
        double[] w = shown.way();
        for (int i = 0; i + 1 < w.length; i += 2) {
            double dx = fit.x(w[i]) - x;
            double dy = fit.y(w[i + 1]) - y;
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = i / 2;
            }
        }
        return best;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        boolean any = fit(width, height);
        scale.setVisible(any);
        if (any) {
            dots(g, shown.open(), ground.getValue(), 2.4);
            dots(g, shown.passed(), passed.getValue(), 5);
            way(g);
            bar(g, width, height);
        }
    }

    /// Whether there is anything to be drawn.
    private boolean fit(double width, double height) {
        double west = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        for (double[] each : new double[][] {shown.open(), shown.passed(), shown.way()}) {
            for (int i = 0; i + 1 < each.length; i += 2) {
                west = Math.min(west, each[i]);
                east = Math.max(east, each[i]);
                south = Math.min(south, each[i + 1]);
                north = Math.max(north, each[i + 1]);
            }
        }
        if (west > east || width <= 2 * INSET || height <= 2 * INSET) {
            return false;
        }
        double shrink = Math.cos(Math.toRadians((south + north) / 2));
        double wide = Math.max(1e-5, (east - west) * shrink);
        double high = Math.max(1e-5, north - south);
        double per = Math.min((width - 2 * INSET) / wide, (height - 2 * INSET) / high);
        fit = new Fit(
                west,
                north,
                per * shrink,
                per,
                (width - (east - west) * shrink * per) / 2,
                (height - (north - south) * per) / 2);
        return true;
    }

    private void dots(GraphicsContext g, double[] places, Color ink, double size) {
        g.setFill(ink);
        for (int i = 0; i + 1 < places.length; i += 2) {
            g.fillOval(fit.x(places[i]) - size / 2, fit.y(places[i + 1]) - size / 2, size, size);
        }
    }

    private void way(GraphicsContext g) {
        double[] w = shown.way();
        g.setLineWidth(1.6);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        for (int i = 2; i + 1 < w.length; i += 2) {
            boolean unknown = shown.gaps()[i / 2];
            g.setStroke(unknown ? hollow.getValue() : way.getValue());
            if (unknown) {
                g.setLineDashes(4, 4);
            }
            g.strokeLine(fit.x(w[i - 2]), fit.y(w[i - 1]), fit.x(w[i]), fit.y(w[i + 1]));
            if (unknown) {
                g.setLineDashes();
            }
        }
        if (w.length >= 2) {
            g.setFill(way.getValue());
            g.fillRect(fit.x(w[0]) - 4, fit.y(w[1]) - 4, 8, 8); // the beginning is square, the end round
            g.fillOval(fit.x(w[w.length - 2]) - 5, fit.y(w[w.length - 1]) - 5, 10, 10);
        }
        if (chosen >= 0 && chosen * 2 + 1 < w.length) {
            g.setStroke(mark.getValue());
            g.setLineWidth(2);
            g.strokeOval(fit.x(w[chosen * 2]) - 8, fit.y(w[chosen * 2 + 1]) - 8, 16, 16);
        }
    }

    /// A round number of metres, not longer than a quarter of the width.
    private void bar(GraphicsContext g, double width, double height) {
        double perMetre = fit.perLatitude() / METRES_PER_DEGREE;
        double metres = 10;
        for (double step : new double[] {20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000}) {
            metres = step * perMetre <= width / 4 ? step : metres;
        }
        double reach = metres * perMetre;
        g.setFill(mark.getValue());
        g.fillRect(8, height - 8, reach, 2);
        g.fillRect(8, height - 12, 1, 6);
        g.fillRect(8 + reach - 1, height - 12, 1, 6);
        scale.setText(metres >= 1000 ? Math.round(metres / 1000) + " km" : Math.round(metres) + " m");
        scale.resizeRelocate(
                14 + reach,
                Math.floor(height - 4 - scale.prefHeight(-1)),
                Math.ceil(scale.prefWidth(-1)),
                Math.ceil(scale.prefHeight(-1)));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
