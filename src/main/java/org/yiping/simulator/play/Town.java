package org.yiping.simulator.play;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.video.VideoRules;
import org.yiping.protocol.City;

/// What the simulated people know of their city, read once through the API; only the classes are
/// learnt anew. Any thread.
public final class Town {
    private static final int COMMUNITY_DIGITS = 12;
    private static final long SHIFT = 1;

    private final String name;
    private final Extent extent;
    private final Workflow workflow;
    private volatile Map<ClassCode, CaseClass> classes;
    private volatile VideoRules video;
    private final Map<PersonId, Person> people = new HashMap<>();
    private final Map<PersonId, Account> accounts = new HashMap<>();
    private final Map<DepartmentId, List<PersonId>> staff = new HashMap<>();
    /// The shift: one collector for each duty area, because every one more has to sign in first.
    private final List<Account> collectors = new ArrayList<>();
    private final Map<String, List<Account>> seats = new HashMap<>();
    private final List<Department> departments;
    private final Map<String, List<Component>> components = new HashMap<>();
    private final List<Component> everywhere;

    public Town(City city, Residents residents, List<Component> components, List<Account> accounts) {
        this.name = city.name();
        this.extent = city.extent();
        this.workflow = city.rules().workflow();
        this.departments = List.copyOf(residents.departments());
        this.classes = classes(city);
        this.video = video(city);
        residents.people().forEach(p -> people.put(p.id(), p));
        for (Person p : residents.people()) {
            DepartmentId department = p.department();
            if (department != null) {
                staff.computeIfAbsent(department, k -> new ArrayList<>()).add(p.id());
            }
        }
        Set<List<AreaCode>> duties = new HashSet<>();
        for (Account a : accounts) {
            this.accounts.put(a.person(), a);
            if (a.holds("collector")
                    && person(a.person()).map(p -> duties.add(p.areas())).orElse(false)) {
                collectors.add(a);
            }
            a.posts()
                    .forEach(p -> seats.computeIfAbsent(p.value(), k -> new ArrayList<>())
                            .add(a));
        }
        Collections.shuffle(collectors, new Random(SHIFT)); // so that the first few are not all neighbours
        this.everywhere = List.copyOf(components);
        for (Component c : components) {
            AreaCode area = c.area();
            if (area != null && area.value().length() > COMMUNITY_DIGITS) {
                String community = area.value().substring(0, COMMUNITY_DIGITS);
                this.components
                        .computeIfAbsent(community, k -> new ArrayList<>())
                        .add(c);
            }
        }
    }

    String name() {
        return name;
    }

    /// Another catalogue has come into force.
    public void learn(City city) {
        classes = classes(city);
        video = video(city);
    }

    /// Whether recognisers are heard when they say that.
    public boolean listensTo(String alarm) {
        return video.captures().of(alarm).isPresent();
    }

    private static VideoRules video(City city) {
        VideoRules own = city.video();
        return own == null ? VideoRules.NONE : own;
    }

    private static Map<ClassCode, CaseClass> classes(City city) {
        return city.rules().classes().stream().collect(Collectors.toUnmodifiableMap(CaseClass::code, c -> c));
    }

    /// The people and departments of the platform.
    public record Residents(List<Person> people, List<Department> departments) {}

    boolean contains(Position place) {
        return extent.contains(place);
    }

    Workflow workflow() {
        return workflow;
    }

    Optional<CaseClass> caseClass(ClassCode code) {
        return Optional.ofNullable(classes.get(code));
    }

    /// An account for a seat's work: the last ones of a post, because people sit down at the first.
    Account seat(String post, RandomGenerator random) {
        List<Account> all = seats.getOrDefault(post, List.of());
        if (all.isEmpty()) {
            throw new IllegalStateException("no account holds the post " + post);
        }
        int last = Math.min(2, all.size());
        return all.get(all.size() - 1 - random.nextInt(last));
    }

    /// One of the shift, or of its first `most`.
    Account anyCollector(int most, RandomGenerator random) {
        return collectors.get(random.nextInt(Math.min(most, collectors.size())));
    }

    /// A collector whose duty covers the place.
    Optional<Account> collectorAt(AreaCode area, RandomGenerator random) {
        List<Account> near = collectors.stream()
                .filter(a -> person(a.person()).map(p -> p.covers(area)).orElse(false))
                .toList();
        return near.isEmpty() ? Optional.empty() : Optional.of(near.get(random.nextInt(near.size())));
    }

    Optional<Person> person(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    Optional<Account> account(PersonId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /// The department's terminal.
    Optional<Account> terminal(DepartmentId id) {
        return staff.getOrDefault(id, List.of()).stream()
                .flatMap(p -> account(p).stream())
                .findFirst();
    }

    Optional<PersonId> handler(DepartmentId id, RandomGenerator random) {
        List<PersonId> all = staff.getOrDefault(id, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    /// Who answers for the class there; the one with the smallest area.
    Optional<Department> departmentFor(ClassCode classCode, AreaCode area) {
        return departments.stream()
                .filter(d -> d.classes().isEmpty() || d.classes().contains(classCode))
                .filter(d -> covers(d, area))
                .max((a, b) -> Integer.compare(reach(a), reach(b)));
    }

    /// Whether the department that has the case is the one that answers for it.
    boolean answers(Case row) {
        AreaCode area = row.place().area();
        DepartmentId has = row.progress().department();
        return area == null
                || has == null
                || departmentFor(row.subject().classCode(), area)
                        .map(d -> d.id().equals(has))
                        .orElse(true);
    }

    /// Any department on duty there but one: a mistake.
    Optional<Department> departmentBut(Department right, AreaCode area, RandomGenerator random) {
        List<Department> others = departments.stream()
                .filter(d -> !d.id().equals(right.id()) && covers(d, area))
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(others.get(random.nextInt(others.size())));
    }

    private static boolean covers(Department d, AreaCode area) {
        return d.areas().isEmpty()
                || d.areas().stream().anyMatch(a -> area.value().startsWith(a.value()));
    }

    private static int reach(Department d) {
        return d.areas().isEmpty() ? 0 : d.areas().getFirst().value().length();
    }

    /// Something that stands in this person's duty area: of the class, or anything, as a place to find trouble at.
    Optional<Component> spot(Person person, ClassCode wanted, RandomGenerator random) {
        List<Component> near = person.areas().isEmpty() // on duty everywhere
                ? everywhere
                : components.getOrDefault(person.areas().getFirst().value(), List.of());
        List<Component> exact =
                near.stream().filter(c -> c.classCode().equals(wanted)).toList();
        List<Component> choices = exact.isEmpty() ? near : exact;
        return choices.isEmpty() ? Optional.empty() : Optional.of(choices.get(random.nextInt(choices.size())));
    }
}
