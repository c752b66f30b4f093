package org.yiping.console.fx;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as they stand on screen: thin space between thousands, the same in every language.
///
/// Any thread.
public final class Numbers {
    private static final char THIN_SPACE = '\u2009';
    private static final char MINUS = '\u2212';

    private Numbers() {}

    /// 1284903 → 1 284 903.
    public static String whole(long number) {
        return grouped(Long.toString(number));
    }

    /// Rounded half up to the given count of decimals: 97.37 → 97.4.
    public static String decimal(double number, int decimals) {
        return grouped(BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString());
    }

    private static String grouped(String plain) {
        boolean negative = plain.startsWith("-");
        String digits = negative ? plain.substring(1) : plain;
        int point = digits.indexOf('.');
        int end = point < 0 ? digits.length() : point;
        StringBuilder out = new StringBuilder(digits.length() + 6);
        if (negative) {
            out.append(MINUS);
        }
        for (int i = 0; i < end; i++) {
            if (i > 0 && (end - i) % 3 == 0) {
                out.append(THIN_SPACE);
            }
            out.append(digits.charAt(i));
        }
        return out.append(digits, end, digits.length()).toString();
    }
}
