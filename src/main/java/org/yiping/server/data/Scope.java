package org.yiping.server.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Assistance;
import org.yiping.domain.casework.Case;
import org.yiping.domain.hotline.PhoneCall;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.SeatId;

/// What decides who may see a row: the area it lies in and the department that has it, where it has one. What belongs
/// to several areas (people) or departments (cases) at once names them all, apart by a space. Immutable.
public record Scope(@Nullable String area, @Nullable String department) {
    public static final Scope OPEN = new Scope(null, null);
    /// How every seat begins.
    public static final String SEATS = "seat:";
    /// Stands for the department of what waits to be judged.
    public static final String WAITING = "waiting";
    /// Stands among the areas of what concerns departments of the whole city.
    private static final String CITY = "city:";
    /// No list of areas is longer: the column's width.
    public static final int LONGEST = 1000;

    /// Of what is put up for departments of the whole city, wherever their terminals stand.
    public static Scope ofCity(String area, String departments) {
        return new Scope(area + ' ' + CITY, departments);
    }

    /// A reach's areas and the whole city; none stay none, which is the same.
    public static List<String> withCity(List<String> areas) {
        return areas.isEmpty()
                ? areas
                : Stream.concat(areas.stream(), Stream.of(CITY)).toList();
    }

    /// Of a case: where it lies, and the departments that work on it, the leading one first.
    public static Scope of(Case c) {
        DepartmentId lead = c.progress().department();
        AreaCode area = c.place().area();
        return new Scope(
                area == null ? null : area.value(),
                lead == null ? null : all(lead.value(), c.progress().assistants()));
    }

    private static String all(String lead, List<Assistance> assisting) {
        StringBuilder all = new StringBuilder(lead);
        assisting.forEach(a -> all.append(' ').append(a.department().value()));
        return all.toString();
    }

    /// Of a call: at its seat, for everybody who takes calls while it has none, and for nobody once it is over.
    public static Scope of(PhoneCall call) {
        SeatId seat = call.seat();
        if (call.step() == PhoneCall.Step.ENDED) {
            return new Scope("over", null);
        }
        return seat == null ? OPEN : new Scope(at(seat), null);
    }

    /// Of what is of all that somebody serves. Of the whole city it is no district's to see: `city` stands for that.
    public static Scope all(Person person, String city) {
        String areas = of(person).area();
        return new Scope(areas == null ? city : areas, null);
    }

    /// Of something people have to judge, lying there.
    public static Scope waiting(@Nullable String area) {
        return new Scope(area, WAITING);
    }

    /// The same once it is judged: nobody's queue has it any more.
    public static Scope done(Scope before) {
        return new Scope(before.area(), "done");
    }

    /// A seat in the place of an area: closed, because areas are compared by how they begin.
    public static String at(SeatId seat) {
        return SEATS + seat.value().replace(' ', '\u00a0') + ";";
    }

    /// Of somebody who serves these areas; none are the whole city.
    public static Scope of(Person person) {
        String areas = person.areas().stream().map(AreaCode::value).sorted().collect(Collectors.joining(" "));
        DepartmentId department = person.department();
        return new Scope(areas.isEmpty() ? null : areas, department == null ? null : department.value());
    }
}
