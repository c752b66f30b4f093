package org.yiping.domain.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yiping.domain.kpi.Span;

/// Which time belongs to which day of somebody's duty (考勤日): a shift to the day it begins on, whole,
/// also past midnight, with what was signed for it. Days follow one another without a gap and share
/// nothing, so that no moment counts for two of them.
///
/// A day ends at midnight of the city; where a shift, or what was signed for one, reaches past midnight, it ends with
/// that; and where somebody signed in before midnight for a shift that begins after it, with that sign-in. One thread.
public final class DutyTimes {
    /// No shift a roster can say is longer: a sign-out after that ends nothing.
    private static final Duration LONGEST = Duration.ofHours(24);
    /// Somebody who signs in before midnight and never out meant the shift of the next day, if it begins so soon.
    private static final Duration EARLY = Duration.ofHours(2);

    private final ZoneId zone;
    private final Function<LocalDate, List<Span>> plan;
    private final Map<LocalDate, List<Span>> plans = new HashMap<>();
    private final Map<LocalDate, Instant> cuts = new HashMap<>();
    private final List<Span> signed;

    /// `plan` gives the shifts that begin on a day, `Spans.merged`; `signs` are what was signed from three days before
    /// the first day that is asked for to three days after the last.
    public DutyTimes(ZoneId zone, Function<LocalDate, List<Span>> plan, List<DutySign> signs) {
        this.zone = zone;
        this.plan = plan;
        this.signed = pairs(signs);
    }

    /// All the time that is judged for a day.
    public Span whole(LocalDate day) {
        Instant from = begins(day);
        Instant until = begins(day.plusDays(1));
        return new Span(from, until.isBefore(from) ? from : until);
    }

    /// What the roster asks for.
    public List<Span> planned(LocalDate day) {
        return Spans.common(planOf(day), List.of(whole(day)));
    }

    /// From sign-in to sign-out. Empty where nothing is known of it by signs: nobody signed in for that day.
    public List<Span> signed(LocalDate day) {
        return Spans.common(signed, List.of(whole(day)));
    }

    /// The day a moment belongs to.
    public LocalDate dayOf(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        while (at.isBefore(begins(day))) {
            day = day.minusDays(1);
        }
        while (!at.isBefore(begins(day.plusDays(1)))) {
            day = day.plusDays(1);
        }
        return day;
    }

    private List<Span> planOf(LocalDate day) {
        // not computeIfAbsent: a plan may look at other days
        List<Span> known = plans.get(day);
        if (known == null) {
            known = plan.apply(day);
            plans.put(day, known);
        }
        return known;
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Instant begins(LocalDate day) {
        return later(cutOf(day), cutOf(day.minusDays(1)));
    }

    private Instant cutOf(LocalDate day) {
        // not computeIfAbsent: a plan may look at other days
        Instant known = cuts.get(day);
        if (known == null) {
            known = cut(day);
            cuts.put(day, known);
        }
        return known;
    }

    /// Between the last shift of the day before and the first of this one, as near to midnight as may be.
    private Instant cut(LocalDate day) {
        List<Span> before = planOf(day.minusDays(1));
        List<Span> after = planOf(day);
        Instant low = before.isEmpty() ? Instant.MIN : before.getLast().until();
        Instant high = after.isEmpty() ? Instant.MAX : after.getFirst().from();
        if (low.isAfter(high)) {
            return low; // a roster that has somebody in two shifts at once
        }
        Instant midnight = midnight(day);
        Instant cut = midnight.isBefore(low) ? low : midnight.isAfter(high) ? high : midnight;
        for (Span s : signed) {
            if (!s.from().isBefore(cut)) {
                break; // they are sorted
            }
            if (cut.isBefore(s.until())) {
                List<Span> whole = List.of(s);
                boolean earlier = !Spans.common(whole, before).isEmpty();
                boolean later = !Spans.common(whole, after).isEmpty();
                if (!later) {
                    return s.until().isBefore(high) ? s.until() : high;
                }
                Instant noon =
                        day.minusDays(1).atTime(LocalTime.NOON).atZone(zone).toInstant();
                return earlier ? cut : later(s.from(), noon);
            }
        }
        return cut;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /// Each sign-out ends what was begun by the first sign-in since the last one; a second sign-in while the first
    /// one holds changes nothing, a sign-out without one neither. By time, whatever order a clock that jumped wrote
    /// them in.
    private List<Span> pairs(List<DutySign> signs) {
        List<Span> spans = new ArrayList<>();
        List<Instant> ins = new ArrayList<>();
        for (DutySign sign :
                signs.stream().sorted(Comparator.comparing(DutySign::at)).toList()) {
            if (sign.in()) {
                ins.add(sign.at());
            } else {
                out(ins, sign.at(), spans);
                ins.clear();
            }
        }
        ins.forEach(in -> spans.add(new Span(in, end(in))));
        return Spans.merged(spans);
    }

    private void out(List<Instant> ins, Instant out, List<Span> spans) {
        int first = ins.size();
        for (int i = ins.size() - 1; i >= 0; i--) {
            boolean holds = first == ins.size() || !end(ins.get(i)).isBefore(ins.get(first));
            if (!holds || Duration.between(ins.get(i), out).compareTo(LONGEST) > 0) {
                break;
            }
            first = i;
        }
        if (first < ins.size()) {
            spans.add(new Span(ins.get(first), out));
        }
        ins.subList(0, first).forEach(in -> spans.add(new Span(in, end(in))));
    }

    /// Until when somebody was on duty who never signed out: to the end of the roster's day they signed in for, and
    /// where it asks for nothing then, to midnight.
    private Instant end(Instant in) {
        LocalDate today = LocalDate.ofInstant(in, zone);
        LocalDate meant = null;
        Duration least = Duration.ZERO;
        for (LocalDate day = today.minusDays(1); !day.isAfter(today.plusDays(1)); day = day.plusDays(1)) {
            for (Span shift : planOf(day)) {
                Duration apart = Duration.between(in, shift.from());
                boolean soon = apart.compareTo(EARLY) <= 0;
                if (in.isBefore(shift.until()) && (soon || day.equals(today))) {
                    Duration far = soon ? apart.abs() : apart.plus(LONGEST);
                    if (meant == null || far.compareTo(least) < 0) {
                        meant = day;
                        least = far;
                    }
                }
            }
        }
        return meant == null
                ? midnight(today.plusDays(1))
                : planOf(meant).getLast().until();
    }
}
