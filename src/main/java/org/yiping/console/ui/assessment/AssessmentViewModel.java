package org.yiping.console.ui.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.assessment.DepartmentRow.Column;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.Review;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;

/// The departments with their figures, and the cases of the chosen one. FX thread.
///
/// Rows change in their place; order and membership change only when the operator sorts, chooses or presses F5.
/// `pulse` counts up whenever a row may read differently.
final class AssessmentViewModel {
    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<DepartmentRow> departments = FXCollections.observableArrayList();
    private final ObservableList<CaseId> items = FXCollections.observableArrayList();
    private final Set<CaseId> listed = new HashSet<>();
    private final Set<CaseId> waiting = new HashSet<>();
    private final ReadOnlyIntegerWrapper pulse = new ReadOnlyIntegerWrapper();
    private Set<CaseId> reviewed = Set.of();
    private @Nullable DepartmentId chosen;
    private Scope scope = Scope.ALL;
    private Column column = Column.OVERDUE;
    private boolean descending = true;
    private boolean filled;

    AssessmentViewModel(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        words = new Words(desk.stores(), hall.messages());
    }

    void show() {
        hide();
        Feed<DepartmentId> figures = hall.feed(_ -> departments());
        Feed<CaseId> cases = hall.feed(this::changed);
        Feed<RecordId> reviews = hall.feed(_ -> reviewed());
        Feed<CommandId> deliveries = hall.feed(_ -> beat());
        List.of(figures, cases, reviews, deliveries).forEach(subscriptions::add);
        subscriptions.add(desk.stores().reviews().subscribe(reviews::changed));
        subscriptions.add(desk.stores().departments().subscribe(figures::changed));
        subscriptions.add(desk.stores().departmentFigures().subscribe(figures::changed));
        subscriptions.add(desk.stores().cases().subscribe(cases::changed));
        subscriptions.add(desk.outbox().deliveries().subscribe(deliveries::changed));
        subscriptions.add(desk.stores().city().subscribe(() -> hall.fx().execute(this::first)));
    }

    void hide() {
        subscriptions.close();
    }

    ObservableList<DepartmentRow> departments(Column by, boolean down) {
        column = by;
        descending = down;
        FXCollections.sort(departments, DepartmentRow.order(by, down));
        return departments;
    }

    ObservableList<DepartmentRow> rows() {
        return departments;
    }

    ObservableList<CaseId> items() {
        return items;
    }

    ReadOnlyIntegerProperty pulse() {
        return pulse.getReadOnlyProperty();
    }

    @Nullable
    DepartmentId chosen() {
        return chosen;
    }

    Scope scope() {
        return scope;
    }

    /// How many cases came into or left the list since it was put in order.
    int waiting() {
        return waiting.size();
    }

    Freshness freshness() {
        return desk.stores().departmentFigures().freshness();
    }

    Words words() {
        return words;
    }

    Instant now() {
        return hall.now();
    }

    /// Absent: every department.
    void choose(@Nullable DepartmentId id) {
        if (filled && java.util.Objects.equals(id, chosen)) {
            return;
        }
        chosen = id;
        refill();
    }

    void scope(Scope next) {
        scope = next;
        refill();
    }

    void pick(CaseId id) {
        desk.pick(id);
    }

    @Nullable
    CaseId picked() {
        return desk.pickedCaseId().orElse(null);
    }

    @Nullable
    CaseFace face(CaseId id) {
        Case value = desk.stores().cases().rows().get(id);
        return value == null ? null : CaseFace.of(value, desk, words, hall.now());
    }

    /// Both lists in order, with what waited.
    void refill() {
        Workflow workflow = workflow();
        if (workflow == null) {
            return;
        }
        filled = true;
        Instant now = hall.now();
        List<CaseId> sorted = desk.stores()
                .cases()
                .rows()
                .values()
                .filter(c -> member(c, workflow, now))
                .sorted(scope.order())
                .map(Case::id)
                .toList();
        waiting.clear();
        listed.clear();
        listed.addAll(sorted);
        if (!items.equals(sorted)) {
            items.setAll(sorted);
        }
        beat();
    }

    private void first() {
        if (!filled) {
            refill();
        }
    }

    private void changed(Set<CaseId> ids) {
        Workflow workflow = workflow();
        if (workflow == null) {
            return;
        }
        if (!filled || (listed.isEmpty() && waiting.isEmpty())) {
            refill();
            return;
        }
        Instant now = hall.now();
        for (CaseId id : ids) {
            Case value = desk.stores().cases().rows().get(id);
            boolean member = value != null && member(value, workflow, now);
            if (member == listed.contains(id)) {
                waiting.remove(id);
            } else {
                waiting.add(id);
            }
        }
        beat();
    }

    private boolean member(Case value, Workflow workflow, Instant now) {
        DepartmentId department = value.progress().department();
        return department != null
                && (chosen == null || chosen.equals(department))
                && scope.takes(value, reviewed.contains(value.id()), workflow, now);
    }

    private void reviewed() {
        Set<CaseId> next = new HashSet<>();
        desk.stores().reviews().rows().values().map(Review::caseId).forEach(next::add);
        Set<CaseId> turned = new HashSet<>(next);
        turned.removeAll(reviewed);
        reviewed = next;
        changed(turned);
    }

    private void departments() {
        Map<DepartmentId, DepartmentRow> next = new HashMap<>();
        desk.stores().departments().rows().values().map(this::row).forEach(r -> next.put(r.id(), r));
        boolean grew = departments.isEmpty();
        departments.removeIf(r -> !next.containsKey(r.id()));
        for (int i = 0; i < departments.size(); i++) {
            DepartmentRow row = next.remove(departments.get(i).id());
            if (row != null && !row.equals(departments.get(i))) {
                departments.set(i, row);
            }
        }
        List<DepartmentRow> fresh = new ArrayList<>(next.values());
        fresh.sort(DepartmentRow.order(column, descending));
        departments.addAll(fresh);
        if (grew) {
            departments(column, descending);
        }
        beat();
    }

    private DepartmentRow row(Department d) {
        return new DepartmentRow(
                d.id(), d.name(), desk.stores().departmentFigures().rows().get(d.id()));
    }

    private @Nullable Workflow workflow() {
        return desk.city().map(c -> c.rules().workflow()).orElse(null);
    }

    private void beat() {
        pulse.set(pulse.get() + 1);
    }
}
