package org.yiping.console.ui.wall;

// long because each rule of which scene stands is a few lines of one set-up

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Background;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Remembered;
import org.yiping.console.settings.Preferences;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.SmallCity;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallEdition;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallSharing;
import org.yiping.domain.wall.WallState;
import org.yiping.protocol.wall.ShippedScenes;

class ProgrammeTest {
    private static final SceneId OVERVIEW = new SceneId("overview");
    private static final SceneId KPI = new SceneId("kpi");
    private static final SceneId ALARM = new SceneId("alarm");
    private static final SceneId CAMERAS = new SceneId("cameras");

    private final SmallCity city = new SmallCity(Fx.direct(), "zh");

    @Test
    void aWallThatHasHeardOfNoCityShowsTheOverview() {
        assertThat(due(programme(city.hall), SmallCity.NOW)).isEqualTo(OVERVIEW);
    }

    @Test
    void whatWasOrderedStandsAfterARestartWithoutThePlatform() {
        programme(city.hall).order(KPI);

        Preferences kept = city.hall.remembered().now().get();
        Programme next = programme(hall(new Remembered(kept, _ -> {}, background(), Fx.direct())));
        assertThat(due(next, SmallCity.NOW)).isEqualTo(KPI);
        next.release();
        assertThat(due(next, SmallCity.NOW)).isEqualTo(OVERVIEW);
    }

    @Test
    void aDiskThatIsFullKeepsNobodyFromOrdering() {
        Remembered full = new Remembered(
                Preferences.DEFAULT,
                _ -> {
                    throw new IOException("No space left on device");
                },
                background(),
                untilItIsTriedAgain());
        Programme programme = programme(hall(full));

        programme.order(KPI);

        assertThat(due(programme, SmallCity.NOW)).isEqualTo(KPI);
    }

    @Test
    void anOrderedSceneThatIsGoneIsForgottenAndNotMissed() {
        Programme programme = programme(city.hall);

        programme.order(new SceneId("gone"));

        assertThat(due(programme, SmallCity.NOW)).isEqualTo(OVERVIEW);
    }

    @Test
    void whatADeskSavesStandsAtOnceAndWhatItTakesBackNoLonger() {
        Programme programme = programme(city.hall);
        WallScene shipped = programme.due(SmallCity.NOW, false);
        Actor by = new Actor(new PersonId("p-2"), new PostCode("supervisor"), null);

        city.tables.scenes.put(
                OVERVIEW, new WallEdition(OVERVIEW, shipped.version("2"), null, "", "", by, SmallCity.NOW));
        assertThat(programme.due(SmallCity.NOW, false).version()).isEqualTo("2");

        city.tables.scenes.put(OVERVIEW, new WallEdition(OVERVIEW, null, null, "", "", by, SmallCity.NOW));
        assertThat(programme.due(SmallCity.NOW, false)).isEqualTo(shipped);
    }

    @Test
    void theCitysScheduleTurnsScenesByThePlatformsClock() {
        city.rules("wall");
        write(new WallRules(
                "1",
                OVERVIEW,
                null,
                ALARM,
                List.of(new WallRules.Due(
                        List.of(KPI, CAMERAS),
                        List.of(),
                        WallRules.Days.ANY,
                        LocalTime.of(8, 0),
                        LocalTime.of(18, 0),
                        Duration.ofMinutes(1))),
                null,
                WallRules.SHIPPED.shift(),
                WallRules.SHIPPED.room()));
        Programme programme = programme(city.hall);

        SceneId first = due(programme, SmallCity.NOW); // 10:42 there
        assertThat(first).isIn(KPI, CAMERAS);
        assertThat(due(programme, SmallCity.NOW.plusSeconds(60)))
                .isIn(KPI, CAMERAS)
                .isNotEqualTo(first);
        assertThat(due(programme, SmallCity.NOW.plus(Duration.ofHours(10)))).isEqualTo(OVERVIEW);
        assertThat(programme.due(SmallCity.NOW, true).id()).isEqualTo(ALARM);
        assertThat(due(programme, SmallCity.NOW)).isEqualTo(first);
    }

