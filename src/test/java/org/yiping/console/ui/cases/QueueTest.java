package org.yiping.console.ui.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.Samples;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Light;
import org.yiping.domain.identity.PostCode;

class QueueTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:42:18Z");

    @Test
    void whatIsDueFirstStandsFirstAndWhatHasNoClockLast() {
        Case late = Samples.waiting("late", "to-dispatch", NOW, Duration.ofMinutes(-2));
        Case soon = Samples.waiting("soon", "to-dispatch", NOW, Duration.ofMinutes(2));
        Case calm = Samples.waiting("calm", "to-dispatch", NOW, Duration.ofMinutes(14));
        Case none = Samples.without("none", "to-dispatch", NOW);

        List<String> order = List.of(none, calm, late, soon).stream()
                .map(c -> Sight.of(c, Samples.WORKFLOW, NOW))
                .sorted(QueueOrder.DEADLINE.order())
                .map(s -> s.value().id().value())
                .toList();

        assertThat(order).containsExactly("late", "soon", "calm", "none");
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
        CaseBook book = new CaseBook(Samples.WORKFLOW, views);
        Case c = Samples.waiting("c", "to-dispatch", NOW, Duration.ofMinutes(15));
        book.put(c, NOW);
        assertThat(count(book, views, "soon")).isZero();

        assertThat(book.tick(NOW.plus(Duration.ofMinutes(14)))).containsExactly(c.id());
        assertThat(count(book, views, "soon")).isOne();

        assertThat(book.tick(NOW.plus(Duration.ofMinutes(15)).plusMillis(1))).containsExactly(c.id());
        assertThat(count(book, views, "soon")).isZero();
        assertThat(count(book, views, "over")).isOne();

        book.gone(c.id());
        assertThat(count(book, views, "over")).isZero();
    }

    @Test
    void theStatesThisPostActsOnComeFirst() {
        List<DeskView> views = DeskView.of(Samples.WORKFLOW, new PostCode("acceptor"), List.of());

        assertThat(views.stream().filter(v -> v.group() == DeskView.Group.POST).map(DeskView::key))
                .containsExactly("state-to-accept", "state-self-audit", "state-to-check", "state-appeal-review");
        assertThat(views.getFirst().group()).isEqualTo(DeskView.Group.POST);
    }

    @Test
    void nothingMovesUnderTheHandUntilTheRowsAreRefilled() {
        QueueRows rows = new QueueRows();
        rows.refill(ids("a", "b", "c"));

        rows.changed(new CaseId("new"), true);
        rows.changed(new CaseId("b"), false);

        assertThat(rows.order()).isEqualTo(ids("a", "b", "c"));
        assertThat(rows.waiting()).isOne();
        assertThat(rows.hasLeft(new CaseId("b"))).isTrue();

        rows.refill(ids("new", "a", "c"));
        assertThat(rows.settled()).isTrue();
        assertThat(rows.order()).isEqualTo(ids("new", "a", "c"));
    }

    @Test
    void aRowThatComesBackIsNoLongerMarkedAndOneThatNeverWasShownStopsWaiting() {
        QueueRows rows = new QueueRows();
        rows.refill(ids("a"));
        rows.changed(new CaseId("a"), false);
        rows.changed(new CaseId("a"), true);
        rows.changed(new CaseId("x"), true);
        rows.changed(new CaseId("x"), false);

        assertThat(rows.settled()).isTrue();
    }

    private static Light light(Case c, Instant at) {
        return Sight.of(c, Samples.WORKFLOW, at).light();
    }

    private static int count(CaseBook book, List<DeskView> views, String key) {
        for (int i = 0; i < views.size(); i++) {
            if (views.get(i).key().equals(key)) {
                return book.count(i);
            }
        }
        throw new AssertionError(key);
    }

    private static List<CaseId> ids(String... names) {
        List<CaseId> ids = new ArrayList<>();
        for (String n : names) {
            ids.add(new CaseId(n));
        }
        return ids;
    }
}
