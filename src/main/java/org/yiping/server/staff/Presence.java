package org.yiping.server.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.Person;
import org.yiping.domain.staff.RollCall;
import org.yiping.domain.staff.StaffRules;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Scope;

/// Who is judged, and who of them is on duty now. Any thread.
final class Presence {
    private final Supplier<List<Person>> everybody;
    private final Function<String, Optional<Instant>> heard;
    private final DutyPlan plan;
    private final StaffBook book;
    private final ZoneId zone;

    Presence(
            Supplier<List<Person>> everybody,
            Function<String, Optional<Instant>> heard,
            DutyPlan plan,
            StaffBook book,
            ZoneId zone) {
        this.everybody = everybody;
        this.heard = heard;
        this.plan = plan;
        this.book = book;
        this.zone = zone;
    }

    StaffRules rules(Instant at) {
        return book.at(LocalDate.ofInstant(at, zone));
    }

    /// People in a post that is judged, by id.
    List<Person> judged(StaffRules rules) {
        return everybody.get().stream()
                .filter(p -> p.posts().stream().anyMatch(rules.posts()::contains))
                .sorted(Comparator.comparing(p -> p.id().value()))
                .toList();
    }

    /// Units that are people: what somebody carries is theirs, whatever kind it says it is.
    Set<String> carriers() {
        return everybody.get().stream().map(p -> p.id().value()).collect(Collectors.toSet());
    }

    Optional<Instant> heard(String unit) {
        return heard.apply(unit);
    }

    /// On duty in an area (absent: anywhere), as far as a caller reaches, by id.
    List<RollCall.Present> onDuty(Reach reach, @Nullable AreaCode area, Instant now) {
        StaffRules rules = rules(now);
        DutyPlan.Reading reading = plan.read();
        List<RollCall.Present> there = new ArrayList<>();
        for (Person person : judged(rules)) {
            if (reach.sees(Scope.of(person)) && (area == null || serves(person, area))) {
                Instant last = heard.apply(person.id().value()).orElse(null);
                plan.onDuty(reading, person.id(), rules, new DutyPlan.Now(now, last))
                        .ifPresent(basis -> there.add(new RollCall.Present(person.id(), basis, last)));
            }
        }
        return there;
    }

    private static boolean serves(Person person, AreaCode area) {
        return person.areas().stream().anyMatch(a -> a.value().startsWith(area.value()));
    }
}
