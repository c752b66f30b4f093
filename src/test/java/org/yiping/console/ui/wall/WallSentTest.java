package org.yiping.console.ui.wall;

// long because what was sent is a few lines each of one set-up

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.OwnNode;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.ToWall;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.MapView;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallState;
import org.yiping.protocol.wall.ShippedScenes;

/// What desks sent stands on the wall's windows and goes by the clock, whether the platform is there or not.
class WallSentTest {
    private static final Instant NOW = SmallCity.NOW;
    private static final Actor LEADER = new Actor(new PersonId("p9"), new PostCode("duty-leader"), new SeatId("L1"));
    private static final Region LEFT = new Region(new Grid(2, 1), new Span(1, 1, 1, 1));
    private static final Region RIGHT = new Region(new Grid(2, 1), new Span(2, 1, 1, 1));

    private final SmallCity city =
            new SmallCity(Fx.direct(), "zh").rules("wall").filled(40);
    private final OwnNode own = new OwnNode(new OwnNode.Place("wall", new NodeId("wall"), null));
    private final WallWindows wall = Toolkit.onFx(() -> {
        WallWindows made = new WallWindows(
                city.desk, city.hall, new PanelCatalogue(Map.of()), ShippedScenes.book(), own, Frames.direct());
        made.open(List.of(new Rectangle2D(0, 0, 960, 540), new Rectangle2D(960, 0, 960, 540)));
        return made;
    });

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @AfterEach
    void close() {
        Toolkit.onFx(() -> {
            wall.close();
            return true;
        });
    }

    private void stands(Placement... placements) {
        WallState state = WallState.empty(WallId.OWN);
        for (Placement p : placements) {
            state = p.alarm() == null ? state.sent(p, Set.of()) : state.alarmed(p);
        }
        WallState next = state;
        Toolkit.onFx(() -> {
            city.tables.walls.put(WallId.OWN, next);
            return true;
        });
    }

    private static Placement placed(String id, WallOrder order, int seconds, @Nullable CaseId alarm) {
        return new Placement(new CommandId(id), order, LEADER, NOW, NOW.plusSeconds(seconds), alarm);
    }

    private static Placement figure(String id, String of, int seconds) {
        return placed(
                id,
                WallOrder.panel(RIGHT, new Shown(PanelKind.FIGURE, Map.of("of", of)), "会商", seconds),
                seconds,
                null);
    }

    private static Placement aCase(String id, Region region, CaseId about, int seconds) {
        return placed(id, WallOrder.panel(region, ToWall.aCase(about), "会商", seconds), seconds, null);
    }

    private List<String> at(Instant now) {
        return Toolkit.onFx(() -> {
            wall.tick(now);
            return wall.scenes().stream()
                    .flatMap(s -> {
                        s.scene().getRoot().applyCss();
                        s.scene().getRoot().layout();
                        return texts(s.scene().getRoot());
                    })
                    .toList();
        });
    }

