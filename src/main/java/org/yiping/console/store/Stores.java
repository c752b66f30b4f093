package org.yiping.console.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.Review;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.hall.HallId;
import org.yiping.domain.hall.OpenDay;
import org.yiping.domain.hotline.CallId;
import org.yiping.domain.hotline.PhoneCall;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolPlanId;
import org.yiping.domain.patrol.PatrolRound;
import org.yiping.domain.patrol.PatrolRoundId;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.DebriefComment;
import org.yiping.domain.room.DebriefCommentId;
import org.yiping.domain.room.DebriefId;
import org.yiping.domain.sensor.Reading;
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

/// Everything the windows show, read-only. Any thread; see `Store` for who is called where.
public final class Stores {
    private final Tables tables;
    /// What moves with the clock: the same tables, but in a replay.
    private final Tables moving;

    Stores(Tables tables) {
        this(tables, tables);
    }

    private Stores(Tables tables, Tables moving) {
        this.tables = tables;
        this.moving = moving;
    }

    /// The same city in which what moves is of another time.
    Stores replayed(Tables past) {
        return new Stores(tables, past);
    }

    public Store<CaseId, Case> cases() {
        return moving.cases;
    }

    public Store<PersonId, Person> people() {
        return tables.people;
    }

    public Store<DepartmentId, Department> departments() {
        return tables.departments;
    }

    public Store<CameraId, Camera> cameras() {
        return tables.cameras;
    }

    /// The sensors the city lists; what they said is in `readings`.
    public Store<SensorId, Sensor> sensors() {
        return moving.sensors;
    }

    /// What each sensor said last; each has its own `at`, and `SensorState` says what it means.
    public Store<SensorId, Reading> readings() {
        return moving.readings;
    }

    public Store<AreaCode, Area> areas() {
        return tables.areas;
    }

    public Store<RecordId, Review> reviews() {
        return moving.reviews;
    }

    /// The rules that act by themselves, stopped ones too.
    public Store<RuleId, AutoRule> rules() {
        return tables.rules;
    }

    /// Cards of shifts with their signatures.
    public Store<HandoverId, Handover> handovers() {
        return tables.handovers;
    }

    /// Versions of who is on duty when.
    public Store<RosterId, Roster> rosters() {
        return tables.rosters;
    }

    /// Special campaigns, ended ones too.
    public Store<CampaignId, Campaign> campaigns() {
        return tables.campaigns;
    }

    /// Calls under way of this seat, or of none (来电).
    public Store<CallId, PhoneCall> calls() {
        return tables.calls;
    }

    /// What recognisers saw and nobody has judged yet.
    public Store<CaptureId, Capture> captures() {
        return tables.captures;
    }

    /// What was said through loudspeakers and nobody has looked at yet.
    public Store<BroadcastId, Broadcast> broadcasts() {
        return tables.broadcasts;
    }

    /// What desks and alarms have put on the hall's walls; none where nothing ever was.
    public Store<WallId, WallState> walls() {
        return tables.walls;
    }

    /// Lists of cameras to be walked, retired ones too.
    public Store<PatrolPlanId, PatrolPlan> patrolPlans() {
        return tables.patrolPlans;
    }

    /// The walks of the last weeks, also those under way.
    public Store<PatrolRoundId, PatrolRound> patrolRounds() {
        return tables.patrolRounds;
    }

    /// The wall's scenes and rules as desks saved them; what was taken back too.
    public Store<SceneId, WallEdition> scenes() {
        return tables.scenes;
    }

    /// Debriefs of the review room (复盘), signed ones too.
    public Store<DebriefId, Debrief> debriefs() {
        return tables.debriefs;
    }

    /// What was said in debriefs.
    public Store<DebriefCommentId, DebriefComment> debriefComments() {
        return tables.debriefComments;
    }

    /// The flow records of cases opened by `Lookup.open`, oldest first.
    public Store<CaseId, List<FlowRecord>> records() {
        return moving.records;
    }

    /// The last known places of people and vehicles in the field; each has its own `at`.
    public Store<String, FieldUnit> units() {
        return moving.units;
    }

    /// Who sits where now, and who is at which case.
    public Seated seats() {
        return moving.seats;
    }

    /// The figures of today; each has its own `at`.
    public Store<KpiCode, Kpi> kpis() {
        return tables.kpis;
    }

    public Store<DepartmentId, DepartmentFigures> departmentFigures() {
        return tables.departmentFigures;
    }

    /// Base-map layers by name.
    public Store<String, Bulk<Feature>> layers() {
        return tables.layers;
    }

    public Single<ComponentTable> components() {
        return tables.components;
    }

    public Single<CityFacts> city() {
        return tables.city;
    }

    /// Who is signed in.
    public Single<Me> me() {
        return tables.me;
    }

    public Single<LinkState> link() {
        return tables.link;
    }

    /// What this computer's own disk could not give back, until the platform has told it again.
    public Damage damage() {
        return tables.damage();
    }

    /// The hall's open day, as the platform last said.
    public Optional<OpenDay> openDay() {
        return tables.openDays.find(HallId.OWN);
    }

    /// Told whenever the platform says something of it.
    public Subscription onOpenDay(Runnable told) {
        return tables.openDays.subscribe(_ -> told.run());
    }

    /// Whether what is personal is hidden here (开放日): all these stores then show it as strangers may see it.
    public Veil veil() {
        return tables.veil;
    }

    /// The platform's time: countdowns and lights are computed with it.
    public InstantSource clock() {
        return moving.clock;
    }

    /// The journal revision these stores stand at: what a command is `basedOn`.
    public long revision() {
        return tables.revision();
    }
}
