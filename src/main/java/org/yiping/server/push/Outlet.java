package org.yiping.server.push;

/// The way to one client. `send` blocks while the client does not read; interrupting the thread that sends breaks the
/// connection. Failing means the client is gone.
public interface Outlet {
    void send(String frame);

    /// Closes in good order, after a bye.
    void close(String reason);

    /// Breaks the connection at once, so that the client notices and comes again.
    void cut();
}
