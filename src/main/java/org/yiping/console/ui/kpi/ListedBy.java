package org.yiping.console.ui.kpi;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.Formula;
import org.yiping.domain.kpi.Measure;
import org.yiping.domain.kpi.Moment;
import org.yiping.domain.kpi.ShownFigure;

/// By which counters the cases behind a figure can be listed. Any thread; stateless.
final class ListedBy {
    private ListedBy() {}

    /// The counters of its formula; of durations, the cases that ended the stage that was timed.
    static List<ShownFigure.Part> of(ShownFigure figure) {
        if (!figure.counters().isEmpty()) {
            return figure.counters().stream()
                    .sorted(Comparator.comparingInt(p -> place(figure.formula(), p.code())))
                    .toList();
        }
        try {
            Set<Measure> measures = EnumSet.noneOf(Measure.class);
            Formula.of(figure.formula()).root().collect(EnumSet.noneOf(Counter.class), measures);
            return measures.stream()
                    .map(m -> whole(m.until()))
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(c -> new ShownFigure.Part(c.code(), null))
                    .toList();
        } catch (Formula.Wrong e) {
            return List.of(); // of a newer platform: there is nothing to list by
        }
    }

    /// Where a counter stands in a formula: the numerator comes first.
    private static int place(String formula, String code) {
        Matcher m = Pattern.compile("\\b" + Pattern.quote(code) + "\\b").matcher(formula);
        return m.find() ? m.start() : Integer.MAX_VALUE;
    }

    /// The counter of all that passed a moment.
    private static @Nullable Counter whole(Moment moment) {
        return switch (moment) {
            case REPORTED -> Counter.REPORTED;
            case ACCEPTED -> Counter.ACCEPTED;
            case FILED -> Counter.FILED;
            case DISPATCHED -> Counter.DISPATCHED;
            case FINISHED -> Counter.CHECK_NEEDED;
            case CHECKED -> Counter.CHECK_ANSWERED;
            case CLOSED -> Counter.CLOSED;
            case CALLED_BACK -> Counter.CALL_BACK_JUDGED;
            case VERIFY_SENT -> Counter.VERIFY_SENT;
            case VERIFIED -> Counter.VERIFY_ANSWERED;
            case FIRST_DISPATCHED -> Counter.FIRST_DISPATCHED;
            case CHECK_SENT -> Counter.CHECK_SENT;
            case STANDING -> null;
        };
    }
}
