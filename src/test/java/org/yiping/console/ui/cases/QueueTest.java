package org.yiping.console.ui.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.Samples;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Report;
import org.yiping.domain.identity.PostCode;

class QueueTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:42:18Z");

    @Test
    void whatIsDueFirstStandsFirstAndWhatHasNoClockLast() {
        Case late = Samples.waiting("late", "to-dispatch", NOW, Duration.ofMinutes(-2));
        Case soon = Samples.waiting("soon", "to-dispatch", NOW, Duration.ofMinutes(2));
        Case calm = Samples.waiting("calm", "to-dispatch", NOW, Duration.ofMinutes(14));
        Case none = Samples.without("none", "to-dispatch", NOW);

        CaseBook book = book();
        List.of(none, calm, late, soon).forEach(c -> book.put(c, NOW));
        assertThat(names(new Ranking(QueueOrder.DEADLINE, book), book)).containsExactly("late", "soon", "calm", "none");
    }

    @Test
    void whatChangedIsPutWhereSortingAllAnewWouldPutIt() {
        for (QueueOrder order : QueueOrder.values()) {
            Random random = new Random(order.ordinal());
            CaseBook book = book();
            Ranking ranking = new Ranking(order, book);
            for (int round = 0; round < 40; round++) {
                for (int i = 0; i < 20; i++) {
                    String id = "c" + random.nextInt(200);
                    int slot = random.nextInt(5) == 0
                            ? book.gone(new CaseId(id))
                            : book.put(
                                    Samples.waiting(id, "to-dispatch", NOW, Duration.ofMinutes(random.nextInt(30))),
                                    NOW);
                    if (slot != SlotTable.NONE) {
                        ranking.changed(slot);
                    }
                }
                assertThat(names(ranking, book)).isEqualTo(names(new Ranking(order, book), book));
            }
        }
    }

    @Test
    void slotsAreFoundAgainWhateverWasGivenUp() {
        Random random = new Random(4);
        SlotTable table = new SlotTable(4);
        Map<CaseId, Integer> truth = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            CaseId id = new CaseId("c" + random.nextInt(900));
            if (random.nextInt(3) == 0) {
                Integer was = truth.remove(id);
                assertThat(table.remove(id)).isEqualTo(was == null ? SlotTable.NONE : was);
            } else {
                int slot = table.add(id);
                assertThat(truth.getOrDefault(id, slot)).isEqualTo(slot);
                truth.put(id, slot);
            }
            assertThat(table.size()).isEqualTo(truth.size());
        }
        truth.forEach((id, slot) -> assertThat(table.find(id)).isEqualTo(slot));
        assertThat(truth.values()).doesNotHaveDuplicates().allMatch(slot -> slot < table.end());
    }

    private static List<String> names(Ranking ranking, CaseBook book) {
        return Arrays.stream(ranking.slots(book))
                .mapToObj(slot -> Objects.requireNonNull(book.at(slot)).id().value())
                .toList();
    }

    private static CaseBook book() {
        CaseBook book = new CaseBook();
        book.rule(Samples.WORKFLOW, DeskView.of(Samples.WORKFLOW, new PostCode("dispatcher"), List.of()), NOW);
        return book;
    }

    @Test
    void theLightTurnsExactlyAtEightyPercentAndJustAfterTheDeadline() {
        Case c = Samples.waiting("c", "to-dispatch", NOW, Duration.ofMinutes(15));
        Instant yellow = c.runningClock().orElseThrow().yellowAt();
        Instant due = c.runningClock().orElseThrow().dueAt();

        assertThat(light(c, yellow.minusMillis(1))).isEqualTo(Light.GREEN);
        assertThat(light(c, yellow)).isEqualTo(Light.YELLOW);
        assertThat(light(c, due)).isEqualTo(Light.YELLOW);
        assertThat(light(c, due.plusMillis(1))).isEqualTo(Light.RED);
    }

    @Test
    void theBookCountsLightsThatTurnByTimeAlone() {
        List<DeskView> views = DeskView.of(Samples.WORKFLOW, new PostCode("dispatcher"), List.of());
        CaseBook book = book();
        Case c = Samples.waiting("c", "to-dispatch", NOW, Duration.ofMinutes(15));
        book.put(c, NOW);
        assertThat(count(book, views, "soon")).isZero();

        assertThat(tick(book, NOW.plus(Duration.ofMinutes(14)))).containsExactly(c.id());
        assertThat(count(book, views, "soon")).isOne();

        assertThat(tick(book, NOW.plus(Duration.ofMinutes(15)).plusMillis(1))).containsExactly(c.id());
        assertThat(count(book, views, "soon")).isZero();
        assertThat(count(book, views, "over")).isOne();

        book.gone(c.id());
        assertThat(count(book, views, "over")).isZero();
    }

    @Test
    void theStatesThisPostActsOnComeFirst() {
        List<DeskView> views = DeskView.of(Samples.WORKFLOW, new PostCode("acceptor"), List.of());

        assertThat(views.stream().filter(v -> v.group() == DeskView.Group.POST).map(DeskView::key))
                .containsExactly(
                        "state-to-accept", "state-self-audit", "state-to-check", "state-appeal-review", "call-back");
        assertThat(views.getFirst().group()).isEqualTo(DeskView.Group.POST);
    }

    @Test
    void whoCallsBackHasThoseWhoWaitForACall() {
        List<DeskView> views = DeskView.of(Samples.WORKFLOW, new PostCode("acceptor"), List.of());
        DeskView calls = views.stream()
                .filter(v -> v.key().equals("call-back"))
                .findFirst()
                .orElseThrow();
        Case closed = wanting(Samples.without("c", "closed", NOW));
        assertThat(calls.takes().test(Sight.of(closed, Samples.WORKFLOW, NOW))).isTrue();
        Case open = wanting(Samples.without("c", "to-close", NOW));
        assertThat(calls.takes().test(Sight.of(open, Samples.WORKFLOW, NOW)))
                .as("not closed yet")
                .isFalse();
        assertThat(calls.takes().test(Sight.of(Samples.without("c", "closed", NOW), Samples.WORKFLOW, NOW)))
                .as("nobody called in")
                .isFalse();
        assertThat(DeskView.of(Samples.WORKFLOW, new PostCode("dispatcher"), List.of()))
                .extracting(DeskView::key)
                .doesNotContain("call-back");
    }

    private static Case wanting(Case c) {
        Report r = c.report();
        Report called =
                new Report(r.source(), r.reportedAt(), r.reporter(), new Caller("王", "1", true, false), null, true);
        return new Case(c.id(), c.head(), c.subject(), c.place(), called, c.progress());
    }

    @Test
    void nothingMovesUnderTheHandUntilTheRowsAreRefilled() {
        QueueRows rows = new QueueRows();
        rows.refill(layout("a", "b", "c"));

        rows.changed(new CaseId("new"), true, null);
        rows.changed(new CaseId("b"), false, null);

        assertThat(rows.order()).isEqualTo(ids("a", "b", "c"));
        assertThat(rows.waiting()).isOne();
        assertThat(rows.hasLeft(new CaseId("b"))).isTrue();

        rows.refill(layout("new", "a", "c"));
        assertThat(rows.settled()).isTrue();
        assertThat(rows.order()).isEqualTo(ids("new", "a", "c"));
    }

    @Test
    void aRowThatComesBackIsNoLongerMarkedAndOneThatNeverWasShownStopsWaiting() {
        QueueRows rows = new QueueRows();
        rows.refill(layout("a"));
        rows.changed(new CaseId("a"), false, null);
        rows.changed(new CaseId("a"), true, null);
        rows.changed(new CaseId("x"), true, null);
        rows.changed(new CaseId("x"), false, null);

        assertThat(rows.settled()).isTrue();
    }

    private static Light light(Case c, Instant at) {
        return Sight.of(c, Samples.WORKFLOW, at).light();
    }

    private static List<CaseId> tick(CaseBook book, Instant now) {
        List<CaseId> turned = new ArrayList<>();
        book.tick(now, slot -> turned.add(Objects.requireNonNull(book.at(slot)).id()));
        return turned;
    }

    private static int count(CaseBook book, List<DeskView> views, String key) {
        for (int i = 0; i < views.size(); i++) {
            if (views.get(i).key().equals(key)) {
                return book.count(i);
            }
        }
        throw new AssertionError(key);
    }

    private static QueueLayout layout(String... names) {
        SlotTable table = new SlotTable(names.length);
        ids(names).forEach(table::add);
        return new QueueLayout(table, List.of(), Set.of());
    }

    private static List<CaseId> ids(String... names) {
        List<CaseId> ids = new ArrayList<>();
        for (String n : names) {
            ids.add(new CaseId(n));
        }
        return ids;
    }
}
