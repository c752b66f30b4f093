package org.yiping.console.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Measures how long a commit takes to the screen (提交到上屏), all day, for everything visible. Any thread.
///
/// A view that is told of a change owes the screen until it has drawn what it was told: its `Debt`. When a batch has
/// arrived in the stores, its commits are painted once every debt of that moment is paid and the frame after that has
/// been painted. Nobody has to know which view shows what; a hidden view has closed its debt and does not count.
public final class PaintProbe {
    private final InstantSource clock;
    private final Frames frames;
    private final List<Account> open = new ArrayList<>();
    private final Deque<Arrival> owed = new ArrayDeque<>();
    private List<Arrival> drawn = new ArrayList<>();
    private final Latencies latencies = new Latencies();
    private final RefreshWatch refreshes = new RefreshWatch();
    private boolean framing;
    private boolean touched;
    private long painted;

    /// Changes that were committed together or shortly after each other, with the instant of the oldest.
    public record Commits(Instant oldest, long changes) {}

    /// Everything up to `revision` is on the screens.
    public record Report(long revision, Latencies.Summary latencies) {}

    /// What one visible view still owes the screen. Any thread.
    public interface Debt {
        /// For what shows nothing of the journal.
        Debt NONE = new Debt() {
            @Override
            public long owe() {
                return 0;
            }

            @Override
            public long owed() {
                return 0;
            }

            @Override
            public void drawn(long upTo) {}

            @Override
            public void close() {}
        };

        /// The view was told of a change and will draw it; answers how many times it was told.
        long owe();

        /// How many times the view was told: read this before reading the stores.
        long owed();

        /// What the view was told up to this is set in its nodes.
        void drawn(long upTo);

        /// Nobody sees the view any more.
        void close();
    }

    private record Claim(Account account, long upTo) {
        boolean isMet() {
            return account.closed || account.paid >= upTo;
        }
    }

    private record Arrival(long revision, List<Commits> commits, List<Claim> claims) {
        boolean isDrawn() {
            return claims.stream().allMatch(Claim::isMet);
        }
    }

    /// `clock` is the platform's time, in which commits are stamped.
    public PaintProbe(InstantSource clock, Frames frames) {
        this.clock = clock;
        this.frames = frames;
    }

    public Debt debt() {
        Account account = new Account();
        synchronized (this) {
            open.add(account);
        }
        return account;
    }

    /// The stores stand at `revision`, and every view that shows some of it has been told. Commits that touched no
    /// view are not timed: there is nothing to see of them.
    public synchronized void arrived(long revision, List<Commits> commits) {
        List<Claim> claims = open.stream()
                .filter(a -> a.asked > a.paid)
                .map(a -> new Claim(a, a.asked))
                .toList();
        owed.add(new Arrival(revision, touched ? List.copyOf(commits) : List.of(), claims));
        touched = false;
        advance();
    }

    public synchronized Report report() {
        return new Report(painted, latencies.summary());
    }

    /// How long lists keep the JavaFX thread.
    public RefreshWatch refreshes() {
        return refreshes;
    }

    /// Counts anew from here.
    public void clear() {
        refreshes.clear();
        latencies.clear();
    }

    private void advance() {
        while (!owed.isEmpty() && owed.getFirst().isDrawn()) {
            drawn.add(owed.removeFirst());
        }
        if (!drawn.isEmpty() && !framing) {
            framing = true;
            frames.next(this::begun, this::painted);
        }
    }

    private synchronized List<Arrival> begun() {
        List<Arrival> inFrame = drawn;
        drawn = new ArrayList<>();
        return inFrame;
    }

    private synchronized void painted(List<Arrival> inFrame) {
        Instant now = clock.instant();
        for (Arrival arrival : inFrame) {
            arrival.commits().forEach(c -> latencies.add(Duration.between(c.oldest(), now), c.changes()));
            painted = arrival.revision();
        }
        framing = false;
        advance();
    }

    private final class Account implements Debt {
        private long asked;
        private long paid;
        private boolean closed;

        @Override
        public long owe() {
            synchronized (PaintProbe.this) {
                touched = true;
                asked++;
                return asked;
            }
        }

        @Override
        public long owed() {
            synchronized (PaintProbe.this) {
                return asked;
            }
        }

        @Override
        public void drawn(long upTo) {
            synchronized (PaintProbe.this) {
                paid = Math.max(paid, upTo);
                advance();
            }
        }

        @Override
        public void close() {
            synchronized (PaintProbe.this) {
                closed = true;
                open.remove(this);
                advance();
            }
        }
    }
}
