package org.yiping.protocol.wall;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiping.domain.wall.MapView;
import org.yiping.domain.wall.PanelKind;

/// What a scene may say about a panel, word by word. Stateless; any thread.
final class PanelWords {
    private static final int MOST_WORDS = 120;

    private PanelWords() {}

    /// The option's value as text, or a refusal.
    static String checked(String option, Node value) {
        return switch (option) {
            case "cases" -> Integer.toString(value.number(0, 4));
            case "number" -> Integer.toString(value.number(1, 4));
            case "side" -> Integer.toString(value.number(1, 4));
            case "every" -> Long.toString(SceneFile.duration(value, 5, 3600).toSeconds());
            case "legend", "near" ->
                one(value, Set.of("yes", "no", "true", "false"))
                        .replace("true", "yes")
                        .replace("false", "no");
            case "part" -> one(value, Set.of("head", "clock", "flow", "whole"));
            case "view" -> view(value);
            case "by" -> one(value, Set.of("area", "department", "source", "class"));
            case "period" -> one(value, Set.of("day", "week", "month", "quarter", "year", "24h", "7d", "30d"));
            case "cameras" -> value.items().stream().map(Node::text).collect(Collectors.joining(","));
            default -> words(value);
        };
    }

    /// What a panel cannot do without.
    static Optional<String> needed(PanelKind kind, Map<String, String> options) {
        String needed = switch (kind) {
            case FIGURE -> "of";
            case URGENT -> "number";
            case CASE -> "part";
            case TITLE -> "zh";
            case MAP,
                    FIGURES,
                    CAMERAS,
                    RANKING,
                    MIX,
                    WEEK_HEAT,
                    DURATIONS,
                    TREND,
                    FORECAST,
                    PLACES,
                    ALARMS,
                    CLOCK,
                    PATTERN -> "";
        };
        return needed.isEmpty() || options.containsKey(needed)
                ? Optional.empty()
                : Optional.of("the panel '" + kind.word() + "' needs the option '" + needed + "'");
    }

    private static String one(Node value, Set<String> known) {
        if (known.contains(value.text())) {
            return value.text();
        }
        throw new BadLine(
                value.line(),
                "one of " + known.stream().sorted().collect(Collectors.joining(", ")) + " is expected, not '"
                        + value.text() + "'");
    }

    private static String view(Node value) {
        return MapView.of(value.text())
                .map(MapView::word)
                .orElseThrow(() -> new BadLine(
                        value.line(),
                        "longitude, latitude, metres across and metres down are expected, not '" + value.text() + "'"));
    }

    private static String words(Node value) {
        if (value.text().length() <= MOST_WORDS) {
            return value.text();
        }
        throw new BadLine(value.line(), "at most " + MOST_WORDS + " characters are expected");
    }
}
