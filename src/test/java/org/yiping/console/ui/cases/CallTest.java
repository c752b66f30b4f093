package org.yiping.console.ui.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.control.Countdown;
import org.yiping.console.ui.control.MarkLight;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.hotline.CallId;
import org.yiping.domain.hotline.PhoneCall;
import org.yiping.domain.hotline.PhoneCall.News;
import org.yiping.domain.hotline.PhoneCall.Step;
import org.yiping.domain.identity.SeatId;

class CallTest {
    private static final Instant NOW = DeskFixture.START;

    private final DeskFixture fixture = new DeskFixture("acceptor");
    private final CallViewModel model = new CallViewModel(fixture.desk, fixture.hall);

    @BeforeEach
    void look() {
        fixture.hall.ticker().tick();
        model.show();
    }

    private static News news(String id, Step step, @Nullable String seat, Instant at) {
        return new News(new CallId(id), step, "13900001111", seat == null ? null : new SeatId(seat), at);
    }

    private PhoneCall put(PhoneCall call) {
        fixture.tables.calls.put(call.id(), call);
        return call;
    }

    private PhoneCall ring(String id, @Nullable String seat) {
        return put(PhoneCall.of(news(id, Step.RINGING, seat, fixture.hall.now())));
    }

    @Test
    void aCallOfThisSeatPopsUpAndBecomesASheetOnce() {
        ring("a", "03");
        assertThat(model.call()).get().extracting(PhoneCall::id).isEqualTo(new CallId("a"));
        IntakeSheet sheet = model.take().orElseThrow();
        assertThat(sheet.origin().call()).isEqualTo("a");
        assertThat(sheet.reporter().phone()).isEqualTo("13900001111");
        assertThat(sheet.written()).isFalse();
        assertThat(model.call()).isEmpty();
        assertThat(model.take()).isEmpty();
    }

    @Test
    void anotherSeatsCallLateNewsAndWhatEndedPopNothingUp() {
        ring("other", "04");
        put(PhoneCall.of(news("old", Step.RINGING, "03", NOW.minusSeconds(121))));
        put(PhoneCall.of(news("over", Step.ENDED, "03", NOW)).after(news("over", Step.RINGING, "03", NOW)));
        put(ring("taken", "03").with(new CaseId("1")));
        assertThat(model.call()).isEmpty();
    }

    @Test
    void aCallForEverybodyWaitsBehindTheOwnOne() {
        ring("all", null);
        ring("mine", "03");
        assertThat(model.call()).get().extracting(PhoneCall::id).isEqualTo(new CallId("mine"));
        assertThat(model.others()).isEqualTo(1);
        model.later();
        assertThat(model.call()).get().extracting(PhoneCall::id).isEqualTo(new CallId("all"));
        fixture.tables.calls.remove(new CallId("all")); // somebody else took it
        assertThat(model.call()).isEmpty();
    }

    @Test
    void fifteenSecondsAreThereToAnswer() {
        PhoneCall call = ring("a", "03");
        assertThat(model.countdown()).isEqualTo(new Countdown.Running(Duration.ofSeconds(15), Duration.ofSeconds(15)));
        fixture.pass(Duration.ofSeconds(13));
        assertThat(model.countdown().light()).isEqualTo(MarkLight.SOON);
        fixture.pass(Duration.ofSeconds(5));
        assertThat(model.countdown().light()).isEqualTo(MarkLight.OVER);
        put(call.after(news("a", Step.ANSWERED, "03", NOW.plusSeconds(9))));
        fixture.pass(Duration.ofSeconds(40));
        assertThat(model.countdown()).isEqualTo(new Countdown.Running(Duration.ofSeconds(6), Duration.ofSeconds(15)));
    }

    @Test
    void aRingNobodyAnswersGoesByItself() {
        ring("a", "03");
        fixture.pass(PhoneCall.RINGS);
        assertThat(model.call()).isEmpty();
    }

    @Test
    void whatTheNumberReportedBeforeIsCountedAndTheLastThreeShown() {
        fixture.callers = List.of(
                Samples.waiting("4", "handling", NOW, Duration.ofHours(1)),
                Samples.waiting("3", "closed", NOW, Duration.ofHours(1)),
                Samples.waiting("2", "handling", NOW, Duration.ofHours(1)),
                Samples.waiting("1", "closed", NOW, Duration.ofHours(1)));
        ring("a", "03");
        assertThat(model.history()).isInstanceOfSatisfying(CallViewModel.History.Known.class, k -> {
            assertThat(k.cases()).hasSize(4);
            assertThat(k.open()).isEqualTo(2);
            assertThat(k.more()).isFalse();
        });
        assertThat(model.last()).extracting(c -> c.id().value()).containsExactly("4", "3", "2");
        assertThat(model.row(model.last().getFirst())).contains("E0110-4");
    }

    @Test
    void withoutALinkOrANumberTheHistoryIsSaidToBeUnknown() {
        ring("a", "03");
        assertThat(model.history()).isInstanceOf(CallViewModel.History.Unreachable.class);
        model.later();
        put(PhoneCall.of(new News(new CallId("b"), Step.RINGING, "", new SeatId("03"), NOW)));
        assertThat(model.history()).isInstanceOf(CallViewModel.History.Nobody.class);
    }

    @Test
    void aPostThatRegistersNothingSeesNoCard() {
        DeskFixture other = new DeskFixture("dispatcher");
        CallViewModel theirs = new CallViewModel(other.desk, other.hall);
        other.hall.ticker().tick();
        theirs.show();
        other.tables.calls.put(new CallId("a"), PhoneCall.of(news("a", Step.RINGING, "03", NOW)));
        assertThat(theirs.call()).isEmpty();
    }
}
