package org.yiping.console.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yiping.console.store.Tables;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.automation.AutoRule;
import org.yiping.domain.automation.RuleId;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.campaign.Campaign;
import org.yiping.domain.campaign.CampaignId;
import org.yiping.domain.capture.Capture;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.Review;
import org.yiping.domain.hall.HallId;
import org.yiping.domain.hall.OpenDay;
import org.yiping.domain.hotline.CallId;
import org.yiping.domain.hotline.PhoneCall;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolPlanId;
import org.yiping.domain.patrol.PatrolRound;
import org.yiping.domain.patrol.PatrolRoundId;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.DebriefComment;
import org.yiping.domain.room.DebriefCommentId;
import org.yiping.domain.room.DebriefId;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.shift.Handover;
import org.yiping.domain.shift.HandoverId;
import org.yiping.domain.shift.Roster;
import org.yiping.domain.shift.RosterId;
import org.yiping.domain.video.Broadcast;
import org.yiping.domain.video.BroadcastId;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallEdition;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallState;
import org.yiping.protocol.Kinds;

/// The kinds of rows that are kept on disk and in a store. Other kinds are another console version's.
/// Immutable.
final class Shelves {
    private final List<Shelf<?, ?>> all;
    private final Map<String, Shelf<?, ?>> byKind;

    Shelves(Tables tables) {
        Completeness complete = new Completeness();
        all = List.<Shelf<?, ?>>of(
                // before what it hides
                new Shelf<>(Kinds.OPEN_DAY, OpenDay.class, HallId::new, OpenDay::id, tables.openDays, complete),
                new Shelf<>(Kinds.WALL, WallState.class, WallId::new, WallState::id, tables.walls, complete),
                new Shelf<>(
                        Kinds.DEPARTMENT,
                        Department.class,
                        DepartmentId::new,
                        Department::id,
                        tables.departments,
                        complete),
                new Shelf<>(Kinds.PERSON, Person.class, PersonId::new, Person::id, tables.people, complete),
                new Shelf<>(Kinds.AREA, Area.class, AreaCode::new, Area::code, tables.areas, complete),
                new Shelf<>(Kinds.CAMERA, Camera.class, CameraId::new, Camera::id, tables.cameras, complete),
                new Shelf<>(Kinds.SENSOR, Sensor.class, SensorId::new, Sensor::id, tables.sensors, complete),
                new Shelf<>(Kinds.RULE, AutoRule.class, RuleId::new, AutoRule::id, tables.rules, complete),
                new Shelf<>(Kinds.HANDOVER, Handover.class, HandoverId::new, Handover::id, tables.handovers, complete),
                new Shelf<>(Kinds.ROSTER, Roster.class, RosterId::new, Roster::id, tables.rosters, complete),
                new Shelf<>(Kinds.CAMPAIGN, Campaign.class, CampaignId::new, Campaign::id, tables.campaigns, complete),
                new Shelf<>(Kinds.CALL, PhoneCall.class, CallId::new, PhoneCall::id, tables.calls, complete),
                new Shelf<>(Kinds.CAPTURE, Capture.class, CaptureId::new, Capture::id, tables.captures, complete),
                new Shelf<>(
                        Kinds.BROADCAST, Broadcast.class, BroadcastId::new, Broadcast::id, tables.broadcasts, complete),
                new Shelf<>(
                        Kinds.PATROL_PLAN,
                        PatrolPlan.class,
                        PatrolPlanId::new,
                        PatrolPlan::id,
                        tables.patrolPlans,
                        complete),
                new Shelf<>(
                        Kinds.PATROL_ROUND,
                        PatrolRound.class,
                        PatrolRoundId::new,
                        PatrolRound::id,
                        tables.patrolRounds,
                        complete),
                new Shelf<>(Kinds.SCENE, WallEdition.class, SceneId::new, WallEdition::id, tables.scenes, complete),
                new Shelf<>(Kinds.DEBRIEF, Debrief.class, DebriefId::new, Debrief::id, tables.debriefs, complete),
                new Shelf<>(
                        Kinds.DEBRIEF_COMMENT,
                        DebriefComment.class,
                        DebriefCommentId::new,
                        DebriefComment::id,
                        tables.debriefComments,
                        complete),
                new Shelf<>(Kinds.CASE, Case.class, CaseId::new, Case::id, tables.cases, complete),
                new Shelf<>(Kinds.REVIEW, Review.class, RecordId::new, Review::id, tables.reviews, complete));
        byKind = all.stream().collect(Collectors.toUnmodifiableMap(Shelf::kind, Function.identity()));
    }

    List<Shelf<?, ?>> all() {
        return all;
    }

    List<String> kinds() {
        return all.stream().<String>map(Shelf::kind).toList();
    }

    Optional<Shelf<?, ?>> find(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
