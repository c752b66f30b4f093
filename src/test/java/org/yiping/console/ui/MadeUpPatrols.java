package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Tables;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolPlanId;
import org.yiping.domain.patrol.PatrolRound;

/// Three plans: one half walked, one not begun, one walked yesterday with a case.
final class MadeUpPatrols {
    private static final Actor LEADER = new Actor(new PersonId("p-0"), new PostCode("duty-leader"), new SeatId("01"));

    private MadeUpPatrols() {}

    static void put(Tables tables, Instant now) {
        ClassCode found = tables.city
                .known()
                .orElseThrow()
                .rules()
                .catalogue()
                .classes()
                .getFirst()
                .code();
        List<CameraId> cameras = tables.cameras
                .rows()
                .values()
                .map(Camera::id)
                .sorted(Comparator.comparing(CameraId::value))
                .limit(42)
                .toList();
        PatrolPlan rush = plan("t-rush", "重点路口", "占道经营、非机动车乱停", cameras, LocalTime.of(7, 30), LocalTime.of(17, 0));
        PatrolPlan waste = plan("t-waste", "收集点巡看", "垃圾满溢", cameras.subList(0, 12));
        for (PatrolPlan p : List.of(rush, waste)) {
            tables.patrolPlans.put(p.id(), p);
        }
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Instant slot = rush.slot(now, zone);
        PatrolRound round = PatrolRound.begin(rush, slot);
        for (int i = 0; i < 17; i++) {
            String outcome = i % 7 == 3 ? PatrolRound.UNSEEN : i == 8 ? PatrolRound.NOTED : PatrolRound.IN_ORDER;
            round = look(round, i, outcome, now.minus(Duration.ofMinutes(30 - i)), i == 8 ? found : null, null);
        }
        tables.patrolRounds.put(round.id(), round);
        PatrolRound past = PatrolRound.begin(waste, waste.slot(now.minus(Duration.ofDays(1)), zone));
        for (int i = 0; i < 12; i++) {
            boolean files = i == 5;
            past = look(
                    past,
                    i,
                    files ? PatrolRound.CASE : PatrolRound.IN_ORDER,
                    past.slot().plus(Duration.ofMinutes(540 + i)),
                    files ? found : null,
                    files ? new CaseId("c-5") : null);
        }
        tables.patrolRounds.put(past.id(), past);
    }

    private static PatrolPlan plan(String id, String name, String goal, List<CameraId> cameras, LocalTime... times) {
        return new PatrolPlan(
                new PatrolPlanId(id), new PatrolPlan.Task(name, goal, cameras, 12, List.of(times)), LEADER, false);
    }

    private static PatrolRound look(
            PatrolRound round,
            int place,
            String outcome,
            Instant at,
            @Nullable ClassCode found,
            @Nullable CaseId made) {
        String note = found == null ? "" : "店外堆物占人行道约 2 m";
        return round.with(new PatrolRound.Look(
                LEADER, new PatrolRound.Seen(round.cameras().get(place), outcome, at, found, note, made)));
    }
}
