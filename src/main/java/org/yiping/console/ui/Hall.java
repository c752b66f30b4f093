package org.yiping.console.ui;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.yiping.console.fx.Background;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notices;
import org.yiping.console.fx.PaintProbe;
import org.yiping.console.fx.Themes;
import org.yiping.console.fx.Ticker;

/// What every window of one program shares: its thread, its second, its words, its dress, its notices, its workers.
/// See each for its thread rule. `sorter` is one thread beside the JavaFX thread, for what is sorted and searched as
/// the operator types: it never waits behind other work.
public record Hall(
        Fx fx,
        Ticker ticker,
        Messages messages,
        Themes themes,
        Notices notices,
        Background background,
        InstantSource own,
        PaintProbe paint,
        Executor sorter) {
    /// A feed whose sink draws on the FX thread what it is told.
    public <K> Feed<K> feed(Consumer<Set<K>> sink) {
        return new Feed<>(fx, paint.debt(), sink);
    }

    /// A feed whose sink has it worked out by `sorter` and says when that is drawn; see `Feed`.
    public <K> Feed<K> feedBeside(BiConsumer<Set<K>, Runnable> sink) {
        return Feed.beside(fx, paint.debt(), sink);
    }

    /// This machine's own time, to say how far it is off.
    public Instant ownTime() {
        return own.instant();
    }

    /// The platform's time of this second: every countdown on screen is computed with it.
    public Instant now() {
        return ticker.now().get();
    }
}
