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
    /// places. None that is offline; the same cameras give the same choice.
    static List<Camera> spread(Collection<Camera> all, int count) {
        List<Camera> left = new ArrayList<>(all.stream()
                .filter(c -> !c.state().offline())
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

    /// What a scene of the wall asks for by name, or else this tile's part of the cameras chosen for all its tiles.
    static List<Camera> of(Collection<Camera> all, Pictures.Choice choice) {
        if (choice.named().isEmpty()) {
            return part(chosen(all, choice), choice);
        }
        Map<CameraId, Camera> known = all.stream().collect(Collectors.toMap(Camera::id, c -> c));
        List<Camera> named = choice.named().stream()
                .flatMap(id -> Stream.ofNullable(known.get(id)))
                .toList();
        return round(named, choice.first(), choice.side() * choice.side());
    }

    /// For all tiles of a scene that names none: cameras spread over the city, and as it goes on the others by their
    /// ids: to spread hundreds for a tour of all would cost seconds, and a tour shows them all.
    static List<Camera> chosen(Collection<Camera> all, Pictures.Choice choice) {
        List<Camera> from = new ArrayList<>(spread(all, choice.all()));
        Set<CameraId> there = ids(from);
        all.stream()
                .filter(c -> !c.state().offline() && !there.contains(c.id()))
                .sorted(Comparator.comparing(c -> c.id().value()))
                .forEach(from::add);
        return round(from, choice.first() - offset(choice), tiles(choice));
    }

    /// The same for all tiles where some had none or have lost theirs: those that are `gone` give way to cameras
    /// that are not offline, each far from the others, as far as there are any; whatever else stands stays. Who
    /// knows the same finds the same, so that tiles beside one another agree without a word.
    static List<Camera> mended(
            Collection<Camera> all, List<Camera> before, Set<CameraId> gone, Pictures.Choice choice) {
        Set<CameraId> there = ids(before);
        List<Camera> spare = new ArrayList<>(all.stream()
                .filter(c -> !c.state().offline() && !there.contains(c.id()))
                .sorted(Comparator.comparing(c -> c.id().value()))
                .toList());
        List<Camera> now = new ArrayList<>(before);
        for (int i = 0; i < tiles(choice) && !spare.isEmpty(); i++) {
            if (i < now.size() && !gone.contains(now.get(i).id())) {
                continue;
            }
            Camera next = spare.stream()
                    .max(Comparator.comparingDouble(c -> nearest(c, now)))
                    .orElseThrow();
            spare.remove(next);
            if (i < now.size()) {
                now.set(i, next);
            } else {
                now.add(next);
            }
        }
        return now;
    }

    /// One tile's of those chosen for all.
    static List<Camera> part(List<Camera> chosen, Pictures.Choice choice) {
        return round(chosen, offset(choice), choice.side() * choice.side());
    }

    /// How many cameras all tiles of a scene show at once.
    static int tiles(Pictures.Choice choice) {
        return Math.max(choice.all(), choice.side() * choice.side());
    }

    private static int offset(Pictures.Choice choice) {
        return choice.all() == 0 ? 0 : choice.first() % choice.all();
    }

    private static List<Camera> round(List<Camera> from, int first, int count) {
        return IntStream.range(0, Math.min(count, from.size()))
                .mapToObj(i -> from.get((first + i) % from.size()))
                .toList();
    }

    private static Set<CameraId> ids(List<Camera> cameras) {
        return cameras.stream().map(Camera::id).collect(Collectors.toSet());
    }

    private static double nearest(Camera c, List<Camera> chosen) {
        return chosen.stream()
                .mapToDouble(o -> o.position().distanceMetres(c.position()))
                .min()
                .orElse(Double.MAX_VALUE);
    }
}
