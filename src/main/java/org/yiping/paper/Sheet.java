package org.yiping.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays a document out on pages, from above (版面): titles, facts, entries, pictures. What does not fit goes on on the
/// next page; a heading never stands alone at a foot. One thread.
public final class Sheet {
    private static final double MARGIN = 48;
    private static final double TOP = 74;
    private static final double BOTTOM = 60;
    private static final double WIDE = Page.WIDTH - 2 * MARGIN;
    private static final double BODY = 9.5;
    private static final double LEADING = 1.45;
    private static final double NAME_WIDE = 74;
    private static final double WHEN_WIDE = 104;
    private static final double GAP = 12;
    private static final double PICTURE_HIGH = 170;
    /// What a picture is kept at: sharp on a desk's printer, and no heavier than it has to be.
    private static final double PIXELS_A_POINT = 2.8;

    private final Type type;
    private final List<List<Item>> pages = new ArrayList<>();
    private List<Item> page = new ArrayList<>();
    private double y;

    /// A name and what it is.
    public record Fact(String name, String value) {}

    /// A picture under its words; without one `why` says so in its place.
    public record Shot(String caption, @Nullable BufferedImage picture, String why) {}

    /// What stands on every page: above left and right, and below; the page's number comes after that.
    public record Running(String left, String right, String foot) {}

    /// Words for page so and so of so many.
    @FunctionalInterface
    public interface Numbering {
        String of(int page, int pages);
    }

    public Sheet(Type type) {
        this.type = type;
        turn();
    }

    /// How large a picture of a shot has to be, in pixels: no larger one is worth keeping.
    public static int pixels() {
        return (int) Math.ceil((WIDE - GAP) / 2 * PIXELS_A_POINT);
    }

    /// The figure in a square of that size, the name beside it, what is most urgent at the right.
    public void title(List<Item.Figure> mark, double markSize, String name, String right) {
        double size = 17;
        double high = size * LEADING;
        room(high * 2);
        double rightWide = type.width(right, 12, true);
        List<String> lines = type.lines(name, size, true, WIDE - markSize - GAP - rightWide - GAP);
        AffineTransform to = AffineTransform.getTranslateInstance(MARGIN, y + (high - markSize) / 2);
        mark.forEach(f -> page.add(new Item.Figure(new Path2D.Double(f.path(), to), f.ink(), f.width(), f.dashes())));
        words(Page.WIDTH - MARGIN - rightWide, 12, true, Ink.TEXT, right, high);
        for (String line : lines) {
            words(MARGIN + (markSize > 0 ? markSize + GAP / 2 : 0), size, true, Ink.TEXT, line, high);
            y += high;
        }
    }

    /// How wide a block may be.
    public static double width() {
        return WIDE;
    }

    Type type() {
        return type;
    }

    /// Whether so much still stands on this page.
    boolean fits(double high) {
        return y + high <= Page.HEIGHT - BOTTOM;
    }

    /// Things that stay together, from the block's upper left corner.
    public void block(double high, List<Item> items) {
        room(high);
        items.forEach(i -> page.add(i.moved(MARGIN, y)));
        y += high;
    }

    public void heading(String words) {
        heading(words, 5 * BODY * LEADING);
    }

    /// Over pictures, which it stays with.
    public void headingOfShots(String words) {
        heading(words, PICTURE_HIGH + 5 * BODY * LEADING);
    }

    /// Stays with what is so high.
    public void heading(String words, double together) {
        room(together);
        y += 9;
        words(MARGIN, 11.5, true, Ink.TEXT, words, 11.5 * LEADING);
        y += 11.5 * LEADING + 1;
        page.add(new Item.Figure(line(MARGIN, y, Page.WIDTH - MARGIN, y), Ink.RULE, 0.6, List.of()));
        y += 4;
    }

    public void paragraph(String words, Ink ink) {
        for (String line : type.lines(words, BODY, false, WIDE)) {
            room(BODY * LEADING);
            words(MARGIN, BODY, false, ink, line, BODY * LEADING);
            y += BODY * LEADING;
        }
    }

    /// Two beside each other.
    public void facts(List<Fact> facts) {
        double half = (WIDE - GAP) / 2;
        double high = BODY * LEADING;
        y += 6;
        for (int i = 0; i < facts.size(); i += 2) {
            List<Fact> row = facts.subList(i, Math.min(i + 2, facts.size()));
            List<List<String>> lines = row.stream()
                    .map(f -> type.lines(f.value(), BODY, false, half - NAME_WIDE))
                    .toList();
            int most = lines.stream().mapToInt(List::size).max().orElse(0);
            for (int k = 0; k < most; k++) {
                room(high);
                for (int c = 0; c < row.size(); c++) {
                    double x = MARGIN + c * (half + GAP);
                    if (k == 0) {
                        words(x, BODY, false, Ink.MUTED, row.get(c).name(), high);
                    }
                    if (k < lines.get(c).size()) {
                        words(x + NAME_WIDE, BODY, false, Ink.TEXT, lines.get(c).get(k), high);
                    }
                }
                y += high;
            }
        }
    }

