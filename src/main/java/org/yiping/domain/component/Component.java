package org.yiping.domain.component;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;

/// A managed component (部件): class, place, the department that maintains it (`owner`, 养护部门), the one whose
/// property it is (`holder`, 权属部门) and the one that oversees it (`authority`, 主管部门). Immutable; any thread.
public record Component(
        ComponentId id,
        ClassCode classCode,
        String name,
        Position position,
        @Nullable AreaCode area,
        @Nullable DepartmentId owner,
        @Nullable DepartmentId holder,
        @Nullable DepartmentId authority) {

    public Component {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(classCode, "classCode");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(position, "position");
    }

    /// Where only who maintains it is known.
    public Component(
            ComponentId id,
            ClassCode classCode,
            String name,
            Position position,
            @Nullable AreaCode area,
            @Nullable DepartmentId owner) {
        this(id, classCode, name, position, area, owner, null, null);
    }
}
