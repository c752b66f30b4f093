package org.yiping.console.link;

import java.util.concurrent.CompletableFuture;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.WallPicture;
import org.yiping.domain.wall.WallPictures;
import org.yiping.protocol.Json;

/// The wall in small: what its computers send and desks ask for. Any thread.
public final class WallCalls {
    private static final String WALLS = "/api/v1/walls/";

    private final Calls calls;

    WallCalls(Calls calls) {
        this.calls = calls;
    }

    /// Gives the platform a picture of one window.
    public CompletableFuture<Answer<byte[]>> put(String wall, NodeId node, WallPicture.Shot shot) {
        byte[] body = Json.mapper().writeValueAsBytes(shot);
        return calls.bytes(
                Call.put(WALLS + Link.encode(wall) + "/nodes/" + Link.encode(node.value()) + "/picture", body));
    }

    /// Every window, with the pictures that are newer than a revision.
    public CompletableFuture<Answer<WallPictures>> pictures(String wall, long since) {
        return calls.json(Call.get(WALLS + Link.encode(wall) + "/pictures?since=" + since), WallPictures.class);
    }
}
