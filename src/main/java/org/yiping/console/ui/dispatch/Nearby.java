package org.yiping.console.ui.dispatch;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.geo.Position;

/// Something near a case, with its distance in metres (最近). Immutable; any thread.
record Nearby<T>(T thing, double metres) {
    /// The nearest within reach, nearest first.
    static <T> List<Nearby<T>> find(
            Position centre, Collection<T> things, Function<T, Position> where, double reachMetres, int most) {
        return things.stream()
                .map(t -> new Nearby<>(t, centre.distanceMetres(where.apply(t))))
                .filter(n -> n.metres <= reachMetres)
                .sorted(Comparator.comparingDouble(Nearby::metres))
                .limit(most)
                .toList();
    }

    /// Whether the place lies inside the camera's view cone: only then is it said to see it.
    static boolean sees(Camera camera, Position place) {
        double east = (place.longitude() - camera.position().longitude()) * Math.cos(Math.toRadians(place.latitude()));
        double north = place.latitude() - camera.position().latitude();
        double bearing = Math.toDegrees(Math.atan2(east, north));
        double off = Math.abs(Math.IEEEremainder(bearing - camera.view().headingDegrees(), 360));
        return off <= camera.view().viewDegrees() / 2;
    }
}
