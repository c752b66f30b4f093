package org.yiping.console.ui.wall.edit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.WallScene;

/// What the chosen tile shows: its panels with their options, how long each stays, and its rank. FX thread.
final class TileForm {
    private static final String UNSET = "—";
    private static final Duration USUAL = Duration.ofSeconds(30);

    private final ScenesModel model;
    private final Messages messages;
    private final Runnable changed;
    private final VBox root = Nodes.column("form");
    private WallScene.@Nullable Tile shown;

    TileForm(ScenesModel model, Messages messages, Runnable changed) {
        this.model = model;
        this.messages = messages;
        this.changed = changed;
    }

    Region root() {
        return root;
    }

    void refresh() {
        WallScene.Tile tile = model.tile();
        if (!tile.equals(shown)) {
            shown = tile;
            Fields.refill(root, () -> fill(tile));
        }
    }

    private void fill(WallScene.Tile tile) {
        WallScene.Span at = tile.at();
        root.getChildren()
                .setAll(Nodes.label(
                        text("scene.tile-at", model.tileIndex() + 1, at.column(), at.row(), at.columns(), at.rows()),
                        "section-title"));
        for (int i = 0; i < tile.panels().size(); i++) {
            root.getChildren().add(panel(tile, i));
        }
        KeyButton more = new KeyButton(messages, "scene/add-turn", text("scene.add-turn"), "", this::addTurn).low();
        HBox rank = Nodes.row(
                "line",
                Fields.labelled(
                        text("scene.priority"),
                        Fields.text(
                                "scene/priority",
                                text("scene.priority"),
                                Integer.toString(tile.priority()),
                                this::priority)));
        if (tile.panels().size() > 1) {
            rank.getChildren()
                    .add(Fields.labelled(
                            text("scene.dwell"),
                            Fields.text("scene/dwell", text("scene.dwell"), Fields.words(tile.dwell()), this::dwell)));
        }
        root.getChildren().addAll(more, rank);
    }

    private Region panel(WallScene.Tile tile, int index) {
        WallScene.Shown panel = tile.panels().get(index);
        String id = "scene/panel-" + index;
        HBox line = Nodes.row(
                "line",
                Nodes.grow(Fields.choice(
                        id,
                        text("scene.panel"),
                        List.of(PanelKind.values()),
                        panel.panel(),
                        k -> text("scene.panel." + k.word()),
                        k -> put(index, plain(k)))));
        if (tile.panels().size() > 1) {
            line.getChildren()
                    .add(new KeyButton(
                                    messages,
                                    "scene/drop-turn-" + index,
                                    text("scene.drop-turn"),
                                    "",
                                    () -> drop(index))
                            .low());
        }
        VBox box = Nodes.column("scene-panel", line);
        panel.panel().options().stream()
                .sorted()
                .forEach(option -> box.getChildren().add(option(index, panel, option)));
        return box;
    }

    private Region option(int index, WallScene.Shown panel, String option) {
        String name = text("scene.option." + option);
        String id = "scene/option-" + index + "-" + option;
        String value = panel.options().get(option);
        List<String> values = values(panel, option);
        if (values.isEmpty()) {
            String words = value == null
                    ? ""
                    : option.equals("every") ? Fields.words(Duration.ofSeconds(seconds(value))) : value;
            return Fields.labelled(name, Fields.text(id, name, words, typed -> set(index, panel, option, typed)));
        }
        List<String> all = new ArrayList<>(values);
        all.addFirst(UNSET);
        return Fields.labelled(
                name,
                Fields.choice(
                        id,
                        name,
                        all,
                        value == null ? UNSET : value,
                        this::word,
                        v -> put(index, with(panel, option, v.equals(UNSET) ? null : v))));
    }

    /// What can be chosen; none where it is typed, as the codes of a city's formulas are.
    private static List<String> values(WallScene.Shown panel, String option) {
        return switch (option) {
            case "cases" -> List.of("0", "1", "2", "3", "4");
            case "number", "side" -> List.of("1", "2", "3", "4");
            case "legend", "near" -> List.of("yes", "no");
            case "part" -> List.of("head", "clock", "flow", "whole");
            case "by" -> List.of("area", "department", "source", "class");
            case "period" -> List.of("day", "week", "month", "quarter", "year", "24h", "7d", "30d");
            case "of" ->
                panel.panel() == PanelKind.FIGURE && panel.option("period", "").isEmpty()
                        ? List.of("filed", "closed", "on-time", "open", "over", "unanswered")
                        : List.of();
            default -> List.of();
        };
    }

