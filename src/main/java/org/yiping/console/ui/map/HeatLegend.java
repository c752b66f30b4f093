package org.yiping.console.ui.map;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.style.LayerStack;
import org.yiping.console.ui.Nodes;

/// Shows in a map window how densely cases or components stand, and what its colours mean (热力图). FX thread.
///
/// Cases come and go all day; their density is drawn anew every half minute, which is soon for a picture of where much
/// happens.
final class HeatLegend {
    private static final Duration PACE = Duration.ofSeconds(30);
    private static final double CLEAR = 18;
    private static final List<String> TURNS = List.of("", CityMap.CASES, CityMap.COMPONENTS);

    private final CityMap map;
    private final MapSurface surface;
    private final Label words = Nodes.keep("", "t-second", "t-plain");
    private final HBox root;
    private Instant taken = Instant.MIN;
    private boolean asking;

    HeatLegend(CityMap map, MapSurface surface) {
        this.map = map;
        this.surface = surface;
        HBox ramp = Nodes.row("heat-ramp");
        for (String step : List.of("heat-low", "heat-middle", "heat-high")) {
            Region colour = new Region();
            colour.getStyleClass().add(step);
            ramp.getChildren().add(colour);
        }
        root = Nodes.row("heat-legend", ramp, words);
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.setMouseTransparent(true);
        StackPane.setAlignment(root, Pos.BOTTOM_RIGHT);
        Nodes.show(root, false);
    }

    /// Above what stands in the lower right corner already.
    void above(Region foot) {
        root.translateYProperty().bind(foot.heightProperty().add(CLEAR).negate());
    }

    Region root() {
        return root;
    }

    /// None, cases, components, and none again.
    void turn() {
        LayerStack stack = surface.stack();
        String next = TURNS.get((TURNS.indexOf(stack.heat()) + 1) % TURNS.size());
        taken = Instant.MIN;
        map.engine().get().ifPresent(e -> {
            e.heat(next); // before any tile is asked for it
            taken = map.hall().own().instant();
        });
        surface.stack(stack.heat(next));
        tick(map.hall().own().instant());
    }

    /// Again once a second: the scale may be another, and cases are counted anew from time to time.
    void tick(Instant now) {
        String heat = surface.stack().heat();
        MapEngine engine = map.engine().get().orElse(null);
        MapCamera camera = surface.camera().get().orElse(null);
        Nodes.show(root, !heat.isEmpty() && engine != null && camera != null);
        if (heat.isEmpty() || engine == null || camera == null) {
            return;
        }
        if (taken.isBefore(now.minus(PACE))) {
            taken = now;
            engine.heat(heat);
        }
        ask(engine, heat, camera.metresPerPixel());
    }

    /// Beside the FX thread: the first to ask has a million components counted.
    private void ask(MapEngine engine, String heat, double scale) {
        if (asking) {
            return;
        }
        asking = true;
        map.hall()
                .background()
                .run(
                        () -> engine.fullHeat(heat, scale),
                        full -> {
                            asking = false;
                            say(heat, full);
                        },
                        _ -> asking = false);
    }

    private void say(String heat, double full) {
        if (!heat.equals(surface.stack().heat())) {
            return;
        }
        Messages messages = map.hall().messages();
        String what = messages.get(heat.equals(CityMap.CASES) ? "map.heat-cases" : "map.heat-components");
        words.setText(
                full == 0
                        ? messages.get("map.heat-none", what)
                        : messages.get("map.heat-scale", what, Numbers.whole(Math.round(full))));
    }
}
