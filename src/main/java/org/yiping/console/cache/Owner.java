package org.yiping.console.cache;

import java.net.URI;
import java.util.Locale;

/// Whose cache it is: rows were masked for this user in this post by this platform, and commands are theirs alone.
/// Immutable; any thread.
///
/// The platform is known by the name it gave itself at this address. Before the first sign-in there, and where a
/// platform has no name, the address stands for it.
public record Owner(URI server, String user, String post) {
    /// Host and port however they were typed: the same for a trailing slash, capitals and a default port.
    String address() {
        int port = server.getPort() >= 0 ? server.getPort() : "https".equals(server.getScheme()) ? 443 : 80;
        return server.getScheme() + "://" + server.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    String key(String platform) {
        return platform + " " + user + " " + post;
    }
}
