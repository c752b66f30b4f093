package org.yiping.console.fx;

import java.util.List;

/// One message to the operator: what happened, what it means, what to do, and a code that leads to the log.
///
/// All words are ready to show. `id` names the matter: a second notice of the same id replaces the first.
/// Immutable; any thread.
public record Notice(String id, Kind kind, String what, String means, List<Action> actions, String code) {
    /// How much it matters; also decides colour and icon.
    public enum Kind {
        DANGER,
        WARNING,
        INFO
    }

    /// An answer the operator can give; it runs on the JavaFX thread and the notice goes.
    public record Action(String label, boolean primary, Runnable run) {}

    public Notice {
        actions = List.copyOf(actions);
    }

    public static Notice info(String id, String what) {
        return new Notice(id, Kind.INFO, what, "", List.of(), "");
    }

    public static Notice warning(String id, String what, String means, String code) {
        return new Notice(id, Kind.WARNING, what, means, List.of(), code);
    }

    public static Notice danger(String id, String what, String means, String code) {
        return new Notice(id, Kind.DANGER, what, means, List.of(), code);
    }

    /// The same notice with one more answer.
    public Notice with(Action action) {
        var more = new java.util.ArrayList<>(actions);
        more.add(action);
        return new Notice(id, kind, what, means, more, code);
    }
}
