package org.yiping.domain.advice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;

/// A place where the same kind of thing happens again and again (反复点位): how often, since when, and the newest of
/// its cases. `position` is that of the case it was counted around. Immutable; any thread.
public record RecurringPlace(
        ClassCode classCode, Position position, int count, Instant first, Instant last, List<CaseId> cases) {
    /// So many cases are named; the count tells of the rest.
    private static final int NAMED = 20;

    private static final double METRES_A_DEGREE = 111_320;

    public RecurringPlace {
        cases = List.copyOf(cases);
    }

    /// The places with the most cases first. The densest is taken first and its cases belong to no other place, so
    /// that a street full of cases is cut into places and not counted over and over.
    public static List<RecurringPlace> among(List<Sighting> all, AdviceRules.Recurrence rule) {
        Squares squares = new Squares(all, rule.metres());
        record Crowd(Sighting centre, int cases) {}
        List<Crowd> crowds = new ArrayList<>();
        for (Sighting centre : all) {
            int around = squares.around(centre).size();
            if (around >= rule.cases()) {
                crowds.add(new Crowd(centre, around));
            }
        }
        crowds.sort(Comparator.comparingInt((Crowd c) -> -c.cases())
                .thenComparing(c -> c.centre().id().value()));
        Set<CaseId> taken = new HashSet<>();
        List<RecurringPlace> places = new ArrayList<>();
        for (Crowd crowd : crowds) {
            Sighting centre = crowd.centre();
            if (taken.contains(centre.id())) {
                continue;
            }
            List<Sighting> own = squares.around(centre).stream()
                    .filter(s -> !taken.contains(s.id()))
                    .sorted(Comparator.comparing(Sighting::at).reversed())
                    .toList();
            if (own.size() >= rule.cases()) {
                own.forEach(s -> taken.add(s.id()));
                places.add(new RecurringPlace(
                        centre.classCode(),
                        centre.position(),
                        own.size(),
                        own.getLast().at(),
                        own.getFirst().at(),
                        own.stream().map(Sighting::id).limit(NAMED).toList()));
            }
        }
        places.sort(Comparator.comparingInt((RecurringPlace p) -> -p.count())
                .thenComparing(RecurringPlace::last, Comparator.reverseOrder()));
        return places.size() > rule.most() ? List.copyOf(places.subList(0, rule.most())) : places;
    }

    /// Sightings by class and square, as wide as the reach: what is near lies in one of nine.
    private static final class Squares {
        private final int metres;
        private final double high;
        private final double wide;
        private final Map<Square, List<Sighting>> squares = new HashMap<>();

        private record Square(ClassCode classCode, long x, long y) {}

        Squares(List<Sighting> all, int metres) {
            this.metres = metres;
            high = metres / METRES_A_DEGREE;
            // one width for all, that of the northernmost, so that no square is too narrow
            double north = all.stream()
                    .mapToDouble(s -> Math.abs(s.position().latitude()))
                    .max()
                    .orElse(0);
            wide = high / Math.max(0.01, Math.cos(Math.toRadians(north)));
            all.forEach(s -> squares.computeIfAbsent(square(s, 0, 0), _ -> new ArrayList<>())
                    .add(s));
        }

        private Square square(Sighting s, int east, int north) {
            return new Square(
                    s.classCode(),
                    (long) Math.floor(s.position().longitude() / wide) + east,
                    (long) Math.floor(s.position().latitude() / high) + north);
        }

        List<Sighting> around(Sighting centre) {
            List<Sighting> found = new ArrayList<>();
            for (int x = -1; x <= 1; x++) {
                for (int y = -1; y <= 1; y++) {
                    for (Sighting s : squares.getOrDefault(square(centre, x, y), List.of())) {
                        if (s.position().distanceMetres(centre.position()) <= metres) {
                            found.add(s);
                        }
                    }
                }
            }
            return found;
        }
    }
}
