package org.yiping.console.ui.cases;

import java.util.List;
import java.util.Set;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.outbox.Outbox;
import org.yiping.console.ui.Hall;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// What was registered and then refused (退回的登记): its words lie among the drafts again, and the form opens with them.
/// FX thread.
final class RefusedIntake {
    private final Outbox outbox;
    private final Hall hall;
    private final Subscriptions subscriptions = new Subscriptions();

    RefusedIntake(Outbox outbox, Hall hall) {
        this.outbox = outbox;
        this.hall = hall;
    }

    void show() {
        subscriptions.close();
        Feed<CommandId> deliveries = hall.feed(this::changed);
        subscriptions.add(deliveries);
        subscriptions.add(outbox.deliveries().subscribe(deliveries::changed));
    }

    void hide() {
        subscriptions.close();
    }

    /// The refused registrations of this case.
    static List<Delivery> of(CaseId about, Outbox outbox) {
        return outbox.deliveries()
                .rows()
                .values()
                .filter(d -> about.equals(d.caseId()) && refused(d))
                .toList();
    }

    private void changed(Set<CommandId> ids) {
        ids.forEach(id ->
                outbox.deliveries().find(id).filter(RefusedIntake::refused).ifPresent(this::back));
    }

    private static boolean refused(Delivery delivery) {
        return delivery.command() instanceof Command.ReportCase && delivery.state() instanceof Delivery.State.Rejected;
    }

    /// Not over what somebody has changed in it since.
    private void back(Delivery delivery) {
        Drafts drafts = outbox.drafts();
        if (delivery.command() instanceof Command.ReportCase report
                && drafts.find(report.caseId(), Drafts.INTAKE).isEmpty()) {
            drafts.keep(
                    report.caseId(),
                    Drafts.INTAKE,
                    IntakeSheet.of(report.intake()).text());
        }
    }
}
