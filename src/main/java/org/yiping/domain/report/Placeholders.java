package org.yiping.domain.report;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiping.domain.kpi.KpiCode;

/// What stands in braces in a template's text: `{city}`, `{period}`, `{scope}`, and a figure by its
/// code, also as it was (`{closing-rate}`, `{closing-rate.before}`, `{closing-rate.year}`). Stateless;
/// any thread.
public final class Placeholders {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> WORDS = Set.of("city", "period", "scope");
    private static final Pattern FIGURE = Pattern.compile("([^.]+?)(\\.before|\\.year)?");

    private Placeholders() {}

    /// A figure that is asked for: `then` is empty, `before` or `year`.
    public record Asked(KpiCode code, String then) {}

    /// What is wrong with a text, in words.
    static Optional<String> fault(String text, Set<KpiCode> known) {
        String rest = BRACES.matcher(text).replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            return Optional.of("a brace stands alone");
        }
        Matcher braces = BRACES.matcher(text);
        while (braces.find()) {
            String name = braces.group(1);
            boolean there = WORDS.contains(name)
                    || figure(name).filter(f -> known.contains(f.code())).isPresent();
            if (!there) {
                return Optional.of("nobody knows {" + name + "}");
            }
        }
        return Optional.empty();
    }

    /// The figures a text asks for.
    public static Set<KpiCode> figures(String text) {
        Set<KpiCode> codes = new LinkedHashSet<>();
        Matcher braces = BRACES.matcher(text);
        while (braces.find()) {
            if (!WORDS.contains(braces.group(1))) {
                figure(braces.group(1)).ifPresent(f -> codes.add(f.code()));
            }
        }
        return codes;
    }

    public static String filled(String text, UnaryOperator<String> words) {
        return BRACES.matcher(text).replaceAll(m -> Matcher.quoteReplacement(words.apply(m.group(1))));
    }

    public static Optional<Asked> figure(String name) {
        Matcher figure = FIGURE.matcher(name);
        if (!figure.matches()) {
            return Optional.empty();
        }
        try {
            String then = figure.group(2) == null ? "" : figure.group(2).substring(1);
            return Optional.of(new Asked(new KpiCode(figure.group(1)), then));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
