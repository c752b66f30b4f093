package org.yiping.protocol.wall;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallSharing;

/// Writes scenes and rules as the files they could have been read from: one form for one content, every word quoted, no
/// comments. Stateless; any thread.
///
/// What is written here is read by `SceneFile` and `RulesFile` as equal again, or it was no scene:
/// `checked` says which, so that what an editor makes is held to the same rules as what somebody types.
public final class SceneWriter {
    private SceneWriter() {}

    public static String text(WallScene scene) {
        StringBuilder out = new StringBuilder();
        line(out, "version: ", quoted(scene.version()));
        line(
                out,
                "title: {zh: ",
                quoted(scene.title().zh()),
                ", en: ",
                quoted(scene.title().en()),
                "}");
        line(out, "layouts:");
        for (WallScene.Layout layout : scene.layouts()) {
            line(out, "  - monitors: ", grid(layout.monitors()));
            line(out, "    grid: ", grid(layout.grid()));
            line(out, "    tiles:");
            layout.tiles().forEach(tile -> tile(out, tile));
        }
        return out.append("...\n").toString();
    }

    public static String text(WallRules rules) {
        StringBuilder out = new StringBuilder();
        line(out, "version: ", quoted(rules.version()));
        line(out, "standard: ", rules.standard().value());
        id(out, "open-day: ", rules.onOpenDay());
        id(out, "alarm: ", rules.onAlarm());
        if (!rules.schedule().isEmpty()) {
            line(out, "schedule:");
            rules.schedule().forEach(due -> line(out, "  - {", due(due), "}"));
        }
        WallRules.Night night = rules.night();
        if (night != null) {
            line(
                    out,
                    "night: {from: \"" + night.from() + "\", until: \"" + night.until() + "\", text: " + night.text()
                            + ", pictures: " + night.pictures() + "}");
        }
        WallRules.Shift shift = rules.shift();
        line(out, "shift: {pixels: " + shift.pixels() + ", every: " + seconds(shift.every()) + "}");
        line(out, "room: {", room(rules.room()), "}");
        if (!rules.hand().equals(WallRules.USUAL_HAND)) {
            line(out, "by-hand: ", seconds(rules.hand()));
        }
        sharing(out, rules.sharing());
        return out.append("...\n").toString();
    }

    private static void sharing(StringBuilder out, WallSharing sharing) {
        if (sharing.equals(WallSharing.OPEN)) {
            return;
        }
        line(out, "desk:");
        if (!sharing.rights().isEmpty()) {
            line(out, "  rights:");
            sharing.rights().forEach(r -> line(out, "    - {posts: ", posts(r), region(r.region()), "}"));
        }
        if (!sharing.alarms().isEmpty()) {
            line(out, "  alarms:");
            sharing.alarms().forEach(a -> line(out, "    - {", alarm(a), "}"));
        }
    }

    private static String posts(WallSharing.Right right) {
        return right.posts().stream().map(p -> quoted(p.value())).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String alarm(WallSharing.AlarmTile alarm) {
        String classes = alarm.classes().stream()
                .map(c -> quoted(c.value()))
                .collect(Collectors.joining(", ", ", classes: [", "]"));
        return "kinds: "
                + alarm.kinds().stream()
                        .map(k -> k.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "[", "]"))
                + (alarm.classes().isEmpty() ? "" : classes)
                + ", grid: " + grid(alarm.region().grid()) + ", at: "
                + span(alarm.region().at())
                + ", " + shown(alarm.panel()) + ", for: " + seconds(alarm.time());
    }

    /// Nothing is the whole wall.
    private static String region(Region region) {
        return region.equals(Region.WHOLE) ? "" : ", grid: " + grid(region.grid()) + ", at: " + span(region.at());
    }

    /// Read back from its own text: the same again, or why it is none.
    public static Reading<WallScene> checked(WallScene scene) {
        String file = scene.id().value() + SceneFile.ENDING;
        return same(scene, SceneFile.scene(file, text(scene)), file);
    }

    /// `known` are the scenes there are.
    public static Reading<WallRules> checked(WallRules rules, Set<SceneId> known) {
        return same(rules, RulesFile.rules(text(rules), known), RulesFile.NAME);
    }

    /// Whether a scene could say that of a panel: what a desk sends is held to what somebody types.
    public static boolean fits(WallScene.Shown panel) {
        Reading<WallScene.Shown> read = SceneFile.reading(
                "panel",
                "{" + shown(panel) + "}\n...\n",
                node -> SceneFile.shown(node.table(Set.of("panel", "options"))));
        return panel.equals(read.content());
    }

