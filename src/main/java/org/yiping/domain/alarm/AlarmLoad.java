package org.yiping.domain.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;

/// The alarms of one seat within a window of time, held against what a person can bear (告警负荷). One thread.
///
/// ISA-18.2 calls more than ten alarms in ten minutes for one operator a flood. In a flood look-alikes are one card, so
/// that what is different is seen.
public final class AlarmLoad {
    private final Duration window;
    private final int most;
    private final Deque<Instant> came = new ArrayDeque<>();

    /// One that calls: which case, and what an operator would treat alike.
    public record Item(CaseId caseId, Look look) {}

    /// The same kind of thing in the same street.
    public record Look(
            Alarm.Kind kind, ClassCode classCode, @Nullable AreaCode area) {}

    public AlarmLoad(AlarmRules.Flood flood) {
        this.window = flood.window();
        this.most = flood.most();
    }

    /// One came at this instant; in their order, but for those that come late over the wire.
    public void add(Instant at) {
        came.addLast(at);
    }

    /// How many came in the window that ends now.
    public int count(Instant now) {
        while (!came.isEmpty() && !came.getFirst().isAfter(now.minus(window))) {
            came.removeFirst();
        }
        return came.size();
    }

    public boolean flood(Instant now) {
        return count(now) > most;
    }

    public int most() {
        return most;
    }

    /// These as cards, each a list of cases: in a flood look-alikes are one, else each is its own; in their order.
    public List<List<CaseId>> cards(List<Item> items, Instant now) {
        if (!flood(now)) {
            return items.stream().map(i -> List.of(i.caseId())).toList();
        }
        Map<Look, List<CaseId>> alike = new LinkedHashMap<>();
        items.forEach(
                i -> alike.computeIfAbsent(i.look(), _ -> new ArrayList<>()).add(i.caseId()));
        return List.copyOf(alike.values());
    }
}
