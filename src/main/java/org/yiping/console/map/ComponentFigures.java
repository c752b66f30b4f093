package org.yiping.console.map;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What stands in the frame of a component's symbol (部件符号): a drawing for the classes that have one, else a
/// character. Immutable; any thread.
///
/// The shipped table is a resource; a class a city added shows the first character of its name.
public final class ComponentFigures {
    private static final String RESOURCE = "/org/yiping/map/component-figures.txt";
    /// Figures above this are drawings by their number, those below are characters.
    static final int DRAWN = 0x10000;

    private final Map<String, Integer> byClass = new HashMap<>();
    private final List<Figure> drawings = new ArrayList<>();

    /// Lines to be stroked and shapes to be filled, in a square from -6 to 6, y down.
    record Figure(Path2D strokes, Path2D fills) {}

    /// Read when first asked for, once.
    private static final class Shipped {
        static final ComponentFigures FIGURES = new ComponentFigures(text());
    }

    ComponentFigures(String table) {
        int line = 0;
        for (String row : table.lines().toList()) {
            line++;
            if (!row.isBlank() && !row.startsWith("#")) {
                add(row, line);
            }
        }
    }

    static ComponentFigures shipped() {
        return Shipped.FIGURES;
    }

    /// The symbol of a component's class; `code` is the class's four digits, with or without `C-`.
    public static Symbol symbol(MajorClass major, String code, String name) {
        return new Symbol.Component(major, shipped().figure(code, name));
    }

    /// 0 where there is neither a drawing nor a name.
    int figure(String code, String name) {
        Integer known = byClass.get(code.startsWith("C-") ? code.substring(2) : code);
        if (known != null) {
            return known;
        }
        return name.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) && c < DRAWN)
                .findFirst()
                .orElse(0);
    }

    Figure drawing(int figure) {
        return drawings.get(figure - DRAWN);
    }

    Map<String, Integer> byClass() {
        return Map.copyOf(byClass);
    }

    private void add(String row, int line) {
        String[] words = row.strip().split("\\s+", -1);
        int figure = DRAWN + drawings.size();
        if (words.length == 3 && words[1].equals("=")) {
            figure = words[2].codePointAt(0);
        } else {
            drawings.add(figure(words, line));
        }
        if (byClass.put(words[0], figure) != null) {
            throw new IllegalArgumentException("component-figures.txt, line " + line + ": twice " + words[0]);
        }
    }

    private static Figure figure(String[] words, int line) {
        Path2D strokes = new Path2D.Double();
        Path2D fills = new Path2D.Double();
        boolean filling = false;
        double y = 0;
        double x = 0;
        try {
            for (int i = 1; i < words.length; ) {
                Path2D into = filling ? fills : strokes;
                String command = words[i++];
                switch (command) {
                    case "F" -> filling = !filling;
                    case "M", "L" -> {
                        x = number(words[i++]);
                        y = number(words[i++]);
                        if (command.equals("M")) {
                            into.moveTo(x, y);
                        } else {
                            into.lineTo(x, y);
                        }
                    }
                    case "H" -> {
                        x = number(words[i++]);
                        into.lineTo(x, y);
                    }
                    case "V" -> {
                        y = number(words[i++]);
                        into.lineTo(x, y);
                    }
                    case "Q" -> {
                        x = number(words[i + 2]);
                        y = number(words[i + 3]);
                        into.quadTo(number(words[i]), number(words[i + 1]), x, y);
                        i += 4;
                    }
                    case "Z" -> into.closePath();
                    case "O", "D" -> {
                        double r = number(words[i + 2]);
                        Ellipse2D round =
                                new Ellipse2D.Double(number(words[i]) - r, number(words[i + 1]) - r, 2 * r, 2 * r);
                        (command.equals("O") ? strokes : fills).append(round, false);
                        i += 3;
                    }
                    case "R" -> {
                        into.append(
                                new Rectangle2D.Double(
                                        number(words[i]),
                                        number(words[i + 1]),
                                        number(words[i + 2]),
                                        number(words[i + 3])),
                                false);
                        i += 4;
                    }
                    default -> throw new IllegalArgumentException("no such command: " + command);
                }
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("component-figures.txt, line " + line + ": " + e.getMessage(), e);
        }
        return new Figure(strokes, fills);
    }

    private static double number(String word) {
        return Double.parseDouble(word);
    }

    private static String text() {
        try (InputStream in = ComponentFigures.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
