package org.yiping.console.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.MadeUpInspections;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.inspection.Inspection;

/// What stands behind a dimension's score: the points whose cards have a mark in it.
class DimensionTest {
    private final DeskFixture fixture = new DeskFixture("supervisor");
    private InspectionModel model;

    @BeforeEach
    void city() {
        area("city", "990100", null);
        area("district", "990101", "990100");
        for (int i = 0; i < 40; i++) {
            area("community", "9901010" + (100 + i), "990101");
        }
        fixture.inspections = new MadeUpInspections(fixture.tables, DeskFixture.START);
        model = new InspectionModel(fixture.desk, fixture.hall);
        model.show();
    }

    private void area(String level, String code, String parent) {
        Area area = new Area(
                new AreaCode(code),
                code,
                level,
                parent == null ? null : new AreaCode(parent),
                new Position(104 + fixture.tables.areas.rows().size() / 1000.0, 30));
        fixture.tables.areas.put(area.code(), area);
    }

    private List<Integer> marked() {
        int all = model.open().orElseThrow().points().size();
        return IntStream.range(0, all)
                .filter(at -> model.share(at).isPresent())
                .boxed()
                .toList();
    }

    @Test
    void points_without_a_mark_in_it_are_left_out_until_it_is_pressed_again() {
        Inspection open = model.open().orElseThrow();
        String dimension = open.score().parts().getFirst().dimension();
        model.only(dimension);
        assertThat(model.dimension()).isEqualTo(dimension);
        assertThat(marked()).isNotEmpty().hasSizeLessThan(open.points().size());
        assertThat(marked()).allSatisfy(at -> assertThat(open.card(at)).isPresent());
        model.only(dimension);
        assertThat(model.dimension()).as("all points again").isEmpty();
        model.only("nobody's");
        assertThat(marked()).isEmpty();
    }
}
