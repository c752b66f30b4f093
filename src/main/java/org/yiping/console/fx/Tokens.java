package org.yiping.console.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiping.console.settings.Theme;

/// The colours of a theme for those who paint pixels themselves, read from the very file the style sheets use.
///
/// Any thread; nothing is kept, callers keep the map. One source, so that a map and a table never disagree on red.
public final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("-yp-([a-z0-9-]+)\\s*:\\s*#([0-9A-Fa-f]{6})\\s*;");

    private Tokens() {}

    /// Token name without its prefix (`map-land`) to opaque ARGB.
    public static Map<String, Integer> parse(Theme theme) {
        return parse(text(resource(theme)));
    }

    static Map<String, Integer> parse(String css) {
        Map<String, Integer> colours = new LinkedHashMap<>();
        Matcher m = TOKEN.matcher(css);
        while (m.find()) {
            colours.put(m.group(1), 0xFF000000 | Integer.parseInt(m.group(2), 16));
        }
        return Map.copyOf(colours);
    }

    static String resource(Theme theme) {
        return "/org/yiping/css/tokens-" + theme.name().toLowerCase(Locale.ROOT) + ".css";
    }

    static String text(String resource) {
        try (InputStream in = Tokens.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
