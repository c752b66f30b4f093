package org.yiping.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiping.console.settings.Theme;

class TokensTest {
    private static final List<String> GROUNDS = List.of("canvas", "surface", "raised", "hover", "selected");

    @Test
    void readsNamesAndOpaqueColours() {
        assertThat(Tokens.parse(".root {\n -yp-map-land: #10161B;\n -yp-x: derive(red);\n}"))
                .isEqualTo(Map.of("map-land", 0xFF10161B));
    }

    @Test
    void bothThemesDefineTheSameNames() {
        assertThat(Tokens.parse(Theme.HALL).keySet())
                .isEqualTo(Tokens.parse(Theme.OFFICE).keySet())
                .contains("canvas", "map-land", "chart-5", "ramp-5", "grade-e")
                .hasSize(54);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textIsReadableOnEveryGround(Theme theme) {
        Map<String, Integer> colours = Tokens.parse(theme);
        for (String text : List.of(
                "text",
                "muted",
                "faint",
                "accent",
                "yellow",
                "red",
                "infra",
                "stale",
                "unknown",
                "sim",
                "link-live",
                "link-late",
                "link-lost")) {
            for (String ground : GROUNDS) {
                assertThat(contrast(colours, text, ground))
                        .as("%s on %s", text, ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        assertThat(contrast(colours, "on-accent", "accent-fill")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(colours, "on-yellow", "yellow-fill")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(colours, "on-red", "red-fill")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(colours, "map-label", "map-land")).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void marksAndControlEdgesStandOut(Theme theme) {
        Map<String, Integer> colours = Tokens.parse(theme);
        for (String mark : List.of("green", "border-strong")) {
            for (String ground : GROUNDS) {
                assertThat(contrast(colours, mark, ground))
                        .as("%s on %s", mark, ground)
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    private static double contrast(Map<String, Integer> colours, String one, String other) {
        double a = luminance(Objects.requireNonNull(colours.get(one), one));
        double b = luminance(Objects.requireNonNull(colours.get(other), other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 0xFF) + 0.7152 * linear(argb >> 8 & 0xFF) + 0.0722 * linear(argb & 0xFF);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
