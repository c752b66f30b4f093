package org.yiping.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;

/// Draws pages and blocks as pictures, where no toolkit is: a preview, a map in a workbook. Stateless; any thread.
public final class PagePicture {
    private PagePicture() {}

    public static BufferedImage of(Page page, Type type, double pixelsAPoint) {
        return of(page.items(), Page.WIDTH, Page.HEIGHT, type, pixelsAPoint);
    }

    /// Without transparency, on white.
    public static BufferedImage of(List<Item> items, double width, double height, Type type, double pixelsAPoint) {
        BufferedImage picture = new BufferedImage(
                (int) Math.ceil(width * pixelsAPoint),
                (int) Math.ceil(height * pixelsAPoint),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(pixelsAPoint, pixelsAPoint);
        items.forEach(i -> draw(i, g, type));
        g.dispose();
        return picture;
    }

    private static void draw(Item item, Graphics2D g, Type type) {
        switch (item) {
            case Item.Words w -> {
                g.setColor(ink(w.ink()));
                g.fill(AffineTransform.getTranslateInstance(w.x(), w.y())
                        .createTransformedShape(type.shape(w.text(), w.size(), w.bold())));
            }
            case Item.Figure f -> {
                g.setColor(ink(f.ink()));
                if (f.width() > 0) {
                    g.setStroke(stroke(f));
                    g.draw(f.path());
                } else {
                    g.fill(f.path());
                }
            }
            case Item.Picture p ->
                g.drawImage(
                        p.image(),
                        new AffineTransform(
                                p.width() / p.image().getWidth(),
                                0,
                                0,
                                p.height() / p.image().getHeight(),
                                p.x(),
                                p.y()),
                        null);
        }
    }

    private static BasicStroke stroke(Item.Figure f) {
        if (f.dashes().isEmpty()) {
            return new BasicStroke((float) f.width());
        }
        float[] dashes = new float[f.dashes().size()];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = f.dashes().get(i).floatValue();
        }
        return new BasicStroke((float) f.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
    }

    private static Color ink(Ink ink) {
        float grey = (float) ink.grey();
        return new Color(grey, grey, grey);
    }
}
