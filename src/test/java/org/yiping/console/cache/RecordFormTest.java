package org.yiping.console.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.domain.advice.Evidence;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.automation.AutoRule;
import org.yiping.domain.automation.Automatic;
import org.yiping.domain.automation.Plan;
import org.yiping.domain.automation.RuleId;
import org.yiping.domain.campaign.Campaign;
import org.yiping.domain.campaign.CampaignId;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Assistance;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Bounce;
import org.yiping.domain.casework.CallBack;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.casework.ClockBasis;
import org.yiping.domain.casework.ClockChanges;
import org.yiping.domain.casework.Detours;
import org.yiping.domain.casework.Joined;
import org.yiping.domain.casework.Milestones;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Receipt;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.StageCode;
import org.yiping.domain.casework.Tick;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.shift.Handover;
import org.yiping.domain.shift.HandoverId;
import org.yiping.fake.Samples;

class RecordFormTest {
    private static final RecordForm<Case> FORM = RecordForm.of(Case.class);
    private static final Instant AT = Instant.parse("2026-11-22T04:05:06.789012345Z");

    /// Every optional part filled.
    private static Case full() {
        Case plain = Samples.aCase("c1", "handling");
        CaseClock clock = new CaseClock(
                new StageCode("handle"),
                AT,
                AT.plusSeconds(1),
                AT.plusSeconds(2),
                AT.plusSeconds(3),
                new ClockBasis(null, null, Duration.ofMillis(1500), "c1", "k1"),
                new ClockChanges(
                        List.of(new ClockChanges.Pause(AT, null), new ClockChanges.Pause(AT, AT)), List.of(AT)));
        return new Case(
                plain.id(),
                new Case.CaseHead(
                        plain.head().number(), "w1", List.of(new Attachment("f1", "before", "image/jpeg", AT, true))),
                plain.subject(),
                new Place(
                        null,
                        "解放路",
                        null,
                        List.of(new PlaceCandidate(
                                "解放路",
                                new AreaCode("990101"),
                                new Position(104.5, 30.5),
                                1.5,
                                List.of(Evidence.note("name-exact", "解放路"))))),
                new Report(
                        new SourceCode("hotline"),
                        AT,
                        new PersonId("P1"),
                        new Caller("赵𠮷", "138****0000", true, true),
                        "外-7",
                        false,
                        0.93,
                        List.of(new Joined(
                                new CaseId("c2"),
                                new CaseNumber("2"),
                                new SourceCode("app"),
                                AT,
                                null,
                                new Caller("钱", "1", false, false)))),
                new Progress(
                        plain.progress().state(),
                        null,
                        new PersonId("P2"),
                        List.of(clock, clock),
                        new Milestones(AT, null, AT, null, null, AT),
                        List.of("urgent", "urgent"),
                        new Detours(
                                Map.of("returned", 300, "extended", 1),
                                null,
                                null,
                                List.of(new Bounce(new DepartmentId("d1"), "wrong-dispatch", AT)),
                                new CaseId("c3"),
                                new CallBack(
                                        "very-satisfied",
                                        new Actor(new PersonId("P4"), new PostCode("acceptor"), new SeatId("01")),
                                        AT)),
                        AT,
                        new Automatic(
                                List.of(new RuleId("r1")),
                                new Plan(
                                        new RuleId("r1"),
                                        "v1",
                                        new ActionCode("dispatch"),
                                        AT,
                                        null,
                                        null,
                                        new DepartmentId("d1"))),
                        List.of(Receipt.begin(new DepartmentId("d1"), AT).opened(AT)),
                        List.of(new Assistance(new DepartmentId("d2"), "清淤", AT, AT, "已清")),
                        List.of(new Tick("1", new PersonId("P2"), AT)),
                        alarm()));
    }

    private static Alarm alarm() {
        PostCode post = new PostCode("dispatcher");
        Actor by = new Actor(new PersonId("P3"), post, new SeatId("03"));
        return new Alarm(
                Alarm.Kind.OVER,
                post,
                "a-1",
                AT,
                List.of(
                        new Alarm.Offer("seat", post, new SeatId("03"), AT, AT.plusSeconds(60), null),
                        new Alarm.Offer(
                                "phone",
                                null,
                                null,
                                AT,
                                AT.plusSeconds(90),
                                new Alarm.Word("sms", 1, Alarm.Status.SENT, AT, null, null))),
                new Alarm.Answer(by, AT),
                new Alarm.Shelf(by, AT, AT.plusSeconds(600), "同一处已派"));
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        for (Case row : List.of(Samples.aCase("c0", "to-dispatch"), full())) {
            assertThat(FORM.read(FORM.write(row))).isEqualTo(row);
        }
    }

