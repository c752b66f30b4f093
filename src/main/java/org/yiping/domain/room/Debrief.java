package org.yiping.domain.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.Actor;

/// A debrief (复盘): people look at a stretch of the past again, say what they think of its moments, and one of them
/// signs a verdict. Signed, it is only read; a new edition, with its reason, opens it again and keeps the former.
/// Immutable; any thread.
public record Debrief(DebriefId id, String title, Subject about, Actor by, Instant at, List<Edition> editions) {
    public static final int LONGEST_TITLE = 200;
    /// Nobody looks through more of the past at once.
    public static final Duration LONGEST = Duration.ofDays(31);

    public Debrief {
        editions = List.copyOf(editions);
    }

    /// A stretch of time, of one case or of everything the hall saw.
    public record Subject(@Nullable CaseId caseId, Instant since, Instant until) {
        public boolean has(Instant moment) {
            return !moment.isBefore(since) && !moment.isAfter(until);
        }
    }

    /// One opening of it: the first has no `reason`. Not signed as long as it is under way.
    public record Edition(
            @Nullable String reason,
            Actor by,
            Instant at,
            @Nullable Signature signature) {}

    /// What came of an edition: a code of the city's verdicts and the words to it. `comments` is how many there were.
    public record Signature(String verdict, String summary, int comments, Actor by, Instant at) {}

    /// Just opened.
    public static Debrief of(DebriefId id, String title, Subject about, Actor by, Instant at) {
        return new Debrief(id, title, about, by, at, List.of(new Edition(null, by, at, null)));
    }

    /// The number of the edition under way or signed last, from 1.
    public int edition() {
        return editions.size();
    }

    /// Of the last edition; empty while it is under way.
    public Optional<Signature> signature() {
        return Optional.ofNullable(editions.getLast().signature());
    }

    public Debrief signed(Signature signature) {
        Edition last = editions.getLast();
        List<Edition> all = new ArrayList<>(editions);
        all.set(all.size() - 1, new Edition(last.reason(), last.by(), last.at(), signature));
        return new Debrief(id, title, about, by, at, all);
    }

    public Debrief reopened(String reason, Actor who, Instant when) {
        List<Edition> all = new ArrayList<>(editions);
        all.add(new Edition(reason, who, when, null));
        return new Debrief(id, title, about, by, at, all);
    }
}
