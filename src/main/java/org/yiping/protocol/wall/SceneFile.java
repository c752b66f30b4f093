package org.yiping.protocol.wall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Layout;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallScene.Tile;

/// Reads one file of `scenes/`: a scene, which is named as its file is. docs/wall.md explains the form, the schema
/// `scene.schema.json` says it to editors. Stateless; any thread.
///
/// Nothing is guessed: a word that is not known, a number out of its range, a tile over another refuse the file.
public final class SceneFile {
    /// Larger than any wall is worth.
    private static final int MOST_TEXT = 256 * 1024;

    static final String ENDING = ".yaml";
    private static final int MOST_PRIORITY = 100;
    private static final int MIDDLE = 50;
    private static final Pattern SPAN_OF_TIME = Pattern.compile("([1-9][0-9]{0,5})(s|m|h)");

    private SceneFile() {}

    /// `file` is the name without folders, for example `overview.yaml`.
    public static Reading<WallScene> scene(String file, String text) {
        return reading(file, text, root -> scene(id(file, root), root));
    }

    static <T> Reading<T> reading(String file, String text, Function<Node, T> made) {
        try {
            if (text.length() > MOST_TEXT) {
                throw new BadLine(1, "the file is larger than " + MOST_TEXT / 1024 + " KB");
            }
            return Reading.of(made.apply(Node.parse(text)));
        } catch (BadLine e) {
            return Reading.refused(new SceneFault(file, e.line(), String.valueOf(e.getMessage())));
        }
    }

    private static SceneId id(String file, Node root) {
        return id(file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file, root.line());
    }

    static SceneId id(String name, int line) {
        try {
            return new SceneId(name);
        } catch (IllegalArgumentException e) {
            throw new BadLine(line, String.valueOf(e.getMessage()));
        }
    }

    private static WallScene scene(SceneId id, Node root) {
        Node.Table table = root.table(Set.of("version", "title", "layouts"));
        Node.Table title = need(table, "title").table(Set.of("zh", "en"));
        List<Layout> layouts =
                need(table, "layouts").items().stream().map(SceneFile::layout).toList();
        if (layouts.isEmpty()) {
            throw new BadLine(need(table, "layouts").line(), "a scene has at least one layout");
        }
        return new WallScene(
                id,
                need(table, "version").text(),
                new WallScene.Title(need(title, "zh").text(), need(title, "en").text()),
                layouts);
    }

    private static Layout layout(Node node) {
        Node.Table table = node.table(Set.of("monitors", "grid", "tiles"));
        Grid monitors = grid(need(table, "monitors"));
        Grid grid = grid(need(table, "grid"));
        List<Node> lines = need(table, "tiles").items();
        if (lines.isEmpty()) {
            throw new BadLine(need(table, "tiles").line(), "a layout has at least one tile");
        }
        List<Tile> tiles = new ArrayList<>();
        for (Node line : lines) {
            tiles.add(tile(line));
            WallScene.fault(new Layout(monitors, grid, tiles), tiles.size() - 1).ifPresent(f -> {
                throw new BadLine(line.line(), f);
            });
        }
        return new Layout(monitors, grid, tiles);
    }

    static Grid grid(Node node) {
        List<Node> two = node.items();
        if (two.size() != 2) {
            throw new BadLine(node.line(), "columns and rows are expected, as [3, 2]");
        }
        return new Grid(two.get(0).number(1, WallScene.MOST_CELLS), two.get(1).number(1, WallScene.MOST_CELLS));
    }

    private static Tile tile(Node node) {
        Node.Table table = node.table(Set.of("at", "panel", "options", "turns", "every", "priority"));
        boolean turns = table.values().containsKey("turns");
        if (turns == table.values().containsKey("panel")) {
            throw new BadLine(table.line(), "a tile has one 'panel' or several in 'turns'");
        }
        List<Shown> panels = turns
                ? need(table, "turns").items().stream()
                        .map(n -> shown(n.table(Set.of("panel", "options"))))
                        .toList()
                : List.of(shown(table));
        if (panels.isEmpty()) {
            throw new BadLine(need(table, "turns").line(), "nothing takes its turn");
        }
        Duration every = turns ? duration(need(table, "every"), 5, 86_400) : Duration.ZERO;
        return new Tile(
                span(need(table, "at")),
                panels,
                every,
                may(table, "priority").map(n -> n.number(0, MOST_PRIORITY)).orElse(MIDDLE));
    }

    static Span span(Node node) {
        List<Integer> n = node.items().stream()
                .map(i -> i.number(1, WallScene.MOST_CELLS))
                .toList();
        return switch (n.size()) {
            case 2 -> new Span(n.get(0), n.get(1), 1, 1);
            case 4 -> new Span(n.get(0), n.get(1), n.get(2), n.get(3));
            default ->
                throw new BadLine(
                        node.line(), "column and row are expected, or column, row, columns and rows: [1, 1, 2, 2]");
        };
    }

    static Shown shown(Node.Table table) {
        Node name = need(table, "panel");
        PanelKind kind = PanelKind.of(name.text())
                .orElseThrow(() ->
                        new BadLine(name.line(), "there is no panel '" + name.text() + "'; there are " + words()));
        Map<String, String> options = new HashMap<>();
        may(table, "options")
                .ifPresent(node -> node.table(kind.options())
                        .values()
                        .forEach((option, value) -> options.put(option, PanelWords.checked(option, value))));
        PanelWords.needed(kind, options).ifPresent(f -> {
            throw new BadLine(name.line(), f);
        });
        return new Shown(kind, options);
    }

    private static String words() {
        return java.util.Arrays.stream(PanelKind.values()).map(PanelKind::word).collect(Collectors.joining(", "));
    }

    static Node need(Node.Table table, String name) {
        Node node = table.values().get(name);
        if (node == null) {
            throw new BadLine(table.line(), "'" + name + "' is missing");
        }
        return node;
    }

    static Optional<Node> may(Node.Table table, String name) {
        return Optional.ofNullable(table.values().get(name));
    }

    static Duration duration(Node node, int least, int most) {
        Matcher m = SPAN_OF_TIME.matcher(node.text());
        if (m.matches()) {
            long unit = switch (m.group(2)) {
                case "s" -> 1;
                case "m" -> 60;
                default -> 3600;
            };
            long seconds = Long.parseLong(m.group(1)) * unit;
            if (seconds >= least && seconds <= most) {
                return Duration.ofSeconds(seconds);
            }
        }
        throw new BadLine(
                node.line(), "a time such as 30s, 10m or 2h is expected, from " + least + " to " + most + " seconds");
    }
}
