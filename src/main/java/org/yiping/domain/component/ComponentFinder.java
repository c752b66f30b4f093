package org.yiping.domain.component;

import java.util.Optional;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;

/// Finds managed components by id or place. Implementations answer from memory; any thread.
public interface ComponentFinder {
    Optional<Component> component(ComponentId id);

    /// The nearest of a class within reach.
    Optional<Component> nearest(ClassCode classCode, Position place, int metres);
}
