package org.yiping.console.ui.control;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundImage;
import javafx.scene.layout.BackgroundPosition;
import javafx.scene.layout.BackgroundRepeat;
import javafx.scene.layout.BackgroundSize;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A 135° hatch that fills its bounds: strong in the mark 模拟, 12 % over something pending.
///
/// JavaFX thread. It is one small tiled image: a gradient or many lines would cost the software pipeline more.
public final class Hatch extends Region {
    private static final StyleablePropertyFactory<Hatch> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<Hatch, Color> INK =
            STYLES.createColorCssMetaData("-hatch-ink", hatch -> hatch.ink, Color.TRANSPARENT);
    private static final CssMetaData<Hatch, Number> PERIOD =
            STYLES.createSizeCssMetaData("-hatch-period", hatch -> hatch.period, 12);

    private final double opacity;
    private final double band;
    private final StyleableProperty<Color> ink = Inks.property(this, INK, this::tile);
    private final SimpleStyleableDoubleProperty period =
            new SimpleStyleableDoubleProperty(PERIOD, this, "period", 12.0);

    /// `band` is the inked share of the period.
    public Hatch(double opacity, double band) {
        this.opacity = opacity;
        this.band = band;
        getStyleClass().add("hatch");
        setMouseTransparent(true);
        period.subscribe(this::tile);
    }

    private void tile() {
        int n = Math.max(3, (int) Math.round(period.get()));
        Color colour = ink.getValue();
        WritableImage image = new WritableImage(n, n);
        PixelWriter pixels = image.getPixelWriter();
        for (int y = 0; y < n; y++) {
            for (int x = 0; x < n; x++) {
                pixels.setColor(x, y, colour.deriveColor(0, 1, 1, opacity * coverage(x + y, n)));
            }
        }
        setBackground(new Background(new BackgroundImage(
                image,
                BackgroundRepeat.REPEAT,
                BackgroundRepeat.REPEAT,
                BackgroundPosition.DEFAULT,
                BackgroundSize.DEFAULT)));
    }

    /// Share of a pixel on diagonal `d` that lies in the band; the diagonal runs over two pixel widths.
    private double coverage(int d, int n) {
        int hits = 0;
        for (int i = 0; i < 8; i++) {
            double at = (d + 0.25 + i * 0.1875) % n;
            if (at < band * n) {
                hits++;
            }
        }
        return hits / 8.0;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
