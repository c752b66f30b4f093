package org.yiping.server.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.shift.Roster;
import org.yiping.domain.staff.DayJudge;
import org.yiping.domain.staff.DutySign;
import org.yiping.domain.staff.DutySigns;
import org.yiping.domain.staff.Fixes;
import org.yiping.domain.staff.StaffRules;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Rows;

/// When people are and were on duty: what the roster asks for, what they signed, and where neither is known,
/// their track. Any thread.
final class DutyPlan {
    private static final int MOST_ROSTERS = 1000;

    private final Rows rows;
    private final Signs signs;
    private final ZoneId zone;

    DutyPlan(Rows rows, Signs signs, ZoneId zone) {
        this.rows = rows;
        this.signs = signs;
        this.zone = zone;
    }

    /// A day of somebody as far as roster and signs know it, up to `now`.
    record Known(
            LocalDate day, List<Span> planned, @Nullable DutySigns signed, Span whole) {
        boolean isSigned() {
            return signed != null;
        }

        /// None where nothing was signed.
        List<DutySign> signs() {
            return signed == null ? List.of() : signed.signs();
        }

        /// What they are, in words that differ when they do.
        String words() {
            return day + " " + planned + " " + signed;
        }
    }

    /// Every version of the roster, read once for many days.
    List<Roster> rosters() {
        return rows.page(Kinds.ROSTER, CaseFilter.ALL, Reach.CITY, 0, MOST_ROSTERS).stream()
                .map(r -> Json.mapper().readValue(r.content(), Roster.class))
                .toList();
    }

    Known of(@Nullable PersonId person, LocalDate day, List<Roster> rosters) {
        List<Span> planned = person == null ? List.of() : planned(person, day, rosters);
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant until = planned.stream()
                .map(Span::until)
                .max(Comparator.naturalOrder())
                .filter(end -> end.isAfter(midnight(day)))
                .orElse(midnight(day));
        DutySigns signed = person == null ? null : signs.of(person, day).orElse(null);
        return new Known(day, planned, signed, new Span(from, until));
    }

    private Instant midnight(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /// Shifts that begin on the day, whole.
    private List<Span> planned(PersonId person, LocalDate day, List<Roster> rosters) {
        List<Span> spans = new ArrayList<>();
        Roster.inForce(rosters, day).ifPresent(roster -> {
            for (Roster.Shift shift : roster.shifts()) {
                boolean theirs =
                        shift.people().stream().anyMatch(d -> d.person().equals(person));
                if (theirs && shift.days().contains(day.getDayOfWeek())) {
                    boolean over = !shift.begins().isBefore(shift.ends());
                    spans.add(new Span(
                            at(day.atTime(shift.begins())), at((over ? day.plusDays(1) : day).atTime(shift.ends()))));
                }
            }
        });
        return spans.stream()
                .distinct()
                .sorted(Comparator.comparing(Span::from))
                .toList();
    }

    private Instant at(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    /// By the first in the rules' order that knows something of the day.
    DayJudge.Duty duty(Known known, StaffRules rules, Fixes fixes, Instant now) {
        List<Span> planned = passed(known.planned(), now);
        Instant end = known.whole().until().isBefore(now) ? known.whole().until() : now;
        DutySigns given = known.signed();
        List<Span> signed = given == null ? List.of() : given.spans(end);
        boolean plans = !known.planned().isEmpty();
        boolean asked = plans && rules.onDuty().contains(StaffRules.SIGN) && signs.used();
        for (String basis : rules.onDuty()) {
            List<Span> spans = switch (basis) {
                case StaffRules.SIGN -> signed;
                case StaffRules.ROSTER -> planned;
                default -> heard(fixes);
            };
            boolean knows = basis.equals(StaffRules.SIGN) ? known.isSigned() : !spans.isEmpty();
            if (knows) {
                return new DayJudge.Duty(
                        basis, plans ? total(planned) : null, asked ? overlap(planned, signed) : null, spans);
            }
        }
        return new DayJudge.Duty("", plans ? total(planned) : null, asked ? Duration.ZERO : null, List.of());
    }

    private static List<Span> heard(Fixes fixes) {
        return fixes.size() == 0 ? List.of() : List.of(new Span(fixes.at(0), fixes.at(fixes.size() - 1)));
    }

    private static List<Span> passed(List<Span> spans, Instant now) {
        return spans.stream()
                .filter(s -> s.from().isBefore(now))
                .map(s -> s.passed(now))
                .toList();
    }

    private static Duration total(List<Span> spans) {
        return spans.stream().map(s -> Duration.between(s.from(), s.until())).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration overlap(List<Span> some, List<Span> others) {
        Duration sum = Duration.ZERO;
        for (Span a : some) {
            for (Span b : others) {
                Instant from = a.from().isAfter(b.from()) ? a.from() : b.from();
                Instant until = a.until().isBefore(b.until()) ? a.until() : b.until();
                sum = from.isBefore(until) ? sum.plus(Duration.between(from, until)) : sum;
            }
        }
        return sum;
    }

    /// By what somebody is on duty now, or empty: `heard` is when their position was told last.
    Optional<String> onDuty(PersonId person, StaffRules rules, List<Roster> rosters, Now now) {
        LocalDate today = LocalDate.ofInstant(now.at(), zone);
        Known known = of(person, today, rosters);
        Known yesterday = of(person, today.minusDays(1), rosters);
        boolean planned = known.planned().stream().anyMatch(s -> s.contains(now.at()))
                || yesterday.planned().stream().anyMatch(s -> s.contains(now.at()));
        for (String basis : rules.onDuty()) {
            boolean knows = switch (basis) {
                case StaffRules.SIGN -> known.isSigned();
                case StaffRules.ROSTER -> !known.planned().isEmpty() || planned;
                default -> now.heard() != null;
            };
            if (knows) {
                boolean on = switch (basis) {
                    case StaffRules.SIGN -> open(known.signed());
                    case StaffRules.ROSTER -> planned;
                    default -> now.fresh(rules);
                };
                return on ? Optional.of(basis) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean open(@Nullable DutySigns signs) {
        return signs != null && signs.open();
    }

    /// A moment, and when somebody was heard of last before it.
    record Now(Instant at, @Nullable Instant heard) {
        boolean fresh(StaffRules rules) {
            Instant last = heard;
            return last != null
                    && !last.isBefore(
                            at.minus(Duration.ofMinutes(rules.rollCall().reachedMinutes())));
        }
    }
}
