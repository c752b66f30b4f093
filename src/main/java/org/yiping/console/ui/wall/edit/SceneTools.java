package org.yiping.console.ui.wall.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.Tiling;
import org.yiping.domain.wall.WallScene;

/// What can be done with the open layout: its tiles split, joined, added and removed, its grid, and
/// layouts for walls of other shapes. FX thread.
final class SceneTools {
    private static final Pattern PAIR = Pattern.compile("([0-9]{1,2})\\s*[x×,*]\\s*([0-9]{1,2})");
    private static final int MIDDLE = 50;

    private final ScenesModel model;
    private final Messages messages;
    private final Runnable changed;
    private final HBox layouts = Nodes.row("line");
    private final FlowPane root = new FlowPane();
    private @Nullable List<Object> shown;

    SceneTools(ScenesModel model, Messages messages, Runnable changed) {
        this.model = model;
        this.messages = messages;
        this.changed = changed;
        root.getStyleClass().add("scene-tools");
        root.getChildren()
                .addAll(
                        button(
                                "scene/add",
                                "scene.add",
                                "Insert",
                                () -> step(
                                        l -> Tiling.added(l, new WallScene.Shown(PanelKind.CLOCK, Map.of()), MIDDLE))),
                        button(
                                "scene/split-side",
                                "scene.split-side",
                                "V",
                                () -> step(l -> Tiling.split(l, model.tileIndex(), true))),
                        button(
                                "scene/split-down",
                                "scene.split-down",
                                "H",
                                () -> step(l -> Tiling.split(l, model.tileIndex(), false))),
                        button("scene/join", "scene.join", "J", () -> step(this::joined)),
                        button(
                                "scene/drop",
                                "scene.drop",
                                "Delete",
                                () -> step(l -> Tiling.without(l, model.tileIndex()))),
                        layouts);
    }

    Region root() {
        return root;
    }

    void refresh() {
        List<Object> next = List.of(
                model.open(),
                model.layoutIndex(),
                model.layout().grid(),
                model.scene().layouts().stream().map(WallScene.Layout::monitors).toList());
        if (!next.equals(shown)) {
            shown = next;
            Fields.refill(layouts, this::fill);
        }
    }

    private void fill() {
        WallScene scene = model.scene();
        WallScene.Grid grid = model.layout().grid();
        TextField cells = Fields.text(
                "scene/grid",
                text("scene.grid"),
                words(grid),
                typed -> pair(typed).filter(g -> step(l -> Tiling.over(l, g))).isPresent());
        TextField more = Fields.text("scene/new-layout", text("scene.new-layout"), "", typed -> {
            boolean added = pair(typed).filter(model::addLayout).isPresent();
            changed.run();
            return added;
        });
        more.setPromptText(text("scene.new-layout"));
        cells.getStyleClass().add("scene-pair");
        more.getStyleClass().add("scene-pair");
        KeyButton drop = button("scene/drop-layout", "scene.drop-layout", "", () -> {
            boolean _ = model.dropLayout();
            changed.run();
        });
        layouts.getChildren()
                .setAll(
                        Fields.choice(
                                "scene/layout",
                                text("scene.layout"),
                                IntStream.range(0, scene.layouts().size())
                                        .boxed()
                                        .toList(),
                                model.layoutIndex(),
                                i -> layout(scene.layouts().get(i).monitors()),
                                i -> {
                                    model.chooseLayout(i);
                                    changed.run();
                                }),
                        Nodes.keep(text("scene.grid"), "field-label"),
                        cells,
                        more,
                        drop);
    }

    private String layout(WallScene.Grid monitors) {
        return messages.get("scene.layout-of", monitors.columns(), monitors.rows());
    }

    /// With whichever neighbour shares a whole edge: right, below, left, above.
    private Optional<WallScene.Layout> joined(WallScene.Layout layout) {
        int tile = model.tileIndex();
        return Tiling.merged(layout, tile, 1, 0)
                .or(() -> Tiling.merged(layout, tile, 0, 1))
                .or(() -> Tiling.merged(layout, tile, -1, 0))
                .or(() -> Tiling.merged(layout, tile, 0, -1));
    }

    private boolean step(Function<WallScene.Layout, Optional<WallScene.Layout>> step) {
        boolean fits = model.change(step);
        changed.run();
        return fits;
    }

    private static String words(WallScene.Grid grid) {
        return grid.columns() + " × " + grid.rows();
    }

    private static Optional<WallScene.Grid> pair(String typed) {
        Matcher m = PAIR.matcher(typed.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        WallScene.Grid grid = new WallScene.Grid(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
        return grid.columns() >= 1
                        && grid.rows() >= 1
                        && grid.columns() <= WallScene.MOST_CELLS
                        && grid.rows() <= WallScene.MOST_CELLS
                ? Optional.of(grid)
                : Optional.empty();
    }

    private KeyButton button(String id, String key, String cap, Runnable act) {
        return new KeyButton(messages, id, text(key), cap, act).low();
    }

    private String text(String key) {
        return messages.get(key);
    }
}
