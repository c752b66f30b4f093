package org.yiping.console.ui.cases;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiping.console.fx.Remembered;

/// What this seat chose for its queue and finds again tomorrow: its order, how each view is grouped and what of it is
/// folded, what a row says. FX thread.
final class QueueChoices {
    private static final String ORDER = "queue.order";
    private static final String GROUPING = "queue.grouping.";
    private static final String FOLDED = "queue.folded.";
    private static final String COLUMNS = "queue.columns";

    private final Remembered remembered;

    QueueChoices(Remembered remembered) {
        this.remembered = remembered;
    }

    QueueOrder order() {
        return constant(QueueOrder.class, kept(ORDER), QueueOrder.DEADLINE);
    }

    void order(QueueOrder next) {
        keep(ORDER, next == QueueOrder.DEADLINE ? "" : word(next));
    }

    Grouping grouping(String view) {
        return constant(Grouping.class, kept(GROUPING + view), Grouping.NONE);
    }

    void grouping(String view, Grouping next) {
        if (next != grouping(view)) {
            keep(GROUPING + view, next == Grouping.NONE ? "" : word(next));
            keep(FOLDED + view, ""); // the keys of other groups
        }
    }

    /// The keys of the folded groups.
    Set<String> folded(String view) {
        return new LinkedHashSet<>(list(kept(FOLDED + view)));
    }

    void folded(String view, Set<String> groups) {
        keep(FOLDED + view, groups.isEmpty() ? "" : "," + String.join(",", groups));
    }

    Set<QueueColumn> columns() {
        String kept = kept(COLUMNS);
        if (kept.isEmpty()) {
            return QueueColumn.usual();
        }
        Set<String> words = Set.copyOf(list(kept));
        return Arrays.stream(QueueColumn.values())
                .filter(c -> words.contains(word(c)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(QueueColumn.class)));
    }

    void columns(Set<QueueColumn> next) {
        keep(
                COLUMNS,
                next.equals(QueueColumn.usual())
                        ? ""
                        : "," + next.stream().map(QueueChoices::word).collect(Collectors.joining(",")));
    }

    private String kept(String name) {
        return remembered.now().get().choices().getOrDefault(name, "");
    }

    private void keep(String name, String value) {
        remembered.change(p -> value.isEmpty() ? p.withoutChoice(name) : p.withChoice(name, value));
    }

    /// Begins with a comma, so that a list of one empty word is not an empty list.
    private static Collection<String> list(String kept) {
        return kept.isEmpty()
                ? Set.of()
                : new LinkedHashSet<>(Arrays.asList(kept.substring(1).split(",", -1)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String kept, E otherwise) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> word(c).equals(kept))
                .findFirst()
                .orElse(otherwise);
    }
}
