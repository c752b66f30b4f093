package org.yiping.console.map;

import java.util.List;
import java.util.function.ToIntFunction;

/// The colours the engine draws with, opaque ARGB. The engine owns none: the theme's tokens are its only source.
/// Immutable; any thread.
public record Palette(Ground ground, Roads roads, Words words, Lights lights, Marks marks, Density density, Ramp ramp) {
    private static final List<String> TOKENS = List.of(
            "map-land",
            "map-block",
            "map-building",
            "map-water",
            "map-green",
            "map-road-major",
            "map-road-mid",
            "map-road-minor",
            "map-casing",
            "map-label",
            "map-district",
            "map-cell");

    public record Ground(int land, int block, int building, int water, int green) {}

    public record Roads(int major, int mid, int minor, int casing) {}

    /// `cell` is the line between grid cells, `district` line and name of a district.
    public record Words(int label, int district, int cell, int text) {}

    /// A colour as edge or text, as ground, and what is readable on that ground.
    public record Tone(int edge, int fill, int on) {}

    public record Lights(int green, Tone yellow, Tone red) {}

    public record Marks(int infra, int stale, int unknown, int muted, int accent, int surface) {}

    /// How densely points stand, from few to many.
    public record Density(int low, int middle, int high) {}

    /// Five steps of one hue from little to much, told apart by lightness alone, so that nobody's colour sense matters.
    public record Ramp(int least, int little, int middle, int much, int most) {
        int step(int index) {
            return switch (index) {
                case 0 -> least;
                case 1 -> little;
                case 2 -> middle;
                case 3 -> much;
                case 4 -> most;
                default -> throw new IllegalArgumentException("no step of the ramp: " + index);
            };
        }
    }

    /// Reads every colour by its token, such as `map-land` or `red-fill`.
    public static Palette of(ToIntFunction<String> token) {
        return new Palette(
                new Ground(
                        token.applyAsInt("map-land"),
                        token.applyAsInt("map-block"),
                        token.applyAsInt("map-building"),
                        token.applyAsInt("map-water"),
                        token.applyAsInt("map-green")),
                new Roads(
                        token.applyAsInt("map-road-major"),
                        token.applyAsInt("map-road-mid"),
                        token.applyAsInt("map-road-minor"),
                        token.applyAsInt("map-casing")),
                new Words(
                        token.applyAsInt("map-label"),
                        token.applyAsInt("map-district"),
                        token.applyAsInt("map-cell"),
                        token.applyAsInt("text")),
                new Lights(token.applyAsInt("green"), tone(token, "yellow"), tone(token, "red")),
                new Marks(
                        token.applyAsInt("infra"),
                        token.applyAsInt("stale"),
                        token.applyAsInt("unknown"),
                        token.applyAsInt("muted"),
                        token.applyAsInt("accent"),
                        token.applyAsInt("surface")),
                new Density(token.applyAsInt("ramp-2"), token.applyAsInt("ramp-4"), token.applyAsInt("ramp-5")),
                new Ramp(
                        token.applyAsInt("ramp-1"),
                        token.applyAsInt("ramp-2"),
                        token.applyAsInt("ramp-3"),
                        token.applyAsInt("ramp-4"),
                        token.applyAsInt("ramp-5")));
    }

    /// The names it reads, which are those a shipped style may use.
    static List<String> tokens() {
        return TOKENS;
    }

    /// The colour it has by a token's name.
    int colour(String token) {
        return switch (token) {
            case "map-land" -> ground.land;
            case "map-block" -> ground.block;
            case "map-building" -> ground.building;
            case "map-water" -> ground.water;
            case "map-green" -> ground.green;
            case "map-road-major" -> roads.major;
            case "map-road-mid" -> roads.mid;
            case "map-road-minor" -> roads.minor;
            case "map-casing" -> roads.casing;
            case "map-label" -> words.label;
            case "map-district" -> words.district;
            case "map-cell" -> words.cell;
            default -> throw new IllegalArgumentException("no colour of the ground: " + token);
        };
    }

    /// With the ground and the names as a style has them.
    Palette with(MapPlan.Inks inks) {
        return new Palette(
                new Ground(inks.land(), ground.block, ground.building, ground.water, ground.green),
                roads,
                new Words(
                        inks.streetNames() == null ? words.label : inks.streetNames(),
                        inks.areaNames() == null ? words.district : inks.areaNames(),
                        words.cell,
                        words.text),
                lights,
                marks,
                density,
                ramp);
    }

    private static Tone tone(ToIntFunction<String> token, String name) {
        return new Tone(token.applyAsInt(name), token.applyAsInt(name + "-fill"), token.applyAsInt("on-" + name));
    }
}
