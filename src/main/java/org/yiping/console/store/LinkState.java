package org.yiping.console.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the link to the platform is, as the status bar shows it. Instants by this console's clock.
/// Immutable; any thread.
public sealed interface LinkState {
    /// Frames come in time. `roundTripMillis` is the last measured, -1 before the first.
    record Live(long roundTripMillis, Instant since) implements LinkState {}

    /// Connected, but nothing has come for longer than the platform promised.
    record Late(Instant lastHeard) implements LinkState {}

    /// Not connected. `nextTry` is absent while trying. `reason` is an open code: starting, unreachable,
    /// timeout, cut, silent, garbled, gap (a change is missing), refused (the platform does not let this user in),
    /// closed.
    record Lost(Instant since, @Nullable Instant nextTry, String reason) implements LinkState {}
}
