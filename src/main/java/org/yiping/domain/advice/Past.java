package org.yiping.domain.advice;

import java.time.Instant;
import java.util.List;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;

/// Who handled cases to their end before (以往认定). Implementations ask an index; where they may be called is theirs
/// to say.
public interface Past {
    /// So many closed cases were a department's.
    record Ruling(DepartmentId department, int cases) {}

    List<Ruling> ofComponent(ComponentId component, Instant since);

    List<Ruling> near(ClassCode classCode, Position place, int metres, Instant since);
}