    @Test
    void rulesAndCardsAreKeptToo() throws IOException {
        Actor by = new Actor(new PersonId("p"), new PostCode("duty-leader"), new SeatId("s"));
        AutoRule rule = new AutoRule(
                new RuleId("r1"),
                "v1",
                "自动派遣",
                "Dispatch",
                new AutoRule.Act(new ActionCode("dispatch"), new PostCode("dispatcher"), null, null),
                new AutoRule.When(
                        List.of(),
                        List.of(),
                        List.of(),
                        0.5,
                        List.of(new AutoRule.Span(LocalTime.of(22, 0), LocalTime.of(6, 30)))),
                new AutoRule.Bounds(3, Duration.ofSeconds(30), AutoRule.Missed.ASK),
                new AutoRule.Halt(by, AT, "停"));
        RecordForm<AutoRule> rules = RecordForm.of(AutoRule.class);
        assertThat(rules.read(rules.write(rule))).isEqualTo(rule);
        Handover card = new Handover(
                new HandoverId("h"),
                AT,
                new Handover.Signature(by, AT, ""),
                new Handover.Card(
                        7,
                        AT,
                        Map.of("open", 2),
                        List.of(new CaseId("c1")),
                        List.of(),
                        List.of(),
                        List.of(new Handover.Event(AT, null, "r1", new ActionCode("rule-halt"), by, "停")),
                        0),
                null);
        RecordForm<Handover> cards = RecordForm.of(Handover.class);
        assertThat(cards.read(cards.write(card))).isEqualTo(card);
        Campaign campaign = new Campaign(
                new CampaignId("z"),
                "专项",
                "",
                new Campaign.Bounds(List.of("E-01"), List.of(), AT, AT.plusSeconds(60)),
                null,
                by,
                new Campaign.End(by, AT, "好"));
        RecordForm<Campaign> campaigns = RecordForm.of(Campaign.class);
        assertThat(campaigns.read(campaigns.write(campaign))).isEqualTo(campaign);
    }

    public record Basis(String rule, int minutes) {}

    public record Clocked(int number, Basis basis) {}

    @Test
    void whatManyRowsSayIsOneObject() throws IOException {
        RecordForm<Clocked> form = RecordForm.of(Clocked.class);
        Clocked one = form.read(form.write(new Clocked(1, new Basis("2026.2", 15))));
        Clocked two = form.read(form.write(new Clocked(2, new Basis("2026.2", 15))));
        Clocked other = form.read(form.write(new Clocked(3, new Basis("2026.2", 30))));
        assertThat(two.basis()).isSameAs(one.basis());
        assertThat(other.basis()).isEqualTo(new Basis("2026.2", 30));
    }

    @Test
    void whatNeverRepeatsIsReadAsItIs() throws IOException {
        RecordForm<Clocked> form = RecordForm.of(Clocked.class);
        for (int i = 0; i < 10_000; i++) {
            Clocked row = new Clocked(i, new Basis("r", i));
            assertThat(form.read(form.write(row))).isEqualTo(row);
        }
    }

    @Test
    void aCutRowIsRefusedWhereverItWasCut() {
        byte[] whole = FORM.write(full());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> FORM.read(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aSpoiltRowIsReadOrRefusedButNeverAnythingElse() {
        Random random = new Random(7);
        byte[] whole = FORM.write(full());
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] spoilt = whole.clone();
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
            }
            try {
                FORM.read(spoilt);
            } catch (IOException _) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    record Hidden(String name, int count) {}

    public record Optional(@Nullable String name) {}

    public record Demanded(String name) {}

    public record Open(Object anything) {}

    @Test
    void aRowOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> RecordForm.of(Demanded.class)
                        .read(RecordForm.of(Optional.class).write(new Optional("a"))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> FORM.read("{\"id\":\"c1\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aComponentOfNoKnownKindIsRefusedAtOnce() {
        assertThatThrownBy(() -> RecordForm.of(Open.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecordForm.of(Hidden.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
