package org.yiping.server.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.staff.DayJudge;
import org.yiping.domain.staff.DutyGround;
import org.yiping.domain.staff.StaffRules;
import org.yiping.protocol.Json;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.LayerTable.Edition;

/// The duty grids of people, made of the areas they served and of the city's outlines and streets as these were then.
/// Any thread; the first who asks waits for outlines and streets to be read.
final class DutyGrids {
    private static final List<String> SMALLEST_FIRST = List.of("cell", "community", "street", "district");
    private static final List<String> STREETS = List.of("road", "roads");
    /// Versions of a city that are held ready; who looks further back waits for them to be read again.
    private static final int MOST_HELD = 8;

    private final LayerTable layers;
    private final Extent city;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Drawing, DutyMap> maps = new HashMap<>();

    DutyGrids(LayerTable layers, Extent city) {
        this.layers = layers;
        this.city = city;
    }

    /// By which versions of the city's layers a grid is drawn; absent where there were none.
    record Drawing(@Nullable Edition outlines, @Nullable Edition streets) {
        /// Adds what is the same before and after another version took its place.
        private void addTo(MadeOf all) {
            addTo(all, outlines);
            addTo(all, streets);
        }

        private static void addTo(MadeOf all, @Nullable Edition e) {
            if (e == null) {
                all.add("-");
            } else {
                all.add(e.name()).add(e.revision()).add(e.since());
            }
        }

        private boolean same(Drawing other) {
            return same(outlines, other.outlines) && same(streets, other.streets);
        }

        private static boolean same(@Nullable Edition a, @Nullable Edition b) {
            if (a == null || b == null) {
                return a == null && b == null;
            }
            return a.name().equals(b.name())
                    && a.revision() == b.revision()
                    && a.since().equals(b.since());
        }
    }

    /// What somebody served from an instant on.
    record Service(Instant from, List<AreaCode> areas, Drawing drawing) {
        /// Adds what differs when the grid does.
        void addTo(MadeOf all) {
            all.add(from).add(areas.size());
            areas.forEach(a -> all.add(a.value()));
            drawing.addTo(all);
        }

        private boolean same(Service other) {
            return areas.equals(other.areas) && drawing.same(other.drawing);
        }
    }

    /// The versions there are, read once for many days.
    List<Edition> editions() {
        return layers.editions(
                Stream.concat(SMALLEST_FIRST.stream(), STREETS.stream()).toList());
    }

    /// What somebody served in a span, piece by piece: another begins where they were given other areas, or the city
    /// other outlines or streets.
    static List<Service> services(List<Postings.Posting> postings, Instant until, List<Edition> editions) {
        List<Service> services = new ArrayList<>();
        for (int i = 0; i < postings.size(); i++) {
            Postings.Posting p = postings.get(i);
            Instant end = i + 1 < postings.size() ? postings.get(i + 1).from() : until;
            List<Instant> begins = new ArrayList<>(List.of(p.from()));
            for (Edition e : editions) {
                if (e.since().isAfter(p.from()) && e.since().isBefore(end)) {
                    begins.add(e.since());
                }
            }
            Collections.sort(begins); // the posting's own is before all of them
            for (Instant t : begins) {
                Service next = new Service(t, p.person().areas(), drawing(editions, t));
                if (services.isEmpty() || !services.getLast().same(next)) {
                    services.add(next);
                }
            }
        }
        return services;
    }

    private static Drawing drawing(List<Edition> editions, Instant at) {
        return new Drawing(first(SMALLEST_FIRST, editions, at), first(STREETS, editions, at));
    }

    private static @Nullable Edition first(List<String> names, List<Edition> editions, Instant at) {
        for (String name : names) {
            for (Edition e : editions) {
                if (e.name().equals(name) && e.stood(at)) {
                    return e;
                }
            }
        }
        return null;
    }

    /// The grid of somebody who served this. Unknown where they served no area or all of the city, or where an area
    /// among theirs has no outline: then nobody can say that a place lies outside.
    DayJudge.Grid of(List<Service> services, StaffRules.Coverage rule) {
        lock.lock();
        try {
            List<DutyGround> grounds = new ArrayList<>();
            List<DutyMap> where = new ArrayList<>();
            for (Service s : services) {
                DutyMap map = map(s.drawing());
                if (s.areas().isEmpty() || !s.areas().stream().allMatch(map::hasOutline)) {
                    return DayJudge.Grid.NONE;
                }
                where.add(map);
                grounds.add(map.ground(rule, s.areas()));
            }
            if (services.isEmpty()) {
                return DayJudge.Grid.NONE;
            }
            boolean one = grounds.stream()
                    .allMatch(g -> g.points().equals(grounds.getFirst().points()));
            return new DayJudge.Grid(
                    (millis, place) -> {
                        int i = services.size() - 1;
                        while (i > 0 && services.get(i).from().toEpochMilli() > millis) {
                            i--;
                        }
                        return where.get(i).lies(place, services.get(i).areas());
                    },
                    one ? grounds.getFirst() : null);
        } finally {
            lock.unlock();
        }
    }

    private DutyMap map(Drawing drawing) {
        if (maps.size() >= MOST_HELD && !maps.containsKey(drawing)) {
            maps.clear();
        }
        return maps.computeIfAbsent(drawing, d -> new DutyMap(city, read(d.outlines()), () -> read(d.streets())));
    }

    private List<Feature> read(@Nullable Edition edition) {
        List<Feature> features = new ArrayList<>();
        if (edition != null) {
            layers.rows(edition, row -> features.add(Json.mapper().treeToValue(row, Feature.class)));
        }
        return features;
    }
}
