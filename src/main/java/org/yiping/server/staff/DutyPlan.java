package org.yiping.server.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.shift.Roster;
import org.yiping.domain.staff.DayJudge;
import org.yiping.domain.staff.DutySign;
import org.yiping.domain.staff.DutyTimes;
import org.yiping.domain.staff.Fixes;
import org.yiping.domain.staff.Spans;
import org.yiping.domain.staff.StaffRules;

/// When people are and were on duty: what they signed, what the roster asks for, and where neither knows the day,
/// their track. Any thread.
final class DutyPlan {
    /// A shift that was signed for and never ended reaches no further into other days.
    private static final int BESIDE = 3;

    private final Rosters rosters;
    private final Signs signs;
    private final Postings postings;
    private final StaffBook book;
    private final ZoneId zone;

    DutyPlan(Rosters rosters, Signs signs, Postings postings, StaffBook book, ZoneId zone) {
        this.rosters = rosters;
        this.signs = signs;
        this.postings = postings;
        this.book = book;
        this.zone = zone;
    }

    /// A day of somebody as far as roster and signs know it, whatever time it is now. `whole` is what is judged for it,
    /// `held` the parts of that in which they held a judged post, `rostered` whether a roster knows it.
    record Known(
            LocalDate day,
            Span whole,
            List<Span> held,
            boolean rostered,
            List<Span> planned,
            List<Span> signed,
            List<DutySign> signs) {
        /// Whether signs know the day: somebody signed in for it. A sign-out alone does not say since when.
        boolean isSigned() {
            return !signed.isEmpty() || signs.stream().anyMatch(DutySign::in);
        }

        /// Adds what they are, which differs when they do.
        void addTo(MadeOf all) {
            all.add(day.toEpochDay())
                    .add(whole)
                    .add(held)
                    .add(rostered ? 1 : 0)
                    .add(planned)
                    .add(signed);
            all.add(signs.size());
            for (DutySign sign : signs) {
                all.add(sign.in() ? 1 : 0).add(sign.at()).add(sign.told() + " " + sign.position());
            }
        }
    }

    /// What is known of everybody, as it stands now: read once for many people and days. One thread.
    final class Reading {
        private final Rosters.All plans = rosters.all();
        private final Map<PersonId, Postings.History> people = postings.all();

        /// Absent for a unit that is nobody.
        Postings.@Nullable History history(@Nullable PersonId person) {
            return person == null ? null : people.get(person);
        }

        Map<PersonId, Postings.History> people() {
            return people;
        }

        /// Somebody's days from one to another.
        Days days(@Nullable PersonId person, LocalDate first, LocalDate last) {
            return new Days(this, person, first, last);
        }
    }

    Reading read() {
        return new Reading();
    }

    /// The day of the calendar.
    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /// Somebody's days, near one another. One thread.
    final class Days {
        private final Reading all;
        private final @Nullable PersonId person;
        private final Postings.@Nullable History history;
        private final List<DutySign> given;
        private final DutyTimes times;

        private Days(Reading all, @Nullable PersonId person, LocalDate first, LocalDate last) {
            this.all = all;
            this.person = person;
            this.history = all.history(person);
            this.given =
                    person == null ? List.of() : signs.between(person, first.minusDays(BESIDE), last.plusDays(BESIDE));
            this.times = new DutyTimes(zone, this::shifts, given);
        }

        LocalDate dayOf(Instant at) {
            return times.dayOf(at);
        }

        Known of(LocalDate day) {
            Span whole = times.whole(day);
            List<Span> held = held(day, whole);
            return new Known(
                    day,
                    whole,
                    held,
                    isRostered(day, whole),
                    Spans.common(times.planned(day), held),
                    Spans.common(times.signed(day), held),
                    signed(held));
        }

        private List<DutySign> signed(List<Span> held) {
            List<DutySign> signed = new ArrayList<>();
            for (DutySign sign : given) {
                for (Span span : held) {
                    if (span.contains(sign.at())) {
                        signed.add(sign);
                        break;
                    }
                }
            }
            return List.copyOf(signed);
        }

        /// When they held a judged post; a unit that is nobody holds none and is judged by its kind.
        private List<Span> held(LocalDate day, Span whole) {
            if (history == null) {
                return List.of(whole);
            }
            List<Span> held = new ArrayList<>();
            List<Postings.Posting> within = history.within(whole);
            for (int i = 0; i < within.size(); i++) {
                Instant until = i + 1 < within.size() ? within.get(i + 1).from() : whole.until();
                if (isJudged(within.get(i), day)) {
                    held.add(new Span(within.get(i).from(), until));
                }
            }
            return Spans.merged(held);
        }

