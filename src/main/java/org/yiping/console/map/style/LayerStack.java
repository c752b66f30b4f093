package org.yiping.console.map.style;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a seat or a group of screens changes of the style's layers (图层叠放): whether each is seen, how dense, between
/// which zooms, and which lies over which. Layers are called as in [SourceLayer]. Immutable; any thread.
///
/// But for heat and tint it only ever takes away from what the style shows: a layer appears in no scale
/// the style leaves it out of. Equal stacks share their tiles.
public final class LayerStack {
    private static final LayerStack PLAIN = new LayerStack(Map.of(), List.of(), "", Tint.NONE, false);

    private final Map<String, Entry> entries;
    private final List<String> order;
    private final String heat;
    private final Tint tint;
    private final boolean groups;
    private final int hash;

    /// A colouring of areas by its name, and how dense it is from 0 to 1; without a name there is none.
    public record Tint(String name, double opacity) {
        public static final Tint NONE = new Tint("", 0);

        public Tint {
            opacity = opacity >= 0 ? Math.min(1, opacity) : 0;
        }

        public boolean isShown() {
            return !name.isEmpty() && opacity > 0;
        }
    }

    /// One layer. `opacity` from 0 to 1; seen from `minZoom` on and below `maxZoom`.
    public record Entry(boolean visible, double opacity, double minZoom, double maxZoom) {
        static final double LEAST_ZOOM = 0;
        static final double MOST_ZOOM = 30;
        public static final Entry PLAIN = new Entry(true, 1, LEAST_ZOOM, MOST_ZOOM);

        public Entry {
            opacity = opacity >= 0 ? Math.min(1, opacity) : 0;
        }

        public Entry visible(boolean now) {
            return new Entry(now, opacity, minZoom, maxZoom);
        }

        public Entry opacity(double now) {
            return new Entry(visible, now, minZoom, maxZoom);
        }

        public Entry between(double least, double most) {
            return new Entry(visible, opacity, least, most);
        }

        public boolean shows(double zoom) {
            // coarser than a zoom of 0 there is nothing to be set
            return visible && opacity > 0 && Zoom.isWithin(Math.max(0, zoom), minZoom, maxZoom);
        }
    }

    private LayerStack(Map<String, Entry> entries, List<String> order, String heat, Tint tint, boolean groups) {
        Map<String, Entry> told = new LinkedHashMap<>();
        entries.entrySet().stream()
                .filter(e -> !e.getValue().equals(Entry.PLAIN))
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> told.put(e.getKey(), e.getValue()));
        this.entries = told;
        this.order = List.copyOf(order);
        this.heat = heat;
        this.tint = tint;
        this.groups = groups;
        this.hash = 31 * (31 * (31 * told.hashCode() + this.order.hashCode()) + heat.hashCode())
                + tint.hashCode()
                + (groups ? 1 : 0);
    }

    /// Everything as the style has it.
    public static LayerStack plain() {
        return PLAIN;
    }

    public LayerStack with(String layer, Entry entry) {
        Map<String, Entry> changed = new HashMap<>(entries);
        changed.put(layer, entry);
        return new LayerStack(changed, order, heat, tint, groups);
    }

    /// From the lowest to the highest; layers that are not named stay above the one they follow in the style. Empty for
    /// the style's own order.
    public LayerStack ordered(List<String> lowestFirst) {
        return new LayerStack(entries, lowestFirst.stream().distinct().toList(), heat, tint, groups);
    }

    /// How densely the points of a layer stand is laid over the ground as colour; empty for none.
    public LayerStack heat(String layer) {
        return new LayerStack(entries, order, layer, tint, groups);
    }

    /// Areas are coloured by a figure, over the ground's fillings and below its lines.
    public LayerStack tint(Tint next) {
        return new LayerStack(entries, order, heat, next, groups);
    }

    /// In far views components are counted and not drawn one by one.
    public LayerStack groups(boolean now) {
        return new LayerStack(entries, order, heat, tint, now);
    }

    public boolean groups() {
        return groups;
    }

    public Tint tint() {
        return tint;
    }

    public String heat() {
        return heat;
    }

    public Entry entry(String layer) {
        return entries.getOrDefault(layer, Entry.PLAIN);
    }

    public List<String> order() {
        return order;
    }

    /// The layers that are not as the style has them.
    public Map<String, Entry> entries() {
        return Map.copyOf(entries);
    }

    /// What of it tiles hang on: the layers of the ground.
    public LayerStack ground() {
        Map<String, Entry> ground = new HashMap<>(entries);
        ground.keySet().removeIf(LayerStack::isLive);
        List<String> left = order.stream().filter(l -> !isLive(l)).toList();
        return ground.isEmpty() && left.isEmpty() && heat.isEmpty() && !tint.isShown() && !groups
                ? PLAIN
                : new LayerStack(ground, left, heat, tint.isShown() ? tint : Tint.NONE, groups);
    }

    private static boolean isLive(String layer) {
        return SourceLayer.of(layer).map(l -> l.form() == SourceLayer.Form.LIVE).orElse(true);
    }

    /// What the style draws one after another, in this stack's order; steps of one layer stay in theirs.
    public <T> List<T> arranged(List<T> steps, Function<T, String> layer) {
        if (order.isEmpty()) {
            return steps;
        }
        List<String> styled = steps.stream().map(layer).distinct().toList();
        List<String> wanted = new ArrayList<>(order);
        wanted.retainAll(styled);
        for (int i = 0; i < styled.size(); i++) {
            if (!wanted.contains(styled.get(i))) {
                wanted.add(i == 0 ? 0 : wanted.indexOf(styled.get(i - 1)) + 1, styled.get(i));
            }
        }
        List<T> sorted = new ArrayList<>(steps);
        sorted.sort(Comparator.comparingInt(step -> wanted.indexOf(layer.apply(step))));
        return sorted;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof LayerStack that)) {
            return false;
        }
        return this == that
                || (hash == that.hash
                        && entries.equals(that.entries)
                        && order.equals(that.order)
                        && heat.equals(that.heat)
                        && tint.equals(that.tint)
                        && groups == that.groups);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return StackText.of(this);
    }
}
