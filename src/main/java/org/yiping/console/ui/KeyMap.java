package org.yiping.console.ui;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Remembered;

/// Which key does what at this seat (键位): each action's own key, or the one the operator gave it. FX thread.
///
/// Kept among the seat's preferences. A key that another action holds is refused and not taken away from it: nobody
/// should find out by pressing.
public final class KeyMap {
    private static final String KEPT = "key.";
    /// The key was taken off the action.
    private static final String NONE = "none";

    private final Remembered remembered;

    public KeyMap(Remembered remembered) {
        this.remembered = remembered;
    }

    public @Nullable Key of(Action action) {
        return of(action.id(), action.key());
    }

    public @Nullable Key of(String id, @Nullable Key own) {
        String kept = remembered.now().get().choices().get(KEPT + id);
        if (kept == null) {
            return own;
        }
        return kept.equals(NONE) ? null : Key.parse(kept).orElse(own);
    }

    /// As it stands on the button of this id, whose own key is given.
    public String cap(String id, String own) {
        Key key = of(id, Key.parse(own).orElse(null));
        return key == null ? "" : key.cap();
    }

    public boolean changed(Action action) {
        return remembered.now().get().choices().containsKey(KEPT + action.id());
    }

    /// The action that holds this key where `asking` would meet it.
    public Optional<Action> holder(Key key, Action asking, List<Action> all) {
        return all.stream()
                .filter(a -> !a.id().equals(asking.id()) && a.meets(asking) && key.equals(of(a)))
                .findFirst();
    }

    /// Gives the key to the action; the one that holds it instead, where there is one.
    public Optional<Action> give(Key key, Action to, List<Action> all) {
        Optional<Action> holder = holder(key, to, all);
        if (holder.isEmpty()) {
            keep(to, key.equals(to.key()) ? null : key.kept());
        }
        return holder;
    }

    /// No key does this any more.
    public void take(Action from) {
        keep(from, from.key() == null ? null : NONE);
    }

    /// Its own key again; the one that holds that meanwhile, where there is one.
    public Optional<Action> restore(Action action, List<Action> all) {
        Key own = action.key();
        if (own != null) {
            return give(own, action, all);
        }
        keep(action, null);
        return Optional.empty();
    }

    private void keep(Action action, @Nullable String kept) {
        remembered.change(
                p -> kept == null ? p.withoutChoice(KEPT + action.id()) : p.withChoice(KEPT + action.id(), kept));
    }
}
