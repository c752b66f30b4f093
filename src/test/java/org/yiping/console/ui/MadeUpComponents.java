package org.yiping.console.ui;

import org.yiping.city.CityFolder;
import org.yiping.console.map.PointLayer;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.component.ComponentTableBuilder;
import org.yiping.domain.geo.CityPlane;

/// The components of a city's folder as a console keeps them. Stateless.
final class MadeUpComponents {
    private MadeUpComponents() {}

    static ComponentTable of(CityFolder folder) {
        ComponentTableBuilder rows = new ComponentTableBuilder(
                CityPlane.around(folder.settings().box().centre()));
        folder.components().forEach(rows::add);
        return rows.build(1, PointLayer::order);
    }
}
