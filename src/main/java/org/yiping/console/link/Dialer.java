package org.yiping.console.link;

import java.util.concurrent.CompletionStage;

/// Opens a stream of frames. A port, so that the line's timing can be tested without a network.
interface Dialer {
    CompletionStage<Answer<Wire>> dial(long after, Listener listener);

    /// An open stream; nothing comes that was not asked for.
    interface Wire {
        void ask(int frames);

        void ping();

        void abort();
    }

    /// Called one after another, on any thread.
    interface Listener {
        void text(String frame);

        void pong();

        void closed(String reason);
    }
}
