package org.yiping.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Colours live in the theme files alone, every theme has every token, and what must be read can be read.
public final class Styles {
    private static final List<String> GROUNDS = List.of("canvas", "surface", "raised", "hover", "selected");

    /// Tokens that letters are set in, on any ground; design.md §2.
    private static final List<String> TEXTS = List.of(
            "text",
            "muted",
            "faint",
            "accent",
            "green",
            "yellow",
            "red",
            "infra",
            "stale",
            "unknown",
            "sim",
            "link-live",
            "link-late",
            "link-lost");

    private static final List<String> FILLS = List.of("accent", "yellow", "red");
    private static final String NAMED = "(?i)\\b(white|black|red|green|blue|yellow|orange|gr[ae]y|lightgr[ae]y|"
            + "darkgr[ae]y|navy|teal|silver|gold|cyan|magenta|purple|brown|pink)\\b";
    private static final Pattern CSS_COLOUR =
            Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(rgba?|hsba?|hsla?|ladder|derive)\\(|" + NAMED);

    /// Properties whose words are no colours: the kind of smoothing is called gray.
    private static final String NO_COLOUR = "-fx-font-smoothing-type";

    private static final Pattern CSS_EFFECT = Pattern.compile("dropshadow|innershadow|-gradient\\(|blur\\(");
    private static final Pattern JAVA_COLOUR = Pattern.compile(
            "\"#[0-9a-fA-F]{3,8}\"|\\bColor\\.(?!TRANSPARENT\\b)[A-Z]{3,}\\b|\\bColor\\.(rgb|color|hsb|web|valueOf)"
                    + "\\(\\s*[\"0-9]|setStyle\\(.*#[0-9a-fA-F]{3,8}|\\b0x[fF]{2}(?!0{6}|[fF]{6})[0-9a-fA-F]{6}\\b");
    private static final Pattern USED = Pattern.compile("-yp-([a-z0-9-]+)");
    private static final Pattern DERIVED = Pattern.compile("-yp-([a-z0-9-]+)\\s*:");
    private static final Pattern ID = Pattern.compile("setId\\(\"([^\"]+)\"\\)");

    private Styles() {}

    private static boolean isTokens(String path) {
        return path.matches(".*css/tokens-[a-z]+\\.css");
    }

    /// Colours and effects written outside the theme files, in style sheets and in the console's code; a line of code
    /// that only looks so ends with `// not a colour` (a mask, a coverage).
    public static List<String> rawColours(Sources css, Sources java) {
        List<String> found = new ArrayList<>();
        css.only(p -> !isTokens(p)).files().forEach((path, text) -> {
            String plain = text.replaceAll("(?s)/\\*.*?\\*/", "");
            for (String declaration : plain.split("[;{}]")) {
                int colon = declaration.indexOf(':');
                String value = colon < 0 ? "" : declaration.substring(colon + 1);
                if (declaration.strip().startsWith("-")
                        && !declaration.strip().startsWith(NO_COLOUR)
                        && CSS_COLOUR.matcher(withoutTokens(value)).find()) {
                    found.add("raw colour in " + path + ": " + declaration.strip());
                }
                if (CSS_EFFECT.matcher(value).find()) {
                    found.add("effect or gradient in " + path + ": " + declaration.strip());
                }
            }
        });
        java.only(p -> p.contains("/console/"))
                .codeLines()
                .filter(l -> !l.text().endsWith("// not a colour"))
                .forEach(line -> {
                    Matcher colour = JAVA_COLOUR.matcher(line.text());
                    if (colour.find()) {
                        found.add("raw colour " + colour.group() + " at " + line.at());
                    }
                });
        return found;
    }

    /// Looked-up names such as `-yp-red` and `-color-black` are no raw colours; nor are the words of a URL.
    private static String withoutTokens(String value) {
        return value.replaceAll("-[a-z][a-z0-9-]*", "").replaceAll("url\\([^)]*\\)|\"[^\"]*\"", "");
    }

    /// Tokens that one theme lacks, and tokens that are used and nowhere defined.
    public static List<String> tokens(Sources css, Sources java) {
        List<String> found = new ArrayList<>();
        List<TokenSheet> themes = themes(css);
        Set<String> all = new TreeSet<>(GROUNDS);
        all.addAll(TEXTS);
        themes.forEach(t -> all.addAll(t.colours().keySet()));
        for (TokenSheet theme : themes) {
            all.stream()
                    .filter(t -> !theme.colours().containsKey(t))
                    .forEach(t -> found.add(theme.path() + " lacks -yp-" + t));
        }
        Set<String> defined = new TreeSet<>(all);
        css.files().values().forEach(text -> DERIVED.matcher(text).results().forEach(m -> defined.add(m.group(1))));
        Map<String, String> used = new HashMap<>();
        css.codeLines().forEach(l -> USED.matcher(l.text()).results().forEach(m -> used.put(m.group(1), l.at())));
        java.only(p -> p.contains("/console/"))
                .codeLines()
                .forEach(l -> USED.matcher(l.text())
                        .results()
                        .filter(m -> !m.group(1).endsWith("-"))
                        .forEach(m -> used.put(m.group(1), l.at())));
        used.forEach((token, at) -> {
            if (!defined.contains(token)) {
                found.add("nowhere defined: -yp-" + token + " at " + at);
            }
        });
        return found;
    }

    /// Pairs that are harder to read than they may be: text 4.5, edges of controls 3.
    public static List<String> contrast(Sources css) {
        Set<String> found = new LinkedHashSet<>();
        for (TokenSheet theme : themes(css)) {
            for (String ground : GROUNDS) {
                TEXTS.forEach(text -> judge(theme, text, ground, 4.5, found));
                judge(theme, "border-strong", ground, 3, found);
            }
            FILLS.forEach(fill -> judge(theme, "on-" + fill, fill + "-fill", 4.5, found));
            judge(theme, "map-label", "map-land", 4.5, found);
        }
        return List.copyOf(found);
    }

    /// A hundredth below is rounding, as the design's own table rounds to a tenth.
    private static void judge(TokenSheet theme, String one, String other, double least, Set<String> found) {
        if (theme.colours().containsKey(one) && theme.colours().containsKey(other)) {
            double contrast = theme.contrast(one, other);
            if (contrast < least - 0.01) {
                found.add("%s: %s on %s has contrast %.2f, needs %.1f"
                        .formatted(theme.path(), one, other, contrast, least));
            }
        }
    }

    /// Node ids that two places give.
    public static List<String> duplicateIds(Sources java) {
        Map<String, String> first = new HashMap<>();
        List<String> found = new ArrayList<>();
        java.codeLines()
                .forEach(line -> ID.matcher(line.text()).results().forEach(m -> {
                    String before = first.putIfAbsent(m.group(1), line.at());
                    if (before != null) {
                        found.add("the id " + m.group(1) + " is given at " + before + " and at " + line.at());
                    }
                }));
        return found;
    }

    private static List<TokenSheet> themes(Sources css) {
        return css.only(Styles::isTokens).files().entrySet().stream()
                .map(e -> TokenSheet.parse(e.getKey(), e.getValue()))
                .toList();
    }
}
