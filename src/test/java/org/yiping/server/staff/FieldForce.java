package org.yiping.server.staff;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.yiping.city.CityFolder;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.shift.Roster;
import org.yiping.domain.shift.RosterId;
import org.yiping.domain.staff.DutySign;
import org.yiping.domain.staff.DutySigns;
import org.yiping.fake.HandClock;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Origin;
import org.yiping.server.data.PastRows;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;
import org.yiping.server.data.StaffDayTable;
import org.yiping.server.data.TrackTable;
import org.yiping.server.load.LayerText;

/// Collectors of a made-up city in March 2026, some with a roster, signs or tracks, by a seed. One thread.
final class FieldForce implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    static final int DAYS = 31;
    private static final PostCode COLLECTOR = new PostCode("collector");
    private static final int CELLS = 10;
    private static final double CELL_DEGREES = 0.01;
    private static final double WEST = 104;
    private static final double SOUTH = 30;

    final Database database;
    final TrackTable tracks;
    final StaffDays days;
    private final HandClock clock = new HandClock(start(FIRST.minusDays(60)));
    private final Ledger ledger;
    private final SplittableRandom random;

    /// How many people there are; every `signedEach`th signs, every `trackedEach`th has a track; 0 for none.
    record Size(int people, int signedEach, int trackedEach) {}

    FieldForce(Path folder, long seed, Size size) {
        random = new SplittableRandom(seed);
        database = Database.open(folder, null);
        ledger = new Ledger(database);
        tracks = new TrackTable(database);
        draw();
        people(size.people());
        roster(size.people());
        for (int p = 0; p < size.people(); p++) {
            if (size.signedEach() > 0 && p % size.signedEach() == 0) {
                sign(p);
            }
            if (size.trackedEach() > 0 && p % size.trackedEach() == 0) {
                walk(p);
            }
        }
        clock.set(start(FIRST.plusDays(DAYS + 5)));
        days = again();
    }

    /// As another start of the platform would have it.
    StaffDays again() {
        StaffBook book = new StaffBook(CityFolder.shippedStaff());
        Rows rows = new Rows(database);
        return new StaffDays(
                new StaffDays.Sources(tracks, new StaffDayTable(database), book),
                new DutyGrids(new LayerTable(database), city()),
                new DutyPlan(
                        new Rosters(rows), new Signs(rows), new Postings(rows, new PastRows(database)), book, ZONE),
                clock);
    }

    static String unit(int person) {
        return "P%05d".formatted(person);
    }

    static List<LocalDate> dates() {
        return FIRST.datesUntil(FIRST.plusDays(DAYS)).toList();
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /// A fix that comes late.
    void fix(int person, Instant at) {
        tracks.add(List.of(new FieldUnit(unit(person), "collector", "", home(person), null, at)));
    }

    private static Extent city() {
        double side = CELLS * CELL_DEGREES;
        return new Extent(WEST, SOUTH, WEST + side, SOUTH + side);
    }

    private static String cell(int person) {
        return "990101%03d".formatted(person % (CELLS * CELLS));
    }

    private static Position home(int person) {
        int cell = person % (CELLS * CELLS);
        return new Position(
                WEST + (cell % CELLS + 0.5) * CELL_DEGREES, SOUTH + ((double) (cell / CELLS) + 0.5) * CELL_DEGREES);
    }

    private void draw() {
        List<Feature> cells = new ArrayList<>();
        List<Feature> roads = new ArrayList<>();
        for (int i = 0; i < CELLS * CELLS; i++) {
            Position m = home(i);
            double half = CELL_DEGREES / 2;
            List<Position> ring = List.of(
                    new Position(m.longitude() - half, m.latitude() - half),
                    new Position(m.longitude() + half, m.latitude() - half),
                    new Position(m.longitude() + half, m.latitude() + half),
                    new Position(m.longitude() - half, m.latitude() + half),
                    new Position(m.longitude() - half, m.latitude() - half));
            cells.add(new Feature(cell(i), "", cell(i), new Shape.Surface(List.of(List.of(ring))), Map.of()));
            roads.add(new Feature(
                    "r" + i,
                    "minor",
                    "",
                    new Shape.Line(List.of(
                            new Position(m.longitude() - half, m.latitude()),
                            new Position(m.longitude() + half, m.latitude()))),
                    Map.of()));
        }
        LayerTable table = new LayerTable(database);
        LayerText.put(table, new Layer("cell", 1, cells.size(), "", "WGS 84"), cells, clock.instant());
        LayerText.put(table, new Layer("road", 1, roads.size(), "", "WGS 84"), roads, clock.instant());
    }

    /// Every seventh is given another cell in the middle of the month.
    private void people(int count) {
        write(count, p -> person(p, p));
        clock.set(start(FIRST.plusDays(14)).plus(Duration.ofHours(11)));
        write(count / 7, p -> person(p * 7, p * 7 + 1));
    }

    private Change person(int p, int cell) {
        Person person =
                new Person(new PersonId(unit(p)), unit(p), List.of(COLLECTOR), List.of(new AreaCode(cell(cell))), null);
        return Change.fact(Kinds.PERSON, unit(p), json(person), Scope.of(person));
    }

    /// Half of them by day, a quarter by night, a quarter never.
    private void roster(int count) {
        List<Roster.Duty> day = new ArrayList<>();
        List<Roster.Duty> night = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            if (p % 4 < 3) {
                (p % 4 < 2 ? day : night).add(new Roster.Duty(new PersonId(unit(p)), COLLECTOR));
            }
        }
        List<DayOfWeek> all = List.of(DayOfWeek.values());
        Roster roster = new Roster(
                new RosterId("r-1"),
                FIRST.minusDays(60),
                List.of(
                        new Roster.Shift("白班", "Day", LocalTime.of(8, 0), LocalTime.of(16, 0), all.subList(0, 5), day),
                        new Roster.Shift("夜班", "Night", LocalTime.of(22, 0), LocalTime.of(6, 0), all, night)));
        write(1, _ -> Change.fact(Kinds.ROSTER, "r-1", json(roster), Scope.OPEN));
    }

    private Instant begins(int p, LocalDate day) {
        return start(day).plus(Duration.ofHours(p % 4 == 2 ? 22 : 8));
    }

    /// In late and out early by up to half an hour; of one day in eight one of the two is missing.
    private void sign(int p) {
        Map<LocalDate, DutySigns> signed = new HashMap<>();
        for (int d = -2; d < DAYS + 2; d++) {
            LocalDate day = FIRST.plusDays(d);
            int missing = random.nextInt(16);
            Instant in = begins(p, day).plusSeconds(random.nextInt(-600, 1800));
            Instant out = begins(p, day).plus(Duration.ofHours(8)).plusSeconds(random.nextInt(-1800, 600));
            if (missing != 0) {
                add(signed, p, new DutySign(true, in, null, null));
            }
            if (missing != 1) {
                add(signed, p, new DutySign(false, out, null, null));
            }
        }
        List<DutySigns> all = List.copyOf(signed.values());
        write(
                all.size(),
                i -> Change.fact(
                        Kinds.DUTY_SIGN,
                        Signs.id(all.get(i).person(), all.get(i).day()),
                        json(all.get(i)),
                        Scope.OPEN));
    }

    private static void add(Map<LocalDate, DutySigns> signed, int p, DutySign sign) {
        LocalDate day = LocalDate.ofInstant(sign.at(), ZONE);
        DutySigns before = signed.getOrDefault(day, new DutySigns(new PersonId(unit(p)), day, List.of()));
        signed.put(day, before.with(sign));
    }

    /// A fix a minute for eight hours around the middle of the cell, some minutes missing; of two hours a third of one
    /// in one place.
    private void walk(int p) {
        List<FieldUnit> fixes = new ArrayList<>();
        for (int d = 0; d < DAYS; d++) {
            double x = 0;
            double y = 0;
            Instant begins = begins(p, FIRST.plusDays(d));
            for (int i = 0; i < 480; i++) {
                double step = i % 120 < 100 ? 0.0012 : 0;
                x = Math.clamp(x + (random.nextDouble() - 0.5) * step, -0.006, 0.006);
                y = Math.clamp(y + (random.nextDouble() - 0.5) * step, -0.006, 0.006);
                if (i % 97 < 90) {
                    Position at = new Position(home(p).longitude() + x, home(p).latitude() + y);
                    fixes.add(new FieldUnit(unit(p), "collector", "", at, null, begins.plusSeconds(60L * i)));
                }
            }
        }
        tracks.add(fixes);
    }

    private interface Making {
        Change of(int i);
    }

    private void write(int count, Making making) {
        for (int from = 0; from < count; from += 1_000) {
            int first = from;
            ledger.write(batch -> {
                for (int i = first; i < Math.min(count, first + 1_000); i++) {
                    batch.put(Origin.PLATFORM, clock.instant(), making.of(i));
                }
            });
        }
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }

    @Override
    public void close() {
        database.close();
    }
}
