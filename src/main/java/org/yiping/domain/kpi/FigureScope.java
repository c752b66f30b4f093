package org.yiping.domain.kpi;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;

/// Which cases figures are of; absent parts do not restrict. An area counts with everything in it, a class with
/// everything its code begins. `person` and `post` are of who took the counter's step (who closed, for what is
/// counted by closing), `hour` is the hour of the city's day it was taken in, `weekHour` that of the week from
/// Monday 0 to Sunday 167. Immutable; any thread.
public record FigureScope(
        @Nullable AreaCode area,
        @Nullable DepartmentId department,
        @Nullable ClassCode classCode,
        @Nullable SourceCode source,
        @Nullable PersonId person,
        @Nullable PostCode post,
        @Nullable Integer hour,
        @Nullable Integer weekHour) {
    public static final FigureScope CITY = new FigureScope(null, null, null, null, null, null, null, null);

    /// The city where there is none.
    public static FigureScope of(@Nullable AreaCode area) {
        return new FigureScope(area, null, null, null, null, null, null, null);
    }

    public static FigureScope of(DepartmentId department) {
        return new FigureScope(null, department, null, null, null, null, null, null);
    }
}
