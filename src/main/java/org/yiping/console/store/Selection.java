package org.yiping.console.store;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.wall.MapView;

/// What the operator has picked, and which cases are marked to be handled together, shared by every
/// window of this seat. Any thread; subscribers run on the picker's.
public final class Selection {
    /// What can be picked.
    public sealed interface Picked {
        record Nothing() implements Picked {}

        record OfCase(CaseId id) implements Picked {}

        record OfCamera(CameraId id) implements Picked {}

        record OfComponent(ComponentId id) implements Picked {}

        record OfUnit(String id) implements Picked {}

        record OfSensor(SensorId id) implements Picked {}

        record OfArea(AreaCode code) implements Picked {}

        /// A place where nothing stands.
        record OfPoint(Position at) implements Picked {}
    }

    private final CopyOnWriteArrayList<Consumer<Picked>> subscribers = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Consumer<CaseId>> followers = new CopyOnWriteArrayList<>();
    private volatile Picked picked = new Picked.Nothing();
    private volatile Set<CaseId> marked = Set.of();
    private volatile @Nullable MapView view;

    public Picked picked() {
        return picked;
    }

    /// Picking anything that is not marked ends the marking.
    public void pick(Picked next) {
        if (!next.equals(picked)) {
            picked = next;
            if (!(next instanceof Picked.OfCase(CaseId id) && marked.contains(id))) {
                marked = Set.of();
            }
            subscribers.forEach(s -> s.accept(next));
        }
    }

    /// The cases that are to be handled together, the picked one among them; empty while there are no two.
    public Set<CaseId> marked() {
        return marked;
    }

    public void mark(Set<CaseId> cases) {
        Set<CaseId> next = cases.size() < 2 ? Set.of() : Set.copyOf(cases);
        if (!next.equals(marked)) {
            marked = next;
            subscribers.forEach(s -> s.accept(picked));
        }
    }

    /// The part of the city this seat's map shows, once it stands still; empty before any map was looked at.
    public Optional<MapView> view() {
        return Optional.ofNullable(view);
    }

    public void look(MapView next) {
        view = next;
    }

    /// This seat has done its part of the case: who holds the row of cases puts the next one into its hand.
    public void done(CaseId id) {
        followers.forEach(f -> f.accept(id));
    }

    /// Called whenever this seat has done its part of a case.
    public Subscription follow(Consumer<CaseId> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    /// Calls at once with what is picked now.
    public Subscription subscribe(Consumer<Picked> subscriber) {
        subscribers.add(subscriber);
        subscriber.accept(picked);
        return () -> subscribers.remove(subscriber);
    }
}
