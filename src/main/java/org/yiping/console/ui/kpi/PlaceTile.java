package org.yiping.console.ui.kpi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Boards.Kept;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.BarList;
import org.yiping.console.ui.control.BarList.Bar;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.kpi.HotPlaces.HotPlace;

/// Where cases gather (热点与反复点位), held against how long patrols were there where that is known. A row opens its
/// cases and picks the place, so that every map shows it. FX thread.
final class PlaceTile {
    private final Desk desk;
    private final Words words;
    private final Messages messages;
    private final Door door;
    private final Tile tile;
    private final BarList list;
    private List<HotPlace> shown = List.of();

    PlaceTile(Desk desk, Words words, Messages messages, Door door) {
        this.desk = desk;
        this.words = words;
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
            list.show(bars(places));
            tile.show(list, places.at());
        }
        long days = Math.max(
                1, Duration.between(places.span().from(), places.span().until()).toDays());
        tile.foot(messages.get(
                "kpi.place",
                messages.get("kpi.places-rule", places.metres(), days),
                places.patrolled() ? messages.get("kpi.effort-known") : messages.get("kpi.effort-unknown")));
    }

    private List<Bar> bars(HotPlaces places) {
        int most = shown.getFirst().count();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            HotPlace p = shown.get(i);
            bars.add(new Bar(
                    "figures/place-" + i,
                    name(p),
                    (double) p.count() / most,
                    messages.get("kpi.place-count", p.count()),
                    places.patrolled() ? rate(p) : "",
                    false));
        }
        return bars;
    }

    /// What gathers there, and where: the street of its newest case this console holds.
    private String name(HotPlace p) {
        ClassCode kind = p.classCode();
        String what = kind == null ? messages.get("kpi.cluster") : words.classes(kind.value());
        return p.cases().stream()
                .flatMap(id -> desk.stores().cases().find(id).stream())
                .findFirst()
                .map(c -> messages.get("kpi.place", what, words.place(c)))
                .orElse(what);
    }

    private String rate(HotPlace p) {
        Double rate = p.perHour();
        return rate == null
                ? messages.get("kpi.place-unpatrolled")
                : messages.get("kpi.place-rate", Numbers.decimal(rate, 1));
    }

    private void open(Bar bar) {
        HotPlace p = shown.get(Integer.parseInt(bar.id().substring("figures/place-".length())));
        desk.selection().pick(new Selection.Picked.OfPoint(p.position()));
        door.cases(name(p), messages.get("kpi.place-count", p.count()), p.cases(), p.count());
    }
}
