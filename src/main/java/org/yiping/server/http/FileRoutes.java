package org.yiping.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/// Photos, sounds and films: uploaded in one piece or several, resumed where they broke off, fetched by their hash.
final class FileRoutes {
    /// No request is larger; larger files come in pieces.
    static final int LARGEST_PIECE = 20 << 20;

    private static final Pattern TYPE = Pattern.compile("image/(jpeg|png)|(audio|video)/[a-z0-9.+-]{1,40}");

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
        door.get("/api/v1/files/{id}/offset", this::offset);
    }

    private Reply take(Call call) {
        String type = call.header("Content-Type").orElse("");
        if (!TYPE.matcher(type).matches()) {
            throw Fault.of("BOD-4150");
        }
        String sha = sha(call.header("X-Content-SHA256").orElse(""), "/X-Content-SHA256");
        try {
            return keep(call, sha, type);
        } catch (IOException e) { // the content is here, so it is our disk, not the caller's line
            LOG.error("{}: a file cannot be kept", call.traceId(), e);
            throw Fault.of("STO-5070").retryAfter(5);
        }
    }

    private static String sha(String text, String pointer) {
        String sha = text.toLowerCase(java.util.Locale.ROOT);
        if (!SHA.matcher(sha).matches()) {
            throw Fault.at("FIL-4000", pointer, "missing");
        }
        return sha;
    }

    /// Where an upload goes on that was cut: nothing of another's is told by it but how much of it is here.
    private Reply offset(Call call) throws IOException {
        String sha = sha(call.path("id"), "/id");
        return Reply.json(Map.of("received", files.received(sha)));
    }

    private Reply keep(Call call, String sha, String type) throws IOException {
        Matcher range = RANGE.matcher(call.header("Content-Range").orElse(""));
        FileStore.Taken taken;
        if (range.matches()) {
            long from = Long.parseLong(range.group(1));
            long total = Long.parseLong(range.group(3));
            long length = Long.parseLong(range.group(2)) - from + 1;
            if (length < 1 || from + length > total || !call.announces(length)) {
                throw Fault.at("FIL-4160", "/Content-Range", "range");
            }
            taken = call.piece(LARGEST_PIECE, in -> files.takePiece(sha, in, from, total));
        } else {
            taken = files.take(sha, call.bytes(LARGEST_PIECE));
        }
        boolean other = taken instanceof FileStore.Taken.Kept(FileTable.Picture p)
                && !p.mediaType().substring(0, 5).equals(type.substring(0, 5));
        if (other) {
            throw Fault.of("FIL-4150");
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
        Path path = files.path(picture.id());
        return picture.mediaType().startsWith("image/")
                ? new Reply.Body(200, picture.mediaType(), Files.readAllBytes(path), "\"" + picture.id() + "\"")
                : new Reply.Download(picture.mediaType(), out -> Files.copy(path, out));
    }
}
