package org.yiping.domain.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Versioned;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.Guards;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

/// What calls for a seat in this city, how much of it a seat can bear, and who is called when nobody answers (告警规则):
/// the city's data. Immutable; any thread.
///
/// ISA-18.2: an alarm wants an answer in time. What a queue brings anyway is none, so a city names the severities.
public record AlarmRules(
        String version,
        Flood flood,
        List<PostCode> posts,
        List<Trigger> triggers,
        List<Rung> rungs,
        Duration longestShelf)
        implements Versioned {
    /// A city that has written none.
    public static final AlarmRules NONE = new AlarmRules(
            "none", new Flood(Duration.ofMinutes(10), 10), List.of(), List.of(), List.of(), Duration.ofMinutes(30));

    public static final String PHONE = "phone";
    private static final String SEAT = "seat";
    private static final String NEXT_SEAT = "next-seat";
    private static final String LEADER = "leader";
    private static final Set<String> KNOWN = Set.of(SEAT, NEXT_SEAT, LEADER, PHONE);
    private static final Actor NOBODY = new Actor(new PersonId("nobody"), new PostCode("nobody"), new SeatId("none"));

    public AlarmRules {
        Objects.requireNonNull(version, "version");
        posts = List.copyOf(posts);
        triggers = List.copyOf(triggers);
        rungs = List.copyOf(rungs);
    }

    /// More than `most` within `window` for one seat are a flood.
    public record Flood(Duration window, int most) {}

    /// Cases of these severities are an alarm when this happens to them.
    public record Trigger(Alarm.Kind kind, List<Severity> severities) {
        public Trigger {
            severities = List.copyOf(severities);
        }
    }

    /// Whom it is offered to next, and within how long an answer is wanted: `post` for leader, `channel` for phone.
    public record Rung(
            String to, @Nullable PostCode post, @Nullable String channel, Duration limit) {}

    /// What a case calls for, and since when.
    public record Call(Alarm.Kind kind, PostCode post, Instant since) {}

    /// Who can be offered something, besides those it was offered to already.
    public interface Seats {
        Optional<SeatId> next(PostCode post, Set<SeatId> told);
    }

    /// What a case calls for as it stands; empty where that is no alarm here.
    public Optional<Call> call(Case c, Workflow workflow, Instant now) {
        Light light = triggers.isEmpty() ? Light.NONE : c.light(now, workflow);
        Severity severity = c.subject().severity();
        CaseClock clock = c.runningClock().orElse(null);
        Instant came = c.progress().changedAt();
        if (clock != null && light == Light.RED && calls(Alarm.Kind.OVER, severity)) {
            return call(Alarm.Kind.OVER, clock.dueAt(), c, workflow, now);
        }
        if (clock != null && (light == Light.YELLOW || light == Light.RED) && calls(Alarm.Kind.SOON, severity)) {
            return call(Alarm.Kind.SOON, clock.yellowAt(), c, workflow, now);
        }
        return came != null
                        && workflow.ending(c.progress().state()) == Workflow.Ending.OPEN
                        && calls(Alarm.Kind.NEW, severity)
                ? call(Alarm.Kind.NEW, came, c, workflow, now)
                : Optional.empty();
    }

    private Optional<Call> call(Alarm.Kind kind, Instant since, Case c, Workflow workflow, Instant now) {
        PostCode post = post(c, workflow, now);
        return post == null ? Optional.empty() : Optional.of(new Call(kind, post, since));
    }

    /// Whose turn it is: the first post of these that could take a step now.
    private @Nullable PostCode post(Case c, Workflow workflow, Instant now) {
        for (PostCode post : posts) {
            Actor actor = new Actor(NOBODY.person(), post, NOBODY.seat());
            boolean theirs = workflow.transitions().stream()
                    .filter(t -> !t.aside() && t.from().contains(c.progress().state()))
                    .anyMatch(t -> Guards.refusal(c, t, actor, null, now) == null);
            if (theirs) {
                return post;
            }
        }
        return null;
    }

    private boolean calls(Alarm.Kind kind, Severity severity) {
        return triggers.stream()
                .anyMatch(t -> t.kind() == kind && t.severities().contains(severity));
    }

    /// As it is first offered, to a seat that can bear it.
    public Alarm raise(Call call, Seats seats, Instant now) {
        Alarm bare = new Alarm(call.kind(), call.post(), version, now, List.of(), null, null);
        return rungs.isEmpty() ? bare : bare.offered(offer(bare, rungs.getFirst(), 0, seats, now));
    }

    /// From the shelf: unanswered, and from the first rung again.
    public Alarm back(Alarm a, Seats seats, Instant now) {
        return raise(new Call(a.kind(), a.post(), now), seats, now);
    }

    /// What time alone makes of it: the next offer, once nobody answered the last one within its limit, or its message
    /// failed. Empty where nothing is due. Called until it is empty, so that a server that was away catches up.
    public Optional<Alarm> climb(Alarm a, int phones, Seats seats, Instant now) {
        Alarm.Offer last = a.last();
        if (!a.waiting() || last == null) {
            return Optional.empty();
        }
        Alarm.Word word = last.word();
        boolean failed = word != null && word.status() == Alarm.Status.FAILED;
        if (!failed && now.isBefore(last.due())) {
            return Optional.empty();
        }
        int next = a.offers().size();
        List<Rung> all = spread(phones);
        if (next >= all.size()) {
            return Optional.empty();
        }
        int place = (int) all.subList(0, next).stream()
                        .filter(r -> r.to().equals(PHONE))
                        .count()
                + 1;
        return Optional.of(a.offered(offer(a, all.get(next), place, seats, now)));
    }

    /// The telephones of the list are rungs one by one.
    private List<Rung> spread(int phones) {
        List<Rung> all = new ArrayList<>();
        for (Rung r : rungs) {
            for (int i = 0; i < (r.to().equals(PHONE) ? phones : 1); i++) {
                all.add(r);
            }
        }
        return all;
    }

    /// Where nobody sits who has not been told, its limit has passed at once; the first seat alone is waited for.
    private static Alarm.Offer offer(Alarm a, Rung r, int place, Seats seats, Instant now) {
        if (r.to().equals(PHONE)) {
            String channel = r.channel() == null ? "" : r.channel();
            return new Alarm.Offer(r.to(), null, null, now, now.plus(r.limit()), Alarm.Word.queued(channel, place));
        }
        PostCode post = r.post() == null ? a.post() : r.post();
        SeatId seat = seats.next(post, a.seats()).orElse(null);
        boolean waits = seat != null || r.to().equals(SEAT);
        return new Alarm.Offer(r.to(), post, seat, now, waits ? now.plus(r.limit()) : now, null);
    }

    /// What is wrong with a city's file, in words; absent where it is sound.
    public Optional<String> fault() {
        if (version.isBlank()) {
            return Optional.of("version is empty");
        }
        if (flood.most() < 1 || !flood.window().isPositive() || !longestShelf.isPositive()) {
            return Optional.of("flood and longestShelf are positive");
        }
        if (!rungs.isEmpty() && !rungs.getFirst().to().equals(SEAT)) {
            return Optional.of("the first rung is a seat");
        }
        return rungs.stream().flatMap(r -> fault(r).stream()).findFirst();
    }

    private static Optional<String> fault(Rung r) {
        if (!KNOWN.contains(r.to())) {
            return Optional.of("unknown rung " + r.to());
        }
        if (r.to().equals(LEADER) && r.post() == null) {
            return Optional.of("a leader's post is needed");
        }
        if (r.to().equals(PHONE) && (r.channel() == null || r.channel().isBlank())) {
            return Optional.of("a phone's channel is needed");
        }
        return r.limit().isPositive() ? Optional.empty() : Optional.of("limits are positive");
    }
}
