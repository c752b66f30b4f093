package org.yiping.server.kpi;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.advice.AdviceRules;
import org.yiping.domain.advice.RecurringPlace;
import org.yiping.domain.advice.Sighting;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.kpi.HotPlaces.HotPlace;
import org.yiping.domain.kpi.Period;
import org.yiping.domain.kpi.Span;
import org.yiping.server.data.Reach;
import org.yiping.server.data.TrackTable;
import org.yiping.server.data.Vicinity;
import org.yiping.server.kpi.FigureDesk.Frame;

/// Finds where cases gather, and holds it against how often patrols were there. Any thread.
///
/// Of a period longer than a month its last month is looked at: older gatherings are no place to send anybody
/// to, and a million places would be compared. What was found is told again for a minute, because nothing here
/// changes sooner.
public final class HotPlaceFinder {
    private static final Logger LOG = LoggerFactory.getLogger(HotPlaceFinder.class);
    static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration FRESH = Duration.ofMinutes(1);
    /// What is a little older is given while it is looked for anew: nobody waits for a month of cases.
    private static final Duration OLDEST = Duration.ofMinutes(3);
    private static final int MOST = 20;
    private static final int KEPT = 50;
    /// One code for all classes, where a place of several is looked for.
    private static final ClassCode ANY = new ClassCode("any");

    private final Vicinity vicinity;
    private final TrackTable tracks;
    private final AdviceRules.Recurrence rule;
    private final Executor background;
    private final Map<Asked, HotPlaces> found = new ConcurrentHashMap<>();
    private final Set<Asked> looking = ConcurrentHashMap.newKeySet();

    /// What places depend on. A window slides all the time: the one of a minute ago is the same question.
    private record Asked(
            @Nullable AreaCode area,
            @Nullable DepartmentId department,
            @Nullable ClassCode classCode,
            Reach reach,
            String period,
            @Nullable Span span) {
        static Asked of(Frame frame, Span span) {
            FigureScope scope = frame.scope();
            boolean slides = frame.day() == null && Period.slides(frame.period());
            return new Asked(
                    scope.area(),
                    scope.department(),
                    scope.classCode(),
                    frame.reach(),
                    frame.period(),
                    slides ? null : span);
        }
    }

    /// `background` looks again for what is asked for and no longer fresh.
    public HotPlaceFinder(Vicinity vicinity, TrackTable tracks, AdviceRules.Recurrence rule, Executor background) {
        this.vicinity = vicinity;
        this.tracks = tracks;
        this.rule = rule;
        this.background = background;
    }

    /// Of a scope's area, department and class; other parts of it do not restrict places. `span` is what the
    /// frame's period spans now.
    public HotPlaces find(Frame frame, Span span, Instant now) {
        Asked asked = Asked.of(frame, span);
        HotPlaces last = found.get(asked);
        Duration age = last == null ? OLDEST : Duration.between(last.at(), now);
        if (last == null || age.compareTo(OLDEST) >= 0) {
            return look(asked, frame, span, now);
        }
        if (age.compareTo(FRESH) >= 0 && looking.add(asked)) {
            background.execute(() -> {
                try {
                    look(asked, frame, span, now);
                } catch (RuntimeException e) {
                    LOG.warn("places could not be looked for in the background", e);
                } finally {
                    looking.remove(asked);
                }
            });
        }
        return found.getOrDefault(asked, last);
    }

    private HotPlaces look(Asked asked, Frame frame, Span span, Instant now) {
        if (found.size() >= KEPT) {
            found.clear();
        }
        HotPlaces anew = anew(span.passed(now), frame.scope(), frame.reach(), now);
        found.put(asked, anew);
        return anew;
    }

    private HotPlaces anew(Span span, FigureScope scope, Reach reach, Instant now) {
        Instant from =
                span.from().isBefore(span.until().minus(LONGEST)) ? span.until().minus(LONGEST) : span.from();
        Span looked = new Span(from, span.until());
        Reach within = within(scope, reach);
        String kind = scope.classCode() == null ? "" : scope.classCode().value();
        List<Sighting> cases = within == null
                ? List.of()
                : vicinity.since(from, within, scope.area()).stream()
                        .filter(s ->
                                looked.contains(s.at()) && s.classCode().value().startsWith(kind))
                        .toList();
        List<HotPlace> places = new ArrayList<>();
        RecurringPlace.among(cases, rule).forEach(p -> places.add(place(p, p.classCode())));
        List<Sighting> alike = cases.stream()
                .map(s -> new Sighting(s.id(), ANY, s.position(), s.at()))
                .toList();
        RecurringPlace.among(alike, rule).stream()
                .filter(p -> places.stream().noneMatch(known -> isThere(known, p)))
                .forEach(p -> places.add(place(p, null)));
        places.sort(Comparator.comparingInt((HotPlace p) -> -p.count())
                .thenComparing(HotPlace::last, Comparator.reverseOrder())
                .thenComparing(p -> p.cases().getFirst().value()));
        return patrolled(places.subList(0, Math.min(MOST, places.size())), looked, now);
    }

    /// A cluster that is nothing but a recurring place of before.
    private boolean isThere(HotPlace known, RecurringPlace cluster) {
        return known.count() >= cluster.count() && known.position().distanceMetres(cluster.position()) <= rule.metres();
    }

    private static HotPlace place(RecurringPlace p, @Nullable ClassCode kind) {
        return new HotPlace(kind, p.position(), p.count(), p.first(), p.last(), p.cases(), null, null);
    }

    private HotPlaces patrolled(List<HotPlace> places, Span span, Instant now) {
        List<Position> where = places.stream().map(HotPlace::position).toList();
        PatrolEffort effort = new PatrolEffort(where, rule.metres());
        tracks.between(span, effort::add);
        List<HotPlace> items = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            HotPlace p = places.get(i);
            Double hours = effort.known() ? Double.valueOf(effort.hours(i)) : null;
            Double perHour = hours == null || hours == 0 ? null : Double.valueOf(p.count() / hours);
            items.add(new HotPlace(
                    p.classCode(), p.position(), p.count(), p.first(), p.last(), p.cases(), hours, perHour));
        }
        return new HotPlaces(now, span, rule.metres(), effort.known(), items);
    }

    /// What the scope's department has within somebody's reach; absent where nothing can be.
    private static @Nullable Reach within(FigureScope scope, Reach reach) {
        String department =
                scope.department() == null ? null : scope.department().value();
        if (department != null && reach.department() != null && !department.equals(reach.department())) {
            return null;
        }
        return new Reach(reach.areas(), department == null ? reach.department() : department);
    }
}
