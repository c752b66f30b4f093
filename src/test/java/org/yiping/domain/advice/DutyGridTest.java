package org.yiping.domain.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.DepartmentId;

class DutyGridTest {
    private static final List<String> AREAS = List.of("99", "9901", "990101", "9901010203");
    private static final List<String> CLASSES = List.of("E-0101", "E-0102", "C-0101");

    @Test
    void whatASmallAreaSaysHidesTheLargeOnes() {
        DutyGrid grid = new DutyGrid(List.of(
                duty("99", null, "city"),
                duty("99", "E-0102", "hidden"),
                duty("9901", "E-0101", "district for one"),
                duty("990101", null, "street"),
                duty("990101", "C-0101", "street for one")));
        assertThat(grid.at(new AreaCode("9901010203")))
                .containsExactly(duty("990101", "C-0101", "street for one"), duty("990101", null, "street"));
        assertThat(grid.at(new AreaCode("9902"))).contains(duty("99", null, "city"));
        assertThat(grid.at(new AreaCode("77"))).isEmpty();
    }

    @Test
    void itSaysOfEveryClassWhatTheGridSaysOfThatClassAlone() {
        Random random = new Random(11);
        for (int turn = 0; turn < 200; turn++) {
            List<DutyGrid.Duty> duties = new ArrayList<>();
            for (int i = 0; i < random.nextInt(8); i++) {
                String code = random.nextBoolean() ? null : CLASSES.get(random.nextInt(CLASSES.size()));
                duties.add(duty(AREAS.get(random.nextInt(AREAS.size())), code, "d" + i));
            }
            DutyGrid grid = new DutyGrid(duties);
            AreaCode area = new AreaCode(AREAS.get(random.nextInt(AREAS.size())));
            List<DutyGrid.Duty> all = grid.at(area);
            for (String code : CLASSES) {
                ClassCode wanted = new ClassCode(code);
                Optional<DutyGrid.Duty> listed = all.stream()
                        .filter(d -> wanted.equals(d.classCode()))
                        .findFirst()
                        .or(() ->
                                all.stream().filter(d -> d.classCode() == null).findFirst());
                assertThat(listed).isEqualTo(grid.of(area, wanted));
            }
        }
    }

    private static DutyGrid.Duty duty(String area, @Nullable String code, String department) {
        return new DutyGrid.Duty(
                new AreaCode(area), code == null ? null : new ClassCode(code), new DepartmentId(department));
    }
}
