package org.yiping.server.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.shift.Roster;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// The versions of the roster (排班) by the people they name: a plan of thousands is read once, not for each of them and
/// each day. Any thread.
final class Rosters {
    private final Rows rows;
    private final ReentrantLock lock = new ReentrantLock();
    private Map<Long, Version> known = Map.of();

    Rosters(Rows rows) {
        this.rows = rows;
    }

    /// Somebody's part in a shift.
    record Turn(Roster.Shift shift, PostCode post) {}

    /// A version: what it says of whom, and which posts it plans at all.
    record Version(Roster roster, Map<PersonId, List<Turn>> turns, Set<PostCode> posts) {
        static Version of(Roster roster) {
            Map<PersonId, List<Turn>> turns = new HashMap<>();
            Set<PostCode> posts = new HashSet<>();
            for (Roster.Shift shift : roster.shifts()) {
                for (Roster.Duty duty : shift.people()) {
                    turns.computeIfAbsent(duty.person(), _ -> new ArrayList<>()).add(new Turn(shift, duty.post()));
                    posts.add(duty.post());
                }
            }
            return new Version(roster, turns, posts);
        }
    }

    /// All versions as they stand now.
    static final class All {
        private final List<Version> versions;
        private final Map<LocalDate, Optional<Version>> byDay = new HashMap<>();

        private All(Collection<Version> versions) {
            this.versions = List.copyOf(versions);
        }

        /// The version of a day. One thread.
        Optional<Version> inForce(LocalDate day) {
            return byDay.computeIfAbsent(
                    day,
                    d -> Roster.inForce(versions.stream().map(Version::roster).toList(), d)
                            .flatMap(r -> versions.stream()
                                    .filter(v -> v.roster().id().equals(r.id()))
                                    .findFirst()));
        }
    }

    All all() {
        lock.lock();
        try {
            Map<Long, Version> next = new HashMap<>();
            for (Row row : rows.scopes(Kinds.ROSTER)) {
                Version before = known.get(row.revision());
                if (before != null) {
                    next.put(row.revision(), before);
                } else {
                    rows.find(Kinds.ROSTER, row.id())
                            .ifPresent(r -> next.put(
                                    r.revision(), Version.of(Json.mapper().readValue(r.content(), Roster.class))));
                }
            }
            known = next;
            return new All(next.values());
        } finally {
            lock.unlock();
        }
    }
}
