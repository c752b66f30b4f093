package org.yiping.simulator.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiping.domain.area.Area;
import org.yiping.domain.casework.CaseRules;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Directory;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.protocol.City;
import org.yiping.server.city.CellFinder;
import org.yiping.server.city.CityFolder;
import org.yiping.simulator.city.CityGenerator;

/// The demo city as its people know it, without a server.
public record DemoTown(Town town, StreetMap streets, List<Person> people, List<Area> areas, CaseRules rules) {

    public static DemoTown generate(Path folder, long seed) throws IOException {
        new CityGenerator(seed).write(folder);
        CityFolder city = new CityFolder(folder);
        Catalogue catalogue = city.catalogue();
        Workflow workflow = city.workflow();
        List<CityFolder.Staff> staff = city.people();
        List<Person> people = staff.stream().map(CityFolder.Staff::person).toList();
        Path accounts = folder.resolve("accounts.csv");
        List<String> lines = new ArrayList<>(List.of("account,password,person,name,posts,department"));
        staff.stream().filter(s -> s.account() != null).forEach(s -> lines.add(line(s)));
        Files.write(accounts, lines);
        City wire = new City(
                city.settings().name(),
                city.settings().code(),
                city.settings().zone(),
                true,
                "",
                "",
                city.settings().box(),
                List.of(),
                Map.of(),
                new City.Rules(
                        catalogue.version(),
                        "1",
                        catalogue.classes(),
                        workflow.version(),
                        workflow.states(),
                        workflow.transitions()));
        Town town = new Town(
                wire, new Town.Residents(people, city.departments()), city.components(), Account.read(accounts));
        CaseRules rules = new CaseRules(
                catalogue,
                workflow,
                city.settings().workCalendar(),
                new CellFinder(city.settings().box(), city.layer("cell")),
                new Register(people, city.departments()));
        return new DemoTown(town, new StreetMap(city.layer("roads")), people, city.areas(), rules);
    }

    private static String line(CityFolder.Staff s) {
        return String.join(
                ",",
                String.valueOf(s.account()),
                "x",
                s.person().id().value(),
                s.person().name(),
                String.join(";", s.person().posts().stream().map(p -> p.value()).toList()),
                s.person().department() == null ? "" : s.person().department().value());
    }

    private static final class Register implements Directory {
        private final Map<PersonId, Person> people = new HashMap<>();
        private final Map<DepartmentId, Department> departments = new HashMap<>();

        Register(List<Person> people, List<Department> departments) {
            people.forEach(p -> this.people.put(p.id(), p));
            departments.forEach(d -> this.departments.put(d.id(), d));
        }

        @Override
        public Optional<Person> person(PersonId id) {
            return Optional.ofNullable(people.get(id));
        }

        @Override
        public Optional<Department> department(DepartmentId id) {
            return Optional.ofNullable(departments.get(id));
        }
    }
}
