package org.yiping.server.staff;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.city.CityFolder;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.staff.StaffRules;
import org.yiping.protocol.Json;
import org.yiping.server.data.Meta;

/// Every version of the rules by which people's work is judged. Kept in the storage; a city that has brought
/// none has the shipped ones. Immutable; any thread.
public final class StaffBook {
    private static final Logger LOG = LoggerFactory.getLogger(StaffBook.class);
    private static final String NAME = "staff";

    private record Document(List<StaffRules> versions) {}

    private final List<StaffRules> versions;

    StaffBook(List<StaffRules> versions) {
        this.versions =
                versions.stream().sorted(Comparator.comparing(StaffRules::from)).toList();
    }

    public static StaffBook load(Meta meta) {
        return new StaffBook(kept(meta).orElseGet(CityFolder::shippedStaff));
    }

    private static Optional<List<StaffRules>> kept(Meta meta) {
        return meta.get(NAME)
                .map(text -> Json.mapper().readValue(text, Document.class).versions());
    }

    /// The book with what a city's folder has now. Versions are kept for ever; a file with a fault, or one
    /// that says something else under a name that was in force, is told of and changes nothing.
    public static StaffBook adopt(Path folder, Meta meta) {
        List<StaffRules> known = kept(meta).orElse(List.of());
        try {
            List<StaffRules> all = new ArrayList<>(known);
            for (StaffRules rules : new CityFolder(folder).staff()) {
                Optional<StaffRules> before = known.stream()
                        .filter(v -> v.version().equals(rules.version()))
                        .findFirst();
                if (before.isEmpty()) {
                    all.add(rules);
                } else if (!before.get().equals(rules)) {
                    throw new IllegalArgumentException("staff.yaml has changed version " + rules.version()
                            + ", which is in force: give it another name");
                }
            }
            if (!all.equals(known)) {
                meta.set(NAME, Json.mapper().writeValueAsString(new Document(all)));
            }
            return new StaffBook(all);
        } catch (IllegalArgumentException e) {
            LOG.error("{}; people are judged as before", e.getMessage());
            return load(meta);
        }
    }

    /// The version of a day; before the first it is the first. Of two from the same day on the later one.
    public StaffRules at(LocalDate day) {
        StaffRules found = versions.getFirst();
        for (StaffRules rules : versions) {
            if (!rules.from().isAfter(day)) {
                found = rules;
            }
        }
        return found;
    }

    /// Posts that were judged at some time from one day to another.
    Set<PostCode> posts(LocalDate first, LocalDate last) {
        Set<PostCode> posts = new HashSet<>(at(first).posts());
        versions.stream()
                .filter(r -> r.from().isAfter(first) && !r.from().isAfter(last))
                .forEach(r -> posts.addAll(r.posts()));
        return posts;
    }

    public List<StaffRules> versions() {
        return versions;
    }
}