    /// When, what in bold, and more about it.
    public void entry(String when, String what, String more) {
        double high = BODY * LEADING;
        double wide = WIDE - WHEN_WIDE;
        List<String> heads = type.lines(what, BODY, true, wide);
        List<String> rest = more.isBlank() ? List.of() : type.lines(more, BODY, false, wide);
        room(high * Math.min(heads.size() + rest.size(), 3));
        words(MARGIN, BODY, false, Ink.MUTED, when, high);
        for (int i = 0; i < heads.size() + rest.size(); i++) {
            boolean head = i < heads.size();
            room(high);
            words(
                    MARGIN + WHEN_WIDE,
                    BODY,
                    head,
                    head ? Ink.TEXT : Ink.MUTED,
                    head ? heads.get(i) : rest.get(i - heads.size()),
                    high);
            y += high;
        }
        y += 2;
    }

    /// Two beside each other, each whole.
    public void shots(Shot left, @Nullable Shot right) {
        double half = (WIDE - GAP) / 2;
        room(PICTURE_HIGH + 2 * BODY * LEADING + 4);
        double from = y;
        shot(left, MARGIN, half);
        double after = y;
        if (right != null) {
            y = from;
            shot(right, MARGIN + half + GAP, half);
        }
        y = Math.max(after, y) + 4;
    }

    private void shot(Shot shot, double x, double wide) {
        BufferedImage picture = shot.picture();
        if (picture == null) {
            page.add(new Item.Figure(
                    new Path2D.Double(new Rectangle2D.Double(x, y, wide, PICTURE_HIGH)),
                    Ink.MUTED,
                    0.8,
                    List.of(4.0, 3.0)));
            double wordsWide = Math.min(type.width(shot.why(), BODY, false), wide - GAP);
            double at = y;
            y += (PICTURE_HIGH - BODY * LEADING) / 2;
            for (String line : type.lines(shot.why(), BODY, false, wide - GAP)) {
                words(x + (wide - wordsWide) / 2, BODY, false, Ink.MUTED, line, BODY * LEADING);
                y += BODY * LEADING;
            }
            y = at;
        } else {
            double scale = Math.min(wide / picture.getWidth(), PICTURE_HIGH / picture.getHeight());
            double w = picture.getWidth() * scale;
            double h = picture.getHeight() * scale;
            page.add(new Item.Picture(x + (wide - w) / 2, y + (PICTURE_HIGH - h) / 2, w, h, picture));
        }
        y += PICTURE_HIGH + 2;
        for (String line : type.lines(shot.caption(), BODY, false, wide)) {
            words(x, BODY, false, Ink.MUTED, line, BODY * LEADING);
            y += BODY * LEADING;
        }
    }

    /// All pages with what runs along.
    public List<Page> pages(Running running, Numbering numbering) {
        List<Page> whole = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            List<Item> items = new ArrayList<>();
            String number = numbering.of(i + 1, pages.size());
            double small = 8.5;
            items.add(new Item.Words(MARGIN, 44, small, true, Ink.TEXT, running.left()));
            items.add(at(Page.WIDTH - MARGIN - type.width(running.right(), small, true), 44, running.right(), true));
            items.add(new Item.Figure(line(MARGIN, 52, Page.WIDTH - MARGIN, 52), Ink.TEXT, 0.8, List.of()));
            items.addAll(pages.get(i));
            double foot = Page.HEIGHT - 34;
            items.add(
                    new Item.Figure(line(MARGIN, foot - 12, Page.WIDTH - MARGIN, foot - 12), Ink.RULE, 0.6, List.of()));
            items.add(at(MARGIN, foot, running.foot(), false));
            items.add(at(Page.WIDTH - MARGIN - type.width(number, small, false), foot, number, false));
            whole.add(new Page(items));
        }
        return whole;
    }

    private static Item.Words at(double x, double y, String words, boolean bold) {
        return new Item.Words(x, y, 8.5, bold, bold ? Ink.TEXT : Ink.MUTED, words);
    }

    /// Stands in the middle of a line of that height.
    private void words(double x, double size, boolean bold, Ink ink, String text, double high) {
        if (!text.isEmpty()) {
            page.add(new Item.Words(x, y + (high + size * 0.73) / 2, size, bold, ink, text));
        }
    }

    private void room(double high) {
        if (!fits(high)) {
            turn();
        }
    }

    void turn() {
        page = new ArrayList<>();
        pages.add(page);
        y = TOP;
    }

    private static Path2D line(double x1, double y1, double x2, double y2) {
        Path2D path = new Path2D.Double();
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
        return path;
    }
}
