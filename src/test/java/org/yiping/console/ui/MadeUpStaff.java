package org.yiping.console.ui;

// long because a whole day of every person is made up and judged here

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CityFolder;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.StaffLookup;
import org.yiping.console.store.Tables;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.kpi.Period;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.sensor.SensorTrend;
import org.yiping.domain.staff.DayJudge;
import org.yiping.domain.staff.DutyGround;
import org.yiping.domain.staff.Fixes;
import org.yiping.domain.staff.RollCall;
import org.yiping.domain.staff.RollCallId;
import org.yiping.domain.staff.RollCallSheet;
import org.yiping.domain.staff.Spell;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.domain.staff.StaffBoard.Share;
import org.yiping.domain.staff.StaffDay;
import org.yiping.domain.staff.StaffRules;
import org.yiping.domain.staff.StaffTrack;

/// People's work in a made-up city, judged by the shipped rules from walks that stand still, stray and fall silent.
final class MadeUpStaff implements StaffLookup {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final PostCode COLLECTOR = new PostCode("collector");
    private static final double METRE = 1 / 111_195.0;

    private final Tables tables;
    private final Instant now;
    private final StaffRules rules = CityFolder.shippedStaff().getFirst();

    MadeUpStaff(Tables tables, Instant now) {
        this.tables = tables;
        this.now = now;
    }

    private List<Person> people() {
        return tables.people
                .rows()
                .values()
                .filter(p -> p.posts().contains(COLLECTOR))
                .sorted(Comparator.comparing(p -> p.id().value()))
                .toList();
    }

    private record Walked(Fixes fixes, DutyGround ground, Position middle, DayJudge.Judged judged) {}

    /// Along streets a hundred metres apart, seven each way, from eight on.
    private Walked walked(Person person, LocalDate day) {
        Random random = new Random(person.id().hashCode() * 31L + day.toEpochDay());
        AreaCode area = person.areas().isEmpty() ? null : person.areas().getFirst();
        Position middle = area == null
                ? new Position(104.65, 30.12)
                : tables.areas.rows().find(area).orElseThrow().centre();
        double wide = METRE / Math.cos(Math.toRadians(middle.latitude()));
        List<Position> pieces = new ArrayList<>();
        for (int street = -3; street <= 3; street++) {
            for (int along = -300; along <= 300; along += 25) {
                pieces.add(at(middle, wide, along, street * 100));
                pieces.add(at(middle, wide, street * 100, along));
            }
        }
        DutyGround ground = new DutyGround("streets", pieces, rules.coverage().reachMetres());
        Fixes fixes = new Fixes();
        Instant begins = day.atTime(LocalTime.of(8, 0)).atZone(ZONE).toInstant();
        Instant ends = begins.plus(Duration.ofHours(9)).isBefore(now) ? begins.plus(Duration.ofHours(9)) : now;
        Instant t = begins;
        double x = 0;
        double y = 0;
        int stand = 0;
        boolean east = true;
        int way = 1;
        while (t.isBefore(ends)) {
            fixes.add(t.toEpochMilli(), middle.longitude() + x * wide, middle.latitude() + y * METRE);
            t = t.plusSeconds(30);
            if (stand > 0) {
                stand--;
                continue;
            }
            x += east ? way * 25 : 0;
            y += east ? 0 : way * 25;
            if (Math.round(x) % 100 == 0 && Math.round(y) % 100 == 0) {
                east = random.nextBoolean();
                way = random.nextBoolean() ? 1 : -1;
                double next = (east ? x : y) + way * 100;
                way = Math.abs(next) > 450 ? -way : way;
                int luck = random.nextInt(40);
                stand = luck == 0 ? 50 : luck < 6 ? 4 : 0;
                t = luck == 7 ? t.plusSeconds(1800) : t;
            }
        }
        Span duty = new Span(begins, ends.isAfter(begins) ? ends : begins);
        Duration planned = Duration.between(duty.from(), duty.until());
        DayJudge.Judged judged = new DayJudge(rules)
                .judge(
                        person.id().value(),
                        day,
                        fixes,
                        new DayJudge.Duty(
                                StaffRules.SIGN, planned, planned.minusMinutes(random.nextInt(25)), List.of(duty)),
                        new DayJudge.Grid(
                                (_, p) -> Math.abs(p.longitude() - middle.longitude()) < 360 * wide
                                        && Math.abs(p.latitude() - middle.latitude()) < 360 * METRE,
                                ground));
        return new Walked(fixes, ground, middle, judged);
    }

