package org.yiping.console.ui.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.SpellLanes;
import org.yiping.console.ui.control.TrackSketch;
import org.yiping.domain.geo.Position;
import org.yiping.domain.staff.Spell;
import org.yiping.domain.staff.StaffTrack;

/// A person's day as it is drawn: its spells as bars over the hours from midnight to midnight, or from
/// the sign-in and to the end of a shift that reach further, and its track as numbers. Immutable; any
/// thread.
final class DayPicture {
    /// From the top; what nothing is known of is last and hollow.
    static final List<Spell.Kind> LANES =
            List.of(Spell.Kind.ACTIVE, Spell.Kind.IDLE, Spell.Kind.OFF_GRID, Spell.Kind.GAP);

    private static final int PARTS = 6;

    private final StaffTrack track;
    private final Words words;
    private final Instant from;
    private final double whole;

    DayPicture(StaffTrack track, LocalDate day, Words words) {
        this.track = track;
        this.words = words;
        Instant begins = day.atStartOfDay(words.zone()).toInstant();
        Instant midnight = day.plusDays(1).atStartOfDay(words.zone()).toInstant();
        List<Spell> spells = track.day().spells();
        Instant first = spells.isEmpty() ? begins : spells.getFirst().from();
        from = first.isBefore(begins) ? first : begins;
        Instant last = spells.isEmpty() ? midnight : spells.getLast().until();
        whole = Duration.between(from, last.isAfter(midnight) ? last : midnight).toMillis();
    }

    List<SpellLanes.Bar> bars() {
        List<SpellLanes.Bar> bars = new ArrayList<>();
        for (Spell s : track.day().spells()) {
            bars.add(new SpellLanes.Bar(LANES.indexOf(s.kind()), share(s.from()), share(s.until())));
        }
        return bars;
    }

    private double share(Instant at) {
        return Duration.between(from, at).toMillis() / whole;
    }

    List<String> hours() {
        List<String> hours = new ArrayList<>();
        for (int i = 0; i <= PARTS; i++) {
            hours.add(words.minute(from.plusMillis((long) (whole * i / PARTS))));
        }
        return hours;
    }

    TrackSketch.Shown way() {
        boolean[] gaps = new boolean[track.fixes().size()];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = track.fixes().get(i).gap();
        }
        return new TrackSketch.Shown(
                pairs(track.open()),
                pairs(track.passed()),
                pairs(track.fixes().stream().map(StaffTrack.Fix::position).toList()),
                gaps);
    }

    private static double[] pairs(List<Position> places) {
        double[] pairs = new double[places.size() * 2];
        for (int i = 0; i < places.size(); i++) {
            pairs[2 * i] = places.get(i).longitude();
            pairs[2 * i + 1] = places.get(i).latitude();
        }
        return pairs;
    }
}
