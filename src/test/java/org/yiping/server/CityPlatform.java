package org.yiping.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/// A real server of any city folder, for clients' tests. Its accounts are in `data/accounts.csv`.
public final class CityPlatform implements AutoCloseable {
    private final Server server;

    private CityPlatform(Server server) {
        this.server = server;
    }

    /// Port 0 takes any free one.
    public static CityPlatform start(Path data, Path city, int port) throws IOException {
        return start(data, city, port, Clock.systemUTC());
    }

    public static CityPlatform start(Path data, Path city, int port, Clock clock) throws IOException {
        Options options = new Options(data, port, city, "http://127.0.0.1:9", null, null);
        return new CityPlatform(Server.start(options, clock, _ -> {}));
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