    private static Position at(Position middle, double wide, double east, double north) {
        return new Position(middle.longitude() + east * wide, middle.latitude() + north * METRE);
    }

    private LocalDate today() {
        return now.atZone(ZONE).toLocalDate();
    }

    @Override
    public CompletableFuture<Found<StaffBoard>> board(String period, @Nullable LocalDate day) {
        Span span = Period.of(period, now.atZone(ZONE)).orElseThrow().span();
        List<StaffBoard.Row> rows = new ArrayList<>();
        int n = 0;
        for (Person person : people()) {
            rows.add(row(person, walked(person, today()).judged().day(), n++));
        }
        rows.add(vehicle());
        return got(new StaffBoard(now.minusSeconds(7), span, rules.version(), true, rows));
    }

    private StaffBoard.Row row(Person person, StaffDay d, int n) {
        boolean away = n % 37 == 5;
        long reported = (n * 7L) % 13;
        Share coverage = share(d.passed(), d.points());
        Double covered = coverage.value();
        return new StaffBoard.Row(
                person.id().value(),
                person.name(),
                COLLECTOR,
                person.areas(),
                away ? null : now.minusSeconds(5 + n % 40),
                away ? 0 : 1,
                away ? 0 : d.onDutyMillis(),
                away ? 0 : d.trackedMillis(),
                away ? 0 : d.metres(),
                new Share(away ? Long.valueOf(0) : d.attendedMillis(), d.plannedMillis()),
                away ? Share.UNKNOWN : new Share(d.gapMillis(), d.onDutyMillis()),
                away ? Share.UNKNOWN : new Share(d.idleMillis(), d.trackedMillis()),
                away ? Share.UNKNOWN : new Share(d.offGridMillis(), d.trackedMillis()),
                away ? Share.UNKNOWN : coverage,
                reported,
                new Share(Math.max(0, reported - n % 3), reported),
                new Share((long) n % 3, (long) (4 + n % 9)),
                n % 5 == 0 ? new Share((long) n % 2, 1L) : new Share(0L, 0L),
                away || covered == null ? null : Double.valueOf(58 + 40 * covered - n % 7),
                away ? 0.35 : 0.9);
    }

    private static Share share(@Nullable Integer part, @Nullable Integer whole) {
        return part == null || whole == null ? Share.UNKNOWN : new Share((long) part, (long) whole);
    }

    private StaffBoard.Row vehicle() {
        return new StaffBoard.Row(
                "V3",
                "V3",
                null,
                List.of(),
                now.minusSeconds(3),
                1,
                9_000_000,
                8_700_000,
                41_200,
                Share.UNKNOWN,
                new Share(300_000L, 9_000_000L),
                new Share(1_200_000L, 8_700_000L),
                Share.UNKNOWN,
                Share.UNKNOWN,
                null,
                Share.UNKNOWN,
                Share.UNKNOWN,
                Share.UNKNOWN,
                null,
                0.1);
    }

    @Override
    public CompletableFuture<Found<List<StaffRules>>> rules() {
        return CompletableFuture.completedFuture(new Found.Got<>(List.of(rules)));
    }

