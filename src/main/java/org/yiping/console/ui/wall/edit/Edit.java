package org.yiping.console.ui.wall.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.yiping.domain.Versioned;

/// One content under the hand: what it was made from, what it is by now, and every step between, back and forth without
/// end. FX thread.
///
/// Versions are the platform's to give: two contents that differ in nothing else are the same here.
final class Edit<T extends Versioned> {
    private final UnaryOperator<T> plain;
    private final Deque<T> before = new ArrayDeque<>();
    private final Deque<T> after = new ArrayDeque<>();
    private T base;
    private T now;

    /// `plain` gives every content of the same words the same version.
    Edit(T base, UnaryOperator<T> plain) {
        this.plain = plain;
        this.base = base;
        now = base;
    }

    T now() {
        return now;
    }

    /// What it was made from.
    T base() {
        return base;
    }

    /// A step; one that changes nothing is none.
    void change(T next) {
        if (!same(next, now)) {
            before.push(now);
            after.clear();
            now = next;
        }
    }

    boolean undo() {
        if (before.isEmpty()) {
            return false;
        }
        after.push(now);
        now = before.pop();
        return true;
    }

    boolean redo() {
        if (after.isEmpty()) {
            return false;
        }
        before.push(now);
        now = after.pop();
        return true;
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }

    boolean changed() {
        return !same(now, base);
    }

    /// This is what stands by now: where the hand has changed nothing, or made just this, it goes on from there.
    /// False where both have changed, and somebody must say which counts.
    boolean follow(T standing) {
        if (standing.equals(base)) {
            return true;
        }
        if (!changed()) {
            if (!before.isEmpty()) {
                before.push(now); // what was saved here and taken back is a step away
            }
            after.clear();
            now = standing;
        } else if (!same(now, standing)) {
            return false;
        }
        base = standing;
        return true;
    }

    /// What the hand made stands against this one from now on.
    void against(T standing) {
        base = standing;
    }

    private boolean same(T a, T b) {
        return plain.apply(a).equals(plain.apply(b));
    }
}
