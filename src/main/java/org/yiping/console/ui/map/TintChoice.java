package org.yiping.console.ui.map;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.yiping.console.fx.Remembered;
import org.yiping.console.map.AreaKind;

/// What this seat colours areas by, kept among its preferences: `shown street overdue-share 70`. What cannot be read
/// there is as it was at first. FX thread.
final class TintChoice {
    private static final String KEPT = "map.area-tint"; // not a message
    private static final Choice FIRST = new Choice(false, AreaKind.STREET, AreaFigure.OPEN, 50);
    private static final int PARTS = 4;
    private static final int STEP = 10;

    private final Remembered remembered;

    /// `percent` of the ground is hidden by the colour: 10 to 100, in tens, for each has tiles of its own. Immutable;
    /// any thread.
    record Choice(boolean shown, AreaKind level, AreaFigure figure, int percent) {
        Choice {
            percent = STEP * Math.clamp(Math.round((float) percent / STEP), 1, 10);
        }

        Choice shown(boolean next) {
            return new Choice(next, level, figure, percent);
        }

        Choice level(AreaKind next) {
            return new Choice(shown, next, figure, percent);
        }

        Choice figure(AreaFigure next) {
            return new Choice(shown, level, next, percent);
        }

        Choice percent(int next) {
            return new Choice(shown, level, figure, next);
        }

        boolean sameFigure(Choice other) {
            return level == other.level && figure == other.figure;
        }

        /// What the engine calls it.
        String name() {
            return level.name().toLowerCase(Locale.ROOT) + "/" + figure.key();
        }
    }

    TintChoice(Remembered remembered) {
        this.remembered = remembered;
    }

    Choice now() {
        return parse(remembered.now().get().choices().getOrDefault(KEPT, ""));
    }

    void keep(Choice next) {
        remembered.change(p -> next.equals(FIRST) ? p.withoutChoice(KEPT) : p.withChoice(KEPT, text(next)));
    }

    static String text(Choice c) {
        return (c.shown ? "shown " : "hidden ") // not a message
                + c.level.name().toLowerCase(Locale.ROOT) + " " + c.figure.key() + " " + c.percent;
    }

    static Choice parse(String text) {
        List<String> words = List.of(text.split(" ", -1));
        if (words.size() != PARTS) {
            return FIRST;
        }
        AreaKind level = AreaTints.LEVELS.stream()
                .filter(k -> k.name().toLowerCase(Locale.ROOT).equals(words.get(1)))
                .findFirst()
                .orElse(FIRST.level);
        AreaFigure figure = Arrays.stream(AreaFigure.values())
                .filter(f -> f.key().equals(words.get(2)))
                .findFirst()
                .orElse(FIRST.figure);
        int percent = words.get(3).matches("\\d{1,3}") ? Integer.parseInt(words.get(3)) : FIRST.percent;
        return new Choice(words.getFirst().equals("shown"), level, figure, percent);
    }
}
