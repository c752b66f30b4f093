package org.yiping.domain.wall;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Versioned;

/// How a city's wall behaves by itself: which scene is due when, how it darkens at night and shifts against
/// burn-in, the room it hangs in, who may send what to it, and how long a scene stands that was chosen at the wall
/// itself (`hand`). The city's data, by versions. Immutable; any thread.
///
/// Everything here is asked of the clock and remembers nothing: after a jump of the clock, a restart or a
/// day asleep the wall is where it should be, and several computers of one wall are at the same place.
public record WallRules(
        String version,
        SceneId standard,
        @Nullable SceneId onOpenDay,
        @Nullable SceneId onAlarm,
        List<Due> schedule,
        @Nullable Night night,
        Shift shift,
        Room room,
        WallSharing sharing,
        Duration hand)
        implements Versioned {
    /// How long a scene stands that was chosen at the wall, where the city lays down nothing about it.
    public static final Duration USUAL_HAND = Duration.ofMinutes(30);

    /// For a city that has written none: the overview, day and night; the room of the design.
    public static final WallRules SHIPPED = new WallRules(
            "shipped",
            new SceneId("overview"),
            null,
            null,
            List.of(),
            null,
            new Shift(2, Duration.ofMinutes(10)),
            new Room(8, 1.2, 0));

    public WallRules {
        schedule = List.copyOf(schedule);
        // absent in books that were kept before they were
        sharing = sharing == null ? WallSharing.OPEN : sharing;
        hand = hand == null ? USUAL_HAND : hand;
    }

    /// Of a city that lays nothing down about who may send what to its wall, nor how long a scene stands
    /// that was chosen at it; `sharing` and `hand` say so.
    public WallRules(
            String version,
            SceneId standard,
            @Nullable SceneId onOpenDay,
            @Nullable SceneId onAlarm,
            List<Due> schedule,
            @Nullable Night night,
            Shift shift,
            Room room) {
        this(version, standard, onOpenDay, onAlarm, schedule, night, shift, room, WallSharing.OPEN, USUAL_HAND);
    }

    /// The same under another version.
    public WallRules version(String next) {
        return new WallRules(next, standard, onOpenDay, onAlarm, schedule, night, shift, room, sharing, hand);
    }

    /// With other scenes for when nothing else is due, for open days and for alarms.
    public WallRules scenes(SceneId nextStandard, @Nullable SceneId openDay, @Nullable SceneId alarm) {
        return new WallRules(version, nextStandard, openDay, alarm, schedule, night, shift, room, sharing, hand);
    }

    public WallRules schedule(List<Due> next) {
        return new WallRules(version, standard, onOpenDay, onAlarm, next, night, shift, room, sharing, hand);
    }

    public WallRules night(@Nullable Night next) {
        return new WallRules(version, standard, onOpenDay, onAlarm, schedule, next, shift, room, sharing, hand);
    }

    public WallRules shift(Shift next) {
        return new WallRules(version, standard, onOpenDay, onAlarm, schedule, night, next, room, sharing, hand);
    }

    public WallRules sharing(WallSharing next) {
        return new WallRules(version, standard, onOpenDay, onAlarm, schedule, night, shift, room, next, hand);
    }

    public WallRules room(Room next) {
        return new WallRules(version, standard, onOpenDay, onAlarm, schedule, night, shift, next, sharing, hand);
    }

    public WallRules hand(Duration next) {
        return new WallRules(version, standard, onOpenDay, onAlarm, schedule, night, shift, room, sharing, next);
    }

    /// On which days something is due.
    public enum Days {
        ANY,
        WORKING,
        FREE
    }

    /// Scenes that are due on some days from one time to another; past midnight where `until` is not after `from`, and
    /// then on the day on which it began. Several of them in turn, each for `every`.
    public record Due(
            List<SceneId> scenes,
            List<DayOfWeek> weekdays,
            Days days,
            LocalTime from,
            LocalTime until,
            Duration every) {
        public Due {
            scenes = List.copyOf(scenes);
            weekdays = List.copyOf(weekdays);
        }

        boolean holds(ZonedDateTime now, List<LocalDate> free) {
            LocalTime time = now.toLocalTime();
            LocalDate day = now.toLocalDate();
            if (from.isBefore(until)) {
                return on(day, free) && !time.isBefore(from) && time.isBefore(until);
            }
            return (!time.isBefore(from) && on(day, free)) || (time.isBefore(until) && on(day.minusDays(1), free));
        }

        private boolean on(LocalDate day, List<LocalDate> free) {
            boolean kind = switch (days) {
                case ANY -> true;
                case WORKING -> !free.contains(day);
                case FREE -> free.contains(day);
            };
            return kind && (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()));
        }
    }

    /// When the wall is darker, and how much of its light words and pictures keep, in percent.
    public record Night(LocalTime from, LocalTime until, int text, int pictures) {
        boolean holds(LocalTime time) {
            return from.isBefore(until)
                    ? !time.isBefore(from) && time.isBefore(until)
                    : !time.isBefore(from) || time.isBefore(until);
        }
    }

    /// How far the picture wanders so that nothing burns in: along a ring of eight places, to the next one `every` so
    /// often.
    public record Shift(int pixels, Duration every) {}

    /// From how far the wall is read, how wide one of its monitors is, and the frame between two pictures; the rest as
    /// far as somebody measured it.
    public record Room(
            double lastSeatMetres,
            double monitorMetres,
            double bezelMillimetres,
            @Nullable Survey survey) {
        public Room(double lastSeatMetres, double monitorMetres, double bezelMillimetres) {
            this(lastSeatMetres, monitorMetres, bezelMillimetres, null);
        }

        /// The frame in pixels of a monitor that is so many pixels wide.
        public double bezel(double monitorPixels) {
            return bezelMillimetres / (monitorMetres * 1000) * monitorPixels;
        }

        /// What is known of its monitors and machine.
        public Survey known() {
            return survey == null ? Survey.NONE : survey;
        }
    }

    /// What only the linter asks for (`Legibility`): the wall's monitors by columns and rows, the pixels of each, the
    /// seat nearest to it, and how many pictures its machine decodes at once. Each absent where nobody
    /// measured it.
    public record Survey(
            WallScene.@Nullable Grid monitors,
            @Nullable Pixels pixels,
            @Nullable Double nearestSeatMetres,
            @Nullable Decoding decoding) {
        public static final Survey NONE = new Survey(null, null, null, null);

        private static final Pixels USUAL = new Pixels(1920, 1080);

        public Pixels each() {
            return pixels == null ? USUAL : pixels;
        }
    }

    /// Of one monitor.
    public record Pixels(int across, int down) {}

    /// So many pictures at once, and by which measurement; `mb` is what each takes of the machine's memory, absent
    /// where nobody wrote it. Typed by hand: what a wall's computers have measured themselves (`WallMachine`) goes
    /// before it.
    public record Decoding(
            int pictures, String measured, @Nullable Integer mb) {
        public Decoding(int pictures, String measured) {
            this(pictures, measured, null);
        }
    }

    /// How bright words and pictures are, 0 to 1.
    public record Light(double text, double pictures) {
        public static final Light DAY = new Light(1, 1);
    }

    /// By how many pixels everything stands aside.
    public record Offset(int x, int y) {
        public static final Offset NONE = new Offset(0, 0);
    }

    /// The scene that is due, of those there are; `free` are the days nobody works.
    public SceneId due(Instant now, ZoneId zone, List<LocalDate> free) {
        ZonedDateTime here = now.atZone(zone);
        for (Due due : schedule) {
            if (due.holds(here, free)) {
                return due.scenes()
                        .get(WallScene.turn(now, due.every(), due.scenes().size()));
            }
        }
        return standard;
    }

    public Light light(Instant now, ZoneId zone) {
        return night != null && night.holds(now.atZone(zone).toLocalTime())
                ? new Light(night.text() / 100.0, night.pictures() / 100.0)
                : Light.DAY;
    }

    public Offset offset(Instant now) {
        int[] ring = {1, 1, 0, -1, -1, -1, 0, 1};
        int at = WallScene.turn(now, shift.every(), ring.length);
        return new Offset(ring[at] * shift.pixels(), ring[(at + 6) % ring.length] * shift.pixels());
    }
}
