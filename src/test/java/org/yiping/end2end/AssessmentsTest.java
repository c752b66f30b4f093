package org.yiping.end2end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.AssessmentLookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Sending;
import org.yiping.domain.assessment.Account;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentId;
import org.yiping.domain.assessment.AssessmentRules;
import org.yiping.domain.assessment.AssessmentWish;
import org.yiping.domain.assessment.DepartmentNotice;
import org.yiping.domain.assessment.Move;
import org.yiping.domain.assessment.NoticeId;
import org.yiping.domain.assessment.Plea;
import org.yiping.domain.assessment.Stage;
import org.yiping.domain.command.Aside;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.fake.Await;
import org.yiping.fake.CutProxy;
import org.yiping.fake.Desk;

/// Assessments and notices as a console reads and moves them on a real server, over a wire that is cut.
class AssessmentsTest {
    private static final AssessmentId ID = new AssessmentId("a-1");
    private static final DepartmentId OF = new DepartmentId("d1");

    @TempDir
    Path folder;

    private static <T> T got(Found<T> found) {
        assertThat(found).isInstanceOf(Found.Got.class);
        return ((Found.Got<T>) found).value();
    }

    private static Assessment one(AssessmentLookup lookup) {
        List<Assessment> all = got(lookup.all().join());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static void move(Desk desk, int base, Move move, String reason) {
        desk.outbox
                .submit(new Aside.MoveAssessment(Sending.head(), ID, base, move, Plea.of(reason)))
                .join();
    }

    @Test
    void whatTheDeskAsksForIsReadWholeAndItsStepsArriveOnce() throws IOException {
        LocalDate yesterday =
                LocalDate.ofInstant(Instant.now(), ZoneId.of("Asia/Shanghai")).minusDays(1);
        AssessmentWish wish = new AssessmentWish("department", "day", yesterday, null, List.of("d1", "d2"), "");
        try (Town town = new Town(folder);
                CutProxy wire = new CutProxy(town.platform.port())) {
            Desk supervisor = town.seat("supervisor", "supervisor", wire.port());
            Await.until("a link", supervisor::live);
            AssessmentLookup lookup = supervisor.sync.lookup().assessments().orElseThrow();

            AssessmentRules rules = got(lookup.rules().join()).getFirst();
            assertThat(rules.sample()).isTrue();
            assertThat(rules.find("department")).isPresent();

            Assessment ran = got(lookup.run(ID, wish).join());
            assertThat(got(lookup.run(ID, wish).join())).as("asked again").isEqualTo(ran);
            assertThat(ran.scores()).hasSize(2);
            assertThat(ran.scores().getFirst().value())
                    .as("nothing happened: no data, and no zero")
                    .isNull();
            assertThat(got(lookup.behind(ID, "d1", null).join()).total()).isZero();
            assertThat(got(lookup.check(ID).join()).equal()).isTrue();
            assertThat(lookup.run(new AssessmentId("a-2"), wish).join())
                    .as("one is under way")
                    .isInstanceOf(Found.Refused.class);

            wire.down(true);
            move(supervisor, 0, Move.SUBMIT, "");
            assertThat(lookup.all().join()).isInstanceOf(Found.Unreachable.class);
            wire.down(false);
            Await.until(
                    "in review",
                    () -> lookup.all().join() instanceof Found.Got<List<Assessment>>(List<Assessment> all)
                            && all.getFirst().stage() == Stage.REVIEW);
            supervisor.awaitSettled();
            assertThat(one(lookup).deeds()).as("once").hasSize(1);

            move(supervisor, 0, Move.WITHDRAW, "看错了");
            Await.until(
                    "refused",
                    () -> supervisor
                            .outbox
                            .deliveries()
                            .rows()
                            .values()
                            .anyMatch(d -> d.state() instanceof Delivery.State.Rejected(Delivery.Refusal r)
                                    && r.code().equals("ASM-4091")));
            assertThat(one(lookup).stage()).isEqualTo(Stage.REVIEW);
        }
    }

    @Test
    void aNoticeIsOnTheRecordOfItsDepartment() throws IOException {
        try (Town town = new Town(folder)) {
            Desk supervisor = town.seat("supervisor", "supervisor", town.platform.port());
            Await.until("a link", supervisor::live);
            AssessmentLookup lookup = supervisor.sync.lookup().assessments().orElseThrow();
            assertThat(got(lookup.accounts().join())).isEmpty();
            var said = new DepartmentNotice.Said(
                    "circular", "逐件复查", null, List.of(), Instant.now().plus(Duration.ofDays(3)));
            supervisor
                    .outbox
                    .submit(new Aside.IssueNotice(Sending.head(), new NoticeId("n-1"), OF, said))
                    .join();
            supervisor.awaitSettled();
            Account account = got(lookup.accounts().join()).getFirst();
            assertThat(account.department()).isEqualTo(OF);
            assertThat(account.open()).isEqualTo(1);
            assertThat(account.notices().getFirst().said().reason()).isEqualTo("逐件复查");
        }
    }
}
