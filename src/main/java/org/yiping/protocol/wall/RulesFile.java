package org.yiping.protocol.wall;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallSharing;

/// Reads `scenes/wall.yaml`: which scene is due when, and how the wall behaves by itself. Stateless; any thread.
public final class RulesFile {
    /// The one file of the folder that is no scene.
    public static final String NAME = "wall.yaml";

    static final Map<String, DayOfWeek> WEEKDAYS = Map.of(
            "mon", DayOfWeek.MONDAY,
            "tue", DayOfWeek.TUESDAY,
            "wed", DayOfWeek.WEDNESDAY,
            "thu", DayOfWeek.THURSDAY,
            "fri", DayOfWeek.FRIDAY,
            "sat", DayOfWeek.SATURDAY,
            "sun", DayOfWeek.SUNDAY);
    private static final WallRules PLAIN = WallRules.SHIPPED;

    private RulesFile() {}

    /// `known` are the scenes there are: rules that name another one are refused.
    public static Reading<WallRules> rules(String text, Set<SceneId> known) {
        return SceneFile.reading(NAME, text, root -> rules(root, known));
    }

    private static WallRules rules(Node root, Set<SceneId> known) {
        Node.Table table = root.table(Set.of(
                "version", "standard", "open-day", "alarm", "schedule", "night", "shift", "room", "desk", "by-hand"));
        return new WallRules(
                SceneFile.need(table, "version").text(),
                scene(SceneFile.need(table, "standard"), known),
                sceneOrNone(table, "open-day", known),
                sceneOrNone(table, "alarm", known),
                SceneFile.may(table, "schedule")
                        .map(n -> n.items().stream().map(d -> due(d, known)).toList())
                        .orElse(List.of()),
                SceneFile.may(table, "night").map(RulesFile::night).orElse(null),
                SceneFile.may(table, "shift").map(RulesFile::shift).orElse(PLAIN.shift()),
                SceneFile.may(table, "room").map(RulesFile::room).orElse(PLAIN.room()),
                SceneFile.may(table, "desk").map(SharingLines::of).orElse(WallSharing.OPEN),
                SceneFile.may(table, "by-hand")
                        .map(n -> SceneFile.duration(n, 60, 86_400))
                        .orElse(PLAIN.hand()));
    }

    private static @Nullable SceneId sceneOrNone(Node.Table table, String name, Set<SceneId> known) {
        return SceneFile.may(table, name).map(n -> scene(n, known)).orElse(null);
    }

    private static SceneId scene(Node node, Set<SceneId> known) {
        SceneId id = SceneFile.id(node.text(), node.line());
        if (known.contains(id)) {
            return id;
        }
        throw new BadLine(
                node.line(),
                "there is no scene '" + id.value() + "'; there are "
                        + known.stream().map(SceneId::value).sorted().collect(Collectors.joining(", ")));
    }

    private static WallRules.Due due(Node node, Set<SceneId> known) {
        Node.Table table = node.table(Set.of("scenes", "every", "weekdays", "days", "from", "until"));
        List<SceneId> scenes = SceneFile.need(table, "scenes").items().stream()
                .map(n -> scene(n, known))
                .toList();
        if (scenes.isEmpty()) {
            throw new BadLine(table.line(), "no scene is due");
        }
        if (scenes.size() > 1 && !table.values().containsKey("every")) {
            throw new BadLine(table.line(), "several scenes in turn need 'every'");
        }
        return new WallRules.Due(
                scenes,
                SceneFile.may(table, "weekdays")
                        .map(n -> n.items().stream().map(RulesFile::weekday).toList())
                        .orElse(List.of()),
                SceneFile.may(table, "days").map(RulesFile::days).orElse(WallRules.Days.ANY),
                time(SceneFile.need(table, "from")),
                time(SceneFile.need(table, "until")),
                SceneFile.may(table, "every")
                        .map(n -> SceneFile.duration(n, 10, 86_400))
                        .orElse(Duration.ZERO));
    }

    private static DayOfWeek weekday(Node node) {
        DayOfWeek day = WEEKDAYS.get(node.text());
        if (day == null) {
            throw new BadLine(
                    node.line(), "mon, tue, wed, thu, fri, sat or sun is expected, not '" + node.text() + "'");
        }
        return day;
    }

