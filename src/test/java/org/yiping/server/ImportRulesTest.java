package org.yiping.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.Versions;
import org.yiping.domain.casework.HolidayTables;
import org.yiping.domain.casework.WorkCalendar;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.protocol.Json;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.Database;
import org.yiping.server.data.Meta;
import org.yiping.server.load.Workbooks;
import tools.jackson.databind.JsonNode;

/// A city's own rules as somebody at the command line brings them.
class ImportRulesTest {
    /// The 25th of November in the city.
    private static final Instant NOW = Instant.parse("2026-11-24T22:00:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T16:00:00Z");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void found() throws Exception {
        assertThat(run("city", SmallCity.in(folder).toString())).isZero();
    }

    private int run(String what, String... words) throws Exception {
        out.reset();
        err.reset();
        List<String> all =
                new ArrayList<>(List.of(what, "--data", folder.resolve("data").toString()));
        all.addAll(List.of(words));
        return new Importing(
                        all,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run();
    }

    private JsonNode last() {
        return Json.mapper()
                .readTree(out.toString(StandardCharsets.UTF_8).lines().toList().getLast());
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Rulebook book() {
        try (Database database = Database.open(folder.resolve("data"), null)) {
            return Rulebook.load(new Meta(database));
        }
    }

    private String workbook(String limit, String code) throws IOException {
        return new Workbooks()
                .sheet(
                        "事件",
                        Workbooks.HEADER,
                        List.of("01", "市容环境", "10", "暴露生活垃圾", "环卫所", "城管局", "散落在外", "清理", limit),
                        List.of("", "", code, "道路不洁", "", "", "有落叶", "清扫", "2小时"))
                .to(folder.resolve("standard.xlsx"))
                .toString();
    }

    @Test
    void aWorkbookBecomesAVersionFromTheDayOn() throws Exception {
        Catalogue before = book().catalogues().at(NOW);
        assertThat(run("criteria", "--from", "2027-01-01", workbook("3工作时", "11")))
                .isZero();
        JsonNode line = last();
        assertThat(line.path("read").asInt()).isEqualTo(2);
        assertThat(line.path("taken").asInt()).isEqualTo(2);
        assertThat(line.path("inherited").asInt()).isEqualTo(4);
        assertThat(line.path("version").asString()).isEqualTo("criteria-2027-01-01");
        assertThat(line.path("from").asString()).isEqualTo(NEW_YEAR.toString());
        assertThat(line.path("written").asBoolean()).isTrue();
        assertThat(said()).contains("changes against c-1").contains("criterion added, E-0110");
        Versions<Catalogue> all = book().catalogues();
        assertThat(all.at(NEW_YEAR.minusMillis(1))).isEqualTo(before);
        Catalogue after = all.at(NEW_YEAR);
        assertThat(after.find(new ClassCode("E-0110")).orElseThrow().name()).isEqualTo("暴露生活垃圾");
        assertThat(after.find(new ClassCode("E-0101"))).isEmpty();
        assertThat(after.find(new ClassCode("C-0102"))).isEqualTo(before.find(new ClassCode("C-0102")));

        assertThat(run("criteria", "--from", "2027-07-01", workbook("2工作日", "11")))
                .isZero();
        assertThat(last().path("limits_changed").asInt()).isOne();
        assertThat(said()).contains("limit changed, E-0110, 散落在外, 3 WH -> 2 WD");
    }

    @Test
    void aTrialChangesNothing() throws Exception {
        assertThat(run("criteria", "--dry-run", workbook("3工作时", "11"))).isZero();
        assertThat(last().path("written").asBoolean()).isFalse();
        assertThat(last().path("taken").asInt()).isEqualTo(2);
        assertThat(said()).contains("changes against c-1");
        assertThat(book().catalogues().editions()).hasSize(1);
    }

    @Test
    void withARowRefusedNothingComesIntoForceUnlessAskedFor() throws Exception {
        String bad = workbook("3工作时", "10");
        assertThat(run("criteria", bad)).isEqualTo(4);
        assertThat(last().path("refused").asInt()).isOne();
        assertThat(last().path("written").asBoolean()).isFalse();
        assertThat(said()).contains("standard.xlsx!事件:3: column C (小类代码)");
        assertThat(book().catalogues().editions()).hasSize(1);
        assertThat(run("criteria", "--partial", bad)).isZero();
        assertThat(book().catalogues().at(NOW).version()).isEqualTo("criteria-2026-11-25");
    }

    @Test
    void aDayGoneByAndANameTwiceAreRefused() throws Exception {
        String book = workbook("3工作时", "11");
        assertThatThrownBy(() -> run("criteria", "--from", "2026-11-24", book))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has passed");
        assertThatThrownBy(() -> run("criteria", "--from", "soon", book)).hasMessageContaining("2027-01-01");
        assertThatThrownBy(() -> run("criteria", "--version", "c-1", book)).hasMessageContaining("no version has yet");
    }

    @Test
    void aTableOfHolidaysMakesACalendarAndEndsTheWarning() throws Exception {
        Path table = Files.writeString(folder.resolve("2029.csv"), """
                date,kind,name
                2029-01-01,holiday,元旦
                2028-12-30,holiday,元旦
                2029-02-10,workday,
                """);
        Instant december = Instant.parse("2028-12-01T00:00:00Z");
        assertThat(HolidayTables.missing(book().calendars(), december)).containsExactly(2029);
        assertThat(HolidayTables.missing(book().calendars(), Instant.parse("2028-11-30T00:00:00Z")))
                .isEmpty();
        assertThat(run("holidays", table.toString())).isZero();
        assertThat(last().path("years")).hasSize(1);
        WorkCalendar calendar = book().calendars().at(NOW);
        assertThat(calendar.version()).isEqualTo("calendar-2026-11-25");
        assertThat(calendar.holidays())
                .containsEntry(LocalDate.of(2029, 1, 1), "元旦")
                .containsEntry(LocalDate.of(2028, 12, 30), "元旦");
        assertThat(calendar.makeUpDays()).containsExactly(LocalDate.of(2029, 2, 10));
        assertThat(calendar.years()).contains(2026, 2028, 2029);
        assertThat(HolidayTables.missing(book().calendars(), december)).isEmpty();
        assertThat(book().calendars().find("cal-1")).isPresent();
    }

    @Test
    void aTableThatCannotBeReadSaysWhere() throws Exception {
        Path table =
                Files.writeString(folder.resolve("bad.csv"), "date,kind,name\n2027-01-01,holiday,\n2027-1-2,off,\n");
        assertThatThrownBy(() -> run("holidays", table.toString())).hasMessageContaining("bad.csv, line 3");
    }
}
