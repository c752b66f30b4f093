package org.yiping.console.ui.evaluation;

import java.time.Instant;
import java.util.Optional;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.Move;
import org.yiping.domain.assessment.Stage;
import org.yiping.domain.identity.Actor;

/// Which step an assessment takes next, and why one may not be taken now: the platform's own rules, told before it is
/// asked. Reasons are keys of messages, empty where nothing stands against it. Stateless; any thread.
final class Steps {
    private Steps() {}

    /// The step that leads on; none from where it has ended.
    static Optional<Move> next(Stage stage) {
        return switch (stage) {
            case DRAFT -> Optional.of(Move.SUBMIT);
            case REVIEW -> Optional.of(Move.OPEN_APPEALS);
            case APPEAL -> Optional.of(Move.CLOSE_APPEALS);
            case CORRECTION -> Optional.of(Move.SIGN);
            case SIGNED -> Optional.of(Move.PUBLISH);
            case PUBLISHED, REPLACED, WITHDRAWN -> Optional.empty();
        };
    }

    /// How far it is on the way of six stages, 6 when it has been published, -1 where it was withdrawn.
    static int place(Stage stage) {
        return switch (stage) {
            case DRAFT -> 0;
            case REVIEW -> 1;
            case APPEAL -> 2;
            case CORRECTION -> 3;
            case SIGNED -> 4;
            case PUBLISHED, REPLACED -> 6;
            case WITHDRAWN -> -1;
        };
    }

    static String refusal(Assessment of, Move move, Actor me, boolean pending, Instant now) {
        if (pending && move != Move.APPEAL) {
            return "evaluation.on-its-way";
        }
        if (!move.isPossible(of.stage())) {
            return "evaluation.not-at-stage";
        }
        if (!move.isOf(me.post())) {
            return move == Move.SIGN ? "evaluation.leader-signs" : "evaluation.other-post";
        }
        if (move == Move.SIGN && of.hasOpenAppeals()) {
            return "evaluation.undecided";
        }
        if (move == Move.SIGN && of.by().person().equals(me.person())) {
            return "evaluation.own-run";
        }
        return move == Move.APPEAL && isOver(of, now) ? "evaluation.appeals-over" : "";
    }

    /// Whether the platform wants to know why: a withdrawal, an appeal, its decision, and appeals closed too early.
    static boolean wantsReason(Assessment of, Move move, Instant now) {
        return switch (move) {
            case WITHDRAW, APPEAL, DECIDE -> true;
            case CLOSE_APPEALS -> !isOver(of, now);
            case SUBMIT, OPEN_APPEALS, SIGN, PUBLISH -> false;
        };
    }

    private static boolean isOver(Assessment of, Instant now) {
        Instant until = of.appealsUntil();
        return until == null || now.isAfter(until);
    }
}
