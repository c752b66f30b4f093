package org.yiping.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiping.city.CityFolder;
import org.yiping.domain.Versions;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseRules;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.video.VideoRules;
import org.yiping.domain.wall.WallBook;
import org.yiping.fake.ManualClock;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.CommandRequest;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.SmallCity;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.access.Roster;
import org.yiping.server.data.Change;
import org.yiping.server.data.CommandTable;
import org.yiping.server.data.Database;
import org.yiping.server.data.Entry;
import org.yiping.server.data.FileTable;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;

/// The writer's side of a server over a real storage, and a clock that stands until a test moves it.
final class SmallHall implements AutoCloseable {
    /// A Monday, ten in the morning in the city.
    static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");

    final ManualClock clock = new ManualClock(MORNING);
    /// Bytes on the disk.
    volatile long free = 1L << 40;
    final CityFolder city;
    final Rows rows;
    final JournalReader journal;
    final Database database;
    private final AlarmRules alarms;
    private final WallBook wall;
    private final List<Keeper> keepers = new ArrayList<>();
    CommandDesk desk;

    /// What looks after time on this desk.
    interface Keeper {
        void follow(List<Entry> entries);

        void tick(CommandDesk desk);
    }

    /// Makes the keepers of a start, a new one each time.
    interface Staff {
        List<Keeper> of(SmallHall hall, Rulebook book, CaseRules casework, Roster roster);
    }

    private final Staff staff;

    SmallHall(Path folder, Staff staff) {
        this(folder, AlarmRules.NONE, staff);
    }

    SmallHall(Path folder, AlarmRules alarms, Staff staff) {
        this(folder, alarms, WallBook.NONE, staff);
    }

    SmallHall(Path folder, AlarmRules alarms, WallBook wall, Staff staff) {
        this.staff = staff;
        this.alarms = alarms;
        this.wall = wall;
        city = new CityFolder(SmallCity.in(folder));
        database = Database.open(folder, null);
        rows = new Rows(database);
        journal = new JournalReader(database);
        Ledger ledger = new Ledger(database);
        ledger.write(batch -> {
            city.departments()
                    .forEach(d -> batch.put(Origin.PLATFORM, MORNING, fact(Kinds.DEPARTMENT, d.id().value(), d)));
            city.people()
                    .forEach(p -> batch.put(
                            Origin.PLATFORM,
                            MORNING,
                            fact(Kinds.PERSON, p.person().id().value(), p.person())));
            city.rules(city.workflow())
                    .forEach(r -> batch.put(Origin.PLATFORM, MORNING, fact(Kinds.RULE, r.id().value(), r)));
        });
        desk = start(ledger);
    }

    private CommandDesk start(Ledger ledger) {
        Rulebook book = new Rulebook(
                city.settings(),
                Versions.of(city.catalogue()),
                city.workflow(),
                Versions.of(city.settings().workCalendar()),
                Versions.of(alarms),
                Versions.of(VideoRules.NONE),
                wall);
        Roster roster = new Roster(rows);
        CaseRules casework = book.rules(new Anywhere(), roster);
        keepers.clear();
        keepers.addAll(staff.of(this, book, casework, roster));
        CommandDesk made = new CommandDesk(
                ledger,
                new CaseClerk(
                        book,
                        casework,
                        Access.shipped(),
                        new FileTable(database),
                        CommandDeskTest.counsel(database, city, new Anywhere())),
                new CommandTable(database),
                entries -> keepers.forEach(k -> k.follow(entries)),
                new CommandDesk.Surroundings(clock, () -> free));
        made.start(task -> Thread.ofPlatform().start(task));
        keepers.forEach(k -> k.tick(made));
        return made;
    }

    /// Stops, lets time pass, and starts again on the same storage.
    void restart(Duration away) {
        desk.close();
        clock.advance(away);
        desk = start(new Ledger(database));
    }

    void tick() {
        keepers.forEach(k -> k.tick(desk));
    }

    void later(Duration by) {
        clock.advance(by);
        tick();
    }

    static Change fact(String kind, String id, Object row) {
        return Change.fact(kind, id, Json.mapper().writeValueAsString(row), Scope.OPEN);
    }

    /// As the account of the small city that fits.
    Answer submit(String account, Object body) {
        CommandRequest request = Json.mapper().readValue(Json.mapper().writeValueAsString(body), CommandRequest.class);
        Person person = city.people().stream()
                .filter(s -> account.equals(s.account()))
                .findFirst()
                .orElseThrow()
                .person();
        Actor actor = new Actor(person.id(), person.posts().getFirst(), new SeatId("s1"));
        CommandId key = new CommandId(UUID.randomUUID().toString());
        return desk.submit(new Principal("s", actor, person), CommandCodec.decode(key, request), key.value());
    }

    void must(String account, Object body) {
        assertThat(submit(account, body)).isInstanceOf(Answer.Applied.class);
    }

    /// Refused as `status code`.
    String refused(String account, Object body) {
        Answer answer = submit(account, body);
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).status() + " " + ((Answer.Refused) answer).code();
    }

    Row row(String id) {
        return rows.find(Kinds.CASE, id).orElseThrow();
    }

    Case of(String id) {
        return Json.mapper().readValue(row(id).content(), Case.class);
    }

    String state(String id) {
        return of(id).progress().state().value();
    }

    List<FlowRecord> records(String id) {
        return rows.history(row(id).place().trail()).reversed().stream()
                .map(e -> Json.mapper().readValue(e.change().content(), FlowRecord.class))
                .toList();
    }

    /// The records as `person action`.
    List<String> story(String id) {
        return records(id).stream()
                .map(r -> r.actor().person().value() + " " + r.step().action().value())
                .toList();
    }

    @Override
    public void close() {
        desk.close();
        database.close();
    }

    private static final class Anywhere implements AreaFinder {
        @Override
        public Optional<AreaCode> areaAt(Position position) {
            return Optional.of(new AreaCode("99010100100101"));
        }

        @Override
        public boolean isInCity(Position position) {
            return true;
        }
    }
}
