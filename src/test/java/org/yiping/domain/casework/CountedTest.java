package org.yiping.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiping.domain.casework.Town.NOW;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.casework.Town.Give;
import org.yiping.domain.command.Command;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.Mark;
import org.yiping.domain.kpi.Moment;

/// What counters (domain.md 6.1) make of a case that went through the shipped workflow.
class CountedTest {
    private static final Command.Fields WHY = Give.reason("r");
    private static final Instant LATE = NOW.plus(Duration.ofHours(3));

    @TempDir
    static Path folder;

    private static Town town;

    @BeforeAll
    static void load() {
        town = new Town(Town.workflow(folder, UnaryOperator.identity()));
    }

    /// The counters that count it at an instant, wherever its moments lie.
    private static Set<Counter> counted(Case c, Instant now) {
        long marks = Mark.of(c, town.workflow.ending(c.progress().state()), 0);
        if (c.runningClock().filter(k -> k.dueAt().isBefore(now)).isPresent()) {
            marks |= Mark.OVERDUE.bit();
        }
        Set<Counter> counters = EnumSet.noneOf(Counter.class);
        for (Counter counter : Counter.values()) {
            boolean there =
                    counter.moment() == Moment.STANDING || counter.moment().of(c) != null;
            if (there && counter.counts(marks)) {
                counters.add(counter);
            }
        }
        return counters;
    }

    private static Case granted(Case late) {
        Case asked = town.must(late, "appeal", "dep1", WHY, LATE);
        return town.must(town.must(asked, "appeal-support", "disp", WHY, LATE), "appeal-grant", "acc", WHY, LATE);
    }

    @Test
    void aGrantedAppealLiftsTheRatesThatTheTimeoutHadLowered() {
        Case late = town.closed("uh", LATE);
        assertThat(counted(late, LATE))
                .contains(Counter.HANDLE_NEEDED, Counter.HANDLE_LATE, Counter.CLOSE_NEEDED, Counter.CLOSE_OVERDUE)
                .contains(Counter.CLOSED_JUDGED)
                .doesNotContain(Counter.HANDLE_IN_TIME, Counter.CLOSE_IN_TIME, Counter.CLOSED_IN_TIME);
        assertThat(counted(granted(late), LATE))
                .contains(Counter.HANDLE_NEEDED, Counter.HANDLE_IN_TIME, Counter.CLOSE_NEEDED, Counter.CLOSE_IN_TIME)
                .contains(Counter.APPEALED)
                .doesNotContain(Counter.HANDLE_LATE, Counter.CLOSE_OVERDUE)
                .as("of what is judged it is no part any more")
                .doesNotContain(Counter.CLOSED_JUDGED, Counter.CLOSED_IN_TIME);
    }

    @Test
    void anAppealOfTheHandlingExcusesNobodyElse() {
        Case c = town.must(town.assigned("uh"), "finish", "dep1", Give.photos(), LATE);
        c = town.must(c, "send-check", "acc", Give.handler("col"), LATE);
        c = town.must(c, "check-pass", "col", Command.Fields.NONE, LATE);
        c = town.must(c, "close", "lead", Give.closing("疏通"), LATE.plus(Duration.ofHours(1)));
        Case granted = granted(c);
        assertThat(counted(granted, LATE))
                .contains(Counter.HANDLE_IN_TIME, Counter.CLOSE_OVERDUE, Counter.CLOSING_JUDGED)
                .doesNotContain(Counter.CLOSE_IN_TIME, Counter.CLOSING_IN_TIME);
    }

    @Test
    void aClosingIsInTimeByItsOwnClockWhateverTheDepartmentDid() {
        assertThat(counted(town.closed("uh", LATE), LATE)).contains(Counter.CLOSING_JUDGED, Counter.CLOSING_IN_TIME);
        Case forced = town.must(town.assigned("uh"), "force-close", "chief", WHY, NOW);
        assertThat(counted(forced, NOW)).contains(Counter.CLOSED).doesNotContain(Counter.CLOSING_JUDGED);
    }

