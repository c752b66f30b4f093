package org.yiping.domain.casework;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.PostCode;

/// The city's workflow (domain.md 2.5): states and transitions as data, so that a city or a later version adds rows and
/// no code. What a transition demands (`needs`) and who may do it (`posts`, `guards`) are codes that
/// `CaseRules` checks. Immutable; any thread.
public record Workflow(String version, List<State> states, List<Transition> transitions, Map<StateCode, State> byCode) {
    public Workflow(String version, List<State> states, List<Transition> transitions) {
        this(
                version,
                List.copyOf(states),
                List.copyOf(transitions),
                states.stream().collect(Collectors.toUnmodifiableMap(State::code, Function.identity())));
    }

    /// What a state means for clocks and lights.
    public enum Ending {
        OPEN,
        CLOSED,
        VOIDED,
        PAUSED
    }

    /// A state with the stage the progress bar shows it under and its names.
    public record State(StateCode code, StageCode stage, Ending ending, String name, String nameEnglish) {}

    /// One row of the transition table. An empty `from` creates a case.
    ///
    /// `needs`: reason, criterion, department, handler, photos, closing. `guards`: handler (only who has the case),
    /// department (only the case's department), not-overdue.
    public record Transition(
            ActionCode action, List<StateCode> from, StateCode to, Permission permission, Effect effect, Label label) {
        public Transition {
            from = List.copyOf(from);
        }
    }

    /// Who may do it and what they must bring.
    public record Permission(List<PostCode> posts, List<String> guards, List<String> needs) {
        public Permission {
            posts = List.copyOf(posts);
            guards = List.copyOf(guards);
            needs = List.copyOf(needs);
        }
    }

    /// What happens to clocks and milestones: running clocks stop if `stopsClock`; a clock for `startsStage`
    /// starts with `stageLimit` (continuous), or with the criterion's limit where `stageLimit` is absent.
    /// `milestone` names the field of `Milestones` that is set: accepted, filed, dispatched, finished,
    /// checked, closed.
    public record Effect(
            boolean stopsClock,
            @Nullable StageCode startsStage,
            @Nullable Duration stageLimit,
            @Nullable String milestone,
            @Nullable String flag) {}

    /// The button's words and its key, e.g. 立案 / File / F.
    public record Label(String name, String nameEnglish, String key) {}

    public Optional<State> find(StateCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// An unknown state counts as open: a newer platform's case is never shown as done.
    public Ending ending(StateCode code) {
        State state = byCode.get(code);
        return state == null ? Ending.OPEN : state.ending();
    }

    public List<Transition> from(StateCode state) {
        return transitions.stream().filter(t -> t.from().contains(state)).toList();
    }

    public Optional<Transition> find(ActionCode action, @Nullable StateCode from) {
        return transitions.stream()
                .filter(t -> t.action().equals(action))
                .filter(t -> from == null ? t.from().isEmpty() : t.from().contains(from))
                .findFirst();
    }
}
