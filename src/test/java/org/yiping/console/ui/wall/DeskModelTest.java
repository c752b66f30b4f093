package org.yiping.console.ui.wall;

// long because everything a desk can do to a wall is tried here

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.Lookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.VeiledLookup;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.ToWall;
import org.yiping.domain.command.Aside;
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
import org.yiping.domain.wall.WallNode;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallState;
import org.yiping.domain.wall.WallStep;
import org.yiping.domain.wall.WallTeam;
import org.yiping.domain.wall.WallTopology;
import org.yiping.protocol.wall.ShippedScenes;

/// A desk that sends to the wall, is asked where something stands, and hears of whoever was faster.
class DeskModelTest {
    private static final Instant NOW = DeskFixture.START;
    private static final Region RIGHT = new Region(new Grid(3, 2), new Span(3, 1, 1, 1));
    private static final Region LEFT = new Region(new Grid(3, 2), new Span(1, 1, 1, 1));
    private static final Actor LEADER = new Actor(new PersonId("p9"), new PostCode("duty-leader"), new SeatId("L1"));

    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final DeskModel model = new DeskModel(fixture.desk, fixture.hall, ShippedScenes.book());
    private final WallOffer camera = new WallOffer("", "路口", "", null, ToWall.camera("cam-1"));

    @BeforeEach
    void why() {
        model.terms(new WallOffer.Terms("会商", 600, false));
    }

    private Aside.SendToWall last() {
        return (Aside.SendToWall) fixture.outbox.submitted.getLast();
    }

    private void stands(Placement... placements) {
        WallState state = WallState.empty(WallId.OWN);
        for (Placement p : placements) {
            state = state.sent(p, Set.of());
        }
        fixture.tables.walls.put(WallId.OWN, state);
    }

    private static Placement placed(String id, Region region, Shown panel, boolean locked, Actor by) {
        return new Placement(
                new CommandId(id),
                new WallOrder(region, null, panel, "晨会", 600, locked),
                by,
                NOW,
                NOW.plusSeconds(600),
                null);
    }

    private static Placement theirs(boolean locked) {
        return placed("k1", RIGHT, ToWall.camera("cam-2"), locked, LEADER);
    }

    private Actor me() {
        return fixture.desk.me().orElseThrow().actor();
    }

    @Test
    void whatIsInNobodysWayIsSentAtOnceAndStandsOnlyWhenThePlatformSaysSo() {
        assertThat(model.send(camera, RIGHT, NOW)).isTrue();
        assertThat(last().order()).isEqualTo(new WallOrder(RIGHT, null, camera.panel(), "会商", 600, false));
        assertThat(last().replaces()).isEmpty();
        assertThat(model.sent(NOW)).isEmpty();
        assertThat(model.underWay()).containsExactly(last().order());
    }

    @Test
    void withoutAReasonNothingIsSent() {
        model.terms(new WallOffer.Terms(" ", 600, false));
        assertThat(model.refusal(RIGHT)).isEqualTo("先写明理由");
        assertThat(model.send(camera, RIGHT, NOW)).isFalse();
        assertThat(fixture.outbox.submitted).isEmpty();
    }

    @Test
    void whereSomethingStandsItAsksFirstAndNamesWhatItReplaces() {
        stands(theirs(false));
        assertThat(model.send(camera, RIGHT, NOW)).isFalse();
        assertThat(fixture.outbox.submitted).isEmpty();
        assertThat(model.question().orElseThrow().met())
                .extracting(p -> p.id().value())
                .containsExactly("k1");
        assertThat(model.replace()).isTrue();
        assertThat(last().replaces()).extracting(CommandId::value).containsExactly("k1");
        assertThat(model.question()).isEmpty();
        assertThat(model.send(camera, LEFT, NOW)).as("beside it there is room").isTrue();
        assertThat(model.send(camera, RIGHT, NOW.plusSeconds(600)))
                .as("its time is over, whether the platform has said so or not")
                .isTrue();
    }

    @Test
    void aLockOfSomebodyElseCannotBeAnsweredWithYes() {
        stands(theirs(true));
        model.send(camera, RIGHT, NOW);
        assertThat(model.kept(model.question().orElseThrow())).isNotEmpty();
        assertThat(model.replace()).isFalse();
        assertThat(model.refusal(theirs(true))).isNotEmpty();
        assertThat(fixture.outbox.submitted).isEmpty();
    }

