package org.yiping.console.ui.camera;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yiping.console.ui.Pictures;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;

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

    /// What a scene of the wall asks for. Beyond the cameras spread for all its tiles come the others by their ids: to
    /// spread hundreds for a tour of all would cost seconds, and a tour shows them all.
    static List<Camera> of(Collection<Camera> all, Pictures.Choice choice) {
        List<Camera> from = new ArrayList<>();
        if (choice.named().isEmpty()) {
            from.addAll(spread(all, choice.all()));
            Set<CameraId> there = from.stream().map(Camera::id).collect(Collectors.toSet());
            all.stream()
                    .filter(c -> c.state().online() && !there.contains(c.id()))
                    .sorted(Comparator.comparing(c -> c.id().value()))
                    .forEach(from::add);
        } else {
            Map<CameraId, Camera> known = all.stream().collect(Collectors.toMap(Camera::id, c -> c));
            choice.named().stream()
                    .flatMap(id -> Stream.ofNullable(known.get(id)))
                    .forEach(from::add);
        }
        int count = Math.min(choice.side() * choice.side(), from.size());
        return IntStream.range(0, count)
                .mapToObj(i -> from.get((choice.first() + i) % from.size()))
                .toList();
    }

    private static double nearest(Camera c, List<Camera> chosen) {
        return chosen.stream()
                .mapToDouble(o -> o.position().distanceMetres(c.position()))
                .min()
                .orElse(Double.MAX_VALUE);
    }
}
