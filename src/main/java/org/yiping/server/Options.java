package org.yiping.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a server is started. Without `keystore` it binds loopback alone and speaks plain HTTP. Port 0
/// takes any free one. `storage` is a JDBC address; absent means an H2 file in `data`. `replay`:
/// commands bring the time they were given at, and nothing acts by itself; for doing a past again,
/// never for a working hall. `open311` holds the keys of apps and opens the Open311 face, `cti` those
/// of the hotline's switches; `video` lists video sources. Immutable; any thread.
record Options(
        Path data,
        int port,
        @Nullable Path city,
        String cameras,
        @Nullable String storage,
        @Nullable Tls tls,
        @Nullable Path gateway,
        boolean replay,
        @Nullable Path open311,
        @Nullable Path cti,
        @Nullable Path video) {
    Options(Path data, int port, @Nullable Path city, String cameras, @Nullable String storage, @Nullable Tls tls) {
        this(data, port, city, cameras, storage, tls, null, false, null, null, null);
    }

    /// The same with the Open311 face open.
    Options withOpen311(@Nullable Path keys) {
        return new Options(data, port, city, cameras, storage, tls, gateway, replay, keys, cti, video);
    }

    /// The same with a hotline's switch.
    Options withCti(@Nullable Path keys) {
        return new Options(data, port, city, cameras, storage, tls, gateway, replay, open311, keys, video);
    }

    /// The same with the city's video sources.
    Options withVideo(@Nullable Path sources) {
        return new Options(data, port, city, cameras, storage, tls, gateway, replay, open311, cti, sources);
    }

    record Tls(Path keystore, Path passwordFile) {}

    /// The room on the disk of the data.
    long freeBytes() {
        try {
            return Files.getFileStore(data).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE; // not known: the storage itself will say
        }
    }
}
