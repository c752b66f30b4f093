package org.yiping.console.ui.evaluation;

import java.time.Duration;
import java.util.List;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;

/// Six streets, three departments and forty cases.
final class SmallDistricts {
    static final int CASES = 40;

    private SmallDistricts() {}

    static void put(DeskFixture fixture) {
        for (int i = 1; i <= 6; i++) {
            AreaCode code = new AreaCode("99010110" + i);
            Area area = new Area(code, "街道 " + i, "street", null, new Position(104 + i / 100.0, 30));
            fixture.tables.areas.put(code, area);
        }
        for (int i = 1; i <= 3; i++) {
            DepartmentId id = new DepartmentId("d-" + i);
            fixture.tables.departments.put(id, new Department(id, "部门 " + i, List.of(), List.of()));
        }
        for (int i = 0; i < CASES; i++) {
            fixture.put(Samples.waiting("c-" + i, "to-dispatch", DeskFixture.START, Duration.ofHours(1)));
        }
    }
}
