package org.yiping.console.ui.dispatch;

import java.time.Duration;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.dispatch.DeskActions.DeskAction;
import org.yiping.domain.casework.Case;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.DepartmentId;

/// A dispatcher's seat with a case in hand that waits to be dispatched.
final class OpenCase {
    final DeskFixture fixture = new DeskFixture("dispatcher");
    final CaseViewModel model = new CaseViewModel(fixture.desk, fixture.hall);
    final Case value = Samples.waiting("1", "to-dispatch", DeskFixture.START, Duration.ofMinutes(2));

    OpenCase() {
        fixture.put(value);
        model.show();
        fixture.desk.pick(value.id());
    }

    DeskAction action(String code) {
        return model.actions().stream()
                .filter(a -> a.transition().action().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /// Dispatches to that department; the command that went out.
    CommandId dispatch(String department) {
        model.choose(model.choice().get().with(new DepartmentId(department)));
        model.act(action("dispatch"));
        return last();
    }

    CommandId last() {
        return fixture.outbox.submitted.getLast().head().id();
    }
}
