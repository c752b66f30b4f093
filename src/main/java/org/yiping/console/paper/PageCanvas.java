package org.yiping.console.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.yiping.paper.Ink;
import org.yiping.paper.Item;
import org.yiping.paper.Page;
import org.yiping.paper.Type;

/// Draws a page as a printer or a screen wants it: the same things in the same places as in the PDF. JavaFX thread.
public final class PageCanvas {
    private PageCanvas() {}

    /// `family` is the product's font; what it lacks the toolkit finds in the system.
    public static Canvas of(Page page, Type type, String family) {
        Canvas canvas = new Canvas(Page.WIDTH, Page.HEIGHT);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setFill(ink(Ink.PAPER));
        g.fillRect(0, 0, Page.WIDTH, Page.HEIGHT);
        for (Item item : page.items()) {
            switch (item) {
                case Item.Words w -> words(w, g, type, family);
                case Item.Figure f -> figure(f, g);
                case Item.Picture p -> g.drawImage(image(p.image()), p.x(), p.y(), p.width(), p.height());
            }
        }
        return canvas;
    }

    private static void words(Item.Words w, GraphicsContext g, Type type, String family) {
        g.setFill(ink(w.ink()));
        double x = w.x();
        for (Type.Run run : type.runs(w.text(), w.size(), w.bold())) {
            if (run.own()) {
                g.setFont(Font.font(family, w.bold() ? FontWeight.BOLD : FontWeight.NORMAL, w.size()));
                g.fillText(run.text(), x, w.y());
            } else {
                path(
                        type.outline(run.text(), w.size())
                                .getPathIterator(AffineTransform.getTranslateInstance(x, w.y())),
                        g);
                g.setFillRule(FillRule.NON_ZERO);
                g.fill();
            }
            x += run.width();
        }
    }

    private static void figure(Item.Figure f, GraphicsContext g) {
        path(f.path().getPathIterator(null), g);
        if (f.width() > 0) {
            g.setStroke(ink(f.ink()));
            g.setLineWidth(f.width());
            g.setLineDashes(f.dashes().stream().mapToDouble(d -> d).toArray());
            g.stroke();
        } else {
            g.setFill(ink(f.ink()));
            g.fill();
        }
    }

    private static void path(PathIterator i, GraphicsContext g) {
        double[] p = new double[6];
        g.beginPath();
        for (; !i.isDone(); i.next()) {
            switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> g.moveTo(p[0], p[1]);
                case PathIterator.SEG_LINETO -> g.lineTo(p[0], p[1]);
                case PathIterator.SEG_QUADTO -> g.quadraticCurveTo(p[0], p[1], p[2], p[3]);
                case PathIterator.SEG_CUBICTO -> g.bezierCurveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
                default -> g.closePath();
            }
        }
    }

    private static Image image(BufferedImage from) {
        int w = from.getWidth();
        int h = from.getHeight();
        WritableImage to = new WritableImage(w, h);
        to.getPixelWriter()
                .setPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), from.getRGB(0, 0, w, h, null, 0, w), 0, w);
        return to;
    }

    private static Color ink(Ink ink) {
        return Color.gray(ink.grey());
    }
}
