package org.yiping.server.command;

// long because one keeper is walked through all that alarms and desks do to a wall

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallSharing;
import org.yiping.domain.wall.WallState;
import org.yiping.protocol.Kinds;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import org.yiping.server.data.Entry;
import org.yiping.server.gateway.Gateway;

/// The wall as time passes and alarms come, over a real storage and a clock that a test moves.
class WallKeeperTest {
    private static final AlarmRules CALLS = new AlarmRules(
            "a-1",
            new AlarmRules.Flood(Duration.ofMinutes(10), 10),
            List.of(new PostCode("acceptor")),
            List.of(new AlarmRules.Trigger(Alarm.Kind.NEW, List.of(Severity.CRITICAL))),
            List.of(new AlarmRules.Rung("seat", null, null, Duration.ofMinutes(2))),
            Duration.ofMinutes(30));
    private static final Region RIGHT = new Region(new Grid(3, 2), new Span(3, 1, 1, 1));
    private static final WallBook WALL = new WallBook(
            WallRules.SHIPPED
                    .version("1")
                    .sharing(new WallSharing(
                            List.of(
                                    new WallSharing.Right(List.of(new PostCode("duty-leader")), Region.WHOLE),
                                    new WallSharing.Right(
                                            List.of(new PostCode("acceptor"), new PostCode("dispatcher")),
                                            new Region(new Grid(3, 1), new Span(3, 1, 1, 1)))),
                            List.of(new WallSharing.AlarmTile(
                                    List.of(Alarm.Kind.NEW),
                                    List.of(new ClassCode("E-01")),
                                    RIGHT,
                                    new Shown(PanelKind.CASE, Map.of("part", "whole")),
                                    Duration.ofMinutes(10))))),
            List.of(),
            List.of());

    @TempDir
    Path folder;

    private SmallHall hall;

