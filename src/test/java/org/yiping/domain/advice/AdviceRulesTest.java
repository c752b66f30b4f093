package org.yiping.domain.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;

class AdviceRulesTest {
    @TempDir
    Path folder;

    private CityFolder with(String advice) throws IOException {
        Files.createDirectories(folder.resolve("catalogue"));
        Files.writeString(folder.resolve("catalogue/advice.json"), advice);
        return new CityFolder(folder);
    }

    private static String advice(String weights, int metres) {
        return """
                {"version": "ours-3",
                 "departments": {"weights": {%s}, "componentMetres": 5, "rulingMetres": 20, "rulingDays": 90, "most": 2},
                 "duplicates": {"metres": %d, "hours": 12, "most": 3},
                 "recurrence": {"metres": 30, "days": 60, "cases": 5, "most": 20},
                 "places": {"layers": [], "weights": {}, "cameraMetres": 1, "hintMetres": 1, "callerDays": 1, "most": 1}}
                """.formatted(weights, metres);
    }

    @Test
    void theWeightsAreTheCitys() throws IOException {
        AdviceRules own = with(advice("\"owns\": 3.5", 20)).advice();
        assertThat(own.version()).isEqualTo("ours-3");
        assertThat(own.departments().weights()).containsOnlyKeys("owns");
        assertThat(own.duplicates().hours()).isEqualTo(12);
        assertThat(new CityFolder(folder.resolve("none")).advice()).isEqualTo(CityFolder.shippedAdvice());
    }

    @Test
    void aFileThatNamesWhatNobodyKnowsIsRefused() throws IOException {
        CityFolder city = with(advice("\"gut-feeling\": 1", 0));
        assertThatThrownBy(city::advice)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown evidence gut-feeling")
                .hasMessageContaining("duplicates.metres");
    }

    @Test
    void theDutyGridIsAFileOfTheCity() throws IOException {
        Files.writeString(folder.resolve("duty-grid.csv"), "area,class,department\n990101,E-0110,d3\n990101,,d2\n");
        DutyGrid grid = new CityFolder(folder).dutyGrid();
        AreaCode cell = new AreaCode("99010100100101");
        assertThat(grid.of(cell, new ClassCode("E-0110"))
                        .orElseThrow()
                        .department()
                        .value())
                .isEqualTo("d3");
        assertThat(grid.of(cell, new ClassCode("E-0111"))
                        .orElseThrow()
                        .department()
                        .value())
                .isEqualTo("d2");
        assertThat(grid.of(new AreaCode("990102"), new ClassCode("E-0110"))).isEmpty();
        assertThat(grid.of(null, new ClassCode("E-0110"))).isEmpty();
    }
}
