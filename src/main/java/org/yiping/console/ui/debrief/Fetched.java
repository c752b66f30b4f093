package org.yiping.console.ui.debrief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.Review;
import org.yiping.domain.room.PastEntry;

/// What has been fetched of the past: how it stood where that begins, and the entries since, the first of which have
/// happened by now. One thread.
///
/// Of an area it keeps only what lay in it; a case that is moved out of it is gone.
final class Fetched {
    private final @Nullable AreaCode area;
    private final Set<CaseId> inside = new HashSet<>();
    private Instant begin;
    private Map<CaseId, Case> base = new HashMap<>();
    private Map<RecordId, Review> baseReviews = new HashMap<>();
    private final List<PastEntry> entries = new ArrayList<>();
    private int position;
    private Map<CaseId, Case> cases = new HashMap<>();
    private Map<RecordId, Review> reviews = new HashMap<>();

    /// What some entries changed.
    record Change(Map<CaseId, Case> cases, Set<CaseId> gone, Map<RecordId, Review> reviews) {
        boolean isEmpty() {
            return cases.isEmpty() && gone.isEmpty() && reviews.isEmpty();
        }
    }

    Fetched(@Nullable AreaCode area, Instant begin) {
        this.area = area;
        this.begin = begin;
    }

    /// Nothing before it is known here.
    Instant begin() {
        return begin;
    }

    /// How cases stood there.
    void stood(List<PastEntry> state) {
        for (PastEntry entry : of(state)) {
            if (entry.fact() instanceof PastEntry.OfCase(CaseId id, Case value) && value != null) {
                base.put(id, value);
                cases.put(id, value);
            }
        }
    }

    /// Keeps what followed, and answers that of it which is of the area.
    List<PastEntry> add(List<PastEntry> next) {
        List<PastEntry> ours = of(next);
        entries.addAll(ours);
        return ours;
    }

    private List<PastEntry> of(List<PastEntry> some) {
        if (area == null) {
            return some;
        }
        List<PastEntry> ours = new ArrayList<>();
        for (PastEntry entry : some) {
            CaseId id = entry.fact().about();
            if (!(entry.fact() instanceof PastEntry.OfCase(CaseId _, Case value))) {
                if (inside.contains(id)) {
                    ours.add(entry);
                }
            } else if (value != null && isIn(value, area)) {
                inside.add(id);
                ours.add(entry);
            } else if (inside.remove(id)) {
                ours.add(new PastEntry(entry.revision(), entry.at(), new PastEntry.OfCase(id, null)));
            }
        }
        return ours;
    }

    /// A child's code starts with its parent's.
    private static boolean isIn(Case value, AreaCode area) {
        AreaCode own = value.place().area();
        return own != null && own.value().startsWith(area.value());
    }

    /// Lets everything happen up to and with an instant.
    Change forward(Instant to) {
        Map<CaseId, Case> put = new HashMap<>();
        Set<CaseId> gone = new HashSet<>();
        Map<RecordId, Review> said = new HashMap<>();
        while (position < entries.size() && !entries.get(position).at().isAfter(to)) {
            switch (entries.get(position++).fact()) {
                case PastEntry.OfCase(CaseId id, Case value) -> {
                    if (value == null) {
                        put.remove(id);
                        gone.add(id);
                    } else {
                        put.put(id, value);
                        gone.remove(id);
                    }
                }
                case PastEntry.OfReview(Review r) -> said.put(r.id(), r);
                case PastEntry.OfRecord _ -> {}
            }
        }
        cases.putAll(put);
        cases.keySet().removeAll(gone);
        reviews.putAll(said);
        return new Change(put, gone, said);
    }

    /// Everything after an instant has not happened yet.
    void back(Instant to) {
        cases = new HashMap<>(base);
        reviews = new HashMap<>(baseReviews);
        position = 0;
        forward(to);
    }

    /// Forgets the older half of what has happened, which then can be gone back to only by asking anew.
    void forget() {
        int from = position / 2;
        while (from > 0 && entries.get(from - 1).at().equals(entries.get(from).at())) {
            from--;
        }
        if (from == 0) {
            return;
        }
        Instant next = entries.get(from - 1).at();
        Instant now = entries.get(position - 1).at();
        back(next);
        base = new HashMap<>(cases);
        baseReviews = new HashMap<>(reviews);
        begin = next;
        entries.subList(0, position).clear();
        position = 0;
        forward(now);
    }

    Map<CaseId, Case> cases() {
        return cases;
    }

    Map<RecordId, Review> reviews() {
        return reviews;
    }

    int happened() {
        return position;
    }

    int ahead() {
        return entries.size() - position;
    }

    /// When the last one was written that is known.
    Optional<Instant> last() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.getLast().at());
    }

    /// When the next thing happens.
    Optional<Instant> next() {
        return position == entries.size()
                ? Optional.empty()
                : Optional.of(entries.get(position).at());
    }

    /// When the last thing before an instant happened, which is not after now.
    Optional<Instant> previous(Instant before) {
        for (int i = position - 1; i >= 0; i--) {
            if (entries.get(i).at().isBefore(before)) {
                return Optional.of(entries.get(i).at());
            }
        }
        return Optional.empty();
    }

    /// What happened last: of what was written at once, what somebody did.
    Optional<PastEntry> latest() {
        if (position == 0) {
            return Optional.empty();
        }
        PastEntry last = entries.get(position - 1);
        for (int i = position - 1; i >= 0 && entries.get(i).at().equals(last.at()); i--) {
            if (entries.get(i).fact() instanceof PastEntry.OfRecord) {
                return Optional.of(entries.get(i));
            }
        }
        return Optional.of(last);
    }
}
