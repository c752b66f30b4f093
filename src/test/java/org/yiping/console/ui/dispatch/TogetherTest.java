package org.yiping.console.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.dispatch.DeskActions.DeskAction;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.DepartmentId;

/// Several marked cases taken by one action.
class TogetherTest {
    private final OpenCase seat = new OpenCase();
    private final DeskFixture fixture = seat.fixture;
    private final CaseViewModel model = seat.model;
    private final Case value = seat.value;

    @Test
    void markedCasesGoTogetherWhereEachMayAndOnlyWhenConfirmed() {
        Case second = Samples.waiting("2", "to-dispatch", DeskFixture.START, Duration.ofMinutes(5));
        Case elsewhere = Samples.waiting("3", "to-file", DeskFixture.START, Duration.ofMinutes(5));
        fixture.put(second, elsewhere);
        fixture.selection.mark(Set.of(value.id(), second.id(), elsewhere.id()));
        assertThat(model.marked()).isEqualTo(3);
        model.choose(model.choice().get().with(new DepartmentId("d-2")));
        DeskAction dispatch = seat.action("dispatch");
        assertThat(model.reached(dispatch.transition())).isEqualTo(2);
        model.act(dispatch);
        assertThat(fixture.outbox.submitted)
                .as("several are never moved by one press")
                .isEmpty();
        assertThat(model.confirm()).isEmpty();
        assertThat(fixture.outbox.submitted)
                .allSatisfy(c -> assertThat(c)
                        .isInstanceOfSatisfying(
                                Command.ActOnCase.class,
                                a -> assertThat(a.fields().department()).isEqualTo(new DepartmentId("d-2"))));
        assertThat(fixture.outbox.submitted).extracting(Command::about).containsExactly(value.id(), second.id());
    }

    @Test
    void whatNamesOneCaseCannotBeDoneToManyAndAnotherMarkingCancels() {
        Case second = Samples.waiting("2", "to-dispatch", DeskFixture.START, Duration.ofMinutes(5));
        fixture.put(second);
        fixture.selection.mark(Set.of(value.id(), second.id()));
        model.act(model.mergeAction().orElseThrow());
        assertThat(model.filling().get()).isNull();
        model.act(seat.action("dispatch"));
        assertThat(model.filling().get()).isNotNull();
        fixture.selection.mark(Set.of());
        assertThat(model.filling().get()).isNull();
        fixture.selection.mark(Set.of(value.id(), second.id()));
        fixture.desk.pick(new CaseId("somewhere-else"));
        assertThat(model.marked())
                .as("a case of another window ends the marking")
                .isZero();
    }
}
