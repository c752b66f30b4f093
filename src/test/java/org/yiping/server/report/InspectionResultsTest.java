package org.yiping.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.inspection.InspectionCard;
import org.yiping.domain.inspection.InspectionDraw;
import org.yiping.domain.inspection.InspectionId;
import org.yiping.domain.inspection.InspectionPlan;
import org.yiping.domain.inspection.InspectionSet;
import org.yiping.domain.inspection.SamplePoint;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Change;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Scope;

/// The part `inspections` of a report.
class InspectionResultsTest {
    private static final AreaCode WEST = new AreaCode("990101");
    private static final String TAB = "实地考察结果";

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

    private void put(String kind, String id, Object content) {
        house.ledger.write(batch -> batch.put(
                Origin.PLATFORM,
                ReportHouse.NOW,
                Change.fact(kind, id, Json.mapper().writeValueAsString(content), new Scope(WEST.value(), null))));
    }

    /// Of two points one is done, with full points for the first item of its list and none for the second.
    private InspectionSet inspected(String id, LocalDate from, LocalDate until) {
        InspectionSet set = CityFolder.shippedInspections().getFirst();
        String kind = set.kinds().getFirst().code();
        Actor who = ReportHouse.who("supervisor").actor();
        InspectionId name = new InspectionId(id);
        var task = new InspectionPlan.Task(id, from, until, WEST, List.of(new InspectionPlan.Quota(kind, 2)));
        var strata = List.of(new InspectionPlan.Stratum(kind, WEST, 10, 2));
        put(Kinds.INSPECTION, id, new InspectionPlan(name, task, set, "", strata, who, Instant.EPOCH));
        var point = new SamplePoint(kind, WEST, "r", "点", new Position(104, 30));
        put(
                Kinds.INSPECTION_DRAW,
                id,
                new InspectionDraw(name, "", 1, "", "", List.of(point, point), who, Instant.EPOCH));
        List<InspectionSet.Item> items = set.checklist(kind);
        var marks = List.of(
                new InspectionCard.Mark(items.get(0).code(), items.get(0).most()),
                new InspectionCard.Mark(items.get(1).code(), 0));
        var sheet = new InspectionCard.Sheet(true, marks, "", List.of(), List.of(), true);
        put(Kinds.INSPECTION_CARD, id + "/0", new InspectionCard(name, 0, 1, sheet, who, Instant.EPOCH));
        return set;
    }

    private List<Row> reported(String id, LocalDate day, FigureScope scope) throws Exception {
        house.report(id, "inspection", day, scope);
        house.work();
        return house.sheet(id, TAB);
    }

    @Test
    void an_inspection_that_touches_the_period_stands_with_its_dimensions() throws Exception {
        InspectionSet set = inspected("九月", LocalDate.of(2026, 8, 20), LocalDate.of(2026, 9, 1));
        inspected("十月", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 9));
        List<Row> rows = reported("r", LocalDate.of(2026, 9, 10), ReportHouse.CITY);
        List<Row> told =
                rows.stream().filter(r -> r.getCellText(0).startsWith("九月")).toList();
        assertThat(told).hasSize(1 + set.dimensions().size());
        assertThat(told.getFirst().getCellText(0)).contains("样例指标").contains("模拟");
        assertThat(told.getFirst().getCellText(3)).isEqualTo("总分");
        assertThat(rows.toString()).doesNotContain("十月");
    }

    @Test
    void what_nobody_marked_is_unknown_and_never_zero() throws Exception {
        InspectionSet set = inspected("九月", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 3));
        List<Row> rows = reported("r", LocalDate.of(2026, 9, 10), ReportHouse.CITY);
        String survey = set.dimensions().stream()
                .filter(InspectionSet.Dimension::survey)
                .findFirst()
                .orElseThrow()
                .name();
        Row asked = rows.stream()
                .filter(r -> r.getCellText(3).equals(survey))
                .findFirst()
                .orElseThrow();
        assertThat(asked.getCellText(4)).isEqualTo("无数据");
        assertThat(asked.getCellText(6)).isEqualTo("0");
        assertThat(asked.getCellText(7)).isEqualTo("100");
        assertThat(asked.getCellText(8)).as("there was none before").isEqualTo("无数据");
        String first = set.checklist(set.kinds().getFirst().code()).getFirst().dimension();
        String field = set.dimensions().stream()
                .filter(d -> d.code().equals(first))
                .findFirst()
                .orElseThrow()
                .name();
        Row marked = rows.stream()
                .filter(r -> r.getCellText(3).equals(field))
                .findFirst()
                .orElseThrow();
        assertThat(marked.getCellText(5)).contains("样本小");
        assertThat(marked.getCellText(7)).as("one of two points").isEqualTo("50");
    }

    @Test
    void without_an_inspection_the_report_says_so() throws Exception {
        assertThat(reported("r", LocalDate.of(2026, 9, 10), ReportHouse.CITY).toString())
                .contains("本期没有考察");
    }

    @Test
    void an_inspection_is_of_places_and_of_no_department() throws Exception {
        inspected("九月", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 3));
        FigureScope department = FigureScope.of(new DepartmentId("d1"));
        String said = reported("r", LocalDate.of(2026, 9, 10), department).toString();
        assertThat(said).contains("考察只按区域进行").doesNotContain("九月");
    }

    @Test
    void another_areas_inspection_is_not_told() throws Exception {
        inspected("九月", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 3));
        FigureScope east = FigureScope.of(new AreaCode("990102"));
        assertThat(reported("r", LocalDate.of(2026, 9, 10), east).toString())
                .contains("本期没有考察")
                .doesNotContain("九月");
    }
}
