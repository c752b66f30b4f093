package org.yiping.end2end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.fx.Background;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notices;
import org.yiping.console.fx.PaintProbe;
import org.yiping.console.fx.Remembered;
import org.yiping.console.fx.Sounds;
import org.yiping.console.fx.Themes;
import org.yiping.console.fx.Ticker;
import org.yiping.console.settings.Theme;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.ui.map.CityMap;
import org.yiping.console.ui.wall.WallWindows;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallState;
import org.yiping.fake.Desk;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;
import org.yiping.fake.Samples;
import org.yiping.fake.SeenCity;
import org.yiping.needs.NeedsDisplay;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.wall.ShippedScenes;

/// A wall that starts on a damaged disk while its platform is away: its windows show what they showed last, with its
/// date, and say what is lost.
@NeedsDisplay
class DamagedWallTest {
    private static final Region RIGHT = new Region(new Grid(2, 1), new Span(2, 1, 1, 1));

    private final ManualClock clock = new ManualClock(Samples.NOON);

    @TempDir
    Path folder;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void itsLastSceneAndMapStandDatedAndItSaysWhatIsLost() throws IOException {
        int port = seenOnce();
        List<String> whole = wall(port);
        assertThat(whole)
                .contains("防汛会商")
                .anyMatch(w -> w.startsWith("截至 12:00:00"))
                .noneMatch(w -> w.contains("损坏") || w.startsWith("地图"));

        Files.write(folder.resolve("facts.mv.db"), new byte[8192]);
        List<String> damaged = wall(port);
        assertThat(damaged)
                .as("the scene and what was sent over it")
                .contains("防汛会商", "今日 · 示范市")
                .anyMatch(w -> w.startsWith("本机存储损坏") && w.contains("案件"));
        assertThat(damaged)
                .as("the map, whole and with its date")
                .anyMatch(w -> w.startsWith("截至 12:00:00"))
                .noneMatch(w -> w.startsWith("地图"));
        assertThat(damaged).as("no case known is not none").doesNotContain("0");

        Files.write(folder.resolve("layers").resolve("layer-roads-5.bin"), new byte[100]);
        assertThat(wall(port))
                .contains("防汛会商")
                .anyMatch(w -> w.startsWith("地图缺 1 个图层，共 2 个 · 截至 12:00:00"))
                .anyMatch(w -> w.startsWith("本机存储损坏") && w.contains("底图图层"));

        Files.write(folder.resolve("layers").resolve("components-3.bin"), new byte[100]);
        for (int start = 0; start < 2; start++) {
            assertThat(wall(port))
                    .contains("防汛会商")
                    .anyMatch(w -> w.startsWith("地图缺 1 个图层，共 2 个 · 地图缺部件 · 截至 12:00:00"))
                    .anyMatch(w -> w.startsWith("本机存储损坏") && w.contains("部件"));
        }
    }

    /// All of it came once; the platform is gone since. Answers where it was.
    private int seenOnce() throws IOException {
        try (FakePlatform platform = SeenCity.platform(clock, null)) {
            Actor who = new Actor(new PersonId("p9"), new PostCode("duty-leader"), new SeatId("L1"));
            WallOrder order = WallOrder.panel(RIGHT, new Shown(PanelKind.TITLE, Map.of("zh", "防汛会商")), "会商", null);
            Instant now = clock.instant();
            platform.put(
                    Kinds.WALL,
                    WallId.OWN.value(),
                    WallState.empty(WallId.OWN)
                            .sent(new Placement(new CommandId("s-1"), order, who, now, null, null), Set.of()));
            platform.put(Kinds.CASE, "c1", Samples.aCase("c1", "to-dispatch"));
            SeenCity.seen(folder, platform, clock);
            return platform.port();
        }
    }

    /// Everything that is written on the wall of a console that starts now, ten minutes later.
    private List<String> wall(int port) {
        ManualClock later = new ManualClock(Samples.NOON.plusSeconds(600));
        try (Desk desk = new Desk(folder, port, later).offline()) {
            Fx fx = Fx.direct();
            Messages messages = new Messages(Locale.SIMPLIFIED_CHINESE);
            Hall hall = new Hall(
                    fx,
                    new Ticker(fx, desk.stores.clock()),
                    messages,
                    new Themes(Theme.HALL, 100),
                    new Notices(fx),
                    new Background(Runnable::run, fx),
                    later,
                    new PaintProbe(later, Frames.direct()),
                    Runnable::run,
                    Remembered.nowhere(fx),
                    Sounds.silent());
            var seat = new org.yiping.console.ui.Desk(desk.stores, desk.sync.lookup(), new Selection(), desk.outbox);
            CityMap.Workers drawing = new CityMap.Workers(Runnable::run, 1, new ManualScheduler(later));
            return Toolkit.onFx(() -> {
                try (CityMap map = CityMap.forWall(seat, hall, drawing)) {
                    WallWindows wall = new WallWindows(
                            seat, hall, new PanelCatalogue(Map.of("map-wall", map::ground)), ShippedScenes.book());
                    wall.open(List.of(new Rectangle2D(0, 0, 960, 540), new Rectangle2D(960, 0, 960, 540)));
                    hall.ticker().tick();
                    List<String> words = wall.scenes().stream()
                            .map(s -> s.scene().getRoot())
                            .peek(root -> {
                                root.applyCss();
                                root.layout();
                            })
                            .flatMap(DamagedWallTest::texts)
                            .toList();
                    wall.close();
                    return words;
                }
            });
        }
    }

    private static Stream<String> texts(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (node instanceof Text text) {
            return text.getText().isEmpty() ? Stream.empty() : Stream.of(text.getText());
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(DamagedWallTest::texts)
                : Stream.empty();
    }
}
