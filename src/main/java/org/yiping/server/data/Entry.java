package org.yiping.server.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.Actor;

/// One entry of the journal. `before` is the scope of the entry before of the same row, absent for a new row: it tells
/// whose sight the row has left. Immutable; any thread.
public record Entry(
        long revision,
        Instant at,
        Origin origin,
        Change change,
        Links links,
        @Nullable Scope before) {

    /// `previous`: revision of the entry before of the same row. `trail`: of the one before in the same case's history.
    /// 0 means none. `hash` chains the journal.
    @SuppressWarnings("ArrayRecordComponent") // thirty-two bytes, written once, compared by the verifier alone
    public record Links(long previous, long trail, byte[] hash) {}

    /// SHA-256 over the hash before and every stored field, each with its length, so that no two entries read alike.
    static byte[] hash(byte[] before, long revision, Instant at, Origin origin, Change change, long previous) {
        MessageDigest sha = sha256();
        sha.update(before);
        ByteBuffer numbers = ByteBuffer.allocate(24);
        numbers.putLong(revision).putLong(at.toEpochMilli()).putLong(previous);
        sha.update(numbers.array());
        Actor actor = origin.actor();
        add(sha, actor == null ? null : actor.person().value());
        add(sha, actor == null ? null : actor.post().value());
        add(sha, actor == null ? null : actor.seat().value());
        add(sha, origin.commandId());
        add(sha, origin.reason());
        add(sha, origin.catalogueVersion());
        add(sha, change.kind());
        add(sha, change.id());
        add(sha, change.content());
        add(sha, change.scope().area());
        add(sha, change.scope().department());
        return sha.digest();
    }

    private static void add(MessageDigest sha, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        sha.update(
                ByteBuffer.allocate(4).putInt(text == null ? -1 : bytes.length).array());
        sha.update(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