    private static WallRules.Days days(Node node) {
        return switch (node.text()) {
            case "any" -> WallRules.Days.ANY;
            case "working" -> WallRules.Days.WORKING;
            case "free" -> WallRules.Days.FREE;
            default -> throw new BadLine(node.line(), "any, working or free is expected, not '" + node.text() + "'");
        };
    }

    private static LocalTime time(Node node) {
        try {
            return LocalTime.parse(node.text());
        } catch (DateTimeParseException _) {
            throw new BadLine(node.line(), "a time such as \"07:30\" is expected, not '" + node.text() + "'");
        }
    }

    private static WallRules.Night night(Node node) {
        Node.Table table = node.table(Set.of("from", "until", "text", "pictures"));
        return new WallRules.Night(
                time(SceneFile.need(table, "from")),
                time(SceneFile.need(table, "until")),
                SceneFile.may(table, "text").map(n -> n.number(30, 100)).orElse(80),
                SceneFile.may(table, "pictures").map(n -> n.number(20, 100)).orElse(60));
    }

    private static WallRules.Shift shift(Node node) {
        Node.Table table = node.table(Set.of("pixels", "every"));
        return new WallRules.Shift(
                SceneFile.need(table, "pixels").number(0, 16),
                SceneFile.may(table, "every")
                        .map(n -> SceneFile.duration(n, 60, 86_400))
                        .orElse(PLAIN.shift().every()));
    }

    private static WallRules.Room room(Node node) {
        Node.Table table = node.table(Set.of(
                "last-seat-m",
                "nearest-seat-m",
                "monitor-width-mm",
                "monitor-diagonal-mm",
                "monitor-pixels",
                "monitors",
                "bezel-mm",
                "decodes"));
        WallRules.Pixels pixels =
                SceneFile.may(table, "monitor-pixels").map(RulesFile::pixels).orElse(null);
        WallRules.Survey survey = new WallRules.Survey(
                SceneFile.may(table, "monitors").map(SceneFile::grid).orElse(null),
                pixels,
                SceneFile.may(table, "nearest-seat-m")
                        .map(n -> n.decimal(0.2, 60))
                        .orElse(null),
                SceneFile.may(table, "decodes").map(RulesFile::decoding).orElse(null));
        return new WallRules.Room(
                SceneFile.need(table, "last-seat-m").decimal(1, 60),
                metres(width(table, survey.each())),
                SceneFile.may(table, "bezel-mm").map(n -> n.decimal(0, 100)).orElse(0.0),
                survey.equals(WallRules.Survey.NONE) ? null : survey);
    }

    /// A data sheet has the width, a shop the diagonal.
    private static double width(Node.Table table, WallRules.Pixels pixels) {
        Node width = table.values().get("monitor-width-mm");
        Node diagonal = table.values().get("monitor-diagonal-mm");
        if ((width == null) == (diagonal == null)) {
            throw new BadLine(table.line(), "one of 'monitor-width-mm' and 'monitor-diagonal-mm' is expected");
        }
        if (width != null) {
            return width.decimal(200, 20_000);
        }
        double across = pixels.across() / Math.hypot(pixels.across(), pixels.down());
        return Math.round(diagonal.decimal(200, 25_000) * across * 10) / 10.0;
    }

    /// By the decimal point, so that what is written is read as the same number again.
    private static double metres(double millimetres) {
        return BigDecimal.valueOf(millimetres).movePointLeft(3).doubleValue();
    }

    private static WallRules.Pixels pixels(Node node) {
        List<Node> two = node.items();
        if (two.size() != 2) {
            throw new BadLine(node.line(), "pixels across and down are expected, as [1920, 1080]");
        }
        return new WallRules.Pixels(two.get(0).number(320, 20_000), two.get(1).number(240, 20_000));
    }

    private static WallRules.Decoding decoding(Node node) {
        Node.Table table = node.table(Set.of("pictures", "measured", "mb"));
        return new WallRules.Decoding(
                SceneFile.need(table, "pictures").number(0, 1000),
                SceneFile.need(table, "measured").text(),
                SceneFile.may(table, "mb").map(n -> n.number(1, 4096)).orElse(null));
    }
}
