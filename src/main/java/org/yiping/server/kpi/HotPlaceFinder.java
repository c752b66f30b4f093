package org.yiping.server.kpi;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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
    static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST = 20;
    private static final int KEPT = 50;
    /// One code for all classes, where a place of several is looked for.
    private static final ClassCode ANY = new ClassCode("any");

    private final Vicinity vicinity;
    private final TrackTable tracks;
    private final AdviceRules.Recurrence rule;
    private final Map<Asked, HotPlaces> found = new ConcurrentHashMap<>();

    /// What places depend on, to the minute: a window slides all the time.
    private record Asked(
            @Nullable AreaCode area,
            @Nullable DepartmentId department,
            @Nullable ClassCode classCode,
            Reach reach,
            Span span) {
        static Asked of(FigureScope scope, Reach reach, Span span) {
            return new Asked(
                    scope.area(),
                    scope.department(),
                    scope.classCode(),
                    reach,
                    new Span(
                            span.from().truncatedTo(ChronoUnit.MINUTES),
                            span.until().truncatedTo(ChronoUnit.MINUTES)));
        }
    }

    public HotPlaceFinder(Vicinity vicinity, TrackTable tracks, AdviceRules.Recurrence rule) {
        this.vicinity = vicinity;
        this.tracks = tracks;
        this.rule = rule;
    }

    /// Of a scope's area, department and class; other parts of it do not restrict places. `span` is what the
    /// frame's period spans now.
    public HotPlaces find(Frame frame, Span span, Instant now) {
        Asked asked = Asked.of(frame.scope(), frame.reach(), span);
        HotPlaces last = found.get(asked);
        if (last != null && Duration.between(last.at(), now).compareTo(FRESH) < 0) {
            return last;
        }
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
