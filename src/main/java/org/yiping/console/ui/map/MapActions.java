package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;

/// What a hand can do in the map window by key and by name (地图动作). FX thread.
final class MapActions {
    private final MapPanel panel;
    private final DrawHand hand;
    private final Navigation navigation;
    private final LayerList layers;
    private final Hall hall;

    MapActions(MapPanel panel, DrawHand hand, Navigation navigation, LayerList layers, Hall hall) {
        this.panel = panel;
        this.layers = layers;
        this.navigation = navigation;
        this.hand = hand;
        this.hall = hall;
    }

    List<Action> actions() {
        List<Action> all = new ArrayList<>();
        for (Tool tool : Tool.values()) {
            all.add(action(tool.id(), "map.tool." + tool.name().toLowerCase(Locale.ROOT), () -> panel.take(tool))
                    .on(tool.key()));
        }
        boolean drawing = !hand.drawing().isEmpty();
        all.add(action("map/close-shape", "map.close-shape", hand::close)
                .on(Key.of(KeyCode.ENTER))
                .refused(hand.drawing().canClose() ? "" : text("map.no-shape")));
        all.add(action("map/corner-back", "map.corner-back", hand::back)
                .on(Key.of(KeyCode.BACK_SPACE))
                .refused(drawing ? "" : text("map.no-shape")));
        all.add(action("map/uncircle", "map.uncircle", panel::leave)
                .on(Key.of(KeyCode.ESCAPE))
                .refused(panel.canLeave() ? "" : text("map.nothing-open")));
        all.add(action("map/around-picked", "map.around-picked", panel::aroundPicked)
                .on(new Key(KeyCode.R, false, false, true))
                .refused(panel.pickedPlace().isPresent() ? "" : text("map.nothing-picked")));
        String sized = hand.metres().isPresent() ? "" : text("map.no-circle");
        all.add(action("map/larger", "map.larger", () -> hand.step(true))
                .on(new Key(KeyCode.UP, false, false, true))
                .refused(sized));
        all.add(action("map/smaller", "map.smaller", () -> hand.step(false))
                .on(new Key(KeyCode.DOWN, false, false, true))
                .refused(sized));
        all.add(action("map/fit-selection", "map.fit-selection", panel::fitSelection)
                .on(Key.of(KeyCode.F))
                .refused(panel.canFit() ? "" : text("map.nothing-picked")));
        all.add(action("map/who-here", "map.who", panel::who).on(Key.of(KeyCode.F4)));
        all.add(action("map/back", "map.back", navigation::back)
                .on(Key.alt(KeyCode.LEFT))
                .refused(navigation.hasBack() ? "" : text("map.no-view")));
        all.add(action("map/forward", "map.forward", navigation::forward)
                .on(Key.alt(KeyCode.RIGHT))
                .refused(navigation.hasForward() ? "" : text("map.no-view")));
        all.add(action("map/overview", "map.overview", navigation::turnOverview).on(Key.of(KeyCode.O)));
        all.add(action("map/heat", "map.heat", panel::turnHeat).on(Key.of(KeyCode.H)));
        all.add(action("map/tint", "map.tint-turn", panel::turnTint));
        all.add(action("map/layer-higher", "map.layer-higher", () -> layers.move(true))
                .on(Key.alt(KeyCode.UP))
                .refused(layers.whyNot(true)));
        all.add(action("map/layer-lower", "map.layer-lower", () -> layers.move(false))
                .on(Key.alt(KeyCode.DOWN))
                .refused(layers.whyNot(false)));
        all.add(action("map/layers-reset", "map.layers-reset", layers::reset)
                .refused(layers.differs() ? "" : text("map.layers-plain")));
        all.add(action("map/results-copy", "map.copy", panel::copy).on(Key.ctrl(KeyCode.C)));
        return all;
    }

    private Action action(String id, String words, Runnable act) {
        return hall.action(id, "shell.map", words, act);
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
