package org.yiping.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.Lookup;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.WallNode;
import org.yiping.domain.wall.WallTeam;
import org.yiping.domain.wall.WallTopology;

class WallWatchTest {
    private static final Instant NOW = SmallCity.NOW;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void aDeathOnTheWallStandsOnTheDeskUntilItIsBack() {
        SmallCity city = new SmallCity(Fx.direct(), "zh");
        List<String> asked = new ArrayList<>();
        CompletableFuture<Lookup.Found<WallTeam>>[] next = answers();
        Lookup lookup = (Lookup) java.lang.reflect.Proxy.newProxyInstance(
                Lookup.class.getClassLoader(), new Class<?>[] {Lookup.class}, (_, method, arguments) -> {
                    asked.add(method.getName() + " " + arguments[0]);
                    return next[Math.min(asked.size(), next.length) - 1];
                });
        Desk desk = new Desk(city.desk.stores(), lookup, city.desk.selection(), city.desk.outbox());
        WallWatch watch = Toolkit.onFx(() -> new WallWatch("w", desk, city.hall));

        tick(watch, 0);
        assertThat(watch.line().isVisible()).isFalse();
        tick(watch, 3); // not asked again yet
        tick(watch, 6);
        assertThat(asked).containsExactly("team wall", "team wall");
        assertThat(watch.line().isVisible()).isTrue();
        assertThat(watch.line().getText()).startsWith("大屏节点 left 失联");
        tick(watch, 12); // the platform is not reached: nothing is known
        assertThat(watch.line().isVisible()).isFalse();
        tick(watch, 18);
        assertThat(watch.line().isVisible()).isTrue();
        tick(watch, 24);
        assertThat(watch.line().isVisible()).isFalse();
        tick(watch, -3600); // a clock that was put back
        assertThat(asked).hasSize(6);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static CompletableFuture<Lookup.Found<WallTeam>>[] answers() {
        return new CompletableFuture[] {
            got(true),
            got(false),
            CompletableFuture.completedFuture(new Lookup.Found.Unreachable<WallTeam>()),
            got(false),
            got(true)
        };
    }

    private static CompletableFuture<Lookup.Found<WallTeam>> got(boolean there) {
        WallNode left = new WallNode(
                new NodeId("left"), WallTopology.NONE, there, NOW, there ? NOW : NOW.minusSeconds(65), 0, null);
        return CompletableFuture.completedFuture(
                new Lookup.Found.Got<>(new WallTeam(NOW, List.of(left), List.of(), null)));
    }

    private static void tick(WallWatch watch, long seconds) {
        Toolkit.onFx(() -> {
            watch.tick(NOW.plusSeconds(seconds));
            return true;
        });
    }
}
