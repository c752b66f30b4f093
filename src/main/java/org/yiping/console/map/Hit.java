package org.yiping.console.map;

/// What lies under the pointer (拾取). Immutable; any thread.
public sealed interface Hit {
    String layer();

    record Feature(String layer, String id) implements Hit {}

    /// A counted group in a far view; zooming to `around` resolves it.
    record Group(String layer, int count, CityBox around) implements Hit {}
}
