package org.yiping.server.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.identity.Directory;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Scope;

/// The last known place of everybody in the field. Telemetry: not journalled, lost at a restart until the next sample.
/// Any thread.
public final class Board {
    /// More than any city has in the field; beyond it new ids are refused, so that a faulty sender cannot fill memory.
    private static final int MOST_UNITS = 50_000;

    private final AreaFinder areas;
    private final Directory directory;
    private final Map<String, Pin> pins = new ConcurrentHashMap<>();
    private final AtomicLong tick = new AtomicLong();

    private record Pin(FieldUnit unit, Scope scope, long tick) {}

    public Board(AreaFinder areas, Directory directory) {
        this.areas = areas;
        this.directory = directory;
    }

    /// Takes samples; one older than what is known is dropped.
    public void take(List<FieldUnit> samples) {
        long now = tick.incrementAndGet();
        for (FieldUnit unit : samples) {
            if (pins.size() >= MOST_UNITS && !pins.containsKey(unit.id())) {
                continue;
            }
            Scope scope = scope(unit);
            pins.merge(
                    unit.id(),
                    new Pin(unit, scope, now),
                    (old, next) -> next.unit().at().isBefore(old.unit().at()) ? old : next);
        }
    }

    private Scope scope(FieldUnit unit) {
        String area = areas.areaAt(unit.position()).map(AreaCode::value).orElse(null);
        String department = directory
                .person(new PersonId(unit.id()))
                .map(Person::department)
                .map(d -> d == null ? null : d.value())
                .orElse(null);
        return new Scope(area, department);
    }

    /// When somebody was heard of last.
    public Optional<Instant> heard(String unit) {
        return Optional.ofNullable(pins.get(unit)).map(p -> p.unit().at());
    }

    long tick() {
        return tick.get();
    }

    /// What has moved after a tick and may be seen.
    List<FieldUnit> after(long since, Reach reach) {
        List<FieldUnit> moved = new ArrayList<>();
        for (Pin pin : pins.values()) {
            if (pin.tick() > since && reach.sees(pin.scope())) {
                moved.add(pin.unit());
            }
        }
        return moved;
    }

    /// Everybody who may be seen, by id.
    public List<FieldUnit> all(Reach reach) {
        return after(0, reach).stream()
                .sorted(Comparator.comparing(FieldUnit::id))
                .toList();
    }
}
