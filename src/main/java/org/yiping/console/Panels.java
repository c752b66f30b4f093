package org.yiping.console;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.cases.CasesPanel;
import org.yiping.console.ui.dispatch.DispatchPanel;
import org.yiping.console.ui.map.CityMap;

/// Fills the catalogue of panels of one session: the list of what the console can show. FX thread.
public final class Panels {
    private Panels() {}

    public static PanelCatalogue of(Desk desk, Hall hall, CityMap map) {
        Map<String, Supplier<Panel>> all = new HashMap<>();
        PanelCatalogue[] self = new PanelCatalogue[1];
        all.put("cases", () -> new CasesPanel(desk, hall));
        all.put("dispatch", () -> new DispatchPanel(desk, hall, self[0]));
        all.put("map", map::window);
        all.put("map-inset", map::inset);
        all.put("map-ground", map::ground);
        self[0] = new PanelCatalogue(all);
        return self[0];
    }
}
