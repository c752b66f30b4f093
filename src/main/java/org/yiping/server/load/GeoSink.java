package org.yiping.server.load;

import java.util.List;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Feature;

/// Where imported places go: the server's storage. Called by one thread; each call is one transaction.
public interface GeoSink {
    /// Replaces the layer as a whole.
    void layer(String name, List<Feature> features, String attribution, String datum);

    /// Adds or replaces by id.
    void components(List<Component> components);

    /// Classes the catalogue did not have; they form a new version.
    void classes(String version, List<CaseClass> added);
}
