package org.yiping.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.shift.Roster;

class RosterFileTest {
    private static final String HEAD = "version,from,shift,english,begins,ends,days,post,people\n";

    @TempDir
    Path folder;

    private List<Roster> read(String... lines) throws IOException {
        Files.writeString(folder.resolve("roster.csv"), HEAD + String.join("\n", lines) + "\n");
        return new CityFolder(folder).rosters();
    }

    @Test
    void linesOfAVersionAndAShiftBelongTogether() throws IOException {
        List<Roster> rosters = read(
                "r-1,2026-01-01,早班,Morning,07:00,15:00,,acceptor,p1;p2",
                "r-1,2026-01-01,早班,Morning,07:00,15:00,,dispatcher,p3",
                "r-1,2026-01-01,周末,Weekend,07:00,19:00,SATURDAY;SUNDAY,dispatcher,p4",
                "r-2,2027-01-01,早班,Morning,07:00,15:00,,dispatcher,p5");
        assertThat(rosters).extracting(r -> r.id().value()).containsExactly("r-1", "r-2");
        assertThat(rosters.getFirst().shifts()).hasSize(2);
        Roster.Shift morning = rosters.getFirst().shifts().getFirst();
        assertThat(morning.people()).extracting(d -> d.person().value()).containsExactly("p1", "p2", "p3");
        assertThat(morning.days()).hasSize(7);
        assertThat(rosters.getFirst().shifts().getLast().days()).containsExactly(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void aCityWithoutARosterHasNone() {
        assertThat(new CityFolder(folder).rosters()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSaid() {
        assertThatThrownBy(() -> read("r-1,2026-01-01,早班,Morning,7 Uhr,15:00,,acceptor,p1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("roster.csv");
        assertThatThrownBy(() -> read(
                        "r-1,2026-01-01,早班,Morning,07:00,15:00,,acceptor,p1",
                        "r-1,2026-02-01,早班,Morning,07:00,15:00,,dispatcher,p2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("r-1");
    }
}