    @Test
    void whoeverWasFasterIsAskedAboutAfterTheRefusal() {
        model.send(camera, RIGHT, NOW);
        stands(theirs(false));
        fixture.outbox.state(
                last().head().id(),
                new Delivery.State.Rejected(new Delivery.Refusal(409, "WAL-4090", "此处已有投送", "", null)));
        model.told(last().head().id(), NOW);
        DeskModel.Question asked = model.question().orElseThrow();
        assertThat(asked.region()).isEqualTo(RIGHT);
        assertThat(asked.met()).extracting(p -> p.id().value()).containsExactly("k1");
        assertThat(fixture.hall.notices().all()).isNotEmpty();
        assertThat(model.replace()).isTrue();
        assertThat(last().order().panel()).isEqualTo(camera.panel());
    }

    @Test
    void aSceneTakesTheWholeWallAndIsInNoPanelsWay() {
        stands(theirs(false));
        WallOffer scene = new WallOffer("", "指标日", "", new SceneId("kpi"), null);
        assertThat(model.send(scene, RIGHT, NOW)).isTrue();
        assertThat(last().order().region()).isNull();
        stands(new Placement(
                new CommandId("s1"),
                WallOrder.scene(new SceneId("kpi"), "晨会", 600),
                LEADER,
                NOW,
                NOW.plusSeconds(600),
                null));
        assertThat(model.plan(NOW).scene().id().value()).isEqualTo("kpi");
        assertThat(model.plan(NOW.plusSeconds(600)).scene().id().value()).isEqualTo("overview");
    }

    @Test
    void aPostThatMayNotSendIsToldSo() {
        DeskModel other = new DeskModel(
                new DeskFixture("collector").desk, new DeskFixture("collector").hall, ShippedScenes.book());
        other.terms(new WallOffer.Terms("会商", 600, false));
        assertThat(other.refusal(RIGHT)).isEqualTo("本岗位不能向大屏投送");
    }

    @Test
    void theWallsMapFollowsTheSeatsOnceItStandsStillAndOnlyWhileItIsThere() {
        MirrorHand mirror = new MirrorHand(fixture.desk, fixture.hall, model);
        MapView first = new MapView(new Position(104.2, 30.6), 4000, 3000);
        Shown shown = new Shown(PanelKind.MAP, Map.of("view", first.word()));
        stands(placed("m1", RIGHT, shown, false, me()));
        fixture.desk.selection().look(first);
        mirror.turn(true);
        fixture.pass(Duration.ofSeconds(5));
        assertThat(fixture.outbox.submitted).as("it shows that already").isEmpty();

        MapView next = new MapView(new Position(104.3, 30.6), 4000, 3000);
        fixture.desk.selection().look(next);
        seconds(1);
        assertThat(fixture.outbox.submitted).as("it may go on moving").isEmpty();
        seconds(2);
        assertThat(fixture.outbox.submitted).hasSize(1);
        assertThat(last().replaces()).extracting(CommandId::value).containsExactly("m1");
        assertThat(MirrorHand.view(last().order())).contains(next);
        assertThat(last().order().region()).isEqualTo(RIGHT);
        assertThat(last().order().seconds()).as("until the same time").isLessThanOrEqualTo(600 - 8);
        seconds(5);
        assertThat(fixture.outbox.submitted).as("one at a time").hasSize(1);
        fixture.outbox.state(
                last().head().id(),
                new Delivery.State.Rejected(new Delivery.Refusal(403, "WAL-4030", "已锁定", "", null)));
        model.told(last().head().id(), NOW);
        seconds(1);
        assertThat(mirror.isOn())
                .as("what was refused ends it, and the chip says so")
                .isFalse();
    }

    /// The wall's own word before what this desk would work out.
    @Test
    void theSceneThatStandsIsTheOneTheWallSaysAndWhatIsDueInsteadIsSaidOnceItHadTheTime() {
        DeskModel looking = told(() -> List.of(
                node("left", true, "overview", fixture.hall.now().minusSeconds(60)),
                node("right", true, "kpi", fixture.hall.now().minusSeconds(2)),
                node("dead", false, "pattern", fixture.hall.now())));
        fixture.hall
                .remembered()
                .change(p -> p.withChoice("wall.scene", "cameras")
                        .withChoice("wall.scene-at", NOW.toString())); // chosen at a wall this computer is not
        looking.tick(NOW, () -> {});
        assertThat(scene(looking)).isEqualTo("kpi");
        assertThat(looking.dueInstead(fixture.hall.now()))
                .as("it may be on its way")
                .isEmpty();

        fixture.pass(Duration.ofSeconds(5));
        looking.tick(fixture.hall.now(), () -> {});
        assertThat(scene(looking)).isEqualTo("kpi");
        assertThat(looking.dueInstead(fixture.hall.now()))
                .hasValueSatisfying(due -> assertThat(due.id().value()).isEqualTo("overview"));

        fixture.pass(Duration.ofSeconds(20)); // nobody asked meanwhile
        assertThat(scene(looking)).as("long ago is not now").isEqualTo("overview");
        assertThat(looking.dueInstead(fixture.hall.now())).isEmpty();
    }