    @Test
    void aCaseIsDueForClosingWhenItsHandlingRunsOverAndNoOtherClock() {
        Case c = Town.must(town.open("report", "col", null));
        c = town.must(c, "pass", "acc", Command.Fields.NONE, NOW);
        c = town.must(c, "file", "lead", Give.criterion("uh"), NOW);
        assertThat(counted(c, LATE))
                .as("nobody has dispatched it, for hours")
                .contains(Counter.OVERDUE)
                .doesNotContain(Counter.CLOSE_NEEDED);
        c = town.must(c, "dispatch", "disp", Give.department("d1"), LATE);
        assertThat(counted(c, LATE)).doesNotContain(Counter.CLOSE_NEEDED);
        assertThat(counted(c, LATE.plus(Duration.ofHours(3))))
                .contains(Counter.CLOSE_NEEDED, Counter.HANDLE_OVERDUE_PENDING);
    }

    @Test
    void aWrongDispatchIsItsOwnDispatchersAndNotWhoPutItRight() {
        Case back = town.must(town.dispatched("uh"), "request-return", "dep1", WHY, NOW);
        Instant soon = NOW.plus(Duration.ofMinutes(20));
        back = town.must(back, "return-approve", "disp", Give.kind("wrong-dispatch", null), soon);
        Instant hours = LATE.plus(Duration.ofHours(1));
        Case again = town.must(back, "dispatch", "disp", Give.department("d2"), hours);
        assertThat(Moment.FIRST_DISPATCHED.of(again)).isEqualTo(NOW);
        assertThat(Moment.DISPATCHED.of(again)).isEqualTo(hours);
        assertThat(counted(again, hours))
                .contains(Counter.FIRST_DISPATCHED, Counter.FIRST_DISPATCHED_IN_TIME, Counter.DISPATCH_WRONG)
                .doesNotContain(Counter.FIRST_DISPATCHED_ACCURATE, Counter.DISPATCH_IN_TIME);
    }

    @Test
    void verificationsAndChecksAreOfThoseWhoSentAndAnsweredThem() {
        Case c = Town.must(town.open("report", "col", null));
        Instant sent = NOW.plus(Duration.ofMinutes(20)); // the acceptor had fifteen
        c = town.must(c, "send-verify", "acc", Give.handler("col"), sent);
        assertThat(counted(c, sent))
                .contains(Counter.SEND_VERIFY_NEEDED, Counter.VERIFY_SENT)
                .doesNotContain(Counter.SEND_VERIFY_IN_TIME, Counter.VERIFY_SENT_IN_TIME, Counter.VERIFY_ANSWERED);
        Instant answered = sent.plus(Duration.ofMinutes(5));
        c = town.must(c, "verify-exists", "col", WHY, answered);
        assertThat(Moment.VERIFIED.of(c)).isEqualTo(answered);
        assertThat(counted(c, answered)).contains(Counter.VERIFY_ANSWERED, Counter.VERIFY_ANSWERED_IN_TIME);

        Case done = town.must(town.assigned("uh"), "finish", "dep1", Give.photos(), NOW);
        assertThat(counted(done, NOW)).contains(Counter.SEND_CHECK_NEEDED).doesNotContain(Counter.CHECK_SENT);
        done = town.must(done, "send-check", "acc", Give.handler("col"), NOW);
        Instant failed = NOW.plus(Duration.ofHours(1)); // the collector had half an hour
        done = town.must(done, "check-fail", "col", WHY, failed);
        assertThat(Moment.CHECKED.of(done)).as("an answer, too").isEqualTo(failed);
        assertThat(counted(done, failed))
                .contains(Counter.CHECK_SENT_IN_TIME, Counter.CHECK_ANSWERED)
                .doesNotContain(Counter.CHECK_ANSWERED_IN_TIME);
        done = town.must(done, "assign", "dep1", Give.handler("hand1"), failed);
        done = town.must(done, "finish", "dep1", Give.photos(), failed);
        done = town.must(done, "send-check", "acc", Give.handler("col"), failed);
        done = town.must(done, "check-pass", "col", Command.Fields.NONE, failed);
        assertThat(counted(done, failed))
                .as("the last check is who took it")
                .contains(Counter.CHECK_ANSWERED_IN_TIME)
                .doesNotContain(Counter.CHECK_IN_TIME);
    }
}
