package org.yiping.paper;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.openpdf.text.Document;
import org.openpdf.text.ExceptionConverter;
import org.openpdf.text.Image;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/// Writes pages as a PDF whose words can be found and copied. The product's font goes in with the characters that are
/// used; what it lacks is drawn as outlines that carry their text. One thread.
public final class PdfFile {
    private final Type type;
    private final byte[] regular;
    private final byte[] bold;

    /// The files of the two weights that `type` measures with.
    public PdfFile(Type type, byte[] regular, byte[] bold) {
        this.type = type;
        this.regular = regular.clone();
        this.bold = bold.clone();
    }

    /// The stream stays open.
    public void write(List<Page> pages, String title, OutputStream out) throws IOException {
        try {
            written(pages, title, out);
        } catch (ExceptionConverter e) { // how the library carries what a stream throws
            if (e.getException() instanceof IOException io) {
                throw io;
            }
            throw e;
        }
    }

    private void written(List<Page> pages, String title, OutputStream out) throws IOException {
        BaseFont plain = font("regular.otf", regular);
        BaseFont strong = font("bold.otf", bold);
        try (Document document = new Document(new Rectangle((float) Page.WIDTH, (float) Page.HEIGHT))) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false);
            document.addTitle(title);
            document.addCreator("Yiping");
            document.open();
            for (Page page : pages) {
                document.newPage();
                writer.setPageEmpty(false);
                for (Item item : page.items()) {
                    draw(item, writer.getDirectContent(), plain, strong);
                }
            }
        }
    }

    private static BaseFont font(String name, byte[] content) throws IOException {
        return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, content, null);
    }

    private void draw(Item item, PdfContentByte on, BaseFont plain, BaseFont strong) throws IOException {
        switch (item) {
            case Item.Words w -> words(w, on, w.bold() ? strong : plain);
            case Item.Figure f -> figure(f, on);
            case Item.Picture p ->
                on.addImage(
                        Image.getInstance(jpeg(p)),
                        (float) p.width(),
                        0,
                        0,
                        (float) p.height(),
                        (float) p.x(),
                        up(p.y() + p.height()));
        }
    }

    private void words(Item.Words w, PdfContentByte on, BaseFont font) {
        on.setGrayFill((float) w.ink().grey());
        double x = w.x();
        for (Type.Run run : type.runs(w.text(), w.size(), w.bold())) {
            if (run.own()) {
                on.beginText();
                on.setFontAndSize(font, (float) w.size());
                on.setTextMatrix((float) x, up(w.y()));
                on.showText(run.text());
                on.endText();
            } else {
                PdfDictionary says = new PdfDictionary();
                says.put(PdfName.ACTUALTEXT, new PdfString(run.text(), PdfObject.TEXT_UNICODE));
                on.beginMarkedContentSequence(new PdfName("Span"), says, true);
                path(type.outline(run.text(), w.size()), AffineTransform.getTranslateInstance(x, w.y()), on);
                on.fill();
                on.endMarkedContentSequence();
            }
            x += run.width();
        }
    }

    private static void figure(Item.Figure f, PdfContentByte on) {
        path(f.path(), new AffineTransform(), on);
        if (f.width() > 0) {
            on.setGrayStroke((float) f.ink().grey());
            on.setLineWidth((float) f.width());
            float[] dashes = new float[f.dashes().size()];
            for (int i = 0; i < dashes.length; i++) {
                dashes[i] = f.dashes().get(i).floatValue();
            }
            on.setLineDash(dashes, 0);
            on.stroke();
        } else {
            on.setGrayFill((float) f.ink().grey());
            on.fill();
        }
    }

    private static void path(Shape shape, AffineTransform to, PdfContentByte on) {
        float[] p = new float[6];
        float lastX = 0;
        float lastY = 0;
        for (PathIterator i = shape.getPathIterator(to); !i.isDone(); i.next()) {
            switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> on.moveTo(p[0], up(p[1]));
                case PathIterator.SEG_LINETO -> on.lineTo(p[0], up(p[1]));
                case PathIterator.SEG_QUADTO -> { // a curve of the second degree as one of the third
                    on.curveTo(
                            lastX + (p[0] - lastX) * 2 / 3,
                            up(lastY + (p[1] - lastY) * 2 / 3),
                            p[2] + (p[0] - p[2]) * 2 / 3,
                            up(p[3] + (p[1] - p[3]) * 2 / 3),
                            p[2],
                            up(p[3]));
                    p[0] = p[2];
                    p[1] = p[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    on.curveTo(p[0], up(p[1]), p[2], up(p[3]), p[4], up(p[5]));
                    p[0] = p[4];
                    p[1] = p[5];
                }
                default -> on.closePath();
            }
            lastX = p[0];
            lastY = p[1];
        }
    }

    private static byte[] jpeg(Item.Picture p) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(p.image(), "jpg", out)) {
            throw new IOException("a picture with transparency");
        }
        return out.toByteArray();
    }

    /// A PDF counts from below.
    private static float up(double y) {
        return (float) (Page.HEIGHT - y);
    }
}