    private String word(String value) {
        return value.equals(UNSET) || value.chars().allMatch(Character::isDigit) ? value : text("scene.value." + value);
    }

    private boolean set(int index, WallScene.Shown panel, String option, String typed) {
        if (typed.isEmpty()) {
            put(index, with(panel, option, null));
            return true;
        }
        Optional<String> value = switch (option) {
            case "every" ->
                Fields.time(typed)
                        .filter(t -> t.toSeconds() >= 5 && t.toHours() < 2)
                        .map(t -> Long.toString(t.toSeconds()));
            case "cameras" ->
                Optional.of(String.join(
                        ",",
                        Arrays.stream(typed.split("[,，\\s]+"))
                                .filter(c -> !c.isEmpty())
                                .toList()));
            default -> Optional.of(typed).filter(t -> t.length() <= 120);
        };
        value.ifPresent(v -> put(index, with(panel, option, v)));
        return value.isPresent();
    }

    private static long seconds(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /// A panel as it is chosen first, with what it cannot do without.
    private WallScene.Shown plain(PanelKind kind) {
        return new WallScene.Shown(
                kind,
                switch (kind) {
                    case FIGURE -> Map.of("of", "open");
                    case URGENT -> Map.of("number", "1");
                    case CASE -> Map.of("part", "head");
                    case TITLE ->
                        Map.of(
                                "zh",
                                model.scene().title().zh(),
                                "en",
                                model.scene().title().en());
                    case MAP,
                            FIGURES,
                            CAMERAS,
                            ALARMS,
                            CLOCK,
                            PATTERN,
                            RANKING,
                            MIX,
                            WEEK_HEAT,
                            DURATIONS,
                            TREND,
                            FORECAST,
                            PLACES -> Map.of();
                });
    }

    private static WallScene.Shown with(WallScene.Shown panel, String option, @Nullable String value) {
        Map<String, String> options = new HashMap<>(panel.options());
        if (value == null) {
            options.remove(option);
        } else {
            options.put(option, value);
        }
        return new WallScene.Shown(panel.panel(), options);
    }

    private void put(int index, WallScene.Shown panel) {
        List<WallScene.Shown> panels = new ArrayList<>(model.tile().panels());
        panels.set(index, panel);
        panels(panels);
    }

    private void addTurn() {
        List<WallScene.Shown> panels = new ArrayList<>(model.tile().panels());
        panels.add(plain(PanelKind.CLOCK));
        panels(panels);
    }

    private void drop(int index) {
        List<WallScene.Shown> panels = new ArrayList<>(model.tile().panels());
        panels.remove(index);
        panels(panels);
    }

    private void panels(List<WallScene.Shown> panels) {
        boolean fits = model.changeTile(t -> new WallScene.Tile(
                t.at(),
                panels,
                panels.size() == 1 ? Duration.ZERO : t.dwell().isZero() ? USUAL : t.dwell(),
                t.priority()));
        if (!fits) {
            shown = null; // a second map: the form goes back to what is
        }
        changed.run();
    }

    private boolean priority(String typed) {
        Optional<Integer> value = Fields.whole(typed, 0, 100);
        value.ifPresent(v -> model.changeTile(t -> new WallScene.Tile(t.at(), t.panels(), t.dwell(), v)));
        changed.run();
        return value.isPresent();
    }

    private boolean dwell(String typed) {
        Optional<Duration> value = Fields.time(typed).filter(t -> t.toSeconds() >= 5 && t.toSeconds() <= 86_400);
        value.ifPresent(v -> model.changeTile(t -> new WallScene.Tile(t.at(), t.panels(), v, t.priority())));
        changed.run();
        return value.isPresent();
    }

    private String text(String key, Object... args) {
        return messages.get(key, args);
    }
}
