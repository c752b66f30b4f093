package org.yiping.console.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Places names without overlap: marks' own first, then areas, then streets by class and length. Confined to one
/// thread.
final class LabelPlacer {
    private static final double SAME_NAME = 460;

    private final Scene scene;
    private final PixelGrid grid;
    private final Collisions taken;
    private final List<Label> placed = new ArrayList<>();
    private final Map<String, List<double[]>> names = new HashMap<>();

    LabelPlacer(Scene scene, PixelGrid grid) {
        this.scene = scene;
        this.grid = grid;
        this.taken = new Collisions(grid.width(), grid.height());
    }

    List<Label> placed() {
        return placed;
    }

    /// Room a symbol takes; nothing is written under it.
    void keepClear(double x, double y, double radius) {
        taken.take(grid.x(x), grid.y(y), radius, radius);
    }

    /// A box of the window in pixels; nothing is written under it.
    void keepClear(double left, double top, double width, double height) {
        taken.take(left + width / 2, top + height / 2, width / 2, height / 2);
    }

    /// Words `clear` pixels to the right of a mark, or to its left; where both are taken, none or, if `must`, right.
    void beside(CityPoint mark, double clear, String text, Label.Tone tone) {
        double x = mark.x();
        double y = mark.y();
        boolean must = tone == Label.Tone.SELECTED;
        int[] letters = text.codePoints().toArray();
        double[] advances = scene.streets().advances(letters, TextSize.MARK);
        double width = StreetLettering.total(advances, 0);
        double[] starts = must ? new double[] {clear, -clear - width, clear} : new double[] {clear, -clear - width};
        for (int side = 0; side < starts.length; side++) {
            double start = starts[side];
            double middle = start + width / 2;
            if (side == 2 || taken.isFree(grid.x(x) + middle, grid.y(y), width / 2 + 2, 8)) {
                taken.take(grid.x(x) + middle, grid.y(y), width / 2 + 2, 8);
                Label.Letter[] out = new Label.Letter[letters.length];
                double walked = start;
                for (int i = 0; i < letters.length; i++) {
                    out[i] = new Label.Letter(letters[i], x, y, walked + advances[i] / 2, 0, 0);
                    walked += advances[i];
                }
                placed.add(new Label(text, TextSize.MARK, tone, out));
                return;
            }
        }
    }

    void areas() {
        for (AreaLayer layer : scene.ground().areas().reversed()) {
            TextSize size = scene.letters(layer.kind(), grid.metresPerPixel());
            if (size != null) {
                layer.visit(grid.ground(0), area -> area(layer, area, size));
            }
        }
    }

    private void area(AreaLayer layer, int area, TextSize size) {
        String name = layer.name(area);
        if (name.isEmpty()) {
            return;
        }
        CityPoint place = layer.namePlace(area);
        int[] letters = name.codePoints().toArray();
        double[] advances = scene.streets().advances(letters, size);
        double width = StreetLettering.total(advances, size.gap());
        List<StreetLettering.Placed> row = new ArrayList<>();
        double x = grid.x(place.x()) - width / 2;
        for (int i = 0; i < letters.length; i++) {
            row.add(new StreetLettering.Placed(letters[i], x + advances[i] / 2, grid.y(place.y()), 0));
            x += advances[i] + size.gap();
        }
        keep(name, size, Label.Tone.AREA, row);
    }

    void streets() {
        for (StreetNames.Set street : scene.streets().in(grid, ZoomLevels.nearest(grid.metresPerPixel()))) {
            if (scene.letters(street.chain().roadClass(), grid.metresPerPixel()) == null) {
                continue;
            }
            String name = street.chain().name();
            for (List<StreetNames.Place> part : street.parts()) {
                for (StreetNames.Place place : part) {
                    double[] middle = {place.x() - grid.left(), place.y() - grid.top()};
                    if (isNear(middle)
                            && isFree(place.letters(), street.size())
                            && !repeats(name, middle)
                            && keep(name, street.size(), Label.Tone.STREET, inGrid(place.letters()))) {
                        names.computeIfAbsent(name, _ -> new ArrayList<>()).add(middle);
                        break;
                    }
                }
            }
        }
    }

    /// Asked before anything is copied: most places are taken.
    private boolean isFree(List<StreetLettering.Placed> letters, TextSize size) {
        double half = half(size);
        for (StreetLettering.Placed p : letters) {
            if (!taken.isFree(p.x() - grid.left(), p.y() - grid.top(), half, half)) {
                return false;
            }
        }
        return true;
    }

    /// Half the side of the square a letter takes.
    private static double half(TextSize size) {
        return size.pixels() / 2 + 1.5;
    }

    private List<StreetLettering.Placed> inGrid(List<StreetLettering.Placed> letters) {
        List<StreetLettering.Placed> row = new ArrayList<>(letters.size());
        for (StreetLettering.Placed p : letters) {
            row.add(new StreetLettering.Placed(p.letter(), p.x() - grid.left(), p.y() - grid.top(), p.rotation()));
        }
        return row;
    }

    private boolean isNear(double[] place) {
        return place[0] > 0 && place[1] > 0 && place[0] < grid.width() && place[1] < grid.height();
    }

    private boolean repeats(String name, double[] place) {
        double least = SAME_NAME * scene.style().generalisation().spacing();
        return names.getOrDefault(name, List.of()).stream()
                .anyMatch(p -> Math.hypot(p[0] - place[0], p[1] - place[1]) < least);
    }

    /// Takes the room of all letters if it is free.
    private boolean keep(String text, TextSize size, Label.Tone tone, List<StreetLettering.Placed> row) {
        double half = half(size);
        if (!row.stream().allMatch(p -> taken.isFree(p.x(), p.y(), half, half))) {
            return false;
        }
        row.forEach(p -> taken.take(p.x(), p.y(), half, half));
        double scale = grid.metresPerPixel();
        placed.add(new Label(
                text,
                size,
                tone,
                row.stream()
                        .map(p -> new Label.Letter(
                                p.letter(),
                                (p.x() + grid.left()) * scale,
                                -(p.y() + grid.top()) * scale,
                                0,
                                0,
                                GlyphSheet.step(p.rotation())))
                        .toArray(Label.Letter[]::new)));
        return true;
    }
}
