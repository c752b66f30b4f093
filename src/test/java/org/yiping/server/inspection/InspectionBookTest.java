package org.yiping.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.domain.casework.Workflow;
import org.yiping.server.SmallCity;
import org.yiping.server.data.Database;
import org.yiping.server.data.Meta;

class InspectionBookTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    @TempDir
    Path folder;

    /// What the log says at the start: which action is missing, what comes of it, what to do.
    @Test
    void aWorkflowThatCannotFileIsToldOf() {
        Path city = SmallCity.in(folder);
        Workflow workflow = new CityFolder(city).workflow();
        Workflow older = new Workflow(
                "closed-loop-2",
                workflow.states(),
                workflow.transitions().stream()
                        .filter(t -> !t.action().value().equals("inspect"))
                        .toList());
        try (Database database = Database.open(folder, null)) {
            InspectionBook book = InspectionBook.adopt(city, new Meta(database));
            ZoneId zone = ZoneId.of("Asia/Shanghai");
            assertThat(book.unfiled(NOW, zone, workflow)).isEmpty();
            assertThat(book.unfiled(NOW, zone, older).orElseThrow())
                    .contains("closed-loop-2", "\"inspect\"", "small-1", "becomes no case", "filing.action");
        }
    }
}
