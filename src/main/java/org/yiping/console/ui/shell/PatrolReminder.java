package org.yiping.console.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.yiping.console.fx.Notice;
import org.yiping.console.store.CityFacts;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolRoundId;

/// Reminds those who walk patrols of a round that is due and that nobody has begun (班次提醒): once, and no longer when
/// somebody has. FX thread.
///
/// Plans without times are walked at any time of the day and call nobody.
final class PatrolReminder {
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final Set<PostCode> WALKS = Set.of(
            new PostCode("acceptor"),
            new PostCode("dispatcher"),
            new PostCode("duty-leader"),
            new PostCode("supervisor"));

    private final Desk desk;
    private final Hall hall;
    private final Runnable go;
    private final Map<PatrolRoundId, String> told = new HashMap<>();

    /// `go` shows the page patrols are walked on.
    PatrolReminder(Desk desk, Hall hall, Runnable go) {
        this.desk = desk;
        this.hall = hall;
        this.go = go;
    }

    /// Once a second.
    void tick(Instant now) {
        if (desk.me().filter(m -> WALKS.contains(m.actor().post())).isEmpty()) {
            return;
        }
        told.entrySet().removeIf(e -> {
            boolean begun = desk.stores().patrolRounds().find(e.getKey()).isPresent();
            if (begun) {
                hall.notices().dismiss(e.getValue());
            }
            return begun;
        });
        ZoneId zone = desk.city().map(CityFacts::zone).orElse(ZoneOffset.UTC);
        for (PatrolPlan plan : desk.stores().patrolPlans().rows().values().toList()) {
            if (!plan.retired() && !plan.task().times().isEmpty()) {
                remind(plan, plan.slot(now, zone), now);
            }
        }
    }

    private void remind(PatrolPlan plan, Instant slot, Instant now) {
        PatrolRoundId round = PatrolRoundId.of(plan.id(), slot);
        boolean due = now.isBefore(slot.plus(FRESH))
                && desk.stores().patrolRounds().find(round).isEmpty();
        if (due && !told.containsKey(round)) {
            String id = "patrol-due-" + plan.id().value();
            told.put(round, id);
            hall.notices()
                    .show(Notice.info(
                                    id,
                                    hall.messages()
                                            .get(
                                                    "patrol.is-due",
                                                    plan.task().name(),
                                                    plan.task().cameras().size()))
                            .with(new Notice.Action(hall.messages().get("patrol.go"), true, go)));
        }
    }
}
