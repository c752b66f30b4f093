package org.yiping.console.map.style;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Colours as the standard writes them: `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb()`, `rgba()`, `hsl()`, `hsla()`. Names
/// such as `teal` are not read: they say less than the theme's. Stateless; any thread.
final class ColourText {
    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})");
    private static final String NUMBER = "\\s*(\\d{1,3}(?:\\.\\d+)?)(%?)\\s*";
    private static final Pattern CALL = Pattern.compile(
            "(rgb|hsl)a?\\(" + NUMBER + "," + NUMBER + "," + NUMBER + "(?:,\\s*([01]?(?:\\.\\d+)?)\\s*)?\\)");

    private ColourText() {}

    /// ARGB, not premultiplied.
    static Optional<Integer> parse(String text) {
        String low = text.toLowerCase(Locale.ROOT).strip();
        Matcher hex = HEX.matcher(low);
        if (hex.matches()) {
            return Optional.of(hex(hex.group(1)));
        }
        Matcher call = CALL.matcher(low);
        if (!call.matches()) {
            return Optional.empty();
        }
        String last = call.group(8);
        double alpha = last == null ? 1 : last.isEmpty() ? -1 : Double.parseDouble(last);
        double a = Double.parseDouble(call.group(2));
        double b = Double.parseDouble(call.group(4));
        double c = Double.parseDouble(call.group(6));
        if (!(alpha >= 0 && alpha <= 1)) {
            return Optional.empty();
        }
        if (call.group(1).equals("rgb")) {
            boolean plain = (call.group(3) + call.group(5) + call.group(7)).isEmpty();
            return plain && Math.max(a, Math.max(b, c)) <= 255 ? Optional.of(argb(alpha, a, b, c)) : Optional.empty();
        }
        boolean shares = call.group(3).isEmpty() && (call.group(5) + call.group(7)).equals("%%");
        return shares && a <= 360 && b <= 100 && c <= 100
                ? Optional.of(hsl(alpha, a, b / 100, c / 100))
                : Optional.empty();
    }

    private static int hex(String digits) {
        return switch (digits.length()) {
            case 3 -> {
                int n = Integer.parseInt(digits, 16);
                yield 0xFF000000 | (n >> 8 & 15) * 0x110000 | (n >> 4 & 15) * 0x1100 | (n & 15) * 0x11;
            }
            case 6 -> 0xFF000000 | Integer.parseInt(digits, 16);
            default -> Integer.rotateRight(Integer.parseUnsignedInt(digits, 16), 8);
        };
    }

    /// CSS Color Module Level 4, "HSL to RGB".
    private static int hsl(double alpha, double hue, double saturation, double lightness) {
        double reach = saturation * Math.min(lightness, 1 - lightness);
        double[] rgb = new double[3];
        int[] turns = {0, 8, 4};
        for (int i = 0; i < 3; i++) {
            double k = (turns[i] + hue / 30) % 12;
            rgb[i] = 255 * (lightness - reach * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1)));
        }
        return argb(alpha, rgb[0], rgb[1], rgb[2]);
    }

    static int argb(double alpha, double red, double green, double blue) {
        return (int) Math.round(alpha * 255) << 24
                | (int) Math.round(red) << 16
                | (int) Math.round(green) << 8
                | (int) Math.round(blue);
    }
}
