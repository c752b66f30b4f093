package org.yiping.simulator.client;

import java.net.http.WebSocket;
import org.yiping.protocol.Push;
import org.yiping.simulator.play.Deed;

/// What the simulator's one deciding thread is told by the others. Immutable; any thread.
public sealed interface News {
    /// A frame of the stream that was opened as number `stream`.
    record Frame(int stream, Push push) implements News {}

    /// The stream is open; whoever hears this closes it.
    record Opened(int stream, WebSocket socket) implements News {}

    /// The stream ended or could not be opened.
    record Lost(int stream, String reason) implements News {}

    record Done(Deed deed, Deed.Result result) implements News {}

    record Stop() implements News {}
}