    private static <T> Reading<T> same(T meant, Reading<T> read, String file) {
        return read.content() == null || read.content().equals(meant)
                ? read
                : Reading.refused(new SceneFault(file, 1, "it cannot be written as a file that says the same"));
    }

    private static void tile(StringBuilder out, WallScene.Tile tile) {
        WallScene.Span at = tile.at();
        String place = "at: " + span(at);
        String priority = "priority: " + tile.priority();
        if (tile.panels().size() == 1 && tile.dwell().isZero()) {
            line(out, "      - {", place, ", ", shown(tile.panels().getFirst()), ", ", priority, "}");
            return;
        }
        line(out, "      - ", place);
        line(out, "        every: ", seconds(tile.dwell()));
        line(out, "        turns:");
        tile.panels().forEach(p -> line(out, "          - {", shown(p), "}"));
        line(out, "        ", priority);
    }

    private static String shown(WallScene.Shown shown) {
        String options = new TreeMap<>(shown.options())
                .entrySet().stream()
                        .map(e -> e.getKey() + ": " + option(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(", "));
        return "panel: " + shown.panel().word() + (options.isEmpty() ? "" : ", options: {" + options + "}");
    }

    private static String option(String name, String value) {
        return switch (name) {
            case "cameras" ->
                value.isEmpty()
                        ? "[]"
                        : Arrays.stream(value.split(",", -1))
                                .map(SceneWriter::quoted)
                                .collect(Collectors.joining(", ", "[", "]"));
            case "every" -> quoted(value + "s");
            case "cases", "number", "side" -> value.matches("[0-9]+") ? value : quoted(value);
            default -> quoted(value);
        };
    }

    private static String due(WallRules.Due due) {
        StringBuilder out = new StringBuilder("scenes: ");
        out.append(due.scenes().stream().map(SceneId::value).collect(Collectors.joining(", ", "[", "]")));
        if (!due.every().isZero()) {
            out.append(", every: ").append(seconds(due.every()));
        }
        if (!due.weekdays().isEmpty()) {
            out.append(due.weekdays().stream()
                    .map(SceneWriter::day)
                    .collect(Collectors.joining(", ", ", weekdays: [", "]")));
        }
        if (due.days() != WallRules.Days.ANY) {
            out.append(", days: ").append(due.days().name().toLowerCase(Locale.ROOT));
        }
        return out.append(", from: \"")
                .append(due.from())
                .append("\", until: \"")
                .append(due.until())
                .append('"')
                .toString();
    }

    private static String day(DayOfWeek day) {
        return RulesFile.WEEKDAYS.entrySet().stream()
                .filter(e -> e.getValue() == day)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static String room(WallRules.Room room) {
        StringBuilder out = new StringBuilder("last-seat-m: " + number(room.lastSeatMetres()));
        WallRules.Survey survey = room.known();
        if (survey.nearestSeatMetres() != null) {
            out.append(", nearest-seat-m: ").append(number(survey.nearestSeatMetres()));
        }
        out.append(", monitor-width-mm: ")
                .append(BigDecimal.valueOf(room.monitorMetres())
                        .movePointRight(3)
                        .toPlainString());
        if (survey.pixels() != null) {
            out.append(", monitor-pixels: ")
                    .append(List.of(survey.pixels().across(), survey.pixels().down()));
        }
        if (survey.monitors() != null) {
            out.append(", monitors: ").append(grid(survey.monitors()));
        }
        out.append(", bezel-mm: ").append(number(room.bezelMillimetres()));
        WallRules.Decoding decoding = survey.decoding();
        if (decoding != null) {
            out.append(", decodes: {pictures: " + decoding.pictures() + ", measured: " + quoted(decoding.measured())
                    + (decoding.mb() == null ? "" : ", mb: " + decoding.mb()) + "}");
        }
        return out.toString();
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    private static String grid(WallScene.Grid grid) {
        return "[" + grid.columns() + ", " + grid.rows() + "]";
    }

    private static String span(WallScene.Span at) {
        return List.of(at.column(), at.row(), at.columns(), at.rows()).toString();
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + "s";
    }

    private static void id(StringBuilder out, String name, @Nullable SceneId id) {
        if (id != null) {
            line(out, name, id.value());
        }
    }

    private static void line(StringBuilder out, String... words) {
        for (String word : words) {
            out.append(word);
        }
        out.append('\n');
    }

    /// In double quotes, where every character may be written: what YAML would take for a line's end or refuses is
    /// written by its number.
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' '
                    || (c >= 0x7F && c <= 0xA0)
                    || c == 0x2028
                    || c == 0x2029
                    || c == 0xFEFF
                    || c >= 0xFFFE) {
                out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
