package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapCamera;

/// Where a wall's map looks: at the scale of the city or the next, its clear part never beyond the city's edge, so that
/// as many of the numbered cases as can be lie in that part, the more urgent rather than the less. Immutable; any
/// thread.
///
/// A view wide enough for cases at two ends of a city would show nothing of either, and blackness around. The view is
/// kept as long as it serves: a map that jumps with every new case is watched and not read.
record Framing(CityBox city, int width, int height, Rectangle2D clear) {
    /// Room for a mark around its place, in pixels; a place at its very edge counts as within.
    private static final double ROOM = 64;
    /// So many metres of a place's surroundings, at most, are seen from near.
    private static final double STREETS = 1200;

    /// Where the camera's middle may be, in metres along one axis.
    private record Span(double least, double most) {
        boolean isEmpty() {
            return least > most;
        }

        Span and(Span other) {
            return new Span(Math.max(least, other.least), Math.min(most, other.most));
        }

        double nearest(double wished) {
            return isEmpty() ? (least + most) / 2 : Math.clamp(wished, least, most);
        }
    }

    /// Places that one picture shows, and the camera's scale for it.
    private record Company(MapCamera overview, List<CityPoint> places) {
        double scale() {
            return overview.metresPerPixel();
        }
    }

    /// `places` from the most urgent on.
    MapCamera of(List<CityPoint> places, @Nullable MapCamera before) {
        Company best = together(places);
        if (before != null && isOurs(before) && best.places().stream().allMatch(p -> shows(before, p))) {
            return before;
        }
        CityPoint middle = city.centre();
        double scale = best.scale();
        Rectangle2D free = free();
        // the camera's middle at which the city's middle stands in the middle of the clear part
        double x = middle.x() - ((free.getMinX() + free.getMaxX()) / 2 - width / 2.0) * scale;
        double y = middle.y() + ((free.getMinY() + free.getMaxY()) / 2 - height / 2.0) * scale;
        return best.overview()
                .at(
                        across(best.places(), scale).nearest(x),
                        along(best.places(), scale).nearest(y));
    }

    /// So many metres around a place, all of them, at the nearest scale the map may rest at.
    MapCamera showing(CityPoint middle, double across, double down) {
        CityBox box = new CityBox(
                middle.x() - across / 2, middle.y() - down / 2, middle.x() + across / 2, middle.y() + down / 2);
        return MapCamera.showing(box, width, height);
    }

    /// The streets around one place, which lies in the middle of the clear part.
    MapCamera near(CityPoint place) {
        double shorter = Math.min(clear.getWidth(), clear.getHeight());
        double across = shorter > 0 ? shorter : Math.min(width, height);
        MapCamera camera = Views.covering(city, width, height);
        MapCamera nearer = camera.stepped(1, width / 2.0, height / 2.0);
        while (nearer.metresPerPixel() < camera.metresPerPixel() && camera.metresPerPixel() * across > STREETS) {
            camera = nearer;
            nearer = camera.stepped(1, width / 2.0, height / 2.0);
        }
        Rectangle2D free = free();
        return camera.at(
                        place.x() - ((free.getMinX() + free.getMaxX()) / 2 - width / 2.0) * camera.metresPerPixel(),
                        place.y() + ((free.getMinY() + free.getMaxY()) / 2 - height / 2.0) * camera.metresPerPixel())
                .settled();
    }

    /// The scale that fills the window, and the next one, which leaves a margin under the panels around the clear part.
    private List<MapCamera> overviews() {
        MapCamera covering = Views.covering(city, width, height);
        return List.of(covering, covering.stepped(-1, width / 2.0, height / 2.0));
    }

    private boolean isOurs(MapCamera camera) {
        return overviews().stream()
                .anyMatch(o -> o.width() == camera.width()
                        && o.height() == camera.height()
                        && o.metresPerPixel() == camera.metresPerPixel());
    }

    /// Whether a place lies in the clear part, with room for its mark.
    boolean shows(MapCamera camera, @Nullable CityPoint place) {
        return place != null && room(ROOM - 1).contains(camera.screenX(place.x()), camera.screenY(place.y()));
    }

    /// The largest company of places that one picture shows; of equal ones the nearer, then that with the most urgent.
    private Company together(List<CityPoint> places) {
        List<CityPoint> inCity =
                places.stream().filter(p -> city.contains(p.x(), p.y())).toList();
        List<MapCamera> overviews = overviews();
        List<Company> companies = new ArrayList<>();
        for (int set = 0; set < 1 << inCity.size(); set++) {
            int members = set;
            List<CityPoint> some = IntStream.range(0, inCity.size())
                    .filter(i -> (members >> i & 1) == 1)
                    .mapToObj(inCity::get)
                    .toList();
            overviews.forEach(o -> companies.add(new Company(o, some)));
        }
        return companies.stream()
                .filter(c -> !across(c.places(), c.scale()).isEmpty()
                        && !along(c.places(), c.scale()).isEmpty())
                .max(Comparator.<Company>comparingInt(c -> c.places().size())
                        .thenComparing(
                                Comparator.comparingDouble(Company::scale).reversed())
                        .thenComparing(Company::places, urgency(inCity)))
                .orElseGet(() -> new Company(overviews.getFirst(), List.of()));
    }

    /// Greater is what has the first place in which the two differ.
    private static Comparator<List<CityPoint>> urgency(List<CityPoint> order) {
        return (a, b) -> {
            for (CityPoint place : order) {
                int differ = Boolean.compare(a.contains(place), b.contains(place));
                if (differ != 0) {
                    return differ;
                }
            }
            return 0;
        };
    }

    private Span across(List<CityPoint> places, double scale) {
        Rectangle2D free = free();
        Rectangle2D room = room(ROOM);
        Span span = span(
                city.west() - (free.getMinX() - width / 2.0) * scale,
                city.east() - (free.getMaxX() - width / 2.0) * scale);
        for (CityPoint p : places) {
            span = span.and(new Span(
                    p.x() - (room.getMaxX() - width / 2.0) * scale, p.x() - (room.getMinX() - width / 2.0) * scale));
        }
        return span;
    }

    private Span along(List<CityPoint> places, double scale) {
        Rectangle2D free = free();
        Rectangle2D room = room(ROOM);
        Span span = span(
                city.south() + (free.getMaxY() - height / 2.0) * scale,
                city.north() + (free.getMinY() - height / 2.0) * scale);
        for (CityPoint p : places) {
            span = span.and(new Span(
                    p.y() + (room.getMinY() - height / 2.0) * scale, p.y() + (room.getMaxY() - height / 2.0) * scale));
        }
        return span;
    }

    /// A city smaller than the clear part stands in its middle.
    private static Span span(double least, double most) {
        return least <= most ? new Span(least, most) : new Span((least + most) / 2, (least + most) / 2);
    }

    private Rectangle2D free() {
        return clear.getWidth() > 0 ? clear : new Rectangle2D(0, 0, width, height);
    }

    private Rectangle2D room(double air) {
        Rectangle2D free = free();
        return new Rectangle2D(
                free.getMinX() + air,
                free.getMinY() + air,
                Math.max(0, free.getWidth() - 2 * air),
                Math.max(0, free.getHeight() - 2 * air));
    }
}
