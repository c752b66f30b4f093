package org.yiping.console.ui.control;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/// A trend of 84×22 px with a dot at its end and a dashed target; NaN values break the line, they are never zero.
///
/// JavaFX thread. Its words stand in the cell that carries it.
public final class Sparkline extends Region {
    private static final StyleablePropertyFactory<Sparkline> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<Sparkline, Color> LINE =
            STYLES.createColorCssMetaData("-spark-line", spark -> spark.line, Color.TRANSPARENT);
    private static final CssMetaData<Sparkline, Color> TARGET =
            STYLES.createColorCssMetaData("-spark-target", spark -> spark.targetLine, Color.TRANSPARENT);
    private static final double INSET = 3;

    private final StyleableProperty<Color> line = Inks.property(this, LINE, this::requestLayout);
    private final StyleableProperty<Color> targetLine = Inks.property(this, TARGET, this::requestLayout);
    private final Canvas canvas = new Canvas();
    private double[] values = {};
    private double target = Double.NaN;

    public Sparkline() {
        getStyleClass().add("sparkline");
        setMouseTransparent(true);
        getChildren().add(canvas);
    }

    /// Oldest first; `target` NaN for none.
    public void show(double[] trend, double wanted) {
        values = trend.clone();
        target = wanted;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double w = Math.floor(getWidth());
        double h = Math.floor(getHeight());
        canvas.setWidth(w);
        canvas.setHeight(h);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, w, h);
        double low = Double.isNaN(target) ? Double.POSITIVE_INFINITY : target;
        double high = Double.isNaN(target) ? Double.NEGATIVE_INFINITY : target;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high) {
            return;
        }
        Scale scale = new Scale(low, high, h);
        if (!Double.isNaN(target)) {
            double y = Math.floor(scale.y(target)) + 0.5;
            g.setStroke(targetLine.getValue());
            g.setLineWidth(1);
            g.setLineDashes(2, 2);
            g.strokeLine(0, y, w, y);
            g.setLineDashes();
        }
        trend(g, scale, w);
    }

    private void trend(GraphicsContext g, Scale scale, double w) {
        g.setStroke(line.getValue());
        g.setLineWidth(1.5);
        g.setLineJoin(StrokeLineJoin.ROUND);
        double step = values.length > 1 ? (w - 2 * INSET) / (values.length - 1) : 0;
        boolean down = false;
        g.beginPath();
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                down = false;
            } else if (down) {
                g.lineTo(INSET + i * step, scale.y(values[i]));
            } else {
                g.moveTo(INSET + i * step, scale.y(values[i]));
                down = true;
            }
        }
        g.stroke();
        if (down) {
            g.setFill(line.getValue());
            double x = INSET + (values.length - 1) * step;
            double y = scale.y(values[values.length - 1]);
            g.fillOval(x - 2.5, y - 2.5, 5, 5);
        }
    }

    private record Scale(double low, double high, double height) {
        double y(double value) {
            double share = high == low ? 0.5 : (value - low) / (high - low);
            return height - INSET - share * (height - 2 * INSET);
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
