package org.yiping.domain.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;

/// Which places typed words may mean (同名路段): a road is one candidate in each district it runs through, so that the
/// same name in two districts is two, ranked by what else is known. Immutable after construction; any thread.
public final class Gazetteer {
    /// Shorter words mean too many places to be worth proposing.
    private static final int SHORTEST = 2;

    private final AdviceRules.Places rules;
    private final List<Area> named;
    private final Map<String, List<Stretch>> byName = new LinkedHashMap<>();

    /// What is known besides the words. `cameras` by their names; `callerAreas` counts the caller's cases by area;
    /// `duty` are the areas of who took the words, empty where that is the whole city.
    public record Clues(
            @Nullable Position hint,
            Map<String, Position> cameras,
            Map<String, Integer> callerAreas,
            List<AreaCode> duty) {
        public static final Clues NONE = new Clues(null, Map.of(), Map.of(), List.of());
    }

    /// `features` are those of the layers that bear names.
    public Gazetteer(AdviceRules.Places rules, Collection<Area> areas, List<Feature> features, AreaFinder finder) {
        this.rules = rules;
        this.named = areas.stream()
                .filter(a -> !a.level().equals("city") && a.name().length() >= SHORTEST)
                .toList();
        List<AreaCode> districts = areas.stream()
                .filter(a -> a.level().equals("district"))
                .map(Area::code)
                .toList();
        record Key(String name, String district) {}
        Map<Key, Stretch> stretches = new HashMap<>();
        for (Feature f : features) {
            if (f.name().length() >= SHORTEST) {
                Stretch.pieces(f.shape(), p -> district(p, districts, finder)).forEach((district, lines) -> {
                    Stretch one = stretches.computeIfAbsent(new Key(f.name(), district), k -> {
                        Stretch made = new Stretch(f.name(), k.district.isEmpty() ? null : new AreaCode(k.district));
                        byName.computeIfAbsent(plain(f.name()), _ -> new ArrayList<>())
                                .add(made);
                        return made;
                    });
                    lines.forEach(one::add);
                });
            }
        }
    }

    private static String district(Position p, List<AreaCode> districts, AreaFinder finder) {
        String cell = finder.areaAt(p).map(AreaCode::value).orElse("");
        return districts.stream()
                .map(AreaCode::value)
                .filter(cell::startsWith)
                .findFirst()
                .orElse("");
    }

    /// The likeliest first; empty where no name of the city is in the words.
    public List<PlaceCandidate> candidates(String words, Clues clues) {
        String typed = plain(words);
        if (typed.length() < SHORTEST) {
            return List.of();
        }
        List<String> exact = byName.keySet().stream().filter(typed::contains).toList();
        List<String> names = exact.isEmpty()
                ? byName.keySet().stream().filter(n -> n.contains(typed)).toList()
                // of 解放路 and 解放路北段 the longer one was meant
                : exact.stream()
                        .filter(n -> exact.stream().noneMatch(m -> m.length() > n.length() && m.contains(n)))
                        .toList();
        List<Area> spoken =
                named.stream().filter(a -> typed.contains(plain(a.name()))).toList();
        String how = exact.isEmpty() ? "name-part" : "name-exact";
        return names.stream()
                .flatMap(n -> byName.getOrDefault(n, List.of()).stream())
                .map(s -> candidate(s, how, spoken, clues))
                .sorted(Comparator.comparingDouble((PlaceCandidate c) -> -c.score())
                        .thenComparing(PlaceCandidate::name)
                        .thenComparing(c -> c.area() == null ? "" : c.area().value()))
                .limit(rules.most())
                .toList();
    }

    private PlaceCandidate candidate(Stretch s, String how, List<Area> spoken, Clues clues) {
        List<Evidence> evidence = new ArrayList<>();
        add(evidence, how, 1, s.name());
        Position place = s.middle();
        AreaCode area = s.district();
        for (Area a : spoken) {
            if (area != null
                    && (area.value().startsWith(a.code().value())
                            || a.code().value().startsWith(area.value()))) {
                add(evidence, "area-named", 1, a.code().value());
                place = s.nearest(a.centre());
                break;
            }
        }
        if (area != null) {
            if (clues.duty().stream().anyMatch(d -> related(d, area))) {
                add(evidence, "in-duty-area", 1, area.value());
            }
            caller(area, clues, evidence);
        }
        for (Map.Entry<String, Position> camera : clues.cameras().entrySet()) {
            Position near = s.nearest(camera.getValue());
            double metres = near.distanceMetres(camera.getValue());
            if (metres <= rules.cameraMetres()) {
                add(evidence, "camera-near", 1 - metres / rules.cameraMetres() / 2, camera.getKey(), whole(metres));
                place = near;
            }
        }
        Position hint = clues.hint();
        if (hint != null) {
            Position near = s.nearest(hint);
            double metres = near.distanceMetres(hint);
            if (metres <= rules.hintMetres()) {
                add(evidence, "hint-near", 1 - metres / rules.hintMetres() / 2, whole(metres));
                place = near;
            }
        }
        double score = evidence.stream().mapToDouble(Evidence::weight).sum();
        return new PlaceCandidate(s.name(), area, place, score, evidence);
    }

    private void caller(AreaCode area, Clues clues, List<Evidence> evidence) {
        int all = clues.callerAreas().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        int here = clues.callerAreas().entrySet().stream()
                .filter(e -> e.getKey().startsWith(area.value()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        if (here > 0) {
            add(evidence, "caller-before", (double) here / all, Integer.toString(here), Integer.toString(all));
        }
    }

    private static boolean related(AreaCode a, AreaCode b) {
        return a.value().startsWith(b.value()) || b.value().startsWith(a.value());
    }

    private void add(List<Evidence> evidence, String code, double strength, String... args) {
        Double weight = rules.weights().get(code);
        if (weight != null) {
            evidence.add(new Evidence(code, List.of(args), weight * strength));
        }
    }

    private static String whole(double number) {
        return Long.toString(Math.round(number));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }
}
