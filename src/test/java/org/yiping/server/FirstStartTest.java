package org.yiping.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Database;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;

/// The administrator's password is shown once, by whichever start made it: one that is refused must not swallow it.
class FirstStartTest {
    @TempDir
    Path folder;

    private final List<String> shown = new ArrayList<>();
    private Path city;

    @BeforeEach
    void aRealCity() throws IOException {
        city = SmallCity.in(folder);
        Path settings = city.resolve("city.yaml");
        Files.writeString(settings, Files.readString(settings).replace("simulated: true", "simulated: false"));
    }

    @Test
    void aPortInUseStopsTheStartAfterThePasswordWasShown() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(taken.getLocalPort())).isNotNull();
        }
        assertThat(shown).singleElement().asString().startsWith("boss ");
        start(0);
        assertThat(shown).hasSize(1);
    }

    @Test
    void aFileThatCannotBeReadIsSaidBeforeThereIsAPassword() throws Exception {
        for (String file :
                List.of("alarms.json", "receipts.json", "automation.json", "roster.csv", "catalogue/sop.csv")) {
            byte[] before = Files.exists(city.resolve(file)) ? Files.readAllBytes(city.resolve(file)) : null;
            Files.writeString(city.resolve(file), "nothing\n{\n");
            assertThatThrownBy(() -> start(0)).as(file).isInstanceOf(IllegalArgumentException.class);
            assertThat(shown).as(file).isEmpty();
            if (before == null) {
                Files.delete(city.resolve(file));
            } else {
                Files.write(city.resolve(file), before);
            }
        }
        start(0);
        assertThat(shown).hasSize(1);
    }

    @Test
    void whatTheCityPlannedToWalkIsThereFromTheStartForWhoeverSeesItsPlanner() throws Exception {
        Files.writeString(city.resolve("patrols.csv"), """
                id,name,goal,cameras,dwell,times,planner
                morning,早市,占道,51010000001320000002;51010000001320000001,12,07:30;17:30,p-lead
                evening,夜市,占道,51010000001320000001,12,,p-west
                """);
        start(0);
        try (Database database = Database.open(folder.resolve("data"), null)) {
            Row row = new Rows(database).find(Kinds.PATROL_PLAN, "morning").orElseThrow();
            assertThat(row.scope()).isEqualTo(Scope.OPEN);
            PatrolPlan plan = Json.mapper().readValue(row.content(), PatrolPlan.class);
            assertThat(plan.task().cameras()).hasSize(2);
            assertThat(plan.by().person().value()).isEqualTo("p-lead");
            assertThat(new Rows(database)
                            .find(Kinds.PATROL_PLAN, "evening")
                            .orElseThrow()
                            .scope())
                    .isEqualTo(new Scope("990101", null));
        }
    }

    private void start(int port) throws IOException {
        Server.start(new Options(folder.resolve("data"), port, city, "", null, null), Clock.systemUTC(), shown::add)
                .close();
    }
}
