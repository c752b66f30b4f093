package org.yiping.console.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yiping.console.fx.Notice;
import org.yiping.console.store.CityFacts;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolRoundId;

/// Reminds those who walk patrols of a round that is due and that nobody has begun (班次提醒): once. It takes its words
/// back when somebody has begun it, its time is over or its plan is retired. FX thread.
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
        Map<PatrolRoundId, PatrolPlan> due = due(now);
        told.entrySet().removeIf(e -> {
            boolean over = !due.containsKey(e.getKey());
            if (over) {
                hall.notices().dismiss(e.getValue());
            }
            return over;
        });
        due.forEach(this::remind);
    }

    /// The rounds that begin about now and that nobody has begun; none for who does not walk.
    private Map<PatrolRoundId, PatrolPlan> due(Instant now) {
        Map<PatrolRoundId, PatrolPlan> due = new LinkedHashMap<>();
        if (desk.me().filter(m -> WALKS.contains(m.actor().post())).isEmpty()) {
            return due;
        }
        ZoneId zone = desk.city().map(CityFacts::zone).orElse(ZoneOffset.UTC);
        for (PatrolPlan plan : desk.stores().patrolPlans().rows().values().toList()) {
            if (!plan.retired() && !plan.task().times().isEmpty()) {
                Instant slot = plan.slot(now, zone);
                PatrolRoundId round = PatrolRoundId.of(plan.id(), slot);
                if (now.isBefore(slot.plus(FRESH))
                        && desk.stores().patrolRounds().find(round).isEmpty()) {
                    due.put(round, plan);
                }
            }
        }
        return due;
    }

    private void remind(PatrolRoundId round, PatrolPlan plan) {
        String id = "patrol-due-" + plan.id().value();
        if (told.putIfAbsent(round, id) == null) {
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
