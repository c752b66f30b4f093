package org.yiping.console.cache;

import java.net.URI;

/// Whose cache it is: rows were masked for this user in this post by this platform, and commands are
/// theirs alone. Immutable; any thread.
public record Owner(URI server, String user, String post) {
    String key() {
        return server + " " + user + " " + post;
    }
}
