package org.yiping.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.domain.kpi.Figure;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.Span;
import org.yiping.paper.AreaMap;
import org.yiping.server.data.Reach;
import org.yiping.server.kpi.FigureDesk;

class GroupedFiguresTest {
    private static final Span DAY =
            new Span(Instant.parse("2026-11-11T16:00:00Z"), Instant.parse("2026-11-12T16:00:00Z"));

    @TempDir
    Path folder;

    private List<@Nullable Double> map(@Nullable Double west) {
        FigureRule rule = CityFolder.shippedFigures()
                .getFirst()
                .find(new KpiCode("filed"))
                .orElseThrow();
        Figure figure = new Figure(rule.code(), "v", rule.formula(), rule.unit(), west, null, null, Map.of(), DAY);
        FigureDesk.Question question = new FigureDesk.Question(
                List.of(rule.code()),
                new FigureDesk.Frame("day", null, FigureScope.CITY, Reach.CITY),
                Grouping.AREA,
                "district");
        FigureDesk.Answer answer = new FigureDesk.Answer(
                DAY.until(), 1, DAY, Map.of("990101", List.of(new FigureDesk.Told(rule, figure, null, null))));
        try (ReportHouse house = new ReportHouse(folder)) {
            ReportText text = new ReportText(false, house.figures.zone());
            return new GroupedFigures(answer, question, 50, house.names(text), text, house.figures.zone())
                            .map(
                                    "",
                                    List.of(
                                            new AreaOutlines.Outline("990101", "西区", List.of()),
                                            new AreaOutlines.Outline("990102", "东区", List.of())),
                                    "")
                            .areas()
                            .stream()
                            .map(AreaMap.Area::value)
                            .toList();
        }
    }

    /// What nobody knows of one area is not none of the next.
    @Test
    void what_is_unknown_stays_unknown_where_nothing_was_told() {
        assertThat(map(null)).containsExactly(null, null);
    }

    @Test
    void where_it_is_known_none_is_none() {
        assertThat(map(3.0)).containsExactly(3.0, 0.0);
    }
}