    @Test
    void aSceneThisDeskDoesNotHaveIsNamed() {
        DeskModel looking = told(() -> List.of(node("wall", true, "night", NOW)));
        looking.tick(NOW, () -> {});
        assertThat(looking.unknown(NOW)).contains(new SceneId("night"));
        assertThat(scene(looking)).isEqualTo("overview");
    }

    /// Two monitors of one computer, the right one lost; another computer is gone whole.
    @Test
    void whatStandsWhereIsTheWallsOwnWordWithItsLostMonitors() {
        Box left = new Box(0, 0, 1920, 1080);
        Box right = new Box(1920, 0, 1920, 1080);
        Shown clock = new Shown(PanelKind.CLOCK, Map.of());
        WallTopology some = new WallTopology(List.of(left, right), List.of(left));
        WallTopology one = WallTopology.of(List.of(left));
        NodeWord.Stand stand = new NodeWord.Stand(new Box(960, 0, 960, 1080), clock, List.of());
        WallNode there = new WallNode(new NodeId("a"), some, true, NOW, NOW, 0, null, List.of(stand), null, null);
        WallNode gone = new WallNode(new NodeId("b"), one, false, NOW, NOW.minusSeconds(40), 0, null);
        WallStep step = new WallStep(
                NOW,
                List.of(
                        new WallStep.Part(there.id(), new NodeWord.Corner(0, 0), some, true),
                        new WallStep.Part(gone.id(), new NodeWord.Corner(3840, 0), one, false)),
                false);
        DeskModel looking = told(() -> List.of(there, gone), List.of(step));
        looking.tick(NOW, () -> {});

        MiniStands stands = looking.stands(NOW);
        assertThat(stands.panels()).hasSize(1);
        Box at = Objects.requireNonNull(stands.panels()).getFirst().box();
        assertThat(at.x()).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(at.width()).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(stands.lost()).hasSize(2);
        assertThat(stands.lost().getFirst().node()).as("the monitor alone").isNull();
        assertThat(stands.lost().getLast().node()).isEqualTo(new NodeId("b"));
        assertThat(stands.lost().getLast().since()).isEqualTo(NOW.minusSeconds(40));
        assertThat(stands.lost().getLast().at().x()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(looking.stands(NOW.plusSeconds(16)))
                .as("long ago is not now")
                .isEqualTo(MiniStands.UNTOLD);
    }

    private String scene(DeskModel of) {
        return of.plan(fixture.hall.now()).scene().id().value();
    }

    private static WallNode node(String name, boolean there, String scene, Instant painted) {
        return new WallNode(
                new NodeId(name),
                WallTopology.NONE,
                there,
                NOW,
                NOW,
                0,
                new NodeWord.Stood(new SceneId(scene), painted, painted));
    }

    /// A desk that hears of the wall's computers.
    private DeskModel told(Supplier<List<WallNode>> nodes) {
        return told(nodes, List.of());
    }

    private DeskModel told(Supplier<List<WallNode>> nodes, List<WallStep> steps) {
        Lookup lookup = (Lookup) Proxy.newProxyInstance(
                Lookup.class.getClassLoader(),
                new Class<?>[] {Lookup.class},
                (_, method, _) -> CompletableFuture.completedFuture(
                        method.getName().equals("team")
                                ? new Found.Got<>(new WallTeam(fixture.hall.now(), nodes.get(), steps, null))
                                : new Found.Unreachable<>()));
        Desk desk = new Desk(
                fixture.desk.stores(),
                new VeiledLookup(lookup, fixture.desk.stores()),
                fixture.selection,
                fixture.outbox);
        return new DeskModel(desk, fixture.hall, ShippedScenes.book());
    }

    private void seconds(int many) {
        for (int i = 0; i < many; i++) {
            fixture.pass(Duration.ofSeconds(1));
        }
    }
}
