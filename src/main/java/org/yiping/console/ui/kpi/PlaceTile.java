package org.yiping.console.ui.kpi;

import java.util.List;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Boards.Kept;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.PlaceBars;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.BarList;
import org.yiping.console.ui.control.BarList.Bar;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.kpi.HotPlaces.HotPlace;

/// Where cases gather (热点与反复点位), held against how long patrols were there where that is known. A row opens its
/// cases and picks the place, so that every map shows it. FX thread.
final class PlaceTile {
    private final Desk desk;
    private final PlaceBars bars;
    private final Messages messages;
    private final Door door;
    private final Tile tile;
    private final BarList list;
    private List<HotPlace> shown = List.of();

    PlaceTile(Desk desk, Words words, Messages messages, Door door) {
        this.desk = desk;
        bars = new PlaceBars(desk, words, messages);
        this.messages = messages;
        this.door = door;
        tile = new Tile(messages, "figures/places", messages.get("kpi.places"));
        list = new BarList(this::open);
    }

    Tile tile() {
        return tile;
    }

    void show(Kept<HotPlaces> kept) {
        HotPlaces places = kept.value();
        if (places == null) {
            tile.empty(
                    kept.lost()
                            ? messages.get("kpi.none")
                            : kept.refusal().isEmpty() ? messages.get("kpi.waiting") : kept.refusal(),
                    null);
            return;
        }
        shown = places.items();
        if (shown.isEmpty()) {
            tile.empty(messages.get("kpi.places-none"), places.at());
        } else {
            list.show(bars.of(places));
            tile.show(list, places.at());
        }
        tile.foot(bars.note(places));
    }

    private void open(Bar bar) {
        HotPlace p = shown.get(Integer.parseInt(bar.id().substring("figures/place-".length())));
        desk.selection().pick(new Selection.Picked.OfPoint(p.position()));
        door.cases(bars.name(p), messages.get("kpi.place-count", p.count()), p.cases(), p.count());
    }
}
