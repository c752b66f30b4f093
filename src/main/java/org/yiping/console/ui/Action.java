package org.yiping.console.ui;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thing a hand can do in a window now (动作): its words, its key, what it does, or why not. Immutable; it acts on
/// the
/// FX thread.
///
/// A window has one table of these: buttons, keys, the map of keys and the palette are four faces of it. `id` is the id
/// of its button where it has one; `also` are its words in the other language, found too; `when` are the occasions on
/// which it is on offer (states of a case), empty for always: two that never meet may share a key.
public record Action(
        String id,
        String group,
        String words,
        String also,
        @Nullable Key key,
        Set<String> when,
        String refusal,
        Runnable act) {
    public Action {
        when = Set.copyOf(when);
    }

    public static Action of(String id, String group, String words, Runnable act) {
        return new Action(id, group, words, "", null, Set.of(), "", act);
    }

    public Action also(String other) {
        return new Action(id, group, words, other, key, when, refusal, act);
    }

    public Action on(@Nullable Key own) {
        return new Action(id, group, words, also, own, when, refusal, act);
    }

    public Action when(Set<String> occasions) {
        return new Action(id, group, words, also, key, occasions, refusal, act);
    }

    /// Not now, for this reason; an empty one allows it.
    public Action refused(String why) {
        return new Action(id, group, words, also, key, when, why, act);
    }

    public boolean allowed() {
        return refusal.isEmpty();
    }

    /// Whether both can be on offer at the same moment.
    public boolean meets(Action other) {
        return when.isEmpty() || other.when.isEmpty() || !Collections.disjoint(when, other.when);
    }
}
