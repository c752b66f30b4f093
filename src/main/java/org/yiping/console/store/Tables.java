package org.yiping.console.store;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/// The writing side of `Stores`, held by the way down only; windows get `Stores`. Any thread.
public final class Tables {
    public final TableStore<CaseId, Case> cases = new TableStore<>(Hidden::of);
    public final TableStore<PersonId, Person> people = new TableStore<>(Hidden::of);
    public final TableStore<DepartmentId, Department> departments = new TableStore<>();
    public final TableStore<CameraId, Camera> cameras = new TableStore<>();
    public final TableStore<SensorId, Sensor> sensors = new TableStore<>();
    public final TableStore<SensorId, Reading> readings = new TableStore<>();
    public final TableStore<AreaCode, Area> areas = new TableStore<>();
    public final TableStore<RecordId, Review> reviews = new TableStore<>(Hidden::of);
    public final TableStore<RuleId, AutoRule> rules = new TableStore<>(Hidden::of);
    public final TableStore<HandoverId, Handover> handovers = new TableStore<>(Hidden::of);
    public final TableStore<RosterId, Roster> rosters = new TableStore<>();
    public final TableStore<CampaignId, Campaign> campaigns = new TableStore<>(Hidden::of);
    public final TableStore<CallId, PhoneCall> calls = new TableStore<>(Hidden::of);
    public final TableStore<CaptureId, Capture> captures = new TableStore<>(Hidden::of);
    public final TableStore<BroadcastId, Broadcast> broadcasts = new TableStore<>(Hidden::of);
    public final TableStore<PatrolPlanId, PatrolPlan> patrolPlans = new TableStore<>(Hidden::of);
    public final TableStore<PatrolRoundId, PatrolRound> patrolRounds = new TableStore<>(Hidden::of);
    public final TableStore<SceneId, WallEdition> scenes = new TableStore<>();
    public final TableStore<DebriefId, Debrief> debriefs = new TableStore<>(Hidden::of);
    public final TableStore<DebriefCommentId, DebriefComment> debriefComments = new TableStore<>(Hidden::of);
    public final TableStore<CaseId, List<FlowRecord>> records = new TableStore<>(Hidden::records);
    public final TableStore<String, FieldUnit> units = new TableStore<>(Hidden::of);
    public final TableStore<WallId, WallState> walls = new TableStore<>(Hidden::of);
    public final TableStore<HallId, OpenDay> openDays = new TableStore<>();
    public final Seated seats = new Seated();
    public final TableStore<KpiCode, Kpi> kpis = new TableStore<>();
    public final TableStore<DepartmentId, DepartmentFigures> departmentFigures = new TableStore<>();
    public final TableStore<String, Bulk<Feature>> layers = new TableStore<>();
    public final SingleStore<ComponentTable> components = new SingleStore<>();
    public final SingleStore<CityFacts> city = new SingleStore<>();
    public final SingleStore<Me> me = new SingleStore<>(Hidden::of);
    public final SingleStore<LinkState> link = new SingleStore<>();
    /// What this console's disk could not give back; unknown before it was read.
    public final SingleStore<Damage> damage = new SingleStore<>();
    public final ServerClock clock;
    private final List<TableStore<?, ?>> journal = List.of(
            cases,
            people,
            departments,
            cameras,
            sensors,
            areas,
            reviews,
            rules,
            handovers,
            rosters,
            campaigns,
            calls,
            captures,
            broadcasts,
            patrolPlans,
            patrolRounds,
            scenes,
            debriefs,
            debriefComments,
            records,
            openDays,
            walls);
    public final Veil veil = new Veil();
    private volatile long revision;
    private volatile LostGround lostGround = new LostGround(false, Set.of());

    /// What of the map this console's disk could not give back at its start.
    private record LostGround(boolean components, Set<String> layers) {}

    public Tables(InstantSource clock) {
        this.clock = new ServerClock(clock);
        openDays.subscribe(_ -> openDays.find(HallId.OWN).ifPresentOrElse(veil::tell, veil::forget));
        veil.subscribe(() -> veil(veil.on()));
        sensors.subscribe(this::forgetReadings);
    }

    /// What a sensor said goes with it: it was lost from sight, perhaps with somebody's rights.
    private void forgetReadings(Set<SensorId> ids) {
        Rows<SensorId, Sensor> left = sensors.rows();
        Rows<SensorId, Reading> said = readings.rows();
        Set<SensorId> gone = new HashSet<>();
        for (SensorId id : ids) {
            if (left.get(id) == null && said.get(id) != null) {
                gone.add(id);
            }
        }
        readings.apply(Map.of(), gone);
    }

    /// The short tables first: who called must not stay on a screen while two hundred thousand cases are told.
    private void veil(boolean on) {
        me.veil(on);
        calls.veil(on);
        people.veil(on);
        units.veil(on);
        records.veil(on);
        reviews.veil(on);
        rules.veil(on);
        handovers.veil(on);
        campaigns.veil(on);
        captures.veil(on);
        broadcasts.veil(on);
        patrolPlans.veil(on);
        patrolRounds.veil(on);
        debriefs.veil(on);
        debriefComments.veil(on);
        walls.veil(on);
        cases.veil(on);
    }

    /// The components, or layers of these names, were damaged on this console's disk.
    public void lostGround(boolean noComponents, Set<String> noLayers) {
        lostGround = new LostGround(noComponents, Set.copyOf(noLayers));
    }

    /// What this computer's own disk could not give back and nobody has told since.
    Damage damage() {
        LostGround ground = lostGround;
        Set<String> kinds = new HashSet<>();
        if (ground.components && components.known().isEmpty()) {
            kinds.add(Damage.COMPONENTS);
        }
        if (ground.layers.stream().anyMatch(name -> layers.find(name).isEmpty())) {
            kinds.add(Damage.LAYERS);
        }
        return damage.known().orElse(Damage.NONE).and(kinds);
    }

    public Stores stores() {
        return new Stores(this);
    }

    public long revision() {
        return revision;
    }

    public void revision(long next) {
        revision = next;
    }

    /// Ages or refreshes everything that comes by the journal.
    public void facts(Freshness freshness) {
        journal.forEach(table -> table.freshness(freshness));
        city.freshness(freshness);
        me.freshness(freshness);
    }

    /// The journal is not heard any more: what is known stays, each as old as it is.
    public void factsStale() {
        journal.forEach(TableStore::stale);
        city.stale();
        me.stale();
    }
}
