package org.yiping.console.ui.shell;

import org.yiping.console.ui.Action;

/// One line of the palette: an action, or something the stores hold and what choosing it opens. Immutable; any thread.
record Entry(String id, String words, String second, String cap, String refusal, Runnable run) {
    static Entry of(Action action, String cap) {
        return new Entry(action.id(), action.words(), action.group(), cap, action.refusal(), action.act());
    }

    boolean allowed() {
        return refusal.isEmpty();
    }
}
