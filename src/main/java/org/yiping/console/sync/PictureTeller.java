package org.yiping.console.sync;

import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.link.Answer;
import org.yiping.console.link.Link;
import org.yiping.console.store.OwnNode;
import org.yiping.domain.wall.WallPicture;

/// Sends the platform the pictures of this computer's windows that wait, one at a time. Confined to the thread that
/// tells of the computer. What was not reached is not sent again: the next picture is a newer one.
final class PictureTeller {
    private static final Logger LOG = LoggerFactory.getLogger(PictureTeller.class);
    private static final int FORBIDDEN = 403;

    private final Link link;
    private final OwnNode own;
    private boolean sending;

    PictureTeller(Link link, OwnNode own) {
        this.link = link;
        this.own = own;
    }

    /// Sends what waits, unless something is under way.
    void send(Executor telling) {
        WallPicture.Shot shot = sending ? null : own.shot().orElse(null);
        if (shot == null) {
            return;
        }
        sending = true;
        var _ = link.walls()
                .put(own.place().wall(), own.place().node(), shot)
                .thenAccept(answer -> telling.execute(() -> answered(answer, telling)));
    }

    private void answered(Answer<byte[]> answer, Executor telling) {
        sending = false;
        switch (answer) {
            case Answer.Ok<byte[]> _ -> send(telling);
            case Answer.Refused<byte[]>(var problem) -> {
                LOG.info("the platform takes no picture of the wall: {}", problem.code());
                if (problem.status() == FORBIDDEN) {
                    own.refused(true);
                }
            }
            case Answer.Unreachable<byte[]> _ -> {} // the link says so
        }
    }
}
