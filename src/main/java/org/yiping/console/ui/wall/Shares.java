package org.yiping.console.ui.wall;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiping.domain.wall.Lettering;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.WallScene.Shown;

/// Deals a scene's camera pictures out to its tiles, so that no two tiles show the same ones and letters go on from
/// tile to tile. For one composition; one thread.
final class Shares {
    /// Two by two.
    static final int SIDE = Lettering.SIDE;
    /// As scene files have it.
    private static final int MOST_SIDE = 4;

    private final Map<String, Integer> all = new HashMap<>();
    private final Map<String, Integer> dealt = new HashMap<>();
    private final int tiles;
    private int letter;
    private int turn;

    Shares(List<Shown> shown) {
        List<Shown> cameras =
                shown.stream().filter(s -> s.panel() == PanelKind.CAMERAS).toList();
        cameras.forEach(s -> all.merge(kind(s), count(s), Integer::sum));
        tiles = Math.max(1, cameras.size());
    }

    Scene.Share next(Shown panel) {
        if (panel.panel() != PanelKind.CAMERAS) {
            return Scene.Share.NONE;
        }
        String kind = kind(panel);
        int first = dealt.merge(kind, count(panel), Integer::sum) - count(panel);
        Scene.Share share = new Scene.Share(first, all.getOrDefault(kind, 0), letter, turn++, tiles);
        letter += count(panel);
        return share;
    }

    /// Tiles of one kind share one list: named ones by their names, those near the case, those spread over the city.
    private static String kind(Shown panel) {
        return panel.option("cameras", panel.option("near", "no").equals("yes") ? "near" : "spread");
    }

    private static int count(Shown panel) {
        int side = side(panel);
        return side * side;
    }

    /// What comes from a desk has been checked; no number of anybody's may open a thousand pictures.
    static int side(Shown panel) {
        return Math.clamp(panel.number("side", SIDE), 1, MOST_SIDE);
    }
}