    @Test
    void aSceneChosenAtTheWallEndsByItselfAndSaysWhen() {
        Programme programme = programme(city.hall);
        programme.order(KPI);
        Instant end = SmallCity.NOW.plus(Duration.ofMinutes(30));

        assertThat(due(programme, end.minusSeconds(1))).isEqualTo(KPI);
        assertThat(programme.hand(end.minusSeconds(1), false))
                .hasValueSatisfying(hand -> assertThat(hand.until()).isEqualTo(end));
        assertThat(due(programme, end)).isEqualTo(OVERVIEW);
        assertThat(programme.hand(end, false)).isEmpty();

        programme.step(programme.due(end, false), 1); // by the hall's clock, which stands
        assertThat(due(programme, end.minusSeconds(1))).isNotEqualTo(OVERVIEW);
    }

    @Test
    void howLongItStandsIsTheCitysData() {
        city.rules("wall");
        write(new WallRules(
                "1",
                OVERVIEW,
                null,
                null,
                List.of(),
                null,
                WallRules.SHIPPED.shift(),
                WallRules.SHIPPED.room(),
                WallSharing.OPEN,
                Duration.ofMinutes(5)));
        Programme programme = programme(city.hall);
        programme.order(KPI);

        assertThat(due(programme, SmallCity.NOW.plusSeconds(299))).isEqualTo(KPI);
        assertThat(due(programme, SmallCity.NOW.plusSeconds(300))).isEqualTo(OVERVIEW);
    }

    @Test
    void aSceneChosenAtTheWallGivesWayToAnAlarmAndIsThereAgainAfterIt() {
        city.rules("wall");
        write(WallRules.SHIPPED.version("1").scenes(OVERVIEW, null, ALARM));
        Programme programme = programme(city.hall);
        programme.order(KPI);

        assertThat(programme.due(SmallCity.NOW, true).id()).isEqualTo(ALARM);
        assertThat(programme.hand(SmallCity.NOW, true))
                .as("named only while it stands")
                .isEmpty();
        assertThat(due(programme, SmallCity.NOW)).isEqualTo(KPI);
    }

    @Test
    void aClockThatWasAheadOrderedNothingForLong() {
        Programme programme = programme(city.hall);
        programme.order(KPI);

        assertThat(due(programme, SmallCity.NOW.minusMillis(20)))
                .as("better known since")
                .isEqualTo(KPI);
        assertThat(due(programme, SmallCity.NOW.minus(Duration.ofHours(1)))).isEqualTo(OVERVIEW);
    }

    @Test
    void aHandGoesThroughAllScenesAndRoundAgain() {
        Programme programme = programme(city.hall);
        for (int i = 0; i < ShippedScenes.NAMES.size(); i++) {
            assertThat(due(programme, SmallCity.NOW).value()).isEqualTo(ShippedScenes.NAMES.get(i));
            programme.step(programme.due(SmallCity.NOW, false), 1);
        }
        assertThat(due(programme, SmallCity.NOW)).isEqualTo(OVERVIEW);
    }

    @Test
    void whatADeskSendsCountsOnAWallOfSeveralFromTheSecondOnAtWhichAllKnowOfIt() {
        Instant at = SmallCity.NOW.truncatedTo(ChronoUnit.SECONDS).plusMillis(700);
        Programme alone = programme(city.hall);
        Programme shared = programme(city.hall);
        shared.shared(true);
        send(city, KPI, at.minusSeconds(60));
        assertThat(due(shared, at)).isEqualTo(KPI);

        send(city, ALARM, at);
        assertThat(due(alone, at.plusMillis(20))).isEqualTo(ALARM);
        assertThat(due(shared, at.plusMillis(20))).isEqualTo(KPI);
        assertThat(due(shared, at.plusMillis(300))).isEqualTo(KPI); // the next full second is too near
        assertThat(due(shared, at.plusMillis(1299))).isEqualTo(KPI);
        assertThat(due(shared, at.plusMillis(1300))).isEqualTo(ALARM);
        // whoever heard of it late has nothing to wait for
        Programme late = programme(city.hall);
        late.shared(true);
        assertThat(due(late, at.plusMillis(1400))).isEqualTo(ALARM);
    }