    @BeforeEach
    void open() {
        hall = new SmallHall(folder, CALLS, WALL, (h, book, _, _) -> {
            Alarms alarms = new Alarms(
                    new Alarms.Ground(h.rows, h.journal),
                    book,
                    new Alarms.Means((_, _) -> List.of(), List.of(), new Silent(), Runnable::run),
                    h.clock);
            WallKeeper keeper = new WallKeeper(h.rows, book, h.clock);
            return List.of(new SmallHall.Keeper() {
                @Override
                public void follow(List<Entry> entries) {
                    alarms.follow(entries);
                    keeper.follow(entries);
                }

                @Override
                public void tick(CommandDesk desk) {
                    alarms.tick(desk);
                    keeper.tick(desk);
                }
            });
        });
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private static Map<String, Object> figure(int column, int row, int seconds, boolean locked, String... replaces) {
        Map<String, Object> order = new HashMap<>();
        order.put(
                "region",
                Map.of(
                        "grid",
                        Map.of("columns", 3, "rows", 2),
                        "at",
                        Map.of("column", column, "row", row, "columns", 1, "rows", 1)));
        order.put("panel", Map.of("panel", "FIGURE", "options", Map.of("of", "open")));
        order.put("reason", "会商");
        order.put("seconds", seconds);
        order.put("locked", locked);
        return Wishes.command("sendToWall", "wall", 0, null, Map.of("order", order, "replaces", List.of(replaces)));
    }

    private WallState wall() {
        return WallClerk.state(hall.rows.find(Kinds.WALL, "wall").orElse(null), WallId.OWN);
    }

    /// What stands there, as `panel by`.
    private List<String> standing() {
        return wall().panels(hall.clock.instant()).stream()
                .map(WallKeeperTest::word)
                .toList();
    }

    private static String word(Placement p) {
        return p.order().panel().panel().word() + " " + p.by().post().value();
    }

    private List<String> log() {
        return wall().log().stream().map(WallState.Change::what).toList();
    }

    private void call(String id) {
        hall.must("collector", Wishes.urgent(Wishes.report(id, SmallCity.WEST), "CRITICAL"));
        hall.tick();
    }

    @Test
    void aTileComesBackWhenItsTimeIsOverAndNotSooner() {
        hall.must("leader", figure(1, 1, 60, false));
        long revision = wallRevision();
        hall.later(Duration.ofSeconds(59));
        assertThat(standing()).containsExactly("figure duty-leader");
        assertThat(wallRevision())
                .as("nothing is written while nothing changes")
                .isEqualTo(revision);
        hall.later(Duration.ofSeconds(1));
        assertThat(wall().placements()).isEmpty();
        assertThat(log()).containsExactly("returned", "sent");
    }

    private long wallRevision() {
        return hall.rows.find(Kinds.WALL, "wall").orElseThrow().revision();
    }

    @Test
    void aLockThatWasSentByAClockThatWasAheadHoldsNoLongerThanWasSaid() {
        hall.must("leader", figure(1, 1, 300, true));
        hall.later(Duration.ofHours(-1));
        hall.later(Duration.ofSeconds(299));
        assertThat(standing()).hasSize(1);
        hall.later(Duration.ofSeconds(1));
        assertThat(standing()).isEmpty();
        hall.must("dispatcher", figure(3, 1, 60, false));
        hall.later(Duration.ofHours(1));
        assertThat(standing()).isEmpty();
    }

    @Test
    void whatEndedWhileThePlatformWasAwayIsGivenBackAtItsStart() {
        hall.must("leader", figure(1, 1, 60, false));
        hall.must("leader", figure(2, 1, 7200, false));
        hall.restart(Duration.ofHours(1));
        assertThat(wall().placements()).hasSize(1);
        assertThat(log()).containsExactly("returned", "sent", "sent");
    }

    @Test
    void onAFullDiskNothingIsSentWhatIsOverGoesAllTheSameAndIsWrittenWhenThereIsRoom() {
        hall.must("leader", figure(1, 1, 60, false));
        hall.free = 0;
        assertThat(hall.submit("leader", figure(2, 1, 60, false))).isInstanceOf(Answer.Postponed.class);
        hall.later(Duration.ofSeconds(60));
        assertThat(standing()).as("for whoever looks").isEmpty();
        assertThat(log()).as("not written yet").containsExactly("sent");

        hall.free = 1L << 40;
        hall.later(Duration.ofSeconds(1));
        assertThat(wall().placements()).isEmpty();
        assertThat(log()).containsExactly("returned", "sent");
        hall.must("leader", figure(2, 1, 60, false));
    }

    @Test
    void aPostSendsOnlyToItsPartOfTheWall() {
        assertThat(hall.refused("dispatcher", figure(1, 1, 60, false))).isEqualTo("403 no-right");
        hall.must("dispatcher", figure(3, 1, 60, false));
        assertThat(hall.refused(
                        "dispatcher",
                        Wishes.command(
                                "sendToWall",
                                "wall",
                                0,
                                null,
                                Map.of("order", Map.of("scene", "kpi", "reason", "晨会", "locked", false)))))
                .as("a scene takes the whole wall")
                .isEqualTo("403 no-right");
    }

    @Test
    void aPostTakesOffOnlyWhatStandsInItsPart() {
        hall.must("leader", figure(1, 1, 60, false));
        String theirs = wall().placements().getFirst().id().value();
        Map<String, Object> off = Map.of("placements", List.of(theirs), "reason", "会商");
        assertThat(hall.refused("dispatcher", Wishes.command("takeOffWall", "wall", 0, null, off)))
                .isEqualTo("403 no-right");
    }

    @Test
    void aLockedSceneKeepsPanelsOff() {
        Map<String, Object> scene = Map.of("scene", "kpi", "reason", "晨会", "seconds", 60, "locked", true);
        hall.must("leader", Wishes.command("sendToWall", "wall", 0, null, Map.of("order", scene)));
        assertThat(hall.refused("dispatcher", figure(3, 1, 60, false))).isEqualTo("403 locked");
        call("c1");
        assertThat(wall().waiting()).hasSize(1);
    }

    @Test
    void whatNoSceneCouldSayIsNotSent() {
        Map<String, Object> wish = figure(3, 1, 60, false);
        assertThat(hall.refused("dispatcher", with(wish, Map.of("panel", "CAMERAS", "options", Map.of("side", "900")))))
                .isEqualTo("422 no-order");
        hall.must("dispatcher", with(wish, Map.of("panel", "CAMERAS", "options", Map.of("side", "3"))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> with(Map<String, Object> wish, Map<String, Object> panel) {
        Map<String, Object> order = new HashMap<>((Map<String, Object>) ((Map<?, ?>) wish.get("payload")).get("order"));
        order.put("panel", panel);
        return Wishes.command("sendToWall", "wall", 0, null, Map.of("order", order));
    }

    @Test
    void anAlarmTakesItsTileAndGivesItBackWhenItIsAnswered() {
        hall.must("dispatcher", figure(3, 1, 3600, false));
        call("c1");
        assertThat(standing()).containsExactly("figure dispatcher", "case timer");
        assertThat(wall().placements().getLast().order().panel().about())
                .hasValueSatisfying(id -> assertThat(id.value()).isEqualTo("c1"));
        hall.must("acceptor", Wishes.answerAlarm("c1"));
        hall.tick();
        assertThat(standing()).containsExactly("figure dispatcher");
        assertThat(log()).containsExactly("answered", "alarm", "sent");
    }

    @Test
    void anAlarmGivesItsTileBackAfterItsTimeThoughNobodyAnswersAndDoesNotComeAgain() {
        call("c1");
        hall.later(Duration.ofMinutes(10));
        assertThat(standing()).isEmpty();
        hall.later(Duration.ofSeconds(1));
        assertThat(standing()).isEmpty();
        assertThat(log()).containsExactly("returned", "alarm");
    }

    @Test
    void aLockIsNotOverrunTheAlarmWaitsAndIsSeenToWait() {
        hall.must("dispatcher", figure(3, 1, 60, true));
        call("c1");
        assertThat(standing()).containsExactly("figure dispatcher");
        assertThat(wall().waiting()).hasSize(1);
        hall.later(Duration.ofSeconds(60));
        assertThat(standing()).containsExactly("case timer");
        assertThat(wall().waiting()).isEmpty();
    }

    @Test
    void whoSendsWhereAnAlarmStandsIsToldSo() {
        call("c1");
        assertThat(hall.refused("dispatcher", figure(3, 1, 60, false))).isEqualTo("409 taken");
        String alarm = wall().placements().getFirst().id().value();
        hall.must("dispatcher", figure(3, 1, 60, false, alarm));
        hall.later(Duration.ofSeconds(1));
        assertThat(standing()).as("what was replaced does not come again").containsExactly("figure dispatcher");
    }

    @Test
    void alarmsOfOtherClassesAreLeftToTheSeats() {
        hall.must(
                "collector", Wishes.ofClass(Wishes.urgent(Wishes.report("c2", SmallCity.WEST), "CRITICAL"), "E-0508"));
        hall.tick();
        assertThat(hall.of("c2").progress().alarm()).isNotNull();
        assertThat(standing()).isEmpty();
    }

    @Test
    void anAlarmStillStandsAfterARestartAndGoesWhenAnsweredAfterwards() {
        call("c1");
        hall.restart(Duration.ofSeconds(30));
        assertThat(standing()).containsExactly("case timer");
        hall.must("acceptor", Wishes.answerAlarm("c1"));
        hall.tick();
        assertThat(standing()).isEmpty();
    }

    /// No telephone is called.
    private static final class Silent implements Gateway {
        @Override
        public Outcome hand(Message message) {
            return new Outcome.Failed("none");
        }

        @Override
        public Outcome ask(String id) {
            return new Outcome.Failed("none");
        }

        @Override
        public String unserved(String channel) {
            return "";
        }
    }
}
