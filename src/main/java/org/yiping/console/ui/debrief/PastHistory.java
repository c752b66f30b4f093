package org.yiping.console.ui.debrief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.ReplayLookup;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.PastEntry;
import org.yiping.domain.room.PastPage;

/// The history of the picked case from its beginning to the end of a replayed stretch, of which each moment shows its
/// part. FX thread; the platform is asked beside it.
final class PastHistory {
    private final Desk desk;
    private final Hall hall;
    private final Runnable changed;
    private @Nullable CaseId of;
    private @Nullable List<FlowRecord> records;
    private @Nullable Instant upto;
    private String trouble = "";
    private int question;

    PastHistory(Desk desk, Hall hall, Runnable changed) {
        this.desk = desk;
        this.hall = hall;
        this.changed = changed;
    }

    /// What had happened by then, oldest first; empty while it is not here.
    Optional<List<FlowRecord>> until(Instant moment) {
        List<FlowRecord> all = records;
        return all == null
                ? Optional.empty()
                : Optional.of(all.stream().filter(r -> !r.at().isAfter(moment)).toList());
    }

    String trouble() {
        return trouble;
    }

    void look(@Nullable CaseId id, Debrief.@Nullable Subject within) {
        Instant end = within == null ? null : within.until();
        if (Objects.equals(id, of) && Objects.equals(end, upto)) {
            return;
        }
        of = id;
        upto = end;
        records = null;
        ask();
    }

    /// Where it did not come before.
    void again(Debrief.@Nullable Subject within) {
        if (!trouble.isEmpty() && within != null) {
            ask();
        }
    }

    private void ask() {
        question++;
        trouble = "";
        CaseId id = of;
        Instant end = upto;
        if (id != null && end != null) {
            more(id, end, 0, new ArrayList<>());
        }
    }

    private void more(CaseId id, Instant end, long after, List<FlowRecord> sofar) {
        ReplayLookup lookup = desk.lookup().replay().orElse(null);
        if (lookup == null) {
            trouble = hall.messages().get("debrief.lost");
            return;
        }
        int mine = question;
        var _ = lookup.changes(id, after, end)
                .thenAccept(found -> hall.fx().execute(() -> {
                    if (mine == question) {
                        answered(id, end, found, sofar);
                        changed.run();
                    }
                }));
    }

    private void answered(CaseId id, Instant end, Found<PastPage> found, List<FlowRecord> sofar) {
        switch (found) {
            case Found.Got<PastPage>(PastPage page) -> {
                for (PastEntry entry : page.entries()) {
                    if (entry.fact() instanceof PastEntry.OfRecord(FlowRecord r)) {
                        sofar.add(r);
                    }
                }
                if (page.next() > 0) {
                    more(id, end, page.next(), sofar);
                } else {
                    sofar.sort(Comparator.comparing(FlowRecord::at));
                    records = List.copyOf(sofar);
                }
            }
            case Found.Refused<PastPage>(String code, String detail) -> trouble = (detail + " " + code).strip();
            case Found.Unreachable<PastPage> _ -> trouble = hall.messages().get("debrief.lost");
        }
    }
}
