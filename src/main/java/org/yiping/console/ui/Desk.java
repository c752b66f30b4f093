package org.yiping.console.ui;

import java.util.Optional;
import org.yiping.console.outbox.Outbox;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Lookup;
import org.yiping.console.store.Me;
import org.yiping.console.store.OwnSeat;
import org.yiping.console.store.Selection;
import org.yiping.console.store.Stores;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;

/// What a seat works with: what it reads, what it asks for, what it has picked, and its commands on their way.
/// Any thread.
///
/// One per signed-in session; every panel of every window shares it, so that they speak of the same case.
public record Desk(Stores stores, Lookup lookup, Selection selection, Outbox outbox, OwnSeat seat) {
    public Desk(Stores stores, Lookup lookup, Selection selection, Outbox outbox) {
        this(stores, lookup, selection, outbox, new OwnSeat());
    }

    public Optional<CityFacts> city() {
        return stores.city().known();
    }

    public Optional<Me> me() {
        return stores.me().known();
    }

    /// The case every window of this seat speaks of.
    public Optional<Case> pickedCase() {
        return pickedCaseId().flatMap(id -> stores.cases().find(id));
    }

    public Optional<CaseId> pickedCaseId() {
        return selection.picked() instanceof Selection.Picked.OfCase(CaseId id) ? Optional.of(id) : Optional.empty();
    }

    public void pick(CaseId id) {
        selection.pick(new Selection.Picked.OfCase(id));
    }
}
