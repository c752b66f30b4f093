package org.yiping.server.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.yiping.domain.kpi.Span;

/// What a day was judged from, piece by piece, and in the end as a short text that differs when any of it does. Each
/// piece says where it ends, so that none runs into the next. One thread; after `end` it begins anew.
final class MadeOf {
    /// 128 bits: nobody looks for two that are alike.
    private static final int BYTES = 16;

    private final StringBuilder text = new StringBuilder();
    private final MessageDigest digest;

    MadeOf() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    MadeOf add(long number) {
        text.append(number).append(' ');
        return this;
    }

    MadeOf add(String words) {
        add(words.length());
        text.append(words);
        return this;
    }

    MadeOf add(Instant at) {
        return add(at.getEpochSecond()).add(at.getNano());
    }

    MadeOf add(Span span) {
        return add(span.from()).add(span.until());
    }

    MadeOf add(List<Span> spans) {
        add(spans.size());
        spans.forEach(this::add);
        return this;
    }

    String end() {
        byte[] hash = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }
}
