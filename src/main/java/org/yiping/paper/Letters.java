package org.yiping.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The letters that ship (思源黑体, a subset of two weights), for whoever makes pages. Reads the files at each call: keep
/// the result. Any thread.
public final class Letters {
    private static final String FOLDER = "/org/yiping/fonts/NotoSansCJKsc-";

    private Letters() {}

    /// What measures words.
    public static Type type() {
        return new Type(font(file(false)), font(file(true)));
    }

    /// What writes pages that were measured by `type`.
    public static PdfFile pdf(Type type) {
        return new PdfFile(type, file(false), file(true));
    }

    private static Font font(byte[] file) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
        } catch (FontFormatException e) {
            throw new IllegalStateException("The shipped font is broken", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] file(boolean bold) {
        String name = FOLDER + (bold ? "Bold" : "Regular") + ".otf";
        try (InputStream in = Letters.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
