package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What stands where on the wall: the overview (总览) of map, figures, cameras and the most urgent cases.
///
/// Composed in monitors, not in pixels: every part with text lies inside one monitor; only the map's ground
/// crosses bezels. The map takes all columns but the last. Coordinates are the desktop's. Immutable; any thread.
record Scene(Box hero, List<Part> parts) {
    /// Cases that get a number: more nobody remembers.
    static final int NUMBERED = 4;

    /// Cameras that get a letter.
    static final int LETTERED = 4;

    /// Height of two lines of caption, as a share of their tile's width.
    private static final double CAPTION = 0.25;

    /// A card narrower than this share of its monitor's height writes its lines one under the other.
    private static final double NARROW = 0.64;

    Scene {
        parts = List.copyOf(parts);
    }

    /// A rectangle of the desktop in pixels.
    record Box(double x, double y, double width, double height) {
        boolean inside(Box other) {
            return x >= other.x
                    && y >= other.y
                    && x + width <= other.x + other.width
                    && y + height <= other.y + other.height;
        }

        /// What both cover.
        Optional<Box> meet(Box other) {
            double left = Math.max(x, other.x);
            double top = Math.max(y, other.y);
            double right = Math.min(x + width, other.x + other.width);
            double bottom = Math.min(y + height, other.y + other.height);
            return right > left && bottom > top
                    ? Optional.of(new Box(left, top, right - left, bottom - top))
                    : Optional.empty();
        }

        static Box around(List<Box> boxes) {
            double left = boxes.stream().mapToDouble(Box::x).min().orElse(0);
            double top = boxes.stream().mapToDouble(Box::y).min().orElse(0);
            double right = boxes.stream().mapToDouble(b -> b.x + b.width).max().orElse(0);
            double bottom =
                    boxes.stream().mapToDouble(b -> b.y + b.height).max().orElse(0);
            return new Box(left, top, right - left, bottom - top);
        }
    }

    /// What a part shows.
    sealed interface Content {}

    /// The counts by light and what the figures mean.
    record Legend() implements Content {}

    /// What visitors are told, while they are.
    record Told() implements Content {}

    /// The day's figures and the clock.
    record Figures() implements Content {}

    /// Camera pictures, lettered from A.
    record Cameras() implements Content {}

    /// One of the most urgent cases, numbered from 1.
    record Urgent(int number) implements Content {}

    /// Link, oldest data, 模拟城市.
    record Status() implements Content {}

    /// A part in its monitor.
    record Part(Content content, Box box, int monitor) {}

    /// The largest part of the hero that no card and no legend stands over.
    Box clear() {
        double bottom = hero.y + hero.height;
        Box legend = new Box(hero.x, hero.y, 0, 0);
        for (Part part : parts) {
            switch (part.content) {
                case Urgent(int _) -> bottom = Math.min(bottom, part.box.y);
                case Legend() -> legend = part.box;
                case Told(), Figures(), Cameras(), Status() -> {}
            }
        }
        double right = legend.x + legend.width;
        double below = legend.y + legend.height;
        Box beside = new Box(right, hero.y, hero.x + hero.width - right, bottom - hero.y);
        Box under = new Box(hero.x, below, hero.width, bottom - below);
        return beside.width * beside.height >= under.width * under.height ? beside : under;
    }

    /// Where visitors are told something, while they are.
    Optional<Box> told() {
        return parts.stream()
                .filter(p -> p.content instanceof Told)
                .map(Part::box)
                .findFirst();
    }

