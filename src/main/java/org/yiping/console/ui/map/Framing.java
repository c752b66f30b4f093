package org.yiping.console.ui.map;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapCamera;

/// Where a wall's map looks: as near as it can while every numbered case lies in the clear part of the picture.
/// Immutable; any thread.
///
/// The view is kept as long as it serves: a map that jumps with every new case is watched and not read.
record Framing(CityBox city, int width, int height, Rectangle2D clear) {
    /// Room for a mark around its place, in pixels.
    private static final double ROOM = 64;

    /// A view so many levels nearer is worth the jump (two double the scale).
    private static final int WORTH = 2;

    MapCamera of(List<CityPoint> places, @Nullable MapCamera before) {
        MapCamera overview = Views.covering(city, width, height);
        List<CityPoint> inCity =
                places.stream().filter(p -> city.contains(p.x(), p.y())).toList();
        Rectangle2D room = room();
        if (inCity.isEmpty() || room.getWidth() < 2 * ROOM || room.getHeight() < 2 * ROOM) {
            return before != null && before.width() == width && before.height() == height ? before : overview;
        }
        MapCamera best = nearest(inCity, room, overview);
        if (before != null && before.width() == width && before.height() == height) {
            boolean serves = inCity.stream().allMatch(p -> room.contains(before.screenX(p.x()), before.screenY(p.y())));
            double gain = 2 * Math.log(before.metresPerPixel() / best.metresPerPixel()) / Math.log(2);
            if (serves && gain < WORTH) {
                return before;
            }
        }
        return best;
    }

    private Rectangle2D room() {
        Rectangle2D free = clear.getWidth() > 0 ? clear : new Rectangle2D(0, 0, width, height);
        return new Rectangle2D(
                free.getMinX() + ROOM,
                free.getMinY() + ROOM,
                Math.max(0, free.getWidth() - 2 * ROOM),
                Math.max(0, free.getHeight() - 2 * ROOM));
    }

    private MapCamera nearest(List<CityPoint> places, Rectangle2D room, MapCamera overview) {
        MapCamera camera = overview;
        while (true) {
            CityBox box = around(places);
            boolean fits = (box.east() - box.west()) / camera.metresPerPixel() <= room.getWidth()
                    && (box.north() - box.south()) / camera.metresPerPixel() <= room.getHeight();
            MapCamera farther = camera.stepped(-1, width / 2.0, height / 2.0);
            if (fits || farther.metresPerPixel() <= camera.metresPerPixel()) {
                return placed(camera, box, room);
            }
            camera = farther;
        }
    }

    /// As little away from the middle of the city as the places allow.
    private MapCamera placed(MapCamera camera, CityBox box, Rectangle2D room) {
        double scale = camera.metresPerPixel();
        CityPoint middle = city.centre();
        double roomX = (room.getMinX() + room.getMaxX()) / 2 - width / 2.0;
        double roomY = (room.getMinY() + room.getMaxY()) / 2 - height / 2.0;
        // the camera's middle at which the city's middle stands in the middle of the clear part
        double x = middle.x() - roomX * scale;
        double y = middle.y() + roomY * scale;
        double west = box.east() - (room.getMaxX() - width / 2.0) * scale;
        double east = box.west() - (room.getMinX() - width / 2.0) * scale;
        double south = box.north() + (room.getMinY() - height / 2.0) * scale;
        double north = box.south() + (room.getMaxY() - height / 2.0) * scale;
        return camera.at(between(x, west, east), between(y, south, north));
    }

    private static double between(double wished, double least, double most) {
        return least > most ? (least + most) / 2 : Math.clamp(wished, least, most);
    }

    private static CityBox around(List<CityPoint> places) {
        double west = places.stream().mapToDouble(CityPoint::x).min().orElse(0);
        double east = places.stream().mapToDouble(CityPoint::x).max().orElse(0);
        double south = places.stream().mapToDouble(CityPoint::y).min().orElse(0);
        double north = places.stream().mapToDouble(CityPoint::y).max().orElse(0);
        return new CityBox(west, south, east, north);
    }
}
