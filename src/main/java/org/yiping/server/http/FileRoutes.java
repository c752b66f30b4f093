package org.yiping.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.FileStore;
import org.yiping.server.data.FileTable;

/// Photos: uploaded in one piece or several, fetched by their hash.
final class FileRoutes {
    /// No photo is larger.
    static final int LARGEST_FILE = 20 << 20;

    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,9})-(\\d{1,9})/(\\d{1,9})");
    private static final Logger LOG = LoggerFactory.getLogger(FileRoutes.class);
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{64}");

    private final FileStore files;
    private final Access access;
    private final InstantSource clock;

    FileRoutes(FileStore files, Access access, InstantSource clock) {
        this.files = files;
        this.access = access;
        this.clock = clock;
    }

    void open(Door door) {
        door.post("/api/v1/files", this::take);
        door.get("/api/v1/files/{id}", this::give);
    }

    private Reply take(Call call) {
        byte[] content = call.bytes(LARGEST_FILE);
        String type = call.header("Content-Type").orElse("");
        if (!type.equals("image/jpeg") && !type.equals("image/png")) {
            throw Fault.of("BOD-4150");
        }
        String sha = call.header("X-Content-SHA256")
                .map(String::toLowerCase)
                .filter(h -> SHA.matcher(h).matches())
                .orElseThrow(() -> Fault.at("FIL-4000", "/X-Content-SHA256", "missing"));
        try {
            return keep(call, sha, content);
        } catch (IOException e) { // the content is here, so it is our disk, not the caller's line
            LOG.error("{}: a file cannot be kept", call.traceId(), e);
            throw Fault.of("STO-5070").retryAfter(5);
        }
    }

    private Reply keep(Call call, String sha, byte[] content) throws IOException {
        Matcher range = RANGE.matcher(call.header("Content-Range").orElse(""));
        FileStore.Taken taken;
        if (range.matches()) {
            long from = Long.parseLong(range.group(1));
            long total = Long.parseLong(range.group(3));
            if (total > LARGEST_FILE) {
                throw Fault.of("BOD-4130");
            }
            if (Long.parseLong(range.group(2)) - from + 1 != content.length) {
                throw Fault.at("FIL-4160", "/Content-Range", "range");
            }
            taken = files.takePiece(sha, content, from, total);
        } else {
            taken = files.take(sha, content);
        }
        return switch (taken) {
            case FileStore.Taken.Kept k -> {
                files.register(k.picture(), call.who().actor().person().value(), clock.instant());
                yield Reply.json(Map.of("fileId", k.picture().id()));
            }
            case FileStore.Taken.More m ->
                new Reply.Body(
                        202,
                        "application/json",
                        ("{\"received\":" + m.received() + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        null);
            case FileStore.Taken.Bad b ->
                throw Fault.of(
                        switch (b.code()) {
                            case "hash" -> "FIL-4001";
                            case "range" -> "FIL-4160";
                            default -> "FIL-4150";
                        });
        };
    }

    private Reply give(Call call) throws IOException {
        Principal who = call.who();
        FileTable.Picture picture = files.find(call.path("id"))
                .filter(p -> files.isSeen(p.id(), who.actor().person().value(), access.reach(Kinds.CASE, who)))
                .orElseThrow(() -> Fault.of("RES-4040"));
        return new Reply.Body(
                200, picture.mediaType(), Files.readAllBytes(files.path(picture.id())), "\"" + picture.id() + "\"");
    }
}
