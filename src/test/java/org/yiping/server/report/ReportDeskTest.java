package org.yiping.server.report;

// long because all a report promises is held against one past of one city

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportRun;
import org.yiping.domain.report.TemplateCode;
import org.yiping.server.data.Disclosures;
import org.yiping.server.data.Reach;
import org.yiping.server.kpi.FigureDesk;

class ReportDeskTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private ReportHouse house;

    @BeforeEach
    void open() {
        house = new ReportHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily", "weekly", "monthly", "quarterly", "inspection"})
    void every_shipped_template_becomes_whole_files(String template) throws Exception {
        house.report("r", template, LocalDate.of(2026, 9, 10), ReportHouse.CITY);
        assertThat(house.now("r").state()).isEqualTo(ReportRun.ORDERED);
        house.work();
        ReportRun run = house.now("r");
        assertThat(run.fault()).isNull();
        assertThat(run.state()).isEqualTo(ReportRun.DONE);
        assertThat(house.onDisk()).containsExactly("r.pdf", "r.png", "r.xlsx");
        for (ReportRun.ReportFile file : run.files()) {
            byte[] content = Files.readAllBytes(house.file("r", file.format()));
            assertThat(content).hasSize((int) file.bytes());
            assertThat(file.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        }
        String said = house.book("r");
        String version =
                house.desk.book().find(new TemplateCode(template)).orElseThrow().version();
        assertThat(said)
                .contains("模拟数据 SIMULATED", "kpi-2", "张三", version, "全市", "数据时间")
                .doesNotContain("{");
    }

    /// What stands under a counter is what its number counts, and what the desk says it is.
    @Test
    void every_number_leads_to_its_cases() throws IOException {
        LocalDate day = LocalDate.of(2026, 9, 10);
        house.report("r", "monthly", day, ReportHouse.CITY);
        house.work();
        List<Row> counters = house.sheet("r", "计数");
        List<Row> cases = house.sheet("r", "案件");
        assertThat(counters).hasSizeGreaterThan(20);
        for (int i = 1; i < counters.size(); i++) {
            String code = counters.get(i).getCellText(0);
            int column = 6 + i - 1;
            assertThat(cases.getFirst().getCellText(column)).startsWith(code + " ");
            long marked = cases.stream()
                    .skip(1)
                    .filter(r -> r.getCellText(column).equals("1"))
                    .count();
            FigureDesk.Frame frame = new FigureDesk.Frame("month", day, ReportHouse.CITY, Reach.CITY);
            Long known = house.figures
                    .behind(Counter.of(code).orElseThrow(), frame, 0, 1)
                    .total();
            String told = counters.get(i).getCellText(1);
            assertThat(told).as(code).isEqualTo(known == null ? "无数据" : known.toString());
            assertThat(marked).as(code).isEqualTo(known == null ? 0 : known);
        }
    }

    /// Shares of reopened, extended and so on, and a re-check, or that there was none.
    @Test
    void a_closing_rate_never_stands_alone() throws IOException {
        house.report("r", "daily", LocalDate.of(2026, 9, 10), ReportHouse.CITY);
        house.work();
        List<String> names =
                house.sheet("r", "主要指标").stream().map(r -> r.getCellText(0)).toList();
        int rate = names.indexOf("结案率");
        assertThat(names.get(rate + 1)).contains("盲检复核：此期间未抽样");
        assertThat(names.subList(rate + 2, names.size()).toString()).contains("重开率", "并案占比", "作废占比");
        assertThat(house.book("r")).contains("一并看");
    }

    @Test
    void a_period_without_data_says_so_and_not_zero() throws IOException {
        house.report("r", "monthly", LocalDate.of(2019, 3, 1), ReportHouse.CITY);
        house.work();
        List<Row> figures = house.sheet("r", "主要指标");
        assertThat(figures.stream().skip(1).map(r -> r.getCellText(1)))
                .isNotEmpty()
                .containsOnly("无数据");
        assertThat(house.sheet("r", "各部门办理情况").toString()).contains("本期没有数据");
    }

    /// Of areas outside nothing was counted, which is not none: they do not stand on the map.
    @Test
    void a_map_is_of_the_areas_that_were_asked_for() throws IOException {
        house.districts();
        LocalDate day = LocalDate.of(2026, 9, 10);
        house.report("city", "where", day, ReportHouse.CITY);
        house.report("scope", "where", day, area("990101"));
        house.report("reach", "where", day, ReportHouse.CITY, new Reach(List.of("990102"), null));
        house.report("street", "where", day, area("9901010"));
        house.work();
        assertThat(areas("city")).containsExactlyInAnyOrder("西区", "东区");
        assertThat(areas("scope")).containsExactly("西区");
        assertThat(areas("reach")).containsExactly("东区");
        assertThat(areas("street"))
                .as("a part of a district is not the district")
                .isEmpty();
    }

    private static FigureScope area(String code) {
        return new FigureScope(new AreaCode(code), null, null, null, null, null, null, null);
    }

    private List<String> areas(String report) throws IOException {
        return house.sheet(report, "立案数分布").stream()
                .skip(1)
                .map(r -> r.getCellCount() < 2 ? "" : r.getCellText(0))
                .filter(name -> name.endsWith("区"))
                .toList();
    }

    /// Of the day that runs the hours to come are unknown, and those that have passed may be none.
    @Test
    void an_hour_that_has_not_come_has_no_number() throws IOException {
        int now = ReportHouse.NOW.atZone(SHANGHAI).getHour();
        assertThat(now).isEqualTo(8);
        house.add(house.past.straight("x", ReportHouse.NOW.minusSeconds(3_600), null));
        house.add(house.past.straight("y", Instant.parse("2026-09-10T02:00:00Z"), null));
        house.report("today", "daily", null, ReportHouse.CITY);
        house.report("over", "daily", LocalDate.of(2026, 9, 10), ReportHouse.CITY);
        house.work();
        List<String> today = hours("today");
        assertThat(today.subList(0, now)).doesNotContain("无数据");
        assertThat(today.subList(now + 1, 24)).containsOnly("无数据");
        assertThat(hours("over")).hasSize(24).doesNotContain("无数据");
    }

    private List<String> hours(String report) throws IOException {
        return house.sheet(report, "各时段立案数").stream()
                .skip(1)
                .limit(24)
                .map(r -> r.getCellText(1))
                .toList();
    }

    @Test
    void a_notice_is_of_one_department() throws IOException {
        house.report("r", "notice", LocalDate.of(2026, 9, 10), FigureScope.of(new DepartmentId("d1")));
        house.work();
        List<Row> cases = house.sheet("r", "案件");
        assertThat(cases).hasSizeGreaterThan(3);
        String name = cases.get(1).getCellText(2);
        assertThat(cases.stream().skip(1).map(r -> r.getCellText(2))).containsOnly(name);
        assertThat(house.desk.isSeen(house.now("r"), new Reach(List.of(), "d1")))
                .isTrue();
        assertThat(house.desk.isSeen(house.now("r"), new Reach(List.of(), "d2")))
                .isFalse();
        assertThat(house.desk.isSeen(house.now("r"), new Reach(List.of("990101"), null)))
                .as("of the whole city")
                .isFalse();
    }

    @Test
    void a_name_is_made_once() {
        house.report("r", "daily", null, ReportHouse.CITY);
        ReportRun again = house.report("r", "weekly", null, ReportHouse.CITY);
        assertThat(again.template().value()).isEqualTo("daily");
        assertThat(house.work).hasSize(1);
    }

    /// Lets `after` bytes through, then does something.
    private static OutputStream interrupted(OutputStream out, int after, Runnable then) {
        return new FilterOutputStream(out) {
            private int written;

            @Override
            public void write(byte[] b, int off, int len) throws IOException {
                out.write(b, off, len);
                written += len;
                if (written > after) {
                    then.run();
                }
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"pdf, 0", "xlsx, 9000"})
    void one_cancelled_half_way_leaves_nothing(String when, int bytes) throws IOException {
        house.disk = out -> interrupted(out, bytes, () -> house.desk.cancel(new ReportId("r")));
        house.report("r", "monthly", LocalDate.of(2026, 9, 10), ReportHouse.CITY);
        house.work();
        assertThat(house.now("r").state()).as(when).isEqualTo(ReportRun.CANCELLED);
        assertThat(house.onDisk()).isEmpty();
        assertThat(house.desk.cancel(new ReportId("r"))).isFalse();
    }

    @Test
    void one_cancelled_before_it_began_is_never_made() throws IOException {
        house.report("r", "daily", null, ReportHouse.CITY);
        assertThat(house.desk.cancel(new ReportId("r"))).isTrue();
        house.work();
        assertThat(house.now("r").state()).isEqualTo(ReportRun.CANCELLED);
        assertThat(house.onDisk()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"No space left on device, disk-full", "Input/output error, write"})
    void a_full_disk_is_told_and_leaves_nothing(String message, String fault) throws IOException {
        house.disk = out -> new FilterOutputStream(out) {
            @Override
            public void write(byte[] b, int off, int len) throws IOException {
                throw new IOException(message);
            }
        };
        house.report("r", "daily", null, ReportHouse.CITY);
        house.work();
        assertThat(house.now("r").state()).isEqualTo(ReportRun.FAILED);
        assertThat(house.now("r").fault()).isEqualTo(fault);
        assertThat(house.onDisk()).isEmpty();
        house.free = 1 << 20;
        house.disk = out -> out;
        house.report("r2", "daily", null, ReportHouse.CITY);
        house.work();
        assertThat(house.now("r2").fault()).isEqualTo("disk-full");
    }

    @Test
    void what_was_ordered_is_made_after_a_kill_and_half_files_go() throws IOException {
        house.report("r", "daily", null, ReportHouse.CITY);
        Files.createDirectories(house.reports());
        Files.writeString(house.reports().resolve("r.pdf.part"), "%PDF");
        house.killed();
        assertThat(house.onDisk()).isEmpty();
        house.work();
        assertThat(house.now("r").state()).isEqualTo(ReportRun.DONE);
        house.killed();
        assertThat(house.work).isEmpty();
    }

    @Test
    void what_stops_half_way_is_made_again() throws IOException {
        house.disk = out -> interrupted(out, 0, () -> house.desk.close());
        house.report("r", "daily", null, ReportHouse.CITY);
        house.work();
        assertThat(house.now("r").state()).isEqualTo(ReportRun.ORDERED);
        assertThat(house.onDisk()).isEmpty();
        house.disk = out -> out;
        house.killed();
        house.work();
        assertThat(house.now("r").state()).isEqualTo(ReportRun.DONE);
    }

    private static Instant at(String time) {
        return LocalDate.ofInstant(ReportHouse.NOW, SHANGHAI)
                .plusDays(1)
                .atTime(LocalTime.parse(time))
                .atZone(SHANGHAI)
                .toInstant();
    }

    private void tickAt(Instant when) {
        house.clock.advance(Duration.between(house.clock.instant(), when));
        house.desk.tick();
        house.work();
    }

    private List<ReportRun> due(String template) {
        return house.desk.newest(Reach.CITY, 100).stream()
                .filter(r -> r.due() != null && r.template().value().equals(template))
                .toList();
    }

    @Test
    void the_calendar_makes_one_a_day_in_time() {
        tickAt(at("07:29"));
        assertThat(due("daily")).isEmpty();
        tickAt(at("07:30"));
        tickAt(at("07:30").plusSeconds(1));
        assertThat(due("daily")).hasSize(1);
        ReportRun run = due("daily").getFirst();
        assertThat(run.state()).isEqualTo(ReportRun.DONE);
        assertThat(run.late()).isFalse();
        assertThat(run.day()).isEqualTo(LocalDate.ofInstant(ReportHouse.NOW, SHANGHAI));
        house.killed();
        tickAt(at("07:31"));
        assertThat(due("daily")).as("once, not twice").hasSize(1);
    }

    @Test
    void what_fell_due_while_the_platform_was_off_is_made_late_and_says_so() throws IOException {
        tickAt(at("07:30"));
        house.killed();
        tickAt(at("09:00").plus(Duration.ofDays(3)));
        assertThat(due("daily")).hasSize(4);
        assertThat(due("daily").stream().filter(ReportRun::late)).hasSize(3);
        tickAt(at("09:01").plus(Duration.ofDays(3)));
        assertThat(due("daily")).hasSize(4);
        ReportRun late = due("daily").getFirst();
        assertThat(house.sheet(late.id().value(), "报表").toString()).contains("补制：应于");
        house.killed();
        tickAt(at("09:00").plus(Duration.ofDays(60)));
        assertThat(due("daily")).as("of the last eight days").hasSize(12);
    }

    @Test
    void a_clock_that_is_put_back_makes_nothing_twice() {
        tickAt(at("07:30"));
        tickAt(at("07:00"));
        tickAt(at("07:30"));
        assertThat(due("daily")).hasSize(1);
    }

    private Case personal(String id) {
        Case c = house.past.straight(id, ReportHouse.NOW.minusSeconds(3_600), null);
        Report r = c.report();
        Subject s = c.subject();
        return new Case(
                c.id(),
                c.head(),
                new Subject(s.kind(), s.classCode(), s.criterion(), s.severity(), s.component(), "=cmd|'/C calc'!A0"),
                c.place(),
                new Report(
                        r.source(), r.reportedAt(), null, new Caller("王五", "13812345678", false, false), null, false),
                c.progress());
    }

    @Test
    void a_list_masks_for_whom_it_must_and_notes_what_it_reveals() throws IOException {
        house.add(personal("x1"));
        for (String post : List.of("supervisor", "duty-leader")) {
            boolean open = post.equals("duty-leader");
            for (String format : List.of("csv", "xlsx")) {
                String id = post + "." + format;
                house.list(id, "reported", format, post);
                house.work();
                String said = format.equals("csv")
                        ? Files.readString(house.file(id, format))
                        : house.sheet(id, "案件清单").toString();
                assertThat(said).contains(open ? "13812345678" : "138****5678").contains(open ? "王五" : "王**");
                if (!open) {
                    assertThat(said).doesNotContain("13812345678");
                }
                assertThat(said).contains("=cmd|'/C calc'!A0");
            }
            assertThat(Files.readString(house.file(post + ".csv", "csv"))).contains(",\"'=cmd|'/C calc'!A0\",");
        }
        assertThat(new Disclosures(house.database).newest(10))
                .extracting(d -> d.actor().post().value() + " " + d.subject() + " " + d.amount())
                .containsExactly("duty-leader duty-leader.xlsx 1", "duty-leader duty-leader.csv 1");
    }

    /// Of a month that is over nobody remembers what was overdue in it: an empty list would say that nothing was.
    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void a_list_that_cannot_be_known_fails_and_says_why(String format) throws IOException {
        house.list("past", "overdue", format, "supervisor", "month", LocalDate.of(2026, 9, 10));
        house.list("dark", "reported", format, "supervisor", "month", LocalDate.of(2019, 3, 1));
        house.list("now", "overdue", format, "supervisor", "1h", null);
        house.work();
        for (String unknown : List.of("past", "dark")) {
            assertThat(house.now(unknown).state()).as(unknown).isEqualTo(ReportRun.FAILED);
            assertThat(house.now(unknown).fault()).isEqualTo("unknown");
            assertThat(house.now(unknown).rows()).isNull();
        }
        assertThat(house.now("now").state()).isEqualTo(ReportRun.DONE);
        assertThat(house.onDisk()).containsExactly("now." + format);
    }

    @Test
    void a_list_has_every_case_of_its_counter_once_as_they_stood() throws IOException {
        house.list("l", "reported", "csv", "supervisor");
        FigureDesk.Frame frame = new FigureDesk.Frame("800d", null, ReportHouse.CITY, Reach.CITY);
        long all = house.figures.behind(Counter.REPORTED, frame, 0, 1).total();
        house.work();
        List<String> lines = Files.readString(house.file("l", "csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).hasSize((int) all + 1);
        assertThat(lines.getFirst()).startsWith("\ufeff案件编号,问题类别");
        assertThat(lines.stream().skip(1)).doesNotHaveDuplicates();
        assertThat(house.now("l").rows()).isEqualTo(all);
    }
}
