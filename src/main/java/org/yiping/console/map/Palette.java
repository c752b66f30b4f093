package org.yiping.console.map;

import java.util.function.ToIntFunction;

/// The colours the engine draws with, opaque ARGB. The engine owns none: the theme's tokens are its only source.
/// Immutable; any thread.
public record Palette(Ground ground, Roads roads, Words words, Lights lights, Marks marks) {
    public record Ground(int land, int block, int building, int water, int green) {}

    public record Roads(int major, int mid, int minor, int casing) {}

    /// `cell` is the line between grid cells, `district` line and name of a district.
    public record Words(int label, int district, int cell, int text) {}

    /// A colour as edge or text, as ground, and what is readable on that ground.
    public record Tone(int edge, int fill, int on) {}

    public record Lights(int green, Tone yellow, Tone red) {}

    public record Marks(int infra, int stale, int unknown, int muted, int accent, int surface) {}

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
                        token.applyAsInt("surface")));
    }

    private static Tone tone(ToIntFunction<String> token, String name) {
        return new Tone(token.applyAsInt(name), token.applyAsInt(name + "-fill"), token.applyAsInt("on-" + name));
    }
}
