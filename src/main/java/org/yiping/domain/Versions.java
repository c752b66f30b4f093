package org.yiping.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All versions of one thing the city has had, has and will have, in the order in which they come into force
/// (生效). What was begun under a version can still be read by it; nothing is ever taken out. Immutable; any thread.
public record Versions<T extends Versioned>(List<Edition<T>> editions) {
    /// A version and the instant from which it holds, until the next one does.
    public record Edition<T extends Versioned>(Instant from, T content) {}

    public Versions {
        editions = editions.stream().sorted(Comparator.comparing(Edition::from)).toList();
        if (editions.isEmpty()) {
            throw new IllegalArgumentException("there is no version");
        }
        if (editions.stream().map(e -> e.content().version()).distinct().count() < editions.size()) {
            throw new IllegalArgumentException("a version twice");
        }
    }

    /// One that has held ever since.
    public static <T extends Versioned> Versions<T> of(T only) {
        return new Versions<>(List.of(new Edition<>(Instant.EPOCH, only)));
    }

    /// A version more. Of two from the same instant on the one that was added later holds.
    public Versions<T> with(Instant from, T content) {
        List<Edition<T>> all = new ArrayList<>(editions);
        all.add(new Edition<>(from, content));
        return new Versions<>(all);
    }

    /// What is in force at an instant; before the first version it is the first.
    public T at(Instant instant) {
        T found = editions.getFirst().content();
        for (Edition<T> edition : editions) {
            if (edition.from().isAfter(instant)) {
                return found;
            }
            found = edition.content();
        }
        return found;
    }

    public Optional<T> find(String version) {
        return editions.stream()
                .map(Edition::content)
                .filter(c -> c.version().equals(version))
                .findFirst();
    }
}
