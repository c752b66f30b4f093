package org.yiping.console.map;

/// What tiles are drawn from, at one moment: the ground, the looks, and what was drawn once for these looks. A tile of
/// an older version is out of date but still shown until its successor is there. Immutable but for its caches; any
/// thread.
record Scene(BaseMap base, MapStyle style, SymbolSheet symbols, GlyphSheet glyphs, long version) {
    static Scene of(BaseMap base, MapStyle style) {
        return new Scene(base, style, new SymbolSheet(style), new GlyphSheet(style), 1);
    }

    Scene with(BaseMap newBase) {
        return new Scene(newBase, style, symbols, glyphs, version + 1);
    }

    Scene with(MapStyle newStyle) {
        return new Scene(base, newStyle, new SymbolSheet(newStyle), new GlyphSheet(newStyle), version + 1);
    }
}
