package org.yiping.protocol.wall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// YAML as a tree whose every part knows its line: what data binding would have lost when a rule of ours is broken.
/// Scalars stay text. Immutable; any thread.
sealed interface Node {
    /// No honest file of scenes is deeper.
    int DEEPEST = 12;

    int line();

    record Text(int line, String value) implements Node {}

    record Items(int line, List<Node> values) implements Node {}

    record Table(int line, Map<String, Node> values) implements Node {}

    /// Reads one document, which must end with the line `...`: a file whose second half is not written yet is often a
    /// valid file of fewer tiles.
    static Node parse(String text) {
        List<String> lines = text.stripTrailing().lines().toList();
        if (lines.isEmpty() || !lines.getLast().equals("...")) {
            throw new BadLine(
                    Math.max(1, lines.size()), "the file is half written: its last line must be three dots (...)");
        }
        try (JsonParser in = new YAMLMapper().createParser(new WholeCharacters(text))) {
            if (in.nextToken() == null) {
                throw new BadLine(1, "the file is empty");
            }
            Node node = read(in, 0);
            if (in.nextToken() != null) {
                throw new BadLine(in.currentTokenLocation().getLineNr(), "there is more than one document");
            }
            return node;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new BadLine(line, "this is no YAML: " + first(e.getOriginalMessage()));
        }
    }

    private static String first(String message) {
        return message.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Node read(JsonParser in, int depth) {
        int line = in.currentTokenLocation().getLineNr();
        if (depth > DEEPEST) {
            throw new BadLine(line, "nested too deeply");
        }
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                Map<String, Node> values = new LinkedHashMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    int at = in.currentTokenLocation().getLineNr();
                    in.nextToken();
                    if (values.put(name, read(in, depth + 1)) != null) {
                        throw new BadLine(at, "'" + name + "' stands here twice");
                    }
                }
                yield new Table(line, values);
            }
            case START_ARRAY -> {
                List<Node> values = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    values.add(read(in, depth + 1));
                }
                yield new Items(line, values);
            }
            case VALUE_NULL -> new Text(line, "");
            default -> new Text(line, in.getString());
        };
    }

    default Table table(Set<String> known) {
        if (!(this instanceof Table table)) {
            throw new BadLine(line(), "names with values are expected here: " + String.join(", ", sorted(known)));
        }
        for (Map.Entry<String, Node> e : table.values.entrySet()) {
            if (!known.contains(e.getKey())) {
                throw new BadLine(
                        e.getValue().line(),
                        "'" + e.getKey() + "' is not known here; known are " + String.join(", ", sorted(known)));
            }
        }
        return table;
    }

    private static List<String> sorted(Set<String> known) {
        return known.stream().sorted().toList();
    }

    default List<Node> items() {
        if (this instanceof Items items) {
            return items.values;
        }
        throw new BadLine(line(), "a list is expected here");
    }

    default String text() {
        if (this instanceof Text text && !text.value.isBlank()) {
            return text.value.strip();
        }
        throw new BadLine(line(), "a word or a number is expected here");
    }

    default int number(int least, int most) {
        return (int) decimal(least, most, true);
    }

    default double decimal(double least, double most) {
        return decimal(least, most, false);
    }

    private double decimal(double least, double most, boolean whole) {
        try {
            double value = whole ? Integer.parseInt(text()) : Double.parseDouble(text());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new BadLine(
                line(),
                (whole ? "a whole number from " : "a number from ")
                        + (whole ? Integer.toString((int) least) : Double.toString(least))
                        + " to "
                        + (whole ? Integer.toString((int) most) : Double.toString(most))
                        + " is expected, not '" + text() + "'");
    }
}
