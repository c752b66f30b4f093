package org.yiping.console.ui.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.TableStore;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PostCode;

class GroupingTest {
    private static final Instant NOW = DeskFixture.START;
    private static final QueueSorter.Rules RULES = new QueueSorter.Rules(
            Samples.WORKFLOW, DeskView.of(Samples.WORKFLOW, new PostCode("dispatcher"), List.of()), "2026.2");
    private static final int OPEN = RULES.views().size() - 1;

    private final TableStore<CaseId, Case> store = new TableStore<>();
    private final List<QueueSorter.Told> told = new ArrayList<>();
    private final QueueSorter sorter = new QueueSorter(store, Runnable::run, Fx.direct(), c -> List.of(), told::add);

    /// Cases of five streets and one unknown, four departments and none, seven classes, all lights a clock can have.
    private static Case made(int number, int minutes) {
        Case bare = Samples.of(
                "c" + number,
                number % 3 == 0 ? "to-dispatch" : "to-handle",
                NOW,
                Samples.waiting("c", "to-dispatch", NOW, Duration.ofMinutes(minutes))
                        .progress()
                        .clocks(),
                number % 5 == 0 ? null : new DepartmentId("d" + number % 5));
        Subject subject = bare.subject();
        return new Case(
                bare.id(),
                bare.head(),
                new Subject(
                        subject.kind(),
                        new ClassCode("E-0" + (100 + number % 7)),
                        subject.criterion(),
                        subject.severity(),
                        subject.component(),
                        subject.description()),
                new Place(null, "示范路", number % 6 == 0 ? null : new AreaCode("99010100" + number % 6 + "00101")),
                bare.report(),
                bare.progress());
    }

    private void wish(Grouping by) {
        sorter.wish(new QueueSorter.Wish(RULES, OPEN, QueueOrder.DEADLINE, by, ""), NOW);
    }