        private boolean isJudged(Postings.Posting posting, LocalDate day) {
            List<PostCode> posts = book.at(day).posts();
            for (PostCode post : posting.person().posts()) {
                if (posts.contains(post)) {
                    return true;
                }
            }
            return false;
        }

        /// Whether a roster would name them if they had to come: it names them, or others in their judged posts.
        private boolean isRostered(LocalDate day, Span whole) {
            PersonId who = person;
            Optional<Rosters.Version> roster = all.plans.inForce(day);
            if (who == null || history == null || roster.isEmpty()) {
                return false;
            }
            if (roster.get().turns().containsKey(who)) {
                return true;
            }
            List<PostCode> posts = book.at(day).posts();
            for (Postings.Posting held : history.within(whole)) {
                for (PostCode post : held.person().posts()) {
                    if (posts.contains(post) && roster.get().posts().contains(post)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /// Shifts in judged posts that begin on the day, whole.
        private List<Span> shifts(LocalDate day) {
            PersonId who = person;
            Optional<Rosters.Version> roster = all.plans.inForce(day);
            if (who == null || roster.isEmpty()) {
                return List.of();
            }
            List<PostCode> posts = book.at(day).posts();
            List<Span> shifts = new ArrayList<>();
            for (Rosters.Turn turn : roster.get().turns().getOrDefault(who, List.of())) {
                if (posts.contains(turn.post()) && turn.shift().days().contains(day.getDayOfWeek())) {
                    shifts.add(span(turn.shift(), day));
                }
            }
            return Spans.merged(shifts);
        }

        private Span span(Roster.Shift shift, LocalDate day) {
            boolean over = !shift.begins().isBefore(shift.ends());
            return new Span(at(day.atTime(shift.begins())), at((over ? day.plusDays(1) : day).atTime(shift.ends())));
        }
    }

    /// A time that is there twice is the first one; one that is left out is when the clock is put forward, so that no
    /// shift ends before it begins.
    private Instant at(LocalDateTime local) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).toInstant();
    }

    /// By the first in the rules' order that knows something of the day.
    DayJudge.Duty duty(Known known, StaffRules rules, Fixes fixes, Instant now) {
        List<Span> planned = Spans.passed(known.planned(), now);
        List<Span> signed = Spans.passed(known.signed(), now);
        boolean asked =
                !known.planned().isEmpty() && known.isSigned() && rules.onDuty().contains(StaffRules.SIGN);
        Duration due = known.rostered() ? Spans.length(planned) : null;
        Duration attended = asked ? Spans.length(Spans.common(planned, signed)) : null;
        for (String basis : rules.onDuty()) {
            List<Span> spans = switch (basis) {
                case StaffRules.SIGN -> signed;
                case StaffRules.ROSTER -> planned;
                default -> Spans.common(heard(fixes), known.held());
            };
            boolean knows = switch (basis) {
                case StaffRules.SIGN -> known.isSigned();
                case StaffRules.ROSTER -> known.rostered();
                default -> !spans.isEmpty();
            };
            if (knows) {
                return new DayJudge.Duty(basis, due, attended, spans);
            }
        }
        return new DayJudge.Duty("", due, attended, List.of());
    }

    private static List<Span> heard(Fixes fixes) {
        return fixes.size() == 0 ? List.of() : List.of(new Span(fixes.at(0), fixes.at(fixes.size() - 1)));
    }

    /// By what somebody is on duty now, or empty: `heard` is when their position was told last.
    Optional<String> onDuty(Reading all, PersonId person, StaffRules rules, Now now) {
        LocalDate today = day(now.at());
        Days days = all.days(person, today.minusDays(1), today.plusDays(1));
        Known known = days.of(days.dayOf(now.at()));
        for (String basis : rules.onDuty()) {
            boolean knows = switch (basis) {
                case StaffRules.SIGN -> known.isSigned();
                case StaffRules.ROSTER -> known.rostered();
                default -> now.heard() != null;
            };
            if (knows) {
                boolean on = switch (basis) {
                    case StaffRules.SIGN -> known.signed().stream().anyMatch(s -> s.contains(now.at()));
                    case StaffRules.ROSTER -> known.planned().stream().anyMatch(s -> s.contains(now.at()));
                    default -> now.fresh(rules);
                };
                return on ? Optional.of(basis) : Optional.empty();
            }
        }
        return Optional.empty();
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
