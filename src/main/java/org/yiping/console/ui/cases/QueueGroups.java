package org.yiping.console.ui.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;

/// The groups of the rows shown: which are folded, and what each holds by now. FX thread.
///
/// What a group holds follows the cases and the clock; which rows stand below its head changes only when the rows are
/// put in order anew.
final class QueueGroups {
    private final QueueChoices choices;
    private final QueueRows rows;
    private final QueueItems items;
    private final Runnable changed;
    private QueueSorter.Tallies tallies = QueueSorter.Tallies.NONE;
    private Set<String> folded = Set.of();
    private Grouping by = Grouping.NONE;
    private String view = "";

    QueueGroups(QueueChoices choices, QueueRows rows, QueueItems items, Runnable changed) {
        this.choices = choices;
        this.rows = rows;
        this.items = items;
        this.changed = changed;
    }

    /// The rows of this view, put in order anew.
    void show(String shownView, QueueSorter.Sorted sorted) {
        view = shownView;
        by = sorted.wish().grouping();
        folded = choices.folded(shownView);
        rows.refill(new QueueLayout(sorted.rows(), sorted.groups(), folded));
        items.show(rows.layout());
    }

    void tell(QueueSorter.Tallies next) {
        tallies = next;
    }

    /// How the rows shown are grouped.
    Grouping by() {
        return by;
    }

    QueueGroup.Tally tally(String group) {
        return tallies.by() == by
                ? tallies.of().getOrDefault(group, QueueGroup.Tally.NOTHING)
                : QueueGroup.Tally.NOTHING;
    }

    boolean isFolded(String group) {
        return folded.contains(group);
    }

    /// The row of a group's head, or `SlotTable.NONE`.
    int row(String group) {
        return rows.layout().row(group);
    }

    void fold(String group, boolean away) {
        fold(keys().filter(k -> k.equals(group) ? away : isFolded(k)).collect(Collectors.toSet()));
    }

    void foldAll(boolean away) {
        fold(away ? keys().collect(Collectors.toSet()) : Set.of());
    }

    /// The group this case stands in; null where nothing is grouped.
    @Nullable
    String of(CaseId id) {
        QueueGroup group = rows.layout().group(id);
        return group == null ? null : group.key();
    }

    /// The cases below a head that are still in the view, in their order.
    List<CaseId> cases(String group) {
        return rows.layout().groups().stream()
                .filter(g -> g.key().equals(group))
                .flatMap(g -> rows.order().subList(g.from(), g.from() + g.size()).stream())
                .filter(id -> !rows.hasLeft(id))
                .toList();
    }

    private Stream<String> keys() {
        return rows.layout().groups().stream().map(QueueGroup::key);
    }

    private void fold(Set<String> next) {
        if (!next.equals(folded)) {
            folded = next;
            choices.folded(view, next);
            rows.fold(next);
            items.show(rows.layout());
            changed.run();
        }
    }
}
