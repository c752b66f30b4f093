package org.yiping.simulator.past;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiping.city.CellFinder;
import org.yiping.city.CityFolder;
import org.yiping.city.CitySettings;
import org.yiping.domain.Versions;
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
import org.yiping.simulator.play.Account;
import org.yiping.simulator.play.StreetMap;
import org.yiping.simulator.play.Town;

/// A city as its folder describes it: what its people know, and the rules a platform would hold them to, without one.
/// Immutable; any thread.
public record PaperTown(
        Town town, StreetMap streets, List<Person> people, List<Area> areas, CaseRules rules, ZoneId zone) {

    public static PaperTown read(Path folder) {
        CityFolder city = new CityFolder(folder);
        CitySettings settings = city.settings();
        Catalogue catalogue = city.catalogue();
        Workflow workflow = city.workflow();
        List<CityFolder.Staff> staff = city.people();
        List<Person> people = staff.stream().map(CityFolder.Staff::person).toList();
        List<Department> departments = city.departments();
        City.Rules rules = new City.Rules(
                catalogue.version(),
                settings.calendar().version(),
                catalogue.classes(),
                workflow.version(),
                workflow.states(),
                workflow.transitions());
        City wire = new City(
                settings.name(),
                settings.code(),
                settings.zone(),
                settings.simulated(),
                settings.notice(),
                settings.noticeInEnglish(),
                settings.box(),
                List.of(),
                settings.promises(),
                rules);
        Town town = new Town(
                wire,
                new Town.Residents(people, departments),
                city.components(),
                staff.stream().flatMap(s -> account(s).stream()).toList());
        CaseRules casework = new CaseRules(
                Versions.of(catalogue),
                workflow,
                Versions.of(settings.workCalendar()),
                new CellFinder(settings.box(), city.layer("cell")),
                Register.of(people, departments));
        return new PaperTown(
                town, new StreetMap(city.layer("roads")), people, city.areas(), casework, ZoneId.of(settings.zone()));
    }

    /// Nobody signs in on paper.
    private static Optional<Account> account(CityFolder.Staff staff) {
        Person p = staff.person();
        return Optional.ofNullable(staff.account()).map(a -> new Account(a, "", p.id(), p.posts(), p.department()));
    }

    private record Register(Map<PersonId, Person> people, Map<DepartmentId, Department> departments)
            implements Directory {
        static Register of(List<Person> people, List<Department> departments) {
            Register register = new Register(new HashMap<>(), new HashMap<>());
            people.forEach(p -> register.people.put(p.id(), p));
            departments.forEach(d -> register.departments.put(d.id(), d));
            return register;
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
