package org.yiping.domain.assessment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;

/// What is asked for when an assessment is run: which scheme, of the period in which `day` lies, in which area (absent:
/// the city), of whom (empty: of all), and why where there was an edition before. Immutable; any thread.
public record AssessmentWish(
        String scheme,
        String period,
        LocalDate day,
        @Nullable AreaCode area,
        List<String> objects,
        String reason) {
    public AssessmentWish {
        objects = objects == null ? List.of() : List.copyOf(objects); // absent on the wire
    }
}
