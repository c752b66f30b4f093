package org.yiping.console.ui.camera;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.yiping.domain.camera.Camera;

/// Which cameras a grid starts with. Stateless; any thread.
final class CameraChoice {
    private CameraChoice() {}

    /// Cameras spread over the city: each next one is the farthest from those before, so that nine tiles are nine
    /// places. Only such as the platform calls online; the same cameras give the same choice.
    static List<Camera> spread(Collection<Camera> all, int count) {
        List<Camera> left = new ArrayList<>(all.stream()
                .filter(c -> c.state().online())
                .sorted(Comparator.comparing(c -> c.id().value()))
                .toList());
        List<Camera> chosen = new ArrayList<>();
        while (!left.isEmpty() && chosen.size() < count) {
            Camera next = chosen.isEmpty()
                    ? left.get(left.size() / 2)
                    : left.stream()
                            .max(Comparator.comparingDouble(c -> nearest(c, chosen)))
                            .orElseThrow();
            chosen.add(next);
            left.remove(next);
        }
        return chosen;
    }

    private static double nearest(Camera c, List<Camera> chosen) {
        return chosen.stream()
                .mapToDouble(o -> o.position().distanceMetres(c.position()))
                .min()
                .orElse(Double.MAX_VALUE);
    }
}
