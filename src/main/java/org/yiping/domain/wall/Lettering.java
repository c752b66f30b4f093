package org.yiping.domain.wall;

import java.util.Comparator;
import java.util.List;

/// How large the lines of a panel can be in a box, whatever the room: the share of the box that its drawing gives each,
/// and no more than a usual text finds in its width. Stateless; any thread.
///
/// The wall draws a line in what the room asks for or in this, whichever is less. The shares are those of the parts in
/// `ui.wall`, which a test holds against this; the widths are usual texts in em (a digit is 0.555 em, an ideograph 1).
public final class Lettering {
    /// Two by two pictures where a scene says nothing.
    public static final int SIDE = 2;

    private static final double FLAT = 2.4;
    private static final double WIDE = 2;
    /// A card narrower than this share of its monitor's height writes its lines one under the other.
    private static final double NARROW_CARD = 0.64;
    private static final double CAPTION = 0.0875;

    private Lettering() {}

    /// What a line says.
    public enum Role {
        TITLE,
        FIGURE,
        LABEL,
        NAME,
        COUNTDOWN,
        PLACE,
        FACTS,
        STAGES,
        CAPTION
    }

    /// From where it must be read: from the last seat, from three quarters of the way to it, from half way (design §3).
    public enum Tier {
        MUST(1),
        SHOULD(0.75),
        MAY(0.5);

        private final double way;

        Tier(double way) {
            this.way = way;
        }

        public double way() {
            return way;
        }
    }

    /// `high` is the type its height allows, `wide` what a usual text finds in the width; `digits` are lower than
    /// ideographs of the same type. In pixels.
    public record Line(Role role, Tier tier, boolean digits, double high, double wide) {
        public double pixels() {
            return Math.min(high, wide);
        }

        /// Of its type, the share a letter is high.
        public double fills() {
            return digits ? Sight.DIGIT : Sight.IDEOGRAPH;
        }
    }

