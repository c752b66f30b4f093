package org.yiping.console.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A fact with what is known of its age. A dead link ages it visibly; unknown is never zero. Immutable;
/// any thread.
public sealed interface Value<V> {
    /// As the platform says now; `asOf` is when it was last heard of, by this console's clock.
    record Live<V>(V value, Instant asOf) implements Value<V> {}

    /// As the platform said at `asOf`; the link has been down, or the source late, since.
    record Stale<V>(V value, Instant asOf) implements Value<V> {}

    /// Never heard of.
    record Unknown<V>() implements Value<V> {}

    default Optional<V> known() {
        return switch (this) {
            case Live<V>(V value, Instant _) -> Optional.of(value);
            case Stale<V>(V value, Instant _) -> Optional.of(value);
            case Unknown<V>() -> Optional.empty();
        };
    }

    /// The same fact as it looks through this.
    default Value<V> through(UnaryOperator<V> glass) {
        return switch (this) {
            case Live<V>(V value, Instant asOf) -> new Live<>(glass.apply(value), asOf);
            case Stale<V>(V value, Instant asOf) -> new Stale<>(glass.apply(value), asOf);
            case Unknown<V> unknown -> unknown;
        };
    }

    static <V> Value<V> of(V value, Freshness freshness) {
        return freshness.live() ? new Live<>(value, freshness.asOf()) : new Stale<>(value, freshness.asOf());
    }
}
