package org.yiping.console.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.MadeUpAssessments;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.Score;

class StandingTest {
    private final DeskFixture fixture = new DeskFixture("supervisor");
    private Assessment any;

    @BeforeEach
    void city() {
        SmallDistricts.put(fixture);
        any = new MadeUpAssessments(fixture.tables, DeskFixture.START).editions.getLast();
    }

    private static Score score(String object, @Nullable String value) {
        return new Score(
                object,
                object,
                value == null ? null : new BigDecimal(value),
                value == null ? null : "A",
                value == null ? 20 : 100,
                9,
                0,
                List.of());
    }

    private Assessment of(Score... scores) {
        return new Assessment(
                any.id(),
                1,
                null,
                "",
                any.yardstick(),
                any.period(),
                any.span(),
                null,
                List.of(),
                1,
                any.by(),
                any.at(),
                any.stage(),
                null,
                List.of(scores),
                List.of(),
                List.of());
    }

    private static Stream<String> names(List<Standing> all) {
        return all.stream().map(s -> s.score().object());
    }

    @Test
    void theBestComesFirstEqualsShareARankAndWhatIsUnknownHasNone() {
        List<Standing> all = Standing.of(
                of(score("a", "80.0"), score("b", null), score("c", "91.5"), score("d", "80.0"), score("e", "10.0")),
                null);
        assertThat(names(all)).containsExactly("c", "a", "d", "e", "b");
        assertThat(all).extracting(Standing::rank).containsExactly(1, 2, 2, 4, 0);
        assertThat(all).allSatisfy(s -> assertThat(s.before()).isNull());
    }

    @Test
    void aChangeWantsBothScores() {
        Assessment before = of(score("a", "70.0"), score("b", "60.0"), score("c", null));
        List<Standing> all =
                Standing.of(of(score("a", "80.0"), score("b", null), score("c", "91.5"), score("d", "50.0")), before);
        assertThat(all).extracting(Standing::change).containsExactly(null, new BigDecimal("10.0"), null, null);
        assertThat(all.getFirst().before()).as("was there, and unknown").isNotNull();
        assertThat(all.get(2).before()).as("was not there").isNull();
    }

    @Test
    void aNumberLeavesWholeBeforeAnotherIsCut() {
        assertThat(Stream.of(ScoreColumn.values()).filter(c -> c.isShown(true, 400)))
                .containsExactly(ScoreColumn.NAME, ScoreColumn.SCORE, ScoreColumn.BEFORE, ScoreColumn.CHANGE);
        assertThat(Stream.of(ScoreColumn.values()).filter(c -> c.isShown(true, 640)))
                .contains(ScoreColumn.RANK)
                .doesNotContain(ScoreColumn.CASES);
        assertThat(ScoreColumn.values()).allMatch(c -> c.isShown(true, 900));
    }

    @Test
    void whatIsUnknownComesLastEitherWay() {
        List<Standing> all =
                new ArrayList<>(Standing.of(of(score("a", "80.0"), score("b", null), score("c", "91.5")), null));
        all.sort(ScoreColumn.SCORE.order(false));
        assertThat(names(all)).containsExactly("a", "c", "b");
        all.sort(ScoreColumn.RANK.order(true));
        assertThat(names(all)).containsExactly("a", "c", "b");
        all.sort(ScoreColumn.NAME.order(true));
        assertThat(names(all)).containsExactly("c", "b", "a");
    }
}
