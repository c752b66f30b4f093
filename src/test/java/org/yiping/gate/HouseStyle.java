package org.yiping.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What every package and public type of the product must say about itself, and what no type may be called.
public final class HouseStyle {
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?<public>public )?((final|sealed|non-sealed|abstract|static) )*"
                    + "(?<kind>class|interface|record|enum|@interface) (?<name>\\w+)");
    private static final Pattern NAMED_AFTER_NOTHING =
            Pattern.compile(".*(Manager|Helper|Utils?|Impl)|(Base|Abstract)[A-Z].*");

    /// Words of the trade that only look like such names: the base map (底图).
    private static final Set<String> OF_THE_TRADE = Set.of("BaseMap");

    private HouseStyle() {}

    public static List<String> findings(Sources java) {
        List<String> found = new ArrayList<>();
        java.files().keySet().stream()
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .distinct()
                .filter(folder -> !java.files().containsKey(folder + "/package-info.java"))
                .forEach(folder -> found.add(folder + " has no package-info.java"));
        java.files().forEach((path, text) -> {
            if (path.endsWith("/package-info.java")) {
                if (!text.contains("@NullMarked") || !text.startsWith("///")) {
                    found.add(path + " needs a /// line and @NullMarked");
                }
            } else {
                found.addAll(types(path, text));
            }
        });
        return found;
    }

    private static List<String> types(String path, String text) {
        List<String> found = new ArrayList<>();
        TYPE.matcher(text).results().forEach(type -> {
            String name = type.group("name");
            if (!OF_THE_TRADE.contains(name)
                            && NAMED_AFTER_NOTHING.matcher(name).matches()
                    || type.group("kind").equals("interface") && name.matches("I[A-Z][a-z].*")) {
                found.add(path + ": " + name + " is named after nothing: say what it does");
            }
            if (type.group("public") != null && !documented(text.substring(0, type.start()))) {
                found.add(path + ": the public type " + name + " has no /// comment");
            }
        });
        return found;
    }

    /// The nearest line above that is no annotation begins with `///`.
    private static boolean documented(String before) {
        List<String> lines = before.lines().toList().reversed();
        return lines.stream()
                .filter(l -> !l.startsWith("@") && !l.startsWith(" ") && !l.matches("[)}].*"))
                .findFirst()
                .filter(l -> l.startsWith("///"))
                .isPresent();
    }
}
