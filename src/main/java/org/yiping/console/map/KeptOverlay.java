package org.yiping.console.map;

import java.util.List;
import java.util.Objects;
import org.yiping.console.map.style.LayerStack;

/// An overlay, and what it was made of. One thread.
final class KeptOverlay {
    /// How far a change reaches, beyond what a mark takes: groups take in what stands near them.
    private static final int SQUARES = 4;

    private static final int REACH = 180;

    private final Overlay overlay;
    private final long scene;
    private final LayerStack stack;
    private final Emphasis emphasis;
    private final List<LayerSpec> specs;
    private final long[] numbers;

    KeptOverlay(Overlay overlay, Scene scene, Emphasis emphasis, List<OverlayCompositor.Shown> layers) {
        this.overlay = overlay;
        this.scene = scene.version();
        this.stack = scene.stack();
        this.emphasis = emphasis;
        this.specs = layers.stream().map(OverlayCompositor.Shown::spec).toList();
        this.numbers = layers.stream().mapToLong(l -> l.version().number()).toArray();
    }

    Overlay overlay() {
        return overlay;
    }

    /// `around`: there is room around the window, so that any that lies in it will do.
    boolean serves(PixelGrid window, boolean around, Scene now, List<OverlayCompositor.Shown> layers, Emphasis wanted) {
        PixelGrid wide = overlay.grid();
        return wide.metresPerPixel() == window.metresPerPixel()
                && (around ? wide.covers(window) : wide.equals(window))
                && scene == now.version()
                && stack.equals(now.stack())
                && Objects.equals(emphasis.selected(), wanted.selected())
                && emphasis.spoken().equals(wanted.spoken())
                && emphasis.trails() == wanted.trails()
                && layers.stream().map(OverlayCompositor.Shown::spec).toList().equals(specs)
                && isUnchanged(layers, now.style().generalisation(), wanted);
    }

    /// A trail lies and ages far from where its mover is, so where some are shown every move is looked at.
    private boolean isUnchanged(List<OverlayCompositor.Shown> layers, Generalisation size, Emphasis wanted) {
        PixelGrid wide = overlay.grid();
        for (int i = 0; i < numbers.length; i++) {
            OverlayCompositor.Shown layer = layers.get(i);
            if (layer.version().number() != numbers[i]) {
                if (layer.trails(wide.metresPerPixel(), wanted)) {
                    return false;
                }
                double reach = layer.countsAt(wide, size)
                        ? SQUARES * 2.0 * size.counting(wide.metresPerPixel()).square()
                        : REACH;
                if (layer.version().since(numbers[i]).meets(wide.ground(reach))) {
                    return false;
                }
                numbers[i] = layer.version().number();
            }
        }
        return true;
    }
}
