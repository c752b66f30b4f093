package org.yiping.console.settings;

import java.util.HashMap;
import java.util.Map;

/// What the operator chose for this seat: looks, words, column splits and small choices of the features.
///
/// `splits` are shares 0 … 1 by divider name, `choices` free words by `feature.part`; neither may hold secrets.
/// Immutable; any thread.
public record Preferences(
        Theme theme,
        int scalePercent,
        Language language,
        boolean reduceMotion,
        Map<String, Double> splits,
        Map<String, String> choices) {

    public static final Preferences DEFAULT =
            new Preferences(Theme.HALL, 100, Language.CHINESE, false, Map.of(), Map.of());

    public Preferences {
        scalePercent = Math.clamp(scalePercent, 100, 200);
        splits = Map.copyOf(splits);
        choices = Map.copyOf(choices);
    }

    public Preferences withTheme(Theme next) {
        return new Preferences(next, scalePercent, language, reduceMotion, splits, choices);
    }

    public Preferences withScale(int percent) {
        return new Preferences(theme, percent, language, reduceMotion, splits, choices);
    }

    public Preferences withLanguage(Language next) {
        return new Preferences(theme, scalePercent, next, reduceMotion, splits, choices);
    }

    public Preferences withReduceMotion(boolean next) {
        return new Preferences(theme, scalePercent, language, next, splits, choices);
    }

    public Preferences withSplit(String name, double share) {
        var next = new HashMap<>(splits);
        next.put(name, share);
        return new Preferences(theme, scalePercent, language, reduceMotion, next, choices);
    }

    public Preferences withoutSplit(String name) {
        var next = new HashMap<>(splits);
        next.remove(name);
        return new Preferences(theme, scalePercent, language, reduceMotion, next, choices);
    }

    public Preferences withChoice(String name, String value) {
        var next = new HashMap<>(choices);
        next.put(name, value);
        return new Preferences(theme, scalePercent, language, reduceMotion, splits, next);
    }

    public Preferences withoutChoice(String name) {
        var next = new HashMap<>(choices);
        next.remove(name);
        return new Preferences(theme, scalePercent, language, reduceMotion, splits, next);
    }
}
