package org.yiping.server.data;

import org.jspecify.annotations.Nullable;

/// By what calls of one caller are found again: the number's digits without the country's code. Stateless; any thread.
final class Callers {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 32;

    private Callers() {}

    static @Nullable String handle(@Nullable String phone) {
        String digits = phone == null ? "" : phone.replaceAll("[^0-9]", "");
        String own = digits.length() == 13 && digits.startsWith("86") ? digits.substring(2) : digits;
        return own.length() < SHORTEST || own.length() > LONGEST ? null : own;
    }
}
