package org.yiping.end2end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.fake.HandClock;
import org.yiping.server.Platform;
import org.yiping.simulator.city.CityGenerator;
import org.yiping.simulator.client.Assessor;
import org.yiping.simulator.client.CityClient;
import org.yiping.simulator.client.Rechecker;
import org.yiping.simulator.past.Past;
import org.yiping.simulator.play.Account;
import tools.jackson.databind.JsonNode;

/// What the simulator does for supervisors, so that none of their pages is empty in the demo city.
class DemoHandsTest {
    /// A Monday, 16:30 in the city.
    private static final Instant NOW = Instant.parse("2026-11-23T08:30:00Z");

    @TempDir
    Path folder;

    @Test
    void aSampleIsJudgedAndTwoPeriodsAreAssessed() throws IOException {
        Path city = folder.resolve("city");
        new CityGenerator(7).write(city);
        new Past(city, 7).write(NOW);
        HandClock clock = new HandClock(NOW);
        try (Platform platform = Platform.again(folder, clock);
                CityClient client = new CityClient(platform.uri(""), clock)) {
            List<Account> accounts = Account.read(folder.resolve("data/accounts.csv"));
            Account supervisor = accounts.stream()
                    .filter(a -> a.holds("supervisor"))
                    .toList()
                    .getLast();
            Assessor assessor = new Assessor(client, accounts, clock, _ -> true);
            assessor.play();
            new Rechecker(client, new CityClient.As(supervisor, "supervisor"), clock).play();

            JsonNode all = platform.json("/api/v1/assessments?limit=50", supervisor.user())
                    .path("items");
            assertThat(of(all, "demo-department-day-2026-11-21").path("stage").asString())
                    .isEqualTo("PUBLISHED");
            JsonNode waiting = of(all, "demo-department-day-2026-11-22");
            assertThat(waiting.path("stage").asString()).isEqualTo("APPEAL");
            assertThat(waiting.path("appeals").size()).isEqualTo(1);
            assertThat(of(all, "demo-street-day-2026-11-21").path("stage").asString())
                    .as("for the map of regions")
                    .isEqualTo("PUBLISHED");

            JsonNode sample = platform.json("/api/v1/rechecks", supervisor.user())
                    .path("items")
                    .path(0);
            assertThat(sample.at("/recheck/simulated").asBoolean()).isTrue();
            assertThat(sample.at("/recheck/cases").size()).isEqualTo(30);
            assertThat(sample.path("judged").asInt()).isEqualTo(20);
            JsonNode board = platform.json("/api/v1/figures/board?period=month", supervisor.user());
            assertThat(board.at("/recheck/judged").asInt()).isEqualTo(20);
            assertThat(board.at("/recheck/simulated").asBoolean()).isTrue();

            assessor.play();
            assertThat(platform.json("/api/v1/assessments?limit=50", supervisor.user())
                            .path("items")
                            .size())
                    .as("what was assessed is left alone")
                    .isEqualTo(all.size());
        }
    }

    private static JsonNode of(JsonNode all, String id) {
        return all.valueStream()
                .filter(a -> a.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
