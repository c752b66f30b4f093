package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallRules;
import org.yiping.fake.Desk;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.SeenCity;
import org.yiping.protocol.wall.ShippedScenes;

/// The scenes of a city whose platform is gone when the console starts again.
class WallKeptTest {
    private static final WallRules RULES = new WallRules(
            "3",
            new SceneId("kpi"),
            new SceneId("open-day"),
            null,
            List.of(new WallRules.Due(
                    List.of(new SceneId("overview")),
                    List.of(DayOfWeek.MONDAY),
                    WallRules.Days.FREE,
                    LocalTime.of(7, 30),
                    LocalTime.of(19, 0),
                    Duration.ofMinutes(2))),
            new WallRules.Night(LocalTime.of(22, 0), LocalTime.of(6, 0), 80, 60),
            new WallRules.Shift(2, Duration.ofMinutes(10)),
            new WallRules.Room(8, 1.21, 3.5));

    @TempDir
    Path folder;

    @Test
    void theWallsScenesAndRulesAreThereAgainWithoutThePlatform() throws IOException {
        InstantSource clock = InstantSource.system();
        WallBook book = new WallBook(RULES, ShippedScenes.book().scenes(), List.of(LocalDate.of(2026, 10, 1)));
        int port;
        try (FakePlatform platform = SeenCity.platform(clock, book)) {
            port = platform.port();
            SeenCity.seen(folder, platform, clock);
        }

        try (Desk desk = new Desk(folder, port, clock).start()) {
            assertThat(SeenCity.wall(desk)).isEqualTo(book);
        }
    }
}