    private QueueSorter.Sorted sorted() {
        return told.reversed().stream()
                .map(QueueSorter.Told::sorted)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Map<Light, Integer>> counted(Grouping by, Instant now) {
        Map<String, Map<Light, Integer>> truth = new HashMap<>();
        store.rows().values().forEach(c -> {
            Sight sight = Sight.of(c, Samples.WORKFLOW, now);
            if (sight.open()) {
                truth.computeIfAbsent(by.key(c, sight.light()), _ -> new HashMap<>())
                        .merge(sight.light(), 1, Integer::sum);
            }
        });
        return truth;
    }

    private void assertTalliesAre(Map<String, Map<Light, Integer>> truth) {
        Map<String, QueueGroup.Tally> tallies = told.getLast().tallies().of();
        assertThat(tallies.keySet()).containsAll(truth.keySet());
        tallies.forEach((key, tally) -> {
            Map<Light, Integer> lights = truth.getOrDefault(key, Map.of());
            for (Light light : Light.values()) {
                assertThat(tally.of(light)).isEqualTo(lights.getOrDefault(light, 0));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(value = Grouping.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void twoHundredThousandCasesStandInTheirGroupsInOrderWithExactCounts(Grouping by) {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            store.put(new CaseId("c" + i), made(i, random.nextInt(60) - 20));
        }
        wish(by);
        sorter.changed(store.rows().keys(), NOW, () -> {});
        QueueSorter.Sorted sorted = sorted();
        QueueLayout layout = new QueueLayout(sorted.rows(), sorted.groups(), Set.of());
        assertThat(layout).hasSize(200_000 + sorted.groups().size());
        assertTalliesAre(counted(by, NOW));

        String group = null;
        Set<String> seen = new HashSet<>();
        Case above = null;
        for (int row = 0; row < layout.size(); row++) {
            switch (layout.get(row)) {
                case QueueRow.Head(String key) -> {
                    assertThat(seen.add(key)).isTrue();
                    assertThat(layout.row(key)).isEqualTo(row);
                    group = key;
                    above = null;
                }
                case QueueRow.OfCase(CaseId id) -> {
                    Case value = Objects.requireNonNull(store.rows().get(id));
                    assertThat(by.key(
                                    value,
                                    Sight.of(value, Samples.WORKFLOW, NOW).light()))
                            .isEqualTo(group);
                    assertThat(layout.row(id)).isEqualTo(row);
                    assertThat(inOrder(above, value)).isTrue();
                    above = value;
                }
            }
        }
        assertThat(sorted.groups().stream().map(QueueGroup::key).toList())
                .isSortedAccordingTo(by.order(Samples.WORKFLOW));

        // a thousand changes, some of which lead into another group, and a minute
        Set<CaseId> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            CaseId id = new CaseId("c" + random.nextInt(210_000));
            int like = random.nextInt(1000);
            Case other = made(like, random.nextInt(60) - 20);
            store.put(id, new Case(id, other.head(), other.subject(), other.place(), other.report(), other.progress()));
            ids.add(id);
        }
        CaseId gone = new CaseId("c1");
        store.remove(gone);
        ids.add(gone);
        sorter.changed(ids, NOW, () -> {});
        Instant later = NOW.plusSeconds(60);
        sorter.tick(later);
        assertTalliesAre(counted(by, later));
    }

    private static boolean inOrder(@Nullable Case above, Case below) {
        return above == null
                || !above.runningClock()
                        .orElseThrow()
                        .dueAt()
                        .isAfter(below.runningClock().orElseThrow().dueAt());
    }

    @Test
    void whatIsNotKnownStandsLastAndTheMostUrgentLightFirst() {
        List.of(made(6, 14), made(1, -2), made(2, 2), made(5, 14)).forEach(c -> store.put(c.id(), c));
        sorter.changed(store.rows().keys(), NOW, () -> {});
        wish(Grouping.STREET);
        assertThat(keys()).containsExactly("990101001", "990101002", "990101005", Grouping.UNKNOWN);
        wish(Grouping.DEPARTMENT);
        assertThat(keys()).containsExactly("d1", "d2", Grouping.UNKNOWN);
        wish(Grouping.LIGHT);
        assertThat(keys()).containsExactly("RED", "YELLOW", "GREEN");
        wish(Grouping.STATE);
        assertThat(keys()).containsExactly("to-dispatch", "to-handle");
        wish(Grouping.NONE);
        assertThat(keys()).isEmpty();
        assertThat(told.getLast().tallies()).isEqualTo(QueueSorter.Tallies.NONE);
    }

    private List<String> keys() {
        return sorted().groups().stream().map(QueueGroup::key).toList();
    }

    @Test
    void aFoldedGroupHasItsHeadAloneAndItsCasesNoRow() {
        SlotTable cases = new SlotTable(4);
        List.of("a", "b", "c", "d").forEach(id -> cases.add(new CaseId(id)));
        List<QueueGroup> groups =
                List.of(new QueueGroup("x", 0, 2), new QueueGroup("y", 2, 1), new QueueGroup("z", 3, 1));
        QueueLayout open = new QueueLayout(cases, groups, Set.of());
        assertThat(open)
                .containsExactly(
                        new QueueRow.Head("x"),
                        row("a"),
                        row("b"),
                        new QueueRow.Head("y"),
                        row("c"),
                        new QueueRow.Head("z"),
                        row("d"));
        QueueLayout folded = open.folding(Set.of("x", "z"));
        assertThat(folded)
                .containsExactly(new QueueRow.Head("x"), new QueueRow.Head("y"), row("c"), new QueueRow.Head("z"));
        assertThat(folded.row(new CaseId("a"))).isEqualTo(SlotTable.NONE);
        assertThat(folded.row(new CaseId("c"))).isEqualTo(2);
        assertThat(folded.cases()).hasSize(4);
        assertThat(Objects.requireNonNull(folded.group(new CaseId("b"))).key()).isEqualTo("x");
    }

    @Test
    void aCaseThatBelongsElsewhereByNowStaysBelowItsOldHeadUntilTheRowsArePutInOrder() {
        SlotTable cases = new SlotTable(2);
        cases.add(new CaseId("a"));
        QueueRows rows = new QueueRows();
        rows.refill(new QueueLayout(cases, List.of(new QueueGroup("GREEN", 0, 1)), Set.of()));
        rows.changed(new CaseId("a"), true, "YELLOW");
        assertThat(rows.settled()).isFalse();
        assertThat(rows.row(new CaseId("a"))).isEqualTo(1);
        rows.changed(new CaseId("a"), true, "GREEN");
        assertThat(rows.settled()).isTrue();
    }

    private static QueueRow row(String id) {
        return new QueueRow.OfCase(new CaseId(id));
    }
}
