package org.yiping.bench.map;

import org.yiping.console.fx.Fonts;
import org.yiping.console.map.Generalisation;
import org.yiping.console.map.MapStyle;
import org.yiping.console.map.TestStyle;

/// The hall theme with the shipped letters. Stateless; any thread.
final class Looks {
    private Looks() {}

    static MapStyle of(Generalisation distance) {
        return new MapStyle(TestStyle.night().palette(), Fonts.java2d(false, 13), Fonts.java2d(true, 13), distance);
    }
}