    @Test
    void changesWithoutAPauseAreTakenInStepTheLatestSecondButOne() {
        Instant begin = SmallCity.NOW.truncatedTo(ChronoUnit.SECONDS);
        SmallCity late = new SmallCity(Fx.direct(), "zh");
        Programme here = programme(city.hall);
        Programme there = new Programme(late.desk, late.hall, ShippedScenes.book());
        here.shared(true);
        there.shared(true);
        List<SceneId> turns = List.of(KPI, ALARM, CAMERAS);
        List<SceneId> shown = new ArrayList<>();
        for (int ms = 0; ms < 30_000; ms += 100) {
            Instant now = begin.plusMillis(ms);
            if (ms % 300 == 0) {
                send(city, turns.get(ms / 300 % 3), now);
                due(here, now); // windows look at once
            }
            int before = ms - 400;
            if (before >= 0 && before % 300 == 0) {
                send(late, turns.get(before / 300 % 3), begin.plusMillis(before));
                due(there, now);
            }
            if (ms % 1000 == 0 && ms >= 2000) {
                SceneId newest = turns.get((ms - 500) / 300 % 3);
                assertThat(due(here, now)).as("after %s ms", ms).isEqualTo(newest);
                assertThat(due(there, now)).as("after %s ms", ms).isEqualTo(newest);
                shown.add(newest);
            }
        }
        assertThat(shown).contains(KPI, ALARM, CAMERAS);
    }

    @Test
    void aChangeFromTheTimeToComeIsNotWaitedFor() {
        Programme shared = programme(city.hall);
        shared.shared(true);
        send(city, KPI, SmallCity.NOW.minusSeconds(60));
        assertThat(due(shared, SmallCity.NOW)).isEqualTo(KPI);

        send(city, ALARM, SmallCity.NOW.plusSeconds(3600));
        assertThat(due(shared, SmallCity.NOW)).isEqualTo(ALARM);
    }

    private static void send(SmallCity city, SceneId scene, Instant at) {
        Actor leader = new Actor(new PersonId("p"), new PostCode("duty-leader"), new SeatId("s"));
        WallOrder order = new WallOrder(null, scene, null, "会商", 600, false);
        Placement placement =
                new Placement(new CommandId("c-" + scene.value()), order, leader, at, at.plusSeconds(600), null);
        WallState state = WallState.empty(WallId.OWN).sent(placement, Set.of());
        city.tables.walls.apply(Map.of(WallId.OWN, state), Set.of());
    }

    private void write(WallRules rules) {
        CityFacts facts = city.tables.city.known().orElseThrow();
        city.tables.city.set(
                new CityFacts(
                        facts.name(),
                        facts.zone(),
                        facts.extent(),
                        facts.layers(),
                        facts.promises(),
                        facts.rules().with(new WallBook(rules, List.of(), List.of()))),
                new Freshness(true, SmallCity.NOW));
    }

    private static SceneId due(Programme programme, Instant now) {
        return programme.due(now, false).id();
    }

    private Programme programme(Hall hall) {
        return new Programme(city.desk, hall, ShippedScenes.book());
    }

    /// Runs what is due at once, and nothing that waits for a disk to have room.
    private static Fx untilItIsTriedAgain() {
        return new Fx() {
            @Override
            public void execute(Runnable task) {
                task.run();
            }

            @Override
            public void after(Duration delay, Runnable task) {
                if (delay.toSeconds() == 0) {
                    task.run();
                }
            }
        };
    }

    private static Background background() {
        return new Background(Runnable::run, Fx.direct());
    }

    private Hall hall(Remembered remembered) {
        Hall h = city.hall;
        return new Hall(
                h.fx(),
                h.ticker(),
                h.messages(),
                h.themes(),
                h.notices(),
                h.background(),
                h.own(),
                h.paint(),
                h.sorter(),
                remembered,
                h.sounds());
    }
}
