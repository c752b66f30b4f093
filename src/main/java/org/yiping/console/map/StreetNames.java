package org.yiping.console.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the names of a ground's streets can stand (路名备选): for each street and scale the places to try, in turn, with
/// every letter set. That hangs on the streets alone, so it is worked out once for a scale, street by street as windows
/// come by; which places are free is another question, and a quick one. Any thread.
final class StreetNames {
    private static final double REPEAT = 600;
    private static final double[] SHIFTS = {0, 0.15, -0.15, 0.3, -0.3, 0.42, -0.42};
    /// Scales whose names are kept.
    private static final int KEPT = 3;

    private final List<NamedChain> chains;
    private final MapStyle style;
    private final GlyphSheet glyphs;
    private final LinkedHashMap<Integer, @Nullable Set[]> scales = new LinkedHashMap<>(8, 0.75f, true);
    private CityBox @Nullable [] boxes;
    /// What was last asked for: a window at rest asks the same whenever something moves in it.
    private volatile @Nullable Answer last;

    StreetNames(CityGround ground, MapStyle style, GlyphSheet glyphs) {
        this.chains = ground.roads().chains();
        this.style = style;
        this.glyphs = glyphs;
    }

    /// A street's name at one scale. In pixels of the whole map.
    ///
    /// @param parts for each time the name is repeated the places to try, the best first
    record Set(NamedChain chain, TextSize size, List<List<Place>> parts) {}

    /// The middle of a name that is set, and its letters.
    record Place(double x, double y, List<StreetLettering.Placed> letters) {}

    private record Answer(PixelGrid grid, int level, List<Set> sets) {}

    /// The named streets that may show in a picture, the most important first.
    List<Set> in(PixelGrid grid, int level) {
        Answer known = last;
        if (known == null || known.level != level || !known.grid.equals(grid)) {
            known = new Answer(grid, level, List.copyOf(found(grid, level)));
            last = known;
        }
        return known.sets;
    }

    private List<Set> found(PixelGrid grid, int level) {
        CityBox ground = grid.ground(0);
        CityBox[] known = boxes();
        @Nullable Set[] sets = scale(level);
        Map<RoadClass, TextSize> sizes = style.plan().level(level).streetNames();
        List<Set> found = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            TextSize size = sizes.get(chains.get(i).roadClass());
            if (size != null && known[i].intersects(ground)) {
                Set set = sets[i];
                if (set == null) {
                    set = set(chains.get(i), size, grid.metresPerPixel());
                    sets[i] = set; // two threads that meet here make the same
                }
                found.add(set);
            }
        }
        return found;
    }

    double[] advances(int[] letters, TextSize size) {
        double[] advances = new double[letters.length];
        for (int i = 0; i < letters.length; i++) {
            advances[i] = glyphs.advance(letters[i], size);
        }
        return advances;
    }

    private synchronized CityBox[] boxes() {
        CityBox[] known = boxes;
        if (known == null) {
            known = chains.stream().map(StreetNames::box).toArray(CityBox[]::new);
            boxes = known;
        }
        return known;
    }

    private synchronized @Nullable Set[] scale(int level) {
        @Nullable Set[] sets = scales.computeIfAbsent(level, _ -> new @Nullable Set[chains.size()]);
        if (scales.size() > KEPT) {
            scales.pollFirstEntry();
        }
        return sets;
    }

    private static CityBox box(NamedChain chain) {
        float[] line = chain.line();
        CityBox box = new CityBox(line[0], line[1], line[0], line[1]);
        for (int i = 2; i < line.length; i += 2) {
            box = box.union(new CityBox(line[i], line[i + 1], line[i], line[i + 1]));
        }
        return box;
    }

    private Set set(NamedChain chain, TextSize size, double metresPerPixel) {
        Generalisation rules = style.generalisation();
        int[] letters = chain.name().codePoints().toArray();
        double[] advances = advances(letters, size);
        double overhang = rules.overhang();
        PixelGrid map = new PixelGrid(metresPerPixel, 0, 0, 1, 1);
        StreetLettering lettering = new StreetLettering(chain.line(), map);
        List<List<Place>> parts = new ArrayList<>();
        if (lettering.length() >= StreetLettering.total(advances, size.gap()) + 8 - 2 * overhang) {
            int times = Math.max(1, (int) (lettering.length() / (REPEAT * rules.spacing())));
            double part = lettering.length() / times;
            for (int i = 0; i < times; i++) {
                List<Place> places = new ArrayList<>();
                for (double shift : SHIFTS) {
                    double middle = (i + 0.5 + shift) * part;
                    List<StreetLettering.Placed> row = lettering.set(letters, advances, size.gap(), middle, overhang);
                    if (row != null) {
                        double[] at = lettering.at(middle);
                        places.add(new Place(at[0], at[1], row));
                    }
                }
                parts.add(List.copyOf(places));
            }
        }
        return new Set(chain, size, List.copyOf(parts));
    }
}