    private static Stream<String> texts(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (node instanceof Text text) {
            return text.getText().isEmpty() ? Stream.empty() : Stream.of(text.getText());
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(WallSentTest::texts)
                : Stream.empty();
    }

    @Test
    void whatWasSentTakesItsPlaceAndTheSceneIsThereAgainWhenItsTimeIsOver() {
        List<String> before = at(NOW);
        stands(figure("a", "closed", 600));
        List<String> with = at(NOW);
        assertThat(with).contains("今日结案");
        assertThat(with).anyMatch(w -> w.contains("值班长") && w.contains("会商") && w.contains("收回"));
        assertThat(before).doesNotContain("今日结案");
        assertThat(at(NOW.plusSeconds(600))).doesNotContain("今日结案").noneMatch(w -> w.contains("会商"));
    }

    @Test
    void aMapThatFollowsItsDeskLeavesTheCamerasBesideItAsTheyPlay() {
        List<Shows> cameras = new ArrayList<>();
        PanelCatalogue catalogue = new PanelCatalogue(Map.of(
                CamerasPart.PANEL,
                () -> {
                    cameras.add(new Shows());
                    return cameras.getLast();
                },
                Hero.MAP,
                Shows::new));
        WallWindows one = Toolkit.onFx(() -> {
            WallWindows made = new WallWindows(city.desk, city.hall, catalogue, ShippedScenes.book());
            made.open(List.of(new Rectangle2D(0, 0, 1920, 1080)));
            return made;
        });
        Placement picture = placed("c", WallOrder.panel(LEFT, ToWall.camera("k-1"), "会商", 600), 600, null);
        List<Integer> shown = new ArrayList<>();
        for (int step = 0; step < 4; step++) {
            Shown view = new Shown(
                    PanelKind.MAP,
                    Map.of("view", new MapView(new Position(104.2, 30.6 + step / 100.0), 1000, 800).word()));
            stands(picture, placed("v-" + step, WallOrder.panel(RIGHT, view, "会商", 600), 600, null));
            Toolkit.onFx(() -> {
                one.tick(NOW);
                return true;
            });
            assertThat(cameras.stream().filter(c -> c.shown > c.hidden)).hasSize(1);
            shown.add(cameras.stream().mapToInt(c -> c.shown).sum());
        }
        assertThat(shown).as("none is opened anew").containsOnly(shown.getFirst());
        Toolkit.onFx(() -> {
            one.close();
            return true;
        });
        assertThat(cameras).allMatch(c -> c.shown <= c.hidden);
    }

    private static final class Shows implements Panel {
        private final Pane root = new Pane();
        private int shown;
        private int hidden;

        @Override
        public javafx.scene.layout.Region root() {
            return root;
        }

        @Override
        public void onShow() {
            shown++;
        }

        @Override
        public void onHide() {
            hidden++;
        }
    }

    @Test
    void withoutThePlatformItGoesByTheClockAllTheSame() {
        stands(figure("a", "closed", 600));
        Toolkit.onFx(() -> {
            city.tables.facts(new Freshness(false, NOW));
            return true;
        });
        assertThat(at(NOW.plusSeconds(599))).contains("今日结案");
        assertThat(at(NOW.plusSeconds(600))).doesNotContain("今日结案");
    }

    @Test
    void twoCasesSentSideBySideAreTwoCases() {
        List<CaseId> ids = city.desk
                .stores()
                .cases()
                .rows()
                .values()
                .map(c -> c.id())
                .limit(2)
                .toList();
        stands(aCase("a", LEFT, ids.get(0), 600), aCase("b", RIGHT, ids.get(1), 600));
        List<String> numbers = ids.stream()
                .map(id -> city.desk
                        .stores()
                        .cases()
                        .find(id)
                        .orElseThrow()
                        .head()
                        .number()
                        .value())
                .toList();
        assertThat(at(NOW)).containsAll(numbers);
    }

    @Test
    void whatWasSentToALostMonitorStandsOnAnotherOneOrTheStripSaysThatItDoesNot() {
        Placement right = placed(
                "r", WallOrder.panel(RIGHT, new Shown(PanelKind.FIGURE, Map.of("of", "closed")), "会商", 600), 600, null);
        stands(right);
        screens(1);
        assertThat(at(NOW)).contains("今日结案").noneMatch(w -> w.startsWith("投送 1 项未显示"));

        stands(
                right,
                placed(
                        "l",
                        WallOrder.panel(LEFT, new Shown(PanelKind.FIGURE, Map.of("of", "over")), "会商", 600),
                        600,
                        null));
        assertThat(at(NOW)).doesNotContain("今日结案").anyMatch(w -> w.startsWith("投送 1 项未显示"));
        screens(2);
        assertThat(at(NOW)).contains("今日结案", "已超时").noneMatch(w -> w.startsWith("投送 1 项未显示"));
    }

    @Test
    void theWallSaysWhereEachPanelReallyStands() {
        Shown figure = new Shown(PanelKind.FIGURE, Map.of("of", "closed"));
        stands(placed("r", WallOrder.panel(RIGHT, figure, "会商", 600), 600, null));
        at(NOW);
        assertThat(stood(figure)).extracting(Box::x).containsExactly(960.0);

        screens(1);
        at(NOW.plusSeconds(1));
        assertThat(stood(figure))
                .as("in the place of the scene's least important tile")
                .hasSize(1);
        assertThat(stood(figure).getFirst().right()).isLessThanOrEqualTo(960);
        screens(2);
        at(NOW.plusSeconds(2));
        assertThat(stood(figure)).extracting(Box::x).containsExactly(960.0);
    }

    private List<Box> stood(Shown panel) {
        return own.word().flatMap(w -> Optional.ofNullable(w.stands())).orElseThrow().stream()
                .filter(s -> s.panel().equals(panel))
                .map(NodeWord.Stand::box)
                .toList();
    }

    private void screens(int count) {
        Toolkit.onFx(() -> {
            wall.screens(List.of(new Rectangle2D(0, 0, 960, 540), new Rectangle2D(960, 0, 960, 540))
                    .subList(0, count));
            return true;
        });
    }

    @Test
    void anAlarmLiesOverWhatPeopleSentAndGivesThePlaceBack() {
        CaseId id = city.desk
                .stores()
                .cases()
                .rows()
                .values()
                .findFirst()
                .orElseThrow()
                .id();
        Placement alarm = placed(
                "x", WallOrder.panel(RIGHT, new Shown(PanelKind.FIGURE, Map.of("of", "over")), "告警", 60), 60, id);
        stands(figure("a", "closed", 600), alarm);
        assertThat(at(NOW)).contains("已超时").doesNotContain("今日结案");
        assertThat(at(NOW.plusSeconds(60))).contains("今日结案");
    }

    @Test
    void theStripSaysWhatWasChosenAtTheWallAndUntilWhen() {
        Toolkit.onFx(() -> {
            wall.order(new SceneId("kpi"));
            return true;
        });
        assertThat(at(NOW)).anyMatch(w -> w.startsWith("现场选定『指标") && w.contains("11:12"));
        stands(figure("a", "closed", 600));
        assertThat(at(NOW)).anyMatch(w -> w.startsWith("现场选定") && w.contains("值班长"));
        assertThat(at(NOW.plusSeconds(1800))).noneMatch(w -> w.startsWith("现场选定"));
    }

    @Test
    void aSceneThatWasSentStandsUntilItsTimeIsOverAndOneOrderedLaterAtTheWallGoesBefore() {
        Programme programme = new Programme(city.desk, city.hall, ShippedScenes.book());
        stands(new Placement(
                new CommandId("s"),
                WallOrder.scene(new SceneId("kpi"), "晨会", 600),
                LEADER,
                NOW.minusSeconds(1),
                NOW.plusSeconds(600),
                null));
        assertThat(programme.due(NOW, false).id()).isEqualTo(new SceneId("kpi"));
        assertThat(programme.due(NOW.plusSeconds(600), false).id()).isEqualTo(new SceneId("overview"));
        programme.order(new SceneId("pattern")); // at the wall, now
        assertThat(programme.due(NOW, false).id()).isEqualTo(new SceneId("pattern"));
        stands(new Placement(
                new CommandId("t"),
                WallOrder.scene(new SceneId("cameras"), "晨会", 600),
                LEADER,
                NOW.plusSeconds(5),
                NOW.plusSeconds(605),
                null));
        assertThat(programme.due(NOW.plusSeconds(5), false).id()).isEqualTo(new SceneId("cameras"));
    }
}
