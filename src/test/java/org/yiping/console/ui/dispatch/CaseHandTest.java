package org.yiping.console.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.SeatWords;
import org.yiping.console.ui.dispatch.DeskActions.DeskAction;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.shift.Seat;

class CaseHandTest {
    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final CaseViewModel model = new CaseViewModel(fixture.desk, fixture.hall);
    private final Case value = Samples.waiting("1", "to-dispatch", DeskFixture.START, Duration.ofMinutes(2));

    @BeforeEach
    void open() {
        PersonId other = new PersonId("other");
        fixture.tables.people.put(other, new Person(other, "王强", List.of(), List.of(), null));
        fixture.put(value);
        model.show();
        fixture.desk.pick(value.id());
        told(seat("03", "me", value.id(), true), seat("A2", "other", null, false));
    }

    private static Seat seat(String id, String person, CaseId looking, boolean has) {
        return new Seat(
                new SeatId(id),
                new PersonId(person),
                new PostCode("dispatcher"),
                Seat.READY,
                DeskFixture.START,
                DeskFixture.START,
                looking,
                has && looking != null ? List.of(looking) : List.of(),
                0,
                null,
                false);
    }

    private void told(Seat... seats) {
        fixture.tables.seats.told(true, List.of(seats), List.of(), DeskFixture.START);
    }

    private void theirs() {
        told(seat("03", "me", value.id(), false), seat("A2", "other", value.id(), true));
    }

    private DeskAction dispatch() {
        return model.actions().stream()
                .filter(a -> a.transition().action().value().equals("dispatch"))
                .findFirst()
                .orElseThrow();
    }

    private String row() {
        return CaseFace.of(value, fixture.desk, model.words(), DeskFixture.START)
                .text()
                .who();
    }

    @Test
    void theOwnCaseIsFreeToActOn() {
        assertThat(dispatch().allowed()).isTrue();
        assertThat(row()).isEmpty();
        model.hand().press();
        assertThat(fixture.outbox.submitted).isEmpty();
    }

    @Test
    void aCaseInAnotherHandSaysWhoseAndTheSecondPressTakesItOver() {
        theirs();
        assertThat(dispatch().refusal()).isInstanceOf(DeskActions.OtherHand.class);
        assertThat(row()).isEqualTo("王强 在办");
        model.hand().press();
        assertThat(model.hand().armed()).isTrue();
        assertThat(fixture.outbox.submitted)
                .as("the first press only says what it means")
                .isEmpty();
        model.hand().press();
        assertThat(fixture.outbox.submitted).singleElement().isInstanceOfSatisfying(Aside.TakeCase.class, c -> {
            assertThat(c.caseId()).isEqualTo(value.id());
            assertThat(c.from()).isEqualTo(new SeatId("A2"));
            assertThat(c.head().expiresAt())
                    .as("nobody takes over an hour later")
                    .isNotNull();
        });
    }

    @Test
    void aPressThatWasMeantForOneHandDoesNotTakeFromAnother() {
        theirs();
        model.hand().press();
        told(seat("03", "me", value.id(), false), seat("A9", "other", value.id(), true));
        assertThat(model.hand().armed()).isFalse();
        model.hand().press();
        assertThat(fixture.outbox.submitted).isEmpty();
    }

    @Test
    void whatIsFilledInStaysWhenTheCaseIsTakenOverMeanwhile() {
        DeskAction back = model.actions().stream()
                .filter(a -> a.transition().action().value().equals("return-to-file"))
                .findFirst()
                .orElseThrow();
        model.act(back);
        model.choose(model.choice().get().withReason("条款不符"));
        theirs();
        assertThat(model.confirm()).isEmpty();
        assertThat(fixture.outbox.submitted).isEmpty();
        assertThat(model.filling().get()).isEqualTo(back.transition());
        assertThat(model.choice().get().reason()).isEqualTo("条款不符");
        assertThat(fixture.hall.notices().all()).anyMatch(n -> n.id().equals("other-hand"));
        told(seat("03", "me", value.id(), true));
        model.confirm();
        assertThat(fixture.outbox.submitted).hasSize(1);
    }

    @Test
    void withoutALinkItIsNotKnownAndNothingIsForbidden() {
        theirs();
        fixture.tables.seats.unheard();
        SeatWords words = model.words().seats();
        assertThat(words.head(value.id(), DeskFixture.START)).contains("未知");
        assertThat(row()).isEmpty();
        assertThat(dispatch().allowed()).isTrue();
    }

    @Test
    void severalLookersAreCountedAndSilenceIsSaid() {
        told(
                seat("03", "me", value.id(), true),
                seat("A2", "other", value.id(), false),
                seat("A3", "third", value.id(), false));
        assertThat(row()).isEqualTo("王强 等 2 席");
        Seat silent = new Seat(
                new SeatId("A2"),
                new PersonId("other"),
                new PostCode("dispatcher"),
                Seat.BUSY,
                DeskFixture.START,
                DeskFixture.START,
                value.id(),
                List.of(value.id()),
                0,
                DeskFixture.START.minusSeconds(12),
                true);
        told(silent);
        assertThat(model.words().seats().head(value.id(), DeskFixture.START))
                .contains("失联")
                .contains("模拟")
                .doesNotContain("示忙");
    }
}
