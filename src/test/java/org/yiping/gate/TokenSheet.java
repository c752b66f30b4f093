package org.yiping.gate;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The colours of one theme by their token (`text` for `-yp-text`), as 0xRRGGBB, and how strongly two of them differ.
record TokenSheet(String path, SortedMap<String, Integer> colours) {
    private static final Pattern TOKEN = Pattern.compile("-yp-([a-z0-9-]+)\\s*:\\s*#([0-9a-fA-F]{6})\\s*;");

    static TokenSheet parse(String path, String css) {
        SortedMap<String, Integer> colours = new TreeMap<>();
        TOKEN.matcher(css.replaceAll("(?s)/\\*.*?\\*/", ""))
                .results()
                .forEach(m -> colours.put(m.group(1), Integer.parseInt(m.group(2), 16)));
        return new TokenSheet(path, colours);
    }

    /// Contrast of two tokens by WCAG 2.2, 1 to 21.
    double contrast(String one, String other) {
        double a = luminance(colours.get(one));
        double b = luminance(colours.get(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
