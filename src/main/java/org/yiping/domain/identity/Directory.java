package org.yiping.domain.identity;

import java.util.Optional;

/// Who and what exists: people and departments by id. Implementations answer from memory; any thread.
public interface Directory {
    Optional<Person> person(PersonId id);

    Optional<Department> department(DepartmentId id);
}
