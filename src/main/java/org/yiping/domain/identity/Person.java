package org.yiping.domain.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;

/// Somebody who works here: the posts they may take, the areas they may see (empty: the whole city), their department.
/// Immutable; any thread.
public record Person(
        PersonId id,
        String name,
        List<PostCode> posts,
        List<AreaCode> areas,
        @Nullable DepartmentId department) {
    public Person {
        posts = List.copyOf(posts);
        areas = List.copyOf(areas);
    }

    /// Whether this person's duty covers the area; a place without an area is seen by everyone.
    public boolean covers(@Nullable AreaCode area) {
        return area == null
                || areas.isEmpty()
                || areas.stream().anyMatch(a -> area.value().startsWith(a.value()));
    }
}
