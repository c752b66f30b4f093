package org.yiping.server.push;

/// The way to one client. `send` may block while the client does not read; `cut` ends that. Any thread may cut.
public interface Outlet {
    void send(String frame);

    /// Closes in good order, after a bye.
    void close(String reason);

    /// Breaks the connection under a blocked `send`.
    void cut();
}
