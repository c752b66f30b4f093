package org.yiping.console.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.control.BarList.Bar;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.kpi.HotPlaces.HotPlace;

/// Where cases gather, as bars on a desk or a wall: the most first, held against how long patrols were there where that
/// is known. FX thread.
public final class PlaceBars {
    private final Desk desk;
    private final Words words;
    private final Messages messages;

    public PlaceBars(Desk desk, Words words, Messages messages) {
        this.desk = desk;
        this.words = words;
        this.messages = messages;
    }

    /// Called `figures/place-0` and so on, in the order of the places.
    public List<Bar> of(HotPlaces places) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < places.items().size(); i++) {
            HotPlace p = places.items().get(i);
            bars.add(new Bar(
                    "figures/place-" + i,
                    name(p),
                    (double) p.count() / places.items().getFirst().count(),
                    messages.get("kpi.place-count", p.count()),
                    places.patrolled() ? rate(p) : "",
                    false));
        }
        return bars;
    }

    /// What gathers there, and where: the street of its newest case this console holds.
    public String name(HotPlace p) {
        ClassCode kind = p.classCode();
        String what = kind == null ? messages.get("kpi.cluster") : words.classes(kind.value());
        return p.cases().stream()
                .flatMap(id -> desk.stores().cases().find(id).stream())
                .findFirst()
                .map(c -> messages.get("kpi.place", what, words.place(c)))
                .orElse(what);
    }

    /// By which rule they were found, and whether the patrols' effort is known.
    public String note(HotPlaces places) {
        long days = Math.max(
                1, Duration.between(places.span().from(), places.span().until()).toDays());
        return messages.get(
                "kpi.place",
                messages.get("kpi.places-rule", places.metres(), days),
                places.patrolled() ? messages.get("kpi.effort-known") : messages.get("kpi.effort-unknown"));
    }

    private String rate(HotPlace p) {
        Double rate = p.perHour();
        return rate == null
                ? messages.get("kpi.place-unpatrolled")
                : messages.get("kpi.place-rate", Numbers.decimal(rate, 1));
    }
}
