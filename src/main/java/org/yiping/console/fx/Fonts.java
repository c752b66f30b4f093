package org.yiping.console.fx;

import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/// The one family of the product, Noto Sans CJK SC (思源黑体), shipped as a subset of two weights.
///
/// [#load] once, before the first window, on any thread. [#java2d] serves painters outside JavaFX (map labels),
/// from any thread. Characters outside the subset fall back to what the system has.
public final class Fonts {
    public static final String FAMILY = "Noto Sans CJK SC";

    private static final String REGULAR = "/org/yiping/fonts/NotoSansCJKsc-Regular.otf";
    private static final String BOLD = "/org/yiping/fonts/NotoSansCJKsc-Bold.otf";

    private Fonts() {}

    /// Makes both weights known to JavaFX. False when the toolkit refused one; the system's font then serves.
    public static boolean load() {
        boolean regular = loaded(REGULAR);
        return loaded(BOLD) && regular;
    }

    /// The font for Java2D in pixels. Reads the file at every call: keep the result and derive sizes from it.
    public static java.awt.Font java2d(boolean bold, float px) {
        try (InputStream in = open(bold ? BOLD : REGULAR)) {
            return java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, in).deriveFont(px);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The shipped font is broken", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean loaded(String resource) {
        try (InputStream in = open(resource)) {
            return Font.loadFont(in, 13) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Fonts.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("Missing resource " + resource);
        }
        return in;
    }
}