    @Override
    public CompletableFuture<Found<StaffTrack>> day(String unit, LocalDate day) {
        Person person = people().stream()
                .filter(p -> p.id().value().equals(unit))
                .findFirst()
                .orElse(people().getFirst());
        Walked walked = walked(person, day);
        List<StaffTrack.Fix> fixes = new ArrayList<>();
        for (int i = 0; i < walked.fixes().size(); i++) {
            Instant at = walked.fixes().at(i);
            boolean gap = walked.judged().day().spells().stream()
                    .anyMatch(s -> s.kind() == Spell.Kind.GAP && s.until().equals(at));
            fixes.add(new StaffTrack.Fix(at, walked.fixes().position(i), gap));
        }
        List<Position> passed = new ArrayList<>();
        List<Position> open = new ArrayList<>();
        for (int i = 0; i < walked.ground().points().size(); i++) {
            (walked.judged().passed().get(i) ? passed : open)
                    .add(walked.ground().points().get(i));
        }
        return got(new StaffTrack(
                now.minusSeconds(2), walked.judged().day(), person.name(), "streets", fixes, passed, open, List.of()));
    }

    @Override
    public CompletableFuture<Found<List<RollCallSheet>>> rollCalls(int most) {
        return got(List.of(sheet("call-2", now.minusSeconds(192)), sheet("call-1", now.minusSeconds(9_000))));
    }

    @Override
    public CompletableFuture<Found<RollCallSheet>> rollCall(RollCallId id, int size, @Nullable AreaCode area) {
        return got(sheet(id.value(), now));
    }

    private RollCallSheet sheet(String id, Instant at) {
        List<RollCall.Present> present = people().stream()
                .limit(120)
                .map(p -> new RollCall.Present(
                        p.id(), StaffRules.SIGN, at.minusSeconds(p.id().hashCode() % 3 == 0 ? 2400 : 12)))
                .toList();
        RollCall call = new RollCall(
                new RollCallId(id),
                new Actor(new PersonId("P0017"), new PostCode("supervisor"), new SeatId("1")),
                at,
                at.plusSeconds(300),
                null,
                rules.version(),
                6,
                present);
        String seed = "9f2c4e71d03ab58c66e1f0a7";
        List<RollCallSheet.Line> lines = new ArrayList<>();
        int n = 0;
        for (RollCall.Present p : call.drawn(seed + id)) {
            RollCall.Answer answer = n == 0 || n == 1 || (n == 2 && at.isBefore(now.minusSeconds(600)))
                    ? new RollCall.Answer(
                            call.id(),
                            p.person(),
                            at.plusSeconds(n == 2 ? 412 : 31 + 58L * n),
                            null,
                            n == 1 ? null : new Position(104.65, 30.12),
                            "")
                    : null;
            String name =
                    tables.people.rows().find(p.person()).map(Person::name).orElse("");
            lines.add(new RollCallSheet.Line(p, name, call.outcome(p, answer, rules.rollCall(), now), answer));
            n++;
        }
        return new RollCallSheet(call, 128_402, seed, RollCall.METHOD, lines);
    }

    @Override
    public CompletableFuture<Found<List<SensorTrend>>> trends(List<SensorId> sensors) {
        List<SensorTrend> all = new ArrayList<>();
        for (SensorId sensor : sensors) {
            Random random = new Random(sensor.value().hashCode());
            List<SensorTrend.Point> points = new ArrayList<>();
            double base = 20 + random.nextInt(60);
            for (int hour = 24; hour >= 0; hour--) {
                if (random.nextInt(14) != 0) {
                    points.add(new SensorTrend.Point(
                            now.minus(Duration.ofHours(hour)),
                            Math.max(0, base + 18 * Math.sin(hour / 4.0) + random.nextInt(9))));
                }
            }
            boolean silent = random.nextInt(9) == 0;
            all.add(new SensorTrend(sensor, silent ? List.of() : points, !silent));
        }
        return got(List.copyOf(all));
    }

    private static <T> CompletableFuture<Found<T>> got(T value) {
        return CompletableFuture.completedFuture(new Found.Got<>(value));
    }
}
