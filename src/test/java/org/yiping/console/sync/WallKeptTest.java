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
import org.yiping.console.store.CityFacts;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallRules;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.Samples;
import org.yiping.protocol.City;
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
        try (FakePlatform platform = new FakePlatform(clock)) {
            port = platform.port();
            City city = Samples.city("1");
            platform.document(
                    "/api/v1/city",
                    new City(
                            city.name(),
                            city.code(),
                            city.zone(),
                            city.simulated(),
                            city.notice(),
                            city.noticeEnglish(),
                            city.extent(),
                            List.of(),
                            city.promises(),
                            city.rules(),
                            null,
                            null,
                            book,
                            List.of()));
            try (Desk desk = new Desk(folder, port, clock).start()) {
                Await.until("the city's scenes", () -> book.equals(wall(desk)));
            }
        }

        try (Desk desk = new Desk(folder, port, clock).start()) {
            assertThat(wall(desk)).isEqualTo(book);
        }
    }

    private static WallBook wall(Desk desk) {
        return desk.tables
                .city
                .known()
                .map(CityFacts::rules)
                .map(CityFacts.Rules::wall)
                .orElse(WallBook.NONE);
    }
}