    /// The lines that count, the most important first; empty for what has no text. `pieces` are where a panel stands,
    /// one a monitor: what is read keeps to the largest, the cards on a map share its lower ones.
    public static List<Line> of(WallScene.Shown shown, List<Box> pieces) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        return shown.panel() == PanelKind.MAP
                ? cards(pieces, shown.options().containsKey("view") ? 0 : shown.number("cases", 4))
                : of(
                        shown,
                        pieces.stream()
                                .max(Comparator.comparingDouble(Box::area))
                                .orElseThrow());
    }

    private static List<Line> of(WallScene.Shown shown, Box box) {
        double pad = Math.rint(40 * Math.min(1, box.width() / 1200));
        double height = box.height() - 2 * pad;
        double width = box.width() - 2 * pad;
        return switch (shown.panel()) {
            case FIGURES -> figures(box, pad);
            case FIGURE ->
                List.of(
                        digits(Role.FIGURE, Tier.MUST, height * 0.5, width / 4),
                        words(Role.LABEL, Tier.MUST, height * 0.16, width / 6));
            case CAMERAS -> {
                int side = shown.number("side", SIDE);
                int across = box.width() > 3 * box.height() ? side * side : side;
                yield List.of(words(Role.CAPTION, Tier.MAY, box.width() / across * CAPTION, box.width()));
            }
            case URGENT -> card(box);
            case CASE -> focus(shown.option("part", "head"), width, height);
            case ALARMS -> alarms(width, height);
            case CLOCK -> List.of(digits(Role.FIGURE, Tier.MUST, height * 0.5, width / 2.6));
            case TITLE ->
                List.of(words(
                        Role.TITLE,
                        Tier.MUST,
                        height * 0.5,
                        width / Math.max(1, shown.option("zh", "").length())));
            case RANKING, MIX, WEEK_HEAT, DURATIONS, TREND, FORECAST, PLACES ->
                List.of(
                        words(Role.TITLE, Tier.MUST, height * 0.12, width / 12),
                        words(Role.LABEL, Tier.SHOULD, height * 0.075, width / 16));
            case MAP, PATTERN -> List.of();
        };
    }

    private static List<Line> figures(Box box, double pad) {
        int columns = box.width() / box.height() > FLAT ? 4 : 2;
        double head = Math.rint(box.height() * (columns == 4 ? 0.3 : 0.2));
        int lines = 4 / columns;
        double high = Math.floor((box.height() - head - pad / 2) / lines);
        double wide = Math.floor((box.width() - 2 * pad) / columns);
        return List.of(
                digits(Role.FIGURE, Tier.MUST, high * 0.44, wide / 3.4),
                words(Role.TITLE, Tier.MUST, head * 0.42, box.width() / 9),
                words(Role.LABEL, Tier.SHOULD, high * 0.19, wide / 4));
    }

    private static List<Line> focus(String part, double width, double height) {
        return switch (part) {
            case "whole" -> focus("head", width, height * 0.6);
            case "clock" ->
                List.of(
                        digits(Role.COUNTDOWN, Tier.MUST, height * 0.45, width / 5),
                        words(Role.TITLE, Tier.MUST, height * 0.11, width / 6));
            case "flow" -> {
                double each = height / 8.5;
                yield List.of(
                        words(Role.TITLE, Tier.MUST, each * 0.8, width / 4),
                        words(Role.STAGES, Tier.SHOULD, each * 0.66, width / 9));
            }
            default ->
                List.of(
                        words(Role.NAME, Tier.MUST, height * 0.18, width / 9),
                        words(Role.PLACE, Tier.MUST, height * 0.1, width / 14),
                        words(Role.FACTS, Tier.SHOULD, height * 0.07, width / 14));
        };
    }

    private static List<Line> alarms(double width, double height) {
        double top = Math.rint(height * 0.2);
        double each = Math.floor((height - top) / 4);
        return List.of(
                words(Role.TITLE, Tier.MUST, top * 0.6, width / 8),
                words(Role.NAME, Tier.SHOULD, each * 0.42, width / 12),
                words(Role.PLACE, Tier.MAY, each * 0.26, width / 12));
    }

    private static List<Line> card(Box box) {
        boolean wide = box.width() / box.height() > WIDE;
        double pad = Math.rint(Math.min(wide ? 26 : 18, box.height() * 0.08));
        double line = box.height() - 2 * pad;
        double across = box.width() - 2 * Math.max(pad, 25);
        return List.of(
                digits(Role.COUNTDOWN, Tier.MUST, line * (wide ? 0.42 : 0.32), across / (wide ? 8 : 4.5)),
                words(Role.NAME, Tier.MUST, line * (wide ? 0.3 : 0.235), across / (wide ? 8 : 6)),
                words(Role.PLACE, Tier.MAY, line * (wide ? 0.17 : 0.135), across / (wide ? 12 : 8)));
    }

    private static List<Line> cards(List<Box> pieces, int cases) {
        double lowest = pieces.stream().mapToDouble(Box::y).max().orElse(0);
        List<Box> bottom = pieces.stream().filter(b -> b.y() == lowest).toList();
        return cases == 0
                ? List.of()
                : card(cardBox(bottom.getFirst(), Math.min(cases, Math.ceilDiv(cases, bottom.size())), 0));
    }

    /// Where the card of a case lies on a piece of the map that has so many of them, counted from 0: in a row along its
    /// lower edge.
    public static Box cardBox(Box piece, int cards, int index) {
        double gap = Math.rint(piece.width() * 0.008);
        double width = (piece.width() - gap * (cards + 1)) / cards;
        double height = Math.rint(piece.height() * (width < NARROW_CARD * piece.height() ? 0.325 : 0.265));
        return new Box(piece.x() + gap + index * (width + gap), piece.bottom() - height - gap, width, height);
    }

    private static Line words(Role role, Tier tier, double high, double wide) {
        return new Line(role, tier, false, high, wide);
    }

    private static Line digits(Role role, Tier tier, double high, double wide) {
        return new Line(role, tier, true, high, wide);
    }
}
