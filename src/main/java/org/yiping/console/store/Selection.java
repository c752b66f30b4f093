package org.yiping.console.store;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.component.ComponentId;

/// What the operator has picked, shared by every window of this seat. Any thread; subscribers run on the
/// picker's.
public final class Selection {
    /// What can be picked.
    public sealed interface Picked {
        record Nothing() implements Picked {}

        record OfCase(CaseId id) implements Picked {}

        record OfCamera(CameraId id) implements Picked {}

        record OfComponent(ComponentId id) implements Picked {}

        record OfUnit(String id) implements Picked {}

        record OfArea(AreaCode code) implements Picked {}
    }

    private final CopyOnWriteArrayList<Consumer<Picked>> subscribers = new CopyOnWriteArrayList<>();
    private volatile Picked picked = new Picked.Nothing();

    public Picked picked() {
        return picked;
    }

    public void pick(Picked next) {
        if (!next.equals(picked)) {
            picked = next;
            subscribers.forEach(s -> s.accept(next));
        }
    }

    /// Calls at once with what is picked now.
    public Subscription subscribe(Consumer<Picked> subscriber) {
        subscribers.add(subscriber);
        subscriber.accept(picked);
        return () -> subscribers.remove(subscriber);
    }
}
