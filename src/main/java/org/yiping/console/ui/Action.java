package org.yiping.console.ui;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thing a hand can do in a window now (动作): its words, its key, what it does, or why not.
/// Immutable; it acts on the FX thread.
///
/// A window has one table of these: buttons, keys, the map of keys and the palette are four faces of it. `id` is the id
/// of its button where it has one; `also` are its words in the other language, found too; `when` are the occasions on
/// which it is on offer (states of a case) and `pages` those on which its key is heard, empty for all: two that never
/// meet may share a key.
public record Action(
        String id,
        String group,
        String words,
        String also,
        @Nullable Key key,
        Set<String> when,
        Set<String> pages,
        String refusal,
        Runnable act) {
    public Action {
        when = Set.copyOf(when);
        pages = Set.copyOf(pages);
    }

    public static Action of(String id, String group, String words, Runnable act) {
        return new Action(id, group, words, "", null, Set.of(), Set.of(), "", act);
    }

    public Action also(String other) {
        return new Action(id, group, words, other, key, when, pages, refusal, act);
    }

    public Action on(@Nullable Key own) {
        return new Action(id, group, words, also, own, when, pages, refusal, act);
    }

    public Action when(Set<String> occasions) {
        return new Action(id, group, words, also, key, occasions, pages, refusal, act);
    }

    public Action at(Set<String> heardOn) {
        return new Action(id, group, words, also, key, when, heardOn, refusal, act);
    }

    /// Not now, for this reason; an empty one allows it.
    public Action refused(String why) {
        return new Action(id, group, words, also, key, when, pages, why, act);
    }

    public Action doing(Runnable other) {
        return new Action(id, group, words, also, key, when, pages, refusal, other);
    }

    public boolean allowed() {
        return refusal.isEmpty();
    }

    /// Whether both can be on offer at the same moment.
    public boolean meets(Action other) {
        return common(when, other.when) && common(pages, other.pages);
    }

    private static boolean common(Set<String> some, Set<String> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }
}
