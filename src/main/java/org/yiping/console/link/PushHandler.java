package org.yiping.console.link;

import java.util.concurrent.CompletionStage;
import org.yiping.protocol.Push;

/// Who takes the frames. Calls come one after another, on the link's threads; they must not block.
public interface PushHandler {
    /// The revision to stream after, once everything taken so far is applied; it may fetch a snapshot
    /// first.
    CompletionStage<Answer<Long>> resume();

    /// Completes when the frame is applied: only then is another asked for.
    CompletionStage<Verdict> frame(Push frame);
}
