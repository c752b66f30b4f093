package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.yiping.console.fx.Remembered;
import org.yiping.console.map.style.LayerStack;
import org.yiping.console.map.style.SourceLayer;
import org.yiping.console.map.style.StackText;
import org.yiping.console.map.style.StyleSheet;

/// What this seat changed of the style's layers in its map window: how dense, near or far, which over which (图层调整).
/// Kept among the seat's preferences; what cannot be read there is as the style has it. FX thread.
///
/// Tiles lie below all that moves, so a layer is moved among its like: the ground, or what moves. The whole order is
/// kept once one layer was moved: a part of it would say nothing of its neighbours.
final class LayerChoices {
    /// Where near begins: 4 m/px.
    static final double NEAR_ZOOM = 14;

    private static final String KEPT = "map.layer-stack"; // not a message
    private static final double STEPS = 10;

    private final Remembered remembered;
    private final Supplier<StyleSheet> sheet;
    /// As it was read last.
    private String text = "";

    private LayerStack stack = LayerStack.plain();

    /// In which scales a layer is seen; `OTHER` was written by another hand.
    enum Band {
        ALWAYS,
        NEAR,
        FAR,
        OTHER
    }

    LayerChoices(Remembered remembered, Supplier<StyleSheet> sheet) {
        this.remembered = remembered;
        this.sheet = sheet;
    }

    LayerStack stack() {
        String kept = remembered.now().get().choices().getOrDefault(KEPT, "");
        if (!kept.equals(text)) {
            text = kept;
            stack = StackText.parse(kept);
        }
        return stack;
    }

    /// The stack of now and each later one.
    ObservableValue<LayerStack> stacks() {
        return remembered.now().map(_ -> stack());
    }

    double opacity(String layer) {
        return stack().entry(layer).opacity();
    }

    /// In tenths: each opacity has tiles of its own.
    void opacity(String layer, double share) {
        LayerStack now = stack();
        keep(now.with(layer, now.entry(layer).opacity(Math.rint(share * STEPS) / STEPS)));
    }

    /// Whether components are counted in far views, and not drawn one by one.
    boolean groups() {
        return stack().groups();
    }

    void groups(boolean now) {
        keep(stack().groups(now));
    }

    Band band(String layer) {
        LayerStack.Entry entry = stack().entry(layer);
        for (Band band : List.of(Band.ALWAYS, Band.NEAR, Band.FAR)) {
            if (within(entry, band).equals(entry)) {
                return band;
            }
        }
        return Band.OTHER;
    }

    void band(String layer, Band band) {
        LayerStack now = stack();
        keep(now.with(layer, within(now.entry(layer), band)));
    }

    private static LayerStack.Entry within(LayerStack.Entry entry, Band band) {
        double least = LayerStack.Entry.PLAIN.minZoom();
        double most = LayerStack.Entry.PLAIN.maxZoom();
        return switch (band) {
            case ALWAYS -> entry.between(least, most);
            case NEAR -> entry.between(NEAR_ZOOM, most);
            case FAR -> entry.between(least, NEAR_ZOOM);
            case OTHER -> entry;
        };
    }

    /// All layers, the lowest first: the ground, then what moves.
    List<String> order() {
        return stack().arranged(styled(), Function.identity());
    }

    /// The layers a layer can be moved among, itself with them, the lowest first.
    List<String> among(String layer) {
        return order().stream().filter(l -> isLive(l) == isLive(layer)).toList();
    }

    boolean canMove(String layer, boolean higher) {
        List<String> among = among(layer);
        int to = among.indexOf(layer) + (higher ? 1 : -1);
        return among.contains(layer) && to >= 0 && to < among.size();
    }

    void move(String layer, boolean higher) {
        if (!canMove(layer, higher)) {
            return;
        }
        List<String> order = new ArrayList<>(order());
        int at = order.indexOf(layer);
        Collections.swap(order, at, at + (higher ? 1 : -1));
        keep(stack().ordered(order.equals(styled()) ? List.of() : order));
    }

    /// Above 0 where the layer lies higher than in the style, below 0 where lower.
    int moved(String layer) {
        return order().indexOf(layer) - styled().indexOf(layer);
    }

    boolean differs(String layer) {
        return moved(layer) != 0
                || !stack().entry(layer).equals(LayerStack.Entry.PLAIN)
                || (groups() && layer.equals(CityMap.COMPONENTS));
    }

    boolean differs() {
        return !stack().equals(LayerStack.plain());
    }

    /// One layer as the style has it: again above the one it follows there.
    void reset(String layer) {
        List<String> order = new ArrayList<>(stack().order());
        order.remove(layer);
        List<String> whole = stack().ordered(order).arranged(styled(), Function.identity());
        keep(stack().with(layer, LayerStack.Entry.PLAIN)
                .ordered(whole.equals(styled()) ? List.of() : whole)
                .groups(groups() && !layer.equals(CityMap.COMPONENTS)));
    }

    void reset() {
        keep(LayerStack.plain());
    }

    private void keep(LayerStack next) {
        boolean plain = next.equals(LayerStack.plain());
        remembered.change(p -> plain ? p.withoutChoice(KEPT) : p.withChoice(KEPT, StackText.of(next)));
    }

    /// As the style draws them; those it does not name lie above.
    private List<String> styled() {
        List<String> drawn = new ArrayList<>();
        sheet.get().layers().forEach(step -> {
            SourceLayer source = step.source();
            if (source != null && !drawn.contains(source.key())) {
                drawn.add(source.key());
            }
        });
        for (SourceLayer each : SourceLayer.values()) {
            if (!drawn.contains(each.key())) {
                drawn.add(each.key());
            }
        }
        List<String> styled =
                new ArrayList<>(drawn.stream().filter(l -> !isLive(l)).toList());
        drawn.stream().filter(LayerChoices::isLive).forEach(styled::add);
        return styled;
    }

    private static boolean isLive(String layer) {
        return SourceLayer.of(layer)
                .filter(l -> l.form() == SourceLayer.Form.LIVE)
                .isPresent();
    }
}
