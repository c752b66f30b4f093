package org.yiping.console.ui.shell;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Me;
import org.yiping.console.ui.Desk;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Guards;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Workflow;

/// What comes to this seat's post and what turns yellow or red there, by this console's own clock: it is heard with a
/// cut link, too. FX thread.
///
/// What is there when the seat opens is its backlog.
final class Turns {
    private final Desk desk;
    private final Consumer<Alarm.Kind> heard;
    private final Map<CaseId, Watch> watched = new HashMap<>();
    private Map<StateCode, List<Workflow.Transition>> steps = Map.of();
    private String asked = "";
    private boolean filled;

    /// A case of this post with its light and when that turns.
    private record Watch(Light light, Instant turnsAt) {}

    /// `heard` is told the gravest of each batch.
    Turns(Desk desk, Consumer<Alarm.Kind> heard) {
        this.desk = desk;
        this.heard = heard;
    }

    void changed(Set<CaseId> ids, Instant now) {
        Workflow workflow = desk.city().map(c -> c.rules().workflow()).orElse(null);
        Me me = desk.me().orElse(null);
        if (workflow == null || me == null) {
            return;
        }
        Alarm.Kind gravest = null;
        for (CaseId id : ids) {
            Alarm.Kind kind = look(id, workflow, me, now);
            if (kind != null && (gravest == null || kind.compareTo(gravest) > 0)) {
                gravest = kind;
            }
        }
        boolean first = !filled;
        filled |= !ids.isEmpty();
        if (gravest != null && !first) {
            heard.accept(gravest);
        }
    }

    void tick(Instant now) {
        Set<CaseId> turned = watched.entrySet().stream()
                .filter(e -> !now.isBefore(e.getValue().turnsAt()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!turned.isEmpty()) {
            changed(turned, now);
        }
    }

    private Alarm.@Nullable Kind look(CaseId id, Workflow workflow, Me me, Instant now) {
        Case c = desk.stores().cases().rows().get(id);
        if (c == null || !theirs(c, workflow, me, now)) {
            watched.remove(id);
            return null;
        }
        Light light = c.light(now, workflow);
        Watch before = watched.put(id, new Watch(light, turnsAt(c, light)));
        return before == null ? Alarm.Kind.NEW : turned(before.light(), light);
    }

    /// Whether the next step may be this post's. Most cases stand where it never is, and thousands change in a minute.
    private boolean theirs(Case c, Workflow workflow, Me me, Instant now) {
        String asks = workflow.version() + " " + me.actor().post().value();
        if (!asks.equals(asked)) {
            asked = asks;
            steps = workflow.transitions().stream()
                    .filter(t -> !t.aside()
                            && t.permission().posts().contains(me.actor().post()))
                    .flatMap(t -> t.from().stream().map(from -> Map.entry(from, t)))
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        }
        return steps.getOrDefault(c.progress().state(), List.of()).stream()
                .anyMatch(t -> Guards.refusal(c, t, me.actor(), null, now) == null);
    }

    private static Alarm.@Nullable Kind turned(Light before, Light now) {
        if (before == now) {
            return null;
        }
        return switch (now) {
            case YELLOW -> before == Light.RED ? null : Alarm.Kind.SOON;
            case RED -> Alarm.Kind.OVER;
            case GREEN, PAUSED, CLOSED, VOID, NONE -> null;
        };
    }

    private static Instant turnsAt(Case c, Light light) {
        return switch (light) {
            case GREEN -> c.runningClock().map(CaseClock::yellowAt).orElse(Instant.MAX);
            case YELLOW -> c.runningClock().map(k -> k.dueAt().plusMillis(1)).orElse(Instant.MAX);
            case RED, PAUSED, CLOSED, VOID, NONE -> Instant.MAX;
        };
    }
}
