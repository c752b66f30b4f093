package org.yiping.server.http;

import java.util.List;
import org.yiping.city.CitySettings;
import org.yiping.domain.geo.Layer;
import org.yiping.protocol.City;
import org.yiping.server.access.Access;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Reach;
import org.yiping.server.load.LayerText;

/// The city, its map layers and its components.
final class CityRoutes {
    /// The components lie among the layers under this name and are not listed as one.
    static final String COMPONENTS = "components";

    private final Rulebook book;
    private final LayerTable layers;
    private final Ledger ledger;
    private final Access access;

    CityRoutes(Rulebook book, LayerTable layers, Ledger ledger, Access access) {
        this.book = book;
        this.layers = layers;
        this.ledger = ledger;
        this.access = access;
    }

    void open(Door door) {
        door.get("/api/v1/city", call -> Reply.json(city()));
        door.get("/api/v1/layers", call -> Pages.of(listed(), ledger.revision(), null));
        door.get("/api/v1/layers/{name}", call -> rows(call, call.path("name")));
        door.get("/api/v1/components", call -> rows(call, COMPONENTS));
    }

    private City city() {
        CitySettings s = book.settings();
        return new City(
                s.name(),
                s.code(),
                s.zone(),
                s.simulated(),
                s.notice(),
                s.noticeInEnglish(),
                s.box(),
                listed(),
                s.promises(),
                new City.Rules(
                        book.catalogue().version(),
                        s.calendar().version(),
                        book.catalogue().classes(),
                        book.workflow().version(),
                        book.workflow().states(),
                        book.workflow().transitions()));
    }

    private List<Layer> listed() {
        return layers.all().stream().filter(l -> !l.name().equals(COMPONENTS)).toList();
    }

    /// The ground is the same for everybody and goes out as it lies in the storage; components are kept to the areas
    /// of who asks, by whichever name they are asked for.
    private Reply rows(Call call, String name) {
        String kind = name.equals(COMPONENTS) ? "component" : "layer";
        if (!access.mayReceive(kind, call.who().post())) {
            throw Fault.of("AUT-4030");
        }
        Layer layer = layers.find(name).orElseThrow(() -> Fault.of("RES-4040"));
        Reach reach = access.reach(kind, call.who());
        return reach.equals(Reach.CITY)
                ? new Reply.Stream("\"" + layer.revision() + "\"", true, out -> layers.copy(name, out))
                : new Reply.Stream(
                        Pages.tag(layer.revision(), call.who()),
                        false,
                        out -> LayerText.part(layers, name, reach, out));
    }
}
