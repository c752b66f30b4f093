package org.yiping.domain.kpi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.Actor;

/// A blind re-check (盲检复核): a sample of the cases a counter counted, drawn so that anybody can draw it again. `row` is
/// the place of a case in the journal's order of first entries; drawn are those with the smallest SHA-256 of seed and
/// row. The seed is made of the journal's hash at the revision that was counted and the sample's own id: nobody knew
/// it before, and each draw is in the journal. `simulated` where no person drew and judges it. Immutable; any thread.
public record Recheck(
        RecheckId id,
        String counter,
        Span span,
        FigureScope scope,
        long population,
        long revision,
        String seed,
        Actor by,
        Instant at,
        List<CaseId> cases,
        @Nullable Boolean simulated) {
    public static final int LARGEST = 500;

    public Recheck {
        cases = List.copyOf(cases);
    }

    /// Whether it was drawn by a simulated hand; no `is…`, which would go onto the wire as a field of its own.
    public boolean playedOut() {
        return Boolean.TRUE.equals(simulated);
    }

    /// Whether what was reported as done was found so on the spot: holds, broken, or unclear (counts for neither). For
    /// the case at `place` in the sample; the last word holds.
    public record Verdict(
            RecheckId recheck, int place, CaseId caseId, String verdict, String note, Actor by, Instant at) {
        public static final List<String> ALL = List.of("holds", "broken", "unclear");
    }

    public static String seed(String journal, RecheckId id) {
        return sha256(journal + " " + id.value());
    }

    /// The places in `rows` that are drawn, in the order of the draw.
    public static List<Integer> draw(List<Integer> rows, String seed, int size) {
        record Ticket(int place, String number) {}
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Ticket(i, sha256(seed + " " + rows.get(i))))
                .sorted(Comparator.comparing(Ticket::number))
                .limit(size)
                .map(Ticket::place)
                .toList();
    }

    /// The SHA-256 of a text in UTF-8, as 64 digits.
    public static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
