package org.yiping.domain.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;

/// A roll-call by lot (点名抽查): who was on duty, and how many of them are to answer with their position until
/// when.
///
/// The row holds no draw: the seed is the hash of the very journal entry that holds it, which nobody can
/// know, choose or try before it is written. Who is drawn follows from both, now and years later. Immutable;
/// any thread.
public record RollCall(
        RollCallId id,
        Actor by,
        Instant at,
        Instant deadline,
        @Nullable AreaCode area,
        String rules,
        int size,
        List<Present> present) {
    /// What the draw is done by, for whoever does it again.
    public static final String METHOD = "sha256-of-entry-hash-and-person-smallest-first/1";

    public RollCall {
        present = List.copyOf(present);
    }

    /// Somebody on duty: by what that is known (roster, sign, track), and when they were last heard of.
    public record Present(
            PersonId person, String basis, @Nullable Instant heard) {}

    /// Somebody's first word; `at` is the platform's time, by which it is late or not. `told` is the
    /// device's.
    public record Answer(
            RollCallId call,
            PersonId person,
            Instant at,
            @Nullable Instant told,
            @Nullable Position position,
            String note) {}

    /// What became of somebody's being called. Before the deadline who has not answered is waited for; after
    /// it, who had not been heard of for long when the call went out may never have got it, which is unknown
    /// and no failure.
    public enum Outcome {
        WAITING,
        IN_TIME,
        LATE,
        SILENT,
        UNKNOWN
    }

    /// Those with the smallest SHA-256 of the entry's hash and their id, in that order.
    public List<Present> drawn(String entryHash) {
        record Ticket(Present present, String number) {}
        return present.stream()
                .map(p -> new Ticket(p, sha(entryHash + " " + p.person().value())))
                .sorted(Comparator.comparing(Ticket::number))
                .limit(size)
                .map(Ticket::present)
                .toList();
    }

    public Outcome outcome(Present of, @Nullable Answer answer, StaffRules.Call limits, Instant now) {
        if (answer != null) {
            return answer.at().isAfter(deadline) ? Outcome.LATE : Outcome.IN_TIME;
        }
        if (!now.isAfter(deadline)) {
            return Outcome.WAITING;
        }
        Instant heard = of.heard();
        boolean reached = heard != null && !heard.isBefore(at.minusSeconds(60L * limits.reachedMinutes()));
        return reached ? Outcome.SILENT : Outcome.UNKNOWN;
    }

    private static String sha(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
