package org.yiping.domain.wall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.Actor;

/// A scene, or the wall's rules under the name `wall`, as a desk saved it last, and who did; with neither, what was
/// saved has been taken back. Immutable; any thread.
///
/// `over` is the version the city's own file had then (empty: none). It stands over that file until somebody
/// gives the file another version: the last one to write has the word, at a desk or in the folder. `used` is
/// the last version a desk has given, also after that was taken back: no version is given twice.
public record WallEdition(
        SceneId id,
        @Nullable WallScene scene,
        @Nullable WallRules rules,
        String over,
        String used,
        Actor by,
        Instant at) {
    /// The name under which rules are saved; no scene has it, as `wall.yaml` is no scene.
    public static final SceneId RULES = new SceneId("wall");

    private static final int MOST_DIGITS = 9;

    public WallEdition {
        String version = version(scene, rules);
        used = !version.isEmpty() || used == null ? version : used; // rows of before do not have it
    }

    /// Empty where it was taken back.
    public String version() {
        return version(scene, rules);
    }

    private static String version(@Nullable WallScene scene, @Nullable WallRules rules) {
        return scene != null ? scene.version() : rules != null ? rules.version() : "";
    }

    /// The version after another that no desk has given yet, `used` being the last that one has.
    public static String after(String version, String used) {
        String next = after(version);
        return isSpent(next, used) ? after(used) : next;
    }

    /// The version after another: its last number and one more.
    public static String after(String version) {
        int digits = digits(version);
        String number = version.substring(digits);
        if (number.isEmpty()) {
            return version.isEmpty() ? "1" : version + "-2";
        }
        return number.length() > MOST_DIGITS
                ? version + "-2"
                : version.substring(0, digits) + (Integer.parseInt(number) + 1);
    }

    /// Whether a version was given when `used` was, or before it: it is counted alike, and not further.
    public static boolean isSpent(String version, String used) {
        int digits = digits(version);
        int length = version.length() - digits;
        int most = used.length() - digits;
        if (version.equals(used)
                || digits != digits(used)
                || !used.startsWith(version.substring(0, digits))
                || Math.min(length, most) < 1
                || Math.max(length, most) > MOST_DIGITS) {
            return version.equals(used);
        }
        return Integer.parseInt(version.substring(digits)) <= Integer.parseInt(used.substring(digits));
    }

    /// Where the number at a version's end begins.
    private static int digits(String version) {
        int digits = version.length();
        while (digits > 0 && version.charAt(digits - 1) >= '0' && version.charAt(digits - 1) <= '9') {
            digits--;
        }
        return digits;
    }
}
