package org.yiping.console.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.Review;

/// The writing side of a replay's stores: cases, records, reviews and the clock are the replay's own,
/// people's places, readings and seats are unknown in it, everything else is the city's of now. Any
/// thread; written by one replay, as long as the city's stores are.
///
/// What it holds is whole for its clock and never late: a replay that has to wait holds its clock.
public final class Replayed {
    private final Tables past;
    private final Stores stores;

    /// `clock` is the replay's moment; it must answer on any thread.
    public Replayed(Stores city, InstantSource clock) {
        past = new Tables(clock);
        stores = city.replayed(past);
        fresh(clock.instant());
        // what a replay shows is hidden with the city's own rows
        var _ = city.veil().subscribe(() -> veil(city.veil().on()));
    }

    private void veil(boolean on) {
        past.records.veil(on);
        past.reviews.veil(on);
        past.cases.veil(on);
    }

    public Stores stores() {
        return stores;
    }

    /// Everything anew. All cases are told, changed or not: their lights may turn back.
    public void stand(Map<CaseId, Case> cases, Map<RecordId, Review> reviews, Instant at) {
        fresh(at);
        past.cases.apply(new HashMap<>(cases), missing(past.cases.rows().keys(), cases.keySet()));
        past.reviews.replace(reviews);
    }

    /// What an instant brought; a case in `gone` is no longer in sight.
    public void move(Map<CaseId, Case> cases, Set<CaseId> gone, Map<RecordId, Review> reviews, Instant at) {
        fresh(at);
        past.cases.apply(cases, gone);
        past.reviews.apply(reviews, Set.of());
    }

    /// The history of one case up to the clock, oldest first; those of others are forgotten.
    public void history(CaseId id, List<FlowRecord> records) {
        if (!records.equals(past.records.rows().get(id))) {
            past.records.apply(Map.of(id, records), missing(past.records.rows().keys(), Set.of(id)));
        }
    }

    private void fresh(Instant at) {
        Freshness whole = new Freshness(true, at);
        past.cases.freshness(whole);
        past.reviews.freshness(whole);
        past.records.freshness(whole);
    }

    private static <K> Set<K> missing(Set<K> before, Set<K> now) {
        Set<K> gone = new HashSet<>(before);
        gone.removeAll(now);
        return gone;
    }
}
