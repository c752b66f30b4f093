package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.HeardLog;
import org.yiping.fake.Samples;
import org.yiping.protocol.Kinds;

class CloseTest {
    private final InstantSource clock = InstantSource.system();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/sessions",
                "/api/v1/snapshot",
                "/api/v1/city",
                "/api/v1/components",
                "/api/v1/kpis",
                "/api/v1/units"
            })
    void aConsoleClosedInTheMiddleOfADownloadEndsQuietly(String route) throws IOException {
        try (FakePlatform platform = new FakePlatform(clock);
                HeardLog log = new HeardLog()) {
            platform.put(Kinds.CASE, "c", Samples.aCase("c", "to-file"));
            platform.bulk("/api/v1/layers/roads", 5, List.of());
            platform.bulk("/api/v1/components", 3, List.of());
            platform.document("/api/v1/city", Samples.city("1")); // without one no components are asked for
            for (String small : List.of("kpis", "units")) {
                platform.document("/api/v1/" + small, Map.of());
            }
            platform.hold(route);
            try (Desk _ = new Desk(folder, platform.port(), clock).start()) {
                Await.until("half of " + route, () -> platform.isHeld(route));
            }
            platform.release();
            assertThat(log.lines()).isEmpty();
        }
    }
}
