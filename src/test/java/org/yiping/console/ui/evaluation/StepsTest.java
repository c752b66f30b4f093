package org.yiping.console.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiping.console.ui.MadeUpAssessments.LEADER;
import static org.yiping.console.ui.MadeUpAssessments.SUPERVISOR;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.MadeUpAssessments;
import org.yiping.domain.assessment.Appeal;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.Move;
import org.yiping.domain.assessment.Stage;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;

class StepsTest {
    private static final Instant NOW = DeskFixture.START;
    private static final Actor OTHER_LEADER = new Actor(new PersonId("p-8"), new PostCode("leader"), LEADER.seat());

    private final DeskFixture fixture = new DeskFixture("supervisor");
    private Assessment appealed;
    private Assessment corrected;

    @BeforeEach
    void city() {
        SmallDistricts.put(fixture);
        appealed = new MadeUpAssessments(fixture.tables, NOW).editions.getLast();
        corrected = appealed.moved(Assessment.Deed.of(Move.CLOSE_APPEALS, SUPERVISOR, NOW, "x"), null);
    }

    private static String why(Assessment a, Move move, Actor me) {
        return Steps.refusal(a, move, me, false, NOW);
    }

    @Test
    void theWayLeadsFromDraftToPublicationAndEndsThere() {
        assertThat(Steps.next(Stage.DRAFT)).contains(Move.SUBMIT);
        assertThat(Steps.next(Stage.REVIEW)).contains(Move.OPEN_APPEALS);
        assertThat(Steps.next(Stage.APPEAL)).contains(Move.CLOSE_APPEALS);
        assertThat(Steps.next(Stage.CORRECTION)).contains(Move.SIGN);
        assertThat(Steps.next(Stage.SIGNED)).contains(Move.PUBLISH);
        assertThat(Steps.next(Stage.PUBLISHED)).isEmpty();
        assertThat(Steps.next(Stage.WITHDRAWN)).isEmpty();
        for (Stage stage : Stage.values()) {
            Steps.next(stage).ifPresent(m -> assertThat(m.isPossible(stage)).isTrue());
        }
    }

    @Test
    void nobodySignsWhileAnAppealIsOpenAndNeverWhoRanIt() {
        assertThat(appealed.hasOpenAppeals()).isTrue();
        assertThat(why(corrected, Move.SIGN, LEADER)).isEqualTo("evaluation.undecided");
        assertThat(why(corrected, Move.SIGN, SUPERVISOR)).isEqualTo("evaluation.leader-signs");
        Assessment decided = corrected.decided(2, new Appeal.Decision(false, "no", SUPERVISOR, NOW));
        assertThat(why(decided, Move.SIGN, LEADER)).isEmpty();
        Actor runner = new Actor(SUPERVISOR.person(), new PostCode("leader"), SUPERVISOR.seat());
        assertThat(why(decided, Move.SIGN, runner)).isEqualTo("evaluation.own-run");
        assertThat(why(decided, Move.SIGN, OTHER_LEADER)).isEmpty();
    }

    @Test
    void aStepOnItsWayHoldsUpTheNextButNoAppeal() {
        assertThat(Steps.refusal(appealed, Move.CLOSE_APPEALS, SUPERVISOR, true, NOW))
                .isEqualTo("evaluation.on-its-way");
        assertThat(Steps.refusal(appealed, Move.APPEAL, SUPERVISOR, true, NOW)).isEmpty();
    }

    @Test
    void appealsEndWithTheirTimeAndWithTheirStage() {
        Instant later = NOW.plus(Duration.ofDays(3));
        assertThat(why(appealed, Move.APPEAL, SUPERVISOR)).isEmpty();
        assertThat(Steps.refusal(appealed, Move.APPEAL, SUPERVISOR, false, later))
                .isEqualTo("evaluation.appeals-over");
        assertThat(why(corrected, Move.APPEAL, SUPERVISOR)).isEqualTo("evaluation.not-at-stage");
        assertThat(why(corrected, Move.DECIDE, SUPERVISOR)).isEmpty();
    }

    @Test
    void thePlatformWantsToKnowWhyWhereSomethingIsTakenAway() {
        assertThat(Steps.wantsReason(appealed, Move.CLOSE_APPEALS, NOW))
                .as("early")
                .isTrue();
        assertThat(Steps.wantsReason(appealed, Move.CLOSE_APPEALS, NOW.plus(Duration.ofDays(3))))
                .isFalse();
        assertThat(Steps.wantsReason(corrected, Move.WITHDRAW, NOW)).isTrue();
        assertThat(Steps.wantsReason(corrected, Move.SIGN, NOW)).isFalse();
    }
}
