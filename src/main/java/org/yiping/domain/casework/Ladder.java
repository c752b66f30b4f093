package org.yiping.domain.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// By which channels a dispatch is brought to a department, one after another, and how long each may take (送达阶梯):
/// the city's data. Immutable; any thread.
public record Ladder(String version, List<Rung> rungs) {
    /// A city that has written none.
    public static final Ladder NONE = new Ladder("none", List.of());

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /// One channel with a limit for each step, counted from when the channel was begun; absent where the step is not
    /// waited for.
    public record Rung(
            String channel,
            @Nullable Duration sent,
            @Nullable Duration delivered,
            @Nullable Duration opened,
            @Nullable Duration accepted) {}

    /// What time alone makes of a receipt: its first channel, or a miss and the next channel. Empty where nothing is
    /// due. Called until it is empty, so that a server that was away catches up.
    public Optional<Receipt> climb(Receipt receipt, Instant now) {
        if (!receipt.waiting()) {
            return Optional.empty();
        }
        Receipt.Attempt current = receipt.current();
        if (current == null) {
            return rungs.isEmpty() ? Optional.empty() : Optional.of(begin(receipt, 0, now));
        }
        String missed = current.missed() == null ? missed(receipt, current, now) : null;
        if (missed == null) {
            return Optional.empty();
        }
        Receipt late = receipt.with(current.channel(), a -> a.missed(missed));
        int next = receipt.attempts().size();
        return Optional.of(next < rungs.size() ? begin(late, next, now) : late);
    }

    private Receipt begin(Receipt receipt, int rung, Instant now) {
        Rung r = rungs.get(rung);
        return receipt.and(new Receipt.Attempt(
                r.channel(), now, Receipt.Status.QUEUED, Receipt.Due.from(now, r), null, null, null, null));
    }

    /// The first step that was not reached in time, or at all.
    private static @Nullable String missed(Receipt receipt, Receipt.Attempt a, Instant now) {
        if (receipt.openedAt() != null) { // they have it, by whichever channel: only their word is missing
            return late(a.due().accepted(), receipt.acceptedAt(), now) ? "accepted" : null;
        }
        if (a.status() == Receipt.Status.FAILED) {
            return a.sentAt() == null ? "sent" : "delivered";
        }
        if (late(a.due().sent(), a.sentAt(), now)) {
            return "sent";
        }
        if (late(a.due().delivered(), a.deliveredAt(), now)) {
            return "delivered";
        }
        if (late(a.due().opened(), null, now)) {
            return "opened";
        }
        return late(a.due().accepted(), receipt.acceptedAt(), now) ? "accepted" : null;
    }

    private static boolean late(@Nullable Instant due, @Nullable Instant reached, Instant now) {
        return due != null && reached == null && now.isAfter(due);
    }

    /// What is wrong with a city's file, in words; absent where it is sound.
    public Optional<String> fault() {
        if (rungs.stream().map(Rung::channel).distinct().count() < rungs.size()) {
            return Optional.of("a channel twice");
        }
        return rungs.stream()
                .filter(r -> r.channel().isBlank()
                        || java.util.stream.Stream.of(r.sent(), r.delivered(), r.opened(), r.accepted())
                                .anyMatch(d -> d != null && (d.isNegative() || d.isZero())))
                .findFirst()
                .map(r -> "channel " + r.channel() + ": limits are positive");
    }
}
