package org.yiping.server.staff;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.identity.Person;
import org.yiping.domain.staff.DutySign;
import org.yiping.domain.staff.DutySigns;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Origin;
import org.yiping.server.data.PastRows;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;
import org.yiping.server.data.StaffDayTable;
import org.yiping.server.data.TrackTable;
import org.yiping.server.kpi.FigureDesk;

/// All there is of people's work in the field, put together: tracks kept, days judged, roll-calls, signs. Any
/// thread.
public final class Staff {
    private final TrackKeeper keeper;
    private final StaffBook book;
    private final Signs signs;
    private final StaffDesk desk;
    private final CommandDesk commands;
    private final City city;
    /// Of two signs at once neither is lost.
    private final ReentrantLock signing = new ReentrantLock();

    /// The city: what it is made of and who is in it; `heard` is when a unit told its position last.
    public record City(
            String code,
            ZoneId zone,
            Extent box,
            Supplier<List<Person>> people,
            Function<String, Optional<Instant>> heard) {}

    public Staff(Database database, CommandDesk commands, FigureDesk figures, City city, Rules rules) {
        Rows rows = new Rows(database);
        this.book = rules.book();
        this.signs = new Signs(rows);
        this.commands = commands;
        this.city = city;
        InstantSource clock = rules.clock();
        TrackTable tracks = new TrackTable(database);
        this.keeper = new TrackKeeper(tracks, book, city.zone(), clock);
        DutyPlan plan =
                new DutyPlan(new Rosters(rows), signs, new Postings(rows, new PastRows(database)), book, city.zone());
        Presence presence = new Presence(city.people(), city.heard(), plan, book, city.zone());
        this.desk = new StaffDesk(
                new StaffDays(
                        new StaffDays.Sources(tracks, new StaffDayTable(database), book),
                        new DutyGrids(new LayerTable(database), city.box()),
                        plan,
                        clock),
                new StaffWork(figures),
                new RollCalls(database, commands, presence, city.code(), clock),
                presence,
                new StaffDesk.Tracks(tracks, keeper),
                new StaffDesk.Around(city.zone(), clock, rules.beside()));
    }

    /// By what people are judged, what time it is, and who judges beside whoever asks.
    public record Rules(StaffBook book, InstantSource clock, Executor beside) {}

    public TrackKeeper keeper() {
        return keeper;
    }

    public StaffBook book() {
        return book;
    }

    public StaffDesk desk() {
        return desk;
    }

    /// Somebody signs in or out, in their own hand, by the platform's clock. Which day it counts for is said by the
    /// shift.
    public DutySigns sign(Person person, Origin origin, DutySign sign) {
        LocalDate day = LocalDate.ofInstant(sign.at(), city.zone());
        signing.lock();
        try {
            DutySigns next = signs.of(person.id(), day)
                    .orElse(new DutySigns(person.id(), day, List.of()))
                    .with(sign);
            commands.write(
                    origin,
                    List.of(Change.fact(
                            Kinds.DUTY_SIGN,
                            Signs.id(person.id(), day),
                            Json.mapper().writeValueAsString(next),
                            Scope.of(person))));
            return next;
        } finally {
            signing.unlock();
        }
    }
}