    /// The overview on these monitors. With one monitor the support takes its right third.
    static Scene overview(List<Box> monitors) {
        if (monitors.isEmpty()) {
            throw new IllegalArgumentException("no monitor");
        }
        List<Part> parts = new ArrayList<>();
        if (monitors.size() == 1) {
            Box only = monitors.getFirst();
            double side = Math.rint(only.width / 3);
            Box hero = new Box(only.x, only.y, only.width - side, only.height);
            cases(parts, List.of(hero), List.of(0));
            parts.add(new Part(new Legend(), legend(hero), 0));
            parts.add(new Part(new Told(), told(hero), 0));
            support(parts, new Box(hero.x + hero.width, only.y, side, only.height), 0);
            return new Scene(hero, parts);
        }
        double lastColumn = monitors.stream().mapToDouble(Box::x).max().orElse(0);
        List<Integer> heroes = new ArrayList<>();
        List<Integer> supports = new ArrayList<>();
        for (int i = 0; i < monitors.size(); i++) {
            (monitors.get(i).x < lastColumn ? heroes : supports).add(i);
        }
        if (heroes.isEmpty()) { // one column: the map keeps the top
            heroes.add(supports.removeFirst());
        }
        Box hero = Box.around(heroes.stream().map(monitors::get).toList());
        double lowest =
                heroes.stream().mapToDouble(i -> monitors.get(i).y).max().orElse(0);
        List<Integer> bottom =
                heroes.stream().filter(i -> monitors.get(i).y == lowest).toList();
        cases(parts, bottom.stream().map(monitors::get).toList(), bottom);
        int first = heroes.stream()
                .min(Comparator.comparingDouble((Integer i) -> monitors.get(i).y)
                        .thenComparingDouble(i -> monitors.get(i).x))
                .orElseThrow();
        parts.add(new Part(new Legend(), legend(monitors.get(first)), first));
        parts.add(new Part(new Told(), told(monitors.get(first)), first));
        if (supports.size() == 1) {
            support(parts, monitors.get(supports.getFirst()), supports.getFirst());
        } else {
            int last = supports.getLast();
            for (int i : supports) {
                Box box = monitors.get(i);
                if (i == supports.getFirst()) {
                    parts.add(new Part(new Figures(), box, i));
                } else {
                    double strip = i == last ? status(box) : 0;
                    parts.add(new Part(new Cameras(), new Box(box.x, box.y, box.width, box.height - strip), i));
                    if (i == last) {
                        parts.add(new Part(
                                new Status(), new Box(box.x, box.y + box.height - strip, box.width, strip), i));
                    }
                }
            }
        }
        return new Scene(hero, parts);
    }

    private static void support(List<Part> parts, Box box, int monitor) {
        double strip = status(box);
        double pictures = pictures(box, box.height - strip);
        double figures = box.height - strip - pictures;
        parts.add(new Part(new Figures(), new Box(box.x, box.y, box.width, figures), monitor));
        parts.add(new Part(new Cameras(), new Box(box.x, box.y + figures, box.width, pictures), monitor));
        parts.add(new Part(new Status(), new Box(box.x, box.y + box.height - strip, box.width, strip), monitor));
    }

    /// A wide box has its cameras in one row, whole and with two lines of caption; the figures get what is left.
    private static double pictures(Box box, double height) {
        double tile = box.width / LETTERED;
        return box.width > box.height ? Math.rint(tile * (9 / 16.0 + CAPTION)) : Math.rint(height / 2);
    }

    private static double status(Box box) {
        return Math.rint(box.height * 0.085);
    }

    private static Box legend(Box monitor) {
        double margin = Math.rint(monitor.height * 0.035);
        // Above the cards also where those are narrow and therefore high.
        return new Box(
                monitor.x + margin,
                monitor.y + margin,
                Math.rint(monitor.width * 0.365),
                Math.rint(monitor.height * 0.6));
    }

    /// Beside the legend, as high as two lines need.
    private static Box told(Box monitor) {
        Box legend = legend(monitor);
        double margin = legend.x - monitor.x;
        double left = legend.x + legend.width + margin;
        return new Box(left, legend.y, monitor.x + monitor.width - margin - left, Math.rint(monitor.height * 0.19));
    }

    /// The cards stand in a row along the hero's lower edge, shared evenly by its lower monitors.
    private static void cases(List<Part> parts, List<Box> bottom, List<Integer> indexes) {
        int number = 1;
        int each = Math.ceilDiv(NUMBERED, bottom.size());
        for (int m = 0; m < bottom.size() && number <= NUMBERED; m++) {
            Box box = bottom.get(m);
            double gap = Math.rint(box.width * 0.008);
            int here = Math.min(each, NUMBERED - number + 1);
            double width = (box.width - gap * (here + 1)) / here;
            double height = Math.rint(box.height * (width < NARROW * box.height ? 0.325 : 0.265));
            for (int k = 0; k < here; k++) {
                Box card = new Box(box.x + gap + k * (width + gap), box.y + box.height - height - gap, width, height);
                parts.add(new Part(new Urgent(number++), card, indexes.get(m)));
            }
        }
    }
}
