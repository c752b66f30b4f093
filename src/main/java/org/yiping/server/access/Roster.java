package org.yiping.server.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Directory;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Everybody and every department in memory, kept in step with the journal. Any thread.
public final class Roster implements Directory {
    private final Map<PersonId, Person> people = new ConcurrentHashMap<>();
    private final Map<DepartmentId, Department> departments = new ConcurrentHashMap<>();

    public Roster(Rows rows) {
        for (String kind : List.of(Kinds.PERSON, Kinds.DEPARTMENT)) {
            long cursor = 0;
            List<Row> page;
            do {
                page = rows.page(kind, CaseFilter.ALL, Reach.CITY, cursor, 1000);
                for (Row row : page) {
                    take(kind, row.content());
                    cursor = row.place().born();
                }
            } while (!page.isEmpty());
        }
    }

    /// Follows what the journal has taken.
    public void follow(List<Entry> entries) {
        entries.forEach(e -> take(e.change().kind(), e.change().content()));
    }

    private void take(String kind, String content) {
        if (kind.equals(Kinds.PERSON)) {
            Person person = Json.mapper().readValue(content, Person.class);
            people.put(person.id(), person);
        } else if (kind.equals(Kinds.DEPARTMENT)) {
            Department department = Json.mapper().readValue(content, Department.class);
            departments.put(department.id(), department);
        }
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public Optional<Department> department(DepartmentId id) {
        return Optional.ofNullable(departments.get(id));
    }

    /// Everybody there is.
    public Collection<Person> people() {
        return List.copyOf(people.values());
    }

    /// Every department there is.
    public Collection<Department> departments() {
        return List.copyOf(departments.values());
    }
}
