package org.yiping.console.map;

/// What tiles are drawn from, at one moment: the ground, the looks, and what was drawn once for these looks. A tile of
/// an older version is out of date but still shown until its successor is there. Immutable but for its caches; any
/// thread.
record Scene(
        CityGround ground, MapStyle style, SymbolSheet symbols, GlyphSheet glyphs, StreetNames streets, long version) {
    static Scene of(CityGround ground, MapStyle style) {
        return of(ground, style, 1);
    }

    Scene with(CityGround newGround) {
        return new Scene(newGround, style, symbols, glyphs, new StreetNames(newGround, style, glyphs), version + 1);
    }

    Scene with(MapStyle newStyle) {
        return of(ground, newStyle, version + 1);
    }

    private static Scene of(CityGround ground, MapStyle style, long version) {
        GlyphSheet glyphs = new GlyphSheet(style);
        return new Scene(
                ground, style, new SymbolSheet(style), glyphs, new StreetNames(ground, style, glyphs), version);
    }
}
