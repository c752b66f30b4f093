package org.yiping.fake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CityFacts;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.wall.WallBook;
import org.yiping.protocol.City;

/// A city of two layers with components and perhaps scenes of its own, and a console that has seen all of it once: what
/// tests begin with that ask what is left without the platform. Stateless.
public final class SeenCity {
    private SeenCity() {}

    /// `book` are its scenes and rules; null of a city that has written none.
    public static FakePlatform platform(InstantSource clock, @Nullable WallBook book) throws IOException {
        FakePlatform platform = new FakePlatform(clock);
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
                        List.of(new Layer("roads", 5, 0, "", "WGS 84"), new Layer("water", 6, 0, "", "WGS 84")),
                        city.promises(),
                        city.rules(),
                        null,
                        null,
                        book,
                        List.of()));
        platform.bulk("/api/v1/layers/roads", 5, List.of());
        platform.bulk("/api/v1/layers/water", 6, List.of());
        platform.bulk("/api/v1/components", 3, List.of());
        return platform;
    }

    /// A console that keeps its cache in `folder` has seen everything the platform has by now, and has ended.
    public static void seen(Path folder, FakePlatform platform, InstantSource clock) {
        try (Desk desk = new Desk(folder, platform.port(), clock).start()) {
            desk.awaitRevision(platform.revision());
            Await.until(
                    "the map",
                    () -> desk.tables.layers.freshness().live()
                            && desk.tables.components.known().isPresent());
        }
    }

    /// The city's scenes and rules as a console knows them.
    public static WallBook wall(Desk desk) {
        return desk.tables
                .city
                .known()
                .map(CityFacts::rules)
                .map(CityFacts.Rules::wall)
                .orElse(WallBook.NONE);
    }
}
