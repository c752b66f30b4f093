package org.yiping.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.kpi.KpiCode;

class ReportFolderTest {
    private static final Set<KpiCode> FIGURES = CityFolder.shippedFigures().getFirst().figures().stream()
            .map(f -> f.code())
            .collect(Collectors.toSet());
    private static final String GOOD = """
            version: v1
            title: 简报
            titleEnglish: Brief
            period: day
            schedule: {every: day, at: "07:30"}
            sections:
              - kind: text
                text: "{period} {filed} 件，上期 {filed.before}"
                textEnglish: "{period} {filed}"
              - kind: chart
                title: 图
                titleEnglish: Chart
                figures: [filed]
                by: department
            """;

    @TempDir
    Path city;

    @Test
    void what_ships_is_sound_and_in_both_languages() {
        ReportFolder.Read read = ReportFolder.read(null, FIGURES);
        assertThat(read.faults()).isEmpty();
        assertThat(read.templates()).extracting(t -> t.code().value()).containsExactlyElementsOf(ReportFolder.SHIPPED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "period: day | period: fortnight | daily.yaml:1: period is",
                "kind: chart | kind: pie | daily.yaml:10: kind is one of",
                "[filed] | [fled] | daily.yaml:10: no such figure: fled",
                "[filed] | [filed, closed] | daily.yaml:10: a chart shows one figure",
                "by: department | by: weather | daily.yaml:10: by is",
                "{filed} 件 | {fled} 件 | daily.yaml:7: nobody knows {fled}",
                "{filed} 件 | {filed 件 | daily.yaml:7: a brace stands alone",
                "07:30 | 7.30 | daily.yaml:1: at is a time",
                "every: day | every: hour | daily.yaml:1: every is one of",
                "titleEnglish: Chart | most: 1 | daily.yaml:10: a title stands in both",
                "by: department | bye: department | daily.yaml:10: nobody reads bye",
                "version: v1 | author: x | daily.yaml:1: nobody reads author",
                "version: v1 | sample: true | daily.yaml:1: version is missing",
                "title: 图 | title: [ | daily.yaml:1",
            })
    void a_fault_is_told_as_file_line_and_reason(String good, String bad, String told) {
        String text = GOOD.replace(good, bad);
        assertThat(text).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> ReportFolder.template("daily.yaml", text, FIGURES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(told);
    }

    @Test
    void a_citys_file_stands_over_the_shipped_one_and_a_faulty_one_takes_nothing_away() throws IOException {
        Path folder = Files.createDirectory(city.resolve("reports"));
        Files.writeString(folder.resolve("daily.yaml"), GOOD);
        Files.writeString(folder.resolve("street.yaml"), GOOD);
        Files.writeString(folder.resolve("weekly.yaml"), GOOD.replace("[filed]", "[nothing]"));
        ReportFolder.Read read = ReportFolder.read(city, FIGURES);
        assertThat(read.faults()).containsExactly("weekly.yaml:10: no such figure: nothing");
        assertThat(read.templates())
                .filteredOn(t -> t.code().value().equals("daily"))
                .extracting(t -> t.version())
                .containsExactly("v1");
        assertThat(read.templates()).extracting(t -> t.code().value()).contains("street", "weekly");
    }
}
