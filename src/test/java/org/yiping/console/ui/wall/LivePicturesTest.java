package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.Lookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.VeiledLookup;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.WallTeams;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord.Corner;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallPicture;
import org.yiping.domain.wall.WallPictures;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallStep;
import org.yiping.domain.wall.WallTeam;
import org.yiping.domain.wall.WallTopology;

/// A desk that looks at a wall of two computers with a monitor each.
class LivePicturesTest {
    private static final Instant NOW = DeskFixture.START;
    private static final NodeId LEFT = new NodeId("left");
    private static final NodeId RIGHT = new NodeId("right");
    private static final Box MONITOR = new Box(0, 0, 1920, 1080);
    private static final WallTeam TEAM = new WallTeam(
            NOW,
            List.of(),
            List.of(new WallStep(
                    NOW,
                    List.of(
                            new WallStep.Part(LEFT, new Corner(0, 0), WallTopology.of(List.of(MONITOR)), true),
                            new WallStep.Part(RIGHT, new Corner(1920, 0), WallTopology.of(List.of(MONITOR)), true)),
                    false)),
            null);

    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final List<Long> asked = new ArrayList<>();
    private CompletableFuture<Found<WallPictures>> answer = got(1);
    private final Lookup lookup = (Lookup) Proxy.newProxyInstance(
            Lookup.class.getClassLoader(), new Class<?>[] {Lookup.class}, (_, method, arguments) -> {
                if (method.getName().equals("team")) {
                    return CompletableFuture.completedFuture(new Found.Got<>(TEAM));
                }
                asked.add((Long) arguments[1]);
                return answer;
            });
    private final Desk desk = new Desk(
            fixture.desk.stores(), new VeiledLookup(lookup, fixture.desk.stores()), fixture.selection, fixture.outbox);
    private final WallShape shape = new WallShape(new WallTeams(desk, fixture.hall));
    private final LivePictures pictures = new LivePictures(desk, fixture.hall, shape);

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void known() {
        shape.ask(NOW);
    }

    @Test
    void eachPictureLiesOnItsMonitorAndIsAsOldAsItIs() {
        answer = got(1, picture(RIGHT, 4, true), picture(LEFT, 2, true));
        List<LivePictures.Live> shown = look(0);
        assertThat(shown).extracting(LivePictures.Live::at).containsExactlyInAnyOrder(place(1), place(2));
        assertThat(shown)
                .extracting(LivePictures.Live::age)
                .containsExactlyInAnyOrder(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(shown).noneMatch(LivePictures.Live::late);
    }

    @Test
    void aPictureNobodyRenewsIsLateAndThenGone() {
        answer = got(1, picture(LEFT, 0, true));
        look(0);
        answer = unreachable();
        assertThat(look(15).getFirst().late()).isFalse();
        assertThat(look(16).getFirst().late()).isTrue();
        assertThat(look(120)).hasSize(1);
        assertThat(look(121)).isEmpty();
    }

    @Test
    void whatTheWallNoLongerHasIsNotShown() {
        answer = got(1, picture(LEFT, 0, true), picture(RIGHT, 0, true));
        look(0);
        answer = got(2, picture(LEFT, 0, false));
        assertThat(look(2)).extracting(LivePictures.Live::at).containsExactly(place(1));
        answer = got(3, picture(new NodeId("attic"), 0, true));
        assertThat(look(4)).as("a computer that is none of this wall's").isEmpty();
    }

    @Test
    void onlyWhatIsNewIsAskedForAndOnceAtATime() {
        answer = got(7, picture(LEFT, 0, true));
        look(0);
        look(1); // not time yet
        answer = new CompletableFuture<>();
        look(2);
        look(4); // still under way
        assertThat(asked).containsExactly(0L, 7L);
        answer.complete(found(8, picture(LEFT, 0, false)));
        assertThat(pictures.shown(NOW.plusSeconds(5))).hasSize(1);
        look(6);
        assertThat(asked).containsExactly(0L, 7L, 8L);
    }

    @Test
    void aPlatformThatBeganAnewIsAskedForAll() {
        answer = got(7, picture(LEFT, 0, true));
        look(0);
        answer = got(9, picture(LEFT, -2, false));
        assertThat(look(2)).as("that is another picture than the one here").isEmpty();
        look(4);
        assertThat(asked).containsExactly(0L, 7L, 0L);
    }

    @Test
    void whoIsRefusedSeesNothingOfWhatCameBeforeAndAsksSeldom() {
        answer = got(7, picture(LEFT, 0, true));
        look(0);
        answer = CompletableFuture.completedFuture(new Found.Refused<>("AUT-4030", "无权"));
        assertThat(look(2)).isEmpty();
        look(4);
        look(31);
        assertThat(asked).hasSize(2);
        answer = got(8, picture(LEFT, -30, true));
        assertThat(look(32)).hasSize(1);
        assertThat(asked).containsExactly(0L, 7L, 0L);
    }

    @Test
    void whatIsNoPictureIsNoneAndNotAskedForAgain() {
        WallPicture broken = new WallPicture(LEFT, MONITOR, NOW, new byte[] {(byte) 0xFF, (byte) 0xD8, 3});
        answer = got(7, broken);
        assertThat(look(0)).isEmpty();
        look(2);
        assertThat(asked).containsExactly(0L, 7L);
    }

    @Test
    void whileStrangersAreInTheHallNothingIsShownAndNobodyAsks() {
        answer = got(7, picture(LEFT, 0, true));
        look(0);
        desk.stores().veil().draw(NOW);
        assertThat(pictures.shown(NOW.plusSeconds(1))).isEmpty();
        look(2);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whoLooksAwayKeepsNothingNotEvenWhatStillComes() {
        answer = new CompletableFuture<>();
        look(0);
        pictures.forget();
        answer.complete(found(7, picture(LEFT, 0, true)));
        assertThat(pictures.shown(NOW)).isEmpty();
    }

    @Test
    void whatAClockDatedFarAheadIsNotShownAsOfNow() {
        answer = got(1, picture(LEFT, -2, true), picture(RIGHT, -3600, true));
        assertThat(look(0)).extracting(LivePictures.Live::at).containsExactly(place(1));
    }

    @Test
    void aClockThatWasPutBackAsksAllTheSame() {
        look(3600);
        look(0);
        assertThat(asked).hasSize(2);
    }

    private List<LivePictures.Live> look(long seconds) {
        pictures.ask(NOW.plusSeconds(seconds), () -> {});
        return pictures.shown(NOW.plusSeconds(seconds));
    }

    private static Region place(int column) {
        return new Region(new Grid(2, 1), new Span(column, 1, 1, 1));
    }

    private static WallPicture picture(NodeId node, long age, boolean given) {
        return new WallPicture(node, MONITOR, NOW.minusSeconds(age), given ? jpeg() : null);
    }

    private static byte @Nullable [] jpeg() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(16, 9, BufferedImage.TYPE_INT_RGB), "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Found<WallPictures> found(long revision, WallPicture... items) {
        return new Found.Got<>(new WallPictures(revision, List.of(items)));
    }

    private static CompletableFuture<Found<WallPictures>> got(long revision, WallPicture... items) {
        return CompletableFuture.completedFuture(found(revision, items));
    }

    private static CompletableFuture<Found<WallPictures>> unreachable() {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }
}
