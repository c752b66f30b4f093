package org.yiping.domain.wall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.Actor;

/// A scene, or the wall's rules under the name `wall`, as a desk saved it last, and who did; with neither, what was
/// saved has been taken back. Immutable; any thread.
///
/// `over` is the version the city's own file had then (empty: none). It stands over that file until somebody gives the
/// file another version: the last one to write has the word, at a desk or in the folder.
public record WallEdition(
        SceneId id, @Nullable WallScene scene, @Nullable WallRules rules, String over, Actor by, Instant at) {
    /// The name under which rules are saved; no scene has it, as `wall.yaml` is no scene.
    public static final SceneId RULES = new SceneId("wall");

    /// Empty where it was taken back.
    public String version() {
        return scene != null ? scene.version() : rules != null ? rules.version() : "";
    }

    /// The version after another: its last number and one more.
    public static String after(String version) {
        int digits = version.length();
        while (digits > 0 && version.charAt(digits - 1) >= '0' && version.charAt(digits - 1) <= '9') {
            digits--;
        }
        String number = version.substring(digits);
        if (number.isEmpty()) {
            return version.isEmpty() ? "1" : version + "-2";
        }
        return number.length() > 9 ? version + "-2" : version.substring(0, digits) + (Integer.parseInt(number) + 1);
    }
}
