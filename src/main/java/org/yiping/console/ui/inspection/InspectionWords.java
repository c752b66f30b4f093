package org.yiping.console.ui.inspection;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Words;
import org.yiping.domain.inspection.InspectionPlan;
import org.yiping.domain.inspection.InspectionScore;
import org.yiping.domain.inspection.InspectionSet;

/// Inspections in words. Any thread.
final class InspectionWords {
    private final Words words;
    private final Messages messages;

    InspectionWords(Words words, Messages messages) {
        this.words = words;
        this.messages = messages;
    }

    Words names() {
        return words;
    }

    String text(String key, Object... args) {
        return messages.get(key, args);
    }

    String name(String chinese, String english) {
        return words.english() && !english.isBlank() ? english : chinese;
    }

    String kind(InspectionSet set, String code) {
        return set.kind(code).map(k -> name(k.name(), k.nameEnglish())).orElse(code);
    }

    String dimension(InspectionSet set, String code) {
        return set.dimensions().stream()
                .filter(d -> d.code().equals(code))
                .findFirst()
                .map(d -> name(d.name(), d.nameEnglish()))
                .orElse(code);
    }

    String days(InspectionPlan.Task task) {
        return task.from() + " – " + task.until();
    }

    /// With one decimal; 无数据 where there is none.
    String score(@Nullable Double score) {
        return score == null ? text("inspection.none") : String.format(Locale.ROOT, "%.1f", score);
    }

    String interval(InspectionScore.Part part) {
        return part.lower() == null || part.upper() == null
                ? ""
                : String.format(Locale.ROOT, "%.0f–%.0f", part.lower(), part.upper());
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
