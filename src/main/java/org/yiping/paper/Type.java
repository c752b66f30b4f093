package org.yiping.paper;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The letters of a page (字体): how wide words are, and where a line of them is broken. The product's own font stands
/// first; a character that it lacks (𪚥, a foreign script) is drawn as the system draws it. Immutable; any thread.
public final class Type {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Font regular;
    private final Font bold;
    private final Font system = new Font(Font.DIALOG, Font.PLAIN, 1);

    /// Characters of one font in a row.
    public record Run(String text, boolean own, double width) {}

    /// The two weights of the product's font, at any size.
    public Type(Font regular, Font bold) {
        this.regular = regular.deriveFont(1f);
        this.bold = bold.deriveFont(1f);
    }

    public double width(String text, double size, boolean strong) {
        double width = 0;
        for (Run run : runs(text, size, strong)) {
            width += run.width();
        }
        return width;
    }

    /// The parts that one font draws each.
    public List<Run> runs(String text, double size, boolean strong) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            boolean own = has(text.codePointAt(from), strong);
            int to = from;
            while (to < text.length() && has(text.codePointAt(to), strong) == own) {
                to += Character.charCount(text.codePointAt(to));
            }
            String part = text.substring(from, to);
            Font font = own ? font(strong) : system;
            runs.add(new Run(part, own, font.getStringBounds(part, EXACT).getWidth() * size));
            from = to;
        }
        return runs;
    }

    /// The system's drawing of what the own font lacks, at this size, from where the words stand.
    public Shape outline(String text, double size) {
        return outline(system, text, size);
    }

    private static Shape outline(Font of, String text, double size) {
        Font font = of.deriveFont((float) size);
        char[] chars = text.toCharArray();
        return font.layoutGlyphVector(EXACT, chars, 0, chars.length, Font.LAYOUT_LEFT_TO_RIGHT)
                .getOutline();
    }

    /// The letters of a line as one outline, from where the words stand.
    Shape shape(String text, double size, boolean strong) {
        Path2D all = new Path2D.Double();
        double x = 0;
        for (Run run : runs(text, size, strong)) {
            Shape outline = run.own() ? outline(font(strong), run.text(), size) : outline(run.text(), size);
            all.append(AffineTransform.getTranslateInstance(x, 0).createTransformedShape(outline), false);
            x += run.width();
        }
        return all;
    }

    /// Lines no wider than that, broken where the language breaks; a word too long for a line is broken where it must.
    /// What cannot be seen (direction marks, controls) is left out: on paper it could only mislead.
    public List<String> lines(String text, double size, boolean strong, double width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            wrap(seen(paragraph), size, strong, width, lines);
        }
        return lines;
    }

    private void wrap(String text, double size, boolean strong, double width, List<String> lines) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINESE);
        breaks.setText(text);
        StringBuilder line = new StringBuilder();
        double used = 0;
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            for (String piece : pieces(text.substring(from, to), size, strong, width)) {
                double wide = width(piece, size, strong);
                if (!line.isEmpty() && used + width(piece.stripTrailing(), size, strong) > width) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                    used = 0;
                }
                line.append(piece);
                used += wide;
            }
        }
        lines.add(line.toString().stripTrailing());
    }

    private List<String> pieces(String word, double size, boolean strong, double width) {
        if (width(word.stripTrailing(), size, strong) <= width) {
            return List.of(word);
        }
        return word.codePoints().mapToObj(Character::toString).toList();
    }

    private static String seen(String text) {
        StringBuilder seen = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\t') {
                seen.append(' ');
            } else if (Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.CONTROL) {
                seen.appendCodePoint(c);
            }
        });
        return seen.toString();
    }

    private boolean has(int character, boolean strong) {
        return font(strong).canDisplay(character);
    }

    private Font font(boolean strong) {
        return strong ? bold : regular;
    }
}
