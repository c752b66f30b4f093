package org.yiping.console.ui.camera;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.yiping.domain.camera.Camera;

/// Which cameras a grid starts with and in which order a list shows them. Stateless; any thread.
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

    /// By name, offline ones last; `typed` may be part of the name or of the code.
    static List<Camera> listed(Collection<Camera> all, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(c -> wanted.isEmpty()
                        || c.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || c.id().value().contains(wanted))
                .sorted(Comparator.comparing((Camera c) -> !c.state().online())
                        .thenComparing(Camera::name)
                        .thenComparing(c -> c.id().value()))
                .toList();
    }
}
