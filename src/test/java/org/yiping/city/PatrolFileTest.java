package org.yiping.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.patrol.PatrolPlan;

/// Patrols as a city lists them, and what is said of lines that cannot be walked.
class PatrolFileTest {
    @TempDir
    Path folder;

    @BeforeEach
    void others() throws IOException {
        Files.writeString(folder.resolve("cameras.csv"), "id,name\nc1,一\nc2,二\nc3,三\n");
        Files.writeString(
                folder.resolve("people.csv"),
                "id,name,posts,areas,department,account\nP1,林晓燕,duty-leader;acceptor,,,\nP2,无岗,,,,\n");
    }

    private List<PatrolPlan> read(String... lines) throws IOException {
        Files.writeString(
                folder.resolve("patrols.csv"),
                "id,name,goal,cameras,dwell,times,planner\n" + String.join("\n", lines) + "\n");
        return new CityFolder(folder).patrols();
    }

    @Test
    void aLineIsAPlanInTheOrderItIsWalked() throws IOException {
        List<PatrolPlan> plans = read("a,早市,占道,c3;c1;c2,12,17:30;07:30,P1", "b,夜市,,c1,5,,P1");
        PatrolPlan first = plans.getFirst();
        assertThat(first.task().cameras()).extracting(CameraId::value).containsExactly("c3", "c1", "c2");
        assertThat(first.task().times()).containsExactly(LocalTime.of(7, 30), LocalTime.of(17, 30));
        assertThat(first.task().goal()).isEqualTo("占道");
        assertThat(first.by().post().value()).isEqualTo("duty-leader");
        assertThat(first.retired()).isFalse();
        assertThat(plans.getLast().task().times()).isEmpty();
    }

    @Test
    void aCityNeedsNone() {
        assertThat(new CityFolder(folder).patrols()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,早市,,c1,12,,P1|there twice",
                "b,,,c1,12,,P1|a name has",
                "b,早市,,,12,,P1|1 to 100 cameras",
                "b,早市,,c9,12,,P1|c9 is not in cameras.csv",
                "b,早市,,c1;c1,12,,P1|walked twice",
                "b,早市,,c1,4,,P1|5 to 120",
                "b,早市,,c1,soon,,P1|soon",
                "b,早市,,c1,12,7 Uhr,P1|07:30;17:00",
                "b,早市,,c1,12,,P9|nobody of people.csv is P9",
                "b,早市,,c1,12,,P2|nobody of people.csv is P2"
            })
    void whatCannotBeWalkedIsSaidWithItsLine(String line, String why) {
        assertThatThrownBy(() -> read("a,早市,,c1,12,,P1", line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("patrols.csv, line 3")
                .hasMessageContaining(why);
    }
}
