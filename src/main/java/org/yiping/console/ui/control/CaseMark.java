package org.yiping.console.ui.control;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.PseudoClass;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.yiping.console.fx.Messages;

/// The mark of a case (案件标记): one figure in row, card and head, drawn from [CaseMarkPath].
///
/// JavaFX thread. Its size is a style class (`size-14`, `-16`, `-20`, `-28`, `-34`), its colours come from the theme.
public final class CaseMark extends Region {
    private static final StyleablePropertyFactory<CaseMark> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<CaseMark, Color> EDGE =
            STYLES.createColorCssMetaData("-mark-edge", mark -> mark.edge, Color.TRANSPARENT);
    private static final CssMetaData<CaseMark, Color> GROUND =
            STYLES.createColorCssMetaData("-mark-ground", mark -> mark.ground, Color.TRANSPARENT);
    private static final CssMetaData<CaseMark, Color> SIGN =
            STYLES.createColorCssMetaData("-mark-sign", mark -> mark.sign, Color.TRANSPARENT);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Messages messages;
    private final StyleableProperty<Color> edge = Inks.property(this, EDGE, this::requestLayout);
    private final StyleableProperty<Color> ground = Inks.property(this, GROUND, this::requestLayout);
    private final StyleableProperty<Color> sign = Inks.property(this, SIGN, this::requestLayout);
    private final Canvas canvas = new Canvas();
    private MarkShape shape = MarkShape.CIRCLE;
    private MarkLight light = MarkLight.UNKNOWN;
    private boolean stale;

    public CaseMark(Messages messages, int size) {
        this.messages = messages;
        getStyleClass().addAll("case-mark", "size-" + size);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        getChildren().add(canvas);
        show(shape, light);
    }

    public void show(MarkShape nextShape, MarkLight nextLight) {
        shape = nextShape;
        light = nextLight;
        States.only(this, MarkLight.values(), MarkLight::word, light);
        name();
        requestLayout();
    }

    /// Old data: the figure stays, its edge is dashed and grey.
    public void stale(boolean now) {
        stale = now;
        pseudoClassStateChanged(STALE, now);
        name();
        requestLayout();
    }

    private void name() {
        String kind = messages.get(shape.key());
        String time = messages.get(light.key());
        setAccessibleText(messages.get(stale ? "control.mark.stale" : "control.mark.name", kind, time));
    }

    @Override
    protected void layoutChildren() {
        double size = Math.floor(Math.min(getWidth(), getHeight()));
        canvas.setWidth(size);
        canvas.setHeight(size);
        canvas.relocate(snapPositionX((getWidth() - size) / 2), snapPositionY((getHeight() - size) / 2));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, size, size);
        if (size > 0) {
            MarkLight shown = stale && light != MarkLight.OVER && light != MarkLight.SOON ? MarkLight.UNKNOWN : light;
            CaseMarkPath.draw(new CanvasPen(g), shape, shown, size);
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    private final class CanvasPen implements CaseMarkPath.Pen {
        private final GraphicsContext g;

        CanvasPen(GraphicsContext g) {
            this.g = g;
            g.setLineJoin(StrokeLineJoin.MITER);
            g.setLineCap(StrokeLineCap.BUTT);
            g.setMiterLimit(10);
        }

        private Color colour(CaseMarkPath.Ink ink) {
            return switch (ink) {
                case EDGE -> edge.getValue();
                case GROUND -> ground.getValue();
                case SIGN -> sign.getValue();
            };
        }

        @Override
        public void begin() {
            g.beginPath();
        }

        @Override
        public void moveTo(double x, double y) {
            g.moveTo(x, y);
        }

        @Override
        public void lineTo(double x, double y) {
            g.lineTo(x, y);
        }

        @Override
        public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
            g.bezierCurveTo(x1, y1, x2, y2, x, y);
        }

        @Override
        public void close() {
            g.closePath();
        }

        @Override
        public void fill(CaseMarkPath.Ink ink) {
            g.setFill(colour(ink));
            g.fill();
        }

        @Override
        public void stroke(CaseMarkPath.Ink ink, double width, double... dash) {
            g.setStroke(colour(ink));
            g.setLineWidth(width);
            if (dash.length == 0 && stale) {
                g.setLineDashes(width * 1.6, width * 1.2);
            } else {
                g.setLineDashes(dash);
            }
            g.stroke();
        }
    }
}
