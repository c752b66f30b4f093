package org.yiping.console.ui.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.TableStore;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.PostCode;

class QueueSorterTest {
    private static final QueueSorter.Rules RULES = new QueueSorter.Rules(
            Samples.WORKFLOW, DeskView.of(Samples.WORKFLOW, new PostCode("dispatcher"), List.of()), "2026.2");

    private final TableStore<CaseId, Case> store = new TableStore<>();
    private final Deque<Runnable> turns = new ArrayDeque<>();
    private final List<QueueSorter.Told> told = new ArrayList<>();
    private final List<String> drawn = new ArrayList<>();
    private final QueueSorter sorter = new QueueSorter(
            store, turns::add, Fx.direct(), c -> List.of(c.subject().classCode().value(), "暴露垃圾"), told::add);

    @BeforeEach
    void fill() {
        put("late", -2);
        put("soon", 2);
        put("calm", 14);
        wish("");
        work();
        told.clear();
    }

    private void put(String id, int minutes) {
        store.put(new CaseId(id), Samples.waiting(id, "to-dispatch", DeskFixture.START, Duration.ofMinutes(minutes)));
        sorter.changed(Set.of(new CaseId(id)), DeskFixture.START, () -> drawn.add(id));
    }

    private void wish(String words) {
        sorter.wish(new QueueSorter.Wish(RULES, 0, QueueOrder.DEADLINE, Grouping.NONE, words), DeskFixture.START);
    }

    private void work() {
        while (!turns.isEmpty()) {
            turns.removeFirst().run();
        }
    }

    private static List<String> rows(QueueSorter.Told told) {
        QueueSorter.Sorted sorted = told.sorted();
        return sorted == null
                ? List.of("nothing sorted")
                : sorted.rows().list().stream().map(CaseId::value).toList();
    }

    @Test
    void nothingIsWorkedOutOnTheAskersThread() {
        wish("late");
        assertThat(told).isEmpty();
        work();
        assertThat(rows(told.getLast())).containsExactly("late");
    }

    @Test
    void ofSeveralWishesOnlyTheNewestIsWorkedOutInOneTurn() {
        wish("s");
        wish("so");
        wish("soon");
        assertThat(turns).hasSize(1);
        work();
        assertThat(told).hasSize(1);
        assertThat(rows(told.getFirst())).containsExactly("soon");
        assertThat(told.getFirst().sorted())
                .isNotNull()
                .satisfies(s -> assertThat(s.wish().words()).isEqualTo("soon"));
    }

    @Test
    void whatWasTypedOverMeanwhileIsNotAnswered() {
        List<QueueSorter> typing = new ArrayList<>();
        List<QueueSorter.Told> heard = new ArrayList<>();
        QueueSorter hurried = new QueueSorter(
                store,
                turns::add,
                Fx.direct(),
                _ -> { // asked while the first turn runs
                    typing.forEach(s -> s.wish(
                            new QueueSorter.Wish(RULES, 0, QueueOrder.DEADLINE, Grouping.NONE, "calm"),
                            DeskFixture.START));
                    return List.of();
                },
                heard::add);
        typing.add(hurried);
        hurried.wish(new QueueSorter.Wish(RULES, 0, QueueOrder.DEADLINE, Grouping.NONE, "late"), DeskFixture.START);
        hurried.changed(store.rows().keys(), DeskFixture.START, () -> {});
        work();
        assertThat(heard).hasSize(2);
        assertThat(heard.getFirst().sorted()).isNull();
        assertThat(rows(heard.getLast())).containsExactly("calm");
    }

    private static Case late() {
        return Samples.waiting("late", "to-dispatch", DeskFixture.START, Duration.ofMinutes(-2));
    }

    @Test
    void aChangeMovesNoRowAndSaysWhetherTheCaseIsWanted() {
        wish("垃圾");
        work();
        told.clear();
        put("worst", -9);
        store.put(new CaseId("soon"), Samples.without("soon", "closed", DeskFixture.START));
        sorter.changed(Set.of(new CaseId("soon")), DeskFixture.START, () -> drawn.add("soon"));
        work();
        assertThat(told).allSatisfy(t -> assertThat(t.sorted()).isNull());
        assertThat(told.stream().flatMap(t -> t.moved().stream()))
                .containsExactlyInAnyOrder(
                        new QueueSorter.Moved(new CaseId("worst"), true, null),
                        new QueueSorter.Moved(new CaseId("soon"), false, null));
        wish("垃圾");
        work();
        assertThat(rows(told.getLast())).containsExactly("worst", "late", "calm");
    }

    @Test
    void whatChangedIsOwedUntilItIsTold() {
        drawn.clear();
        put("late", -3);
        put("soon", 3);
        assertThat(drawn).isEmpty();
        work();
        assertThat(drawn).containsExactly("late", "soon");
    }

    @Test
    void theFirstCasesComeSortedWithoutBeingAskedForAgain() {
        TableStore<CaseId, Case> empty = new TableStore<>();
        List<QueueSorter.Told> heard = new ArrayList<>();
        QueueSorter fresh = new QueueSorter(empty, Runnable::run, Fx.direct(), _ -> List.of(), heard::add);
        fresh.wish(new QueueSorter.Wish(RULES, 0, QueueOrder.DEADLINE, Grouping.NONE, ""), DeskFixture.START);
        assertThat(rows(heard.getLast())).isEmpty();
        empty.put(new CaseId("late"), late());
        fresh.changed(Set.of(new CaseId("late")), DeskFixture.START, () -> {});
        assertThat(rows(heard.getLast())).containsExactly("late");
    }

    @Test
    void whatVanishedUntoldIsGoneWhenLookedForAnew() {
        store.remove(new CaseId("late"));
        sorter.lookAnew(DeskFixture.START);
        work();
        assertThat(told.getLast().counts().getFirst()).isEqualTo(2);
        assertThat(told.getLast().moved()).containsExactly(new QueueSorter.Moved(new CaseId("late"), false, null));
    }
}
