package org.yiping.console.ui.map;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.map.AreaKind;

/// A colouring in words: its figure, its levels, its values and the bounds of its classes. Stateless; FX thread.
final class TintWords {
    private TintWords() {}

    static String level(AreaKind level, Messages messages) {
        return messages.get("map.tint-level." + level.name().toLowerCase(Locale.ROOT));
    }

    static String figure(AreaFigure figure, Messages messages) {
        return messages.get("map.tint-figure." + figure.key());
    }

    /// 12.5 % (3 / 24), 7, 3.4 /km² (17 / 5.02 km²); where nothing is known, that.
    static String value(AreaFigure.Unit unit, AreaCount.@Nullable Value value, Messages messages) {
        if (value == null) {
            return messages.get("map.tint-unknown");
        }
        String number = number(unit, value.value(), messages);
        Double of = value.denominator();
        return of == null
                ? number
                : messages.get(
                        unit == AreaFigure.Unit.PERCENT ? "map.tint-fraction" : "map.tint-per-area",
                        number,
                        Numbers.whole(value.numerator()),
                        unit == AreaFigure.Unit.PERCENT ? Numbers.whole(Math.round(of)) : Numbers.decimal(of, 2));
    }

    /// From one bound to below the next; whole numbers say the last that is in it.
    static String range(AreaFigure.Unit unit, TintScale scale, int ofClass, Messages messages) {
        boolean first = ofClass == 0;
        boolean last = ofClass == scale.classes() - 1;
        if (first && last) {
            return messages.get("map.tint-all");
        }
        if (last) {
            return "≥ " + number(unit, scale.bounds().get(ofClass - 1), messages);
        }
        double below = scale.bounds().get(ofClass);
        if (first) {
            return "< " + number(unit, below, messages);
        }
        double from = scale.bounds().get(ofClass - 1);
        if (unit == AreaFigure.Unit.CASES) {
            return from == below - 1
                    ? number(unit, from, messages)
                    : number(unit, from, messages) + " – " + number(unit, below - 1, messages);
        }
        return plain(unit, from) + " – " + number(unit, below, messages);
    }

    private static String number(AreaFigure.Unit unit, double value, Messages messages) {
        return switch (unit) {
            case CASES -> plain(unit, value);
            case PERCENT -> plain(unit, value) + " %";
            case DENSITY -> messages.get("map.tint-density", plain(unit, value));
        };
    }

    private static String plain(AreaFigure.Unit unit, double value) {
        return unit == AreaFigure.Unit.CASES || value >= 100
                ? Numbers.whole(Math.round(value))
                : Numbers.decimal(value, value < 1 && unit == AreaFigure.Unit.DENSITY ? 2 : 1);
    }
}
