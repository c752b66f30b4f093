package org.yiping.console.ui;

import java.util.Map;
import java.util.function.Supplier;

/// Name to panel: the only way one feature comes to show another (a map inset in a case, any panel on the wall).
/// Immutable; the suppliers run on the FX thread.
///
/// A name asks for a new panel each time, because a node has one parent: who opens a panel shows and hides it.
public record PanelCatalogue(Map<String, Supplier<Panel>> suppliers) {
    public PanelCatalogue {
        suppliers = Map.copyOf(suppliers);
    }

    public boolean has(String name) {
        return suppliers.containsKey(name);
    }

    /// A panel nobody filled is a mistake of wiring, not of the operator.
    public Panel open(String name) {
        Supplier<Panel> supplier = suppliers.get(name);
        if (supplier == null) {
            throw new IllegalArgumentException("no panel of this name: " + name);
        }
        return supplier.get();
    }
}
