package org.yiping.domain.casework;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.PostCode;

/// The city's workflow (domain.md 2.5): states and transitions as data, so that a city or a later version adds
/// rows and no code. What a transition demands (`needs`) and who may do it (`posts`, `guards`) are codes that
/// `CaseRules` checks. Immutable; any thread.
public record Workflow(String version, List<State> states, List<Transition> transitions, Map<StateCode, State> byCode) {
    public Workflow(String version, List<State> states, List<Transition> transitions) {
        this(
                version,
                List.copyOf(states),
                List.copyOf(transitions),
                states.stream().collect(Collectors.toUnmodifiableMap(State::code, Function.identity())));
    }

    /// As `to`: the state does not change.
    public static final StateCode SAME = new StateCode("same");

    /// As `to`: back to the state the open request was made in.
    public static final StateCode ORIGIN = new StateCode("origin");

    /// What a state means for clocks and lights.
    public enum Ending {
        OPEN,
        CLOSED,
        VOIDED,
        PAUSED
    }

    /// A state with the stage the progress bar shows it under and its names.
    public record State(StateCode code, StageCode stage, Ending ending, String name, String nameEnglish) {}

    /// One row of the transition table. An empty `from` creates a case. `to` is a state, or `same` where the
    /// state does not change, or `origin` where the case goes back to the state in which the open request was
    /// made.
    public record Transition(
            ActionCode action, List<StateCode> from, StateCode to, Permission permission, Effect effect, Label label) {
        public Transition {
            from = List.copyOf(from);
        }

        /// Whether it is beside the case's way (督办, 强制结案, 申诉): nobody's turn because of it.
        public boolean aside() {
            return to.equals(SAME) || effect.does().contains("aside");
        }

        public boolean needs(String need) {
            return permission.needs().contains(need);
        }
    }

    /// Who may do it and what they must bring.
    ///
    /// `guards`: handler (only who has the case), department (only the case's department), unassigned (no
    /// handler is named), call-back-wanted (its caller wants to be called back), not-overdue (the running clock
    /// is in time), was-overdue (a handling clock ran over), until-ahead and until-passed (the end date asked
    /// for), assisted (all who help have reported back), `has:FLAG`, `lacks:FLAG`, `below:COUNT:N`.
    /// `needs`: reason, criterion, department, handler, photos, after-photos, closing, kind (one of `kinds`),
    /// hours, until (a date from today to a year ahead), reply (whether one is wanted), survivor (the case this one
    /// goes into), place.
    public record Permission(
            List<PostCode> posts,
            List<String> guards,
            List<String> needs,
            @Nullable List<Kind> kinds) {
        public Permission {
            posts = List.copyOf(posts);
            guards = List.copyOf(guards);
            needs = List.copyOf(needs);
            kinds = kinds == null ? null : List.copyOf(kinds);
        }

        public Permission(List<PostCode> posts, List<String> guards, List<String> needs) {
            this(posts, guards, needs, null);
        }

        public List<Kind> choices() {
            return kinds == null ? List.of() : kinds;
        }
    }

    /// A choice the transition offers, e.g. which kind of supervision.
    public record Kind(String code, String name, String nameEnglish) {}

    /// What happens to clocks and milestones: running clocks stop if `stopsClock`; a clock for `startsStage`
    /// starts with `stageLimit` (continuous), or with the criterion's limit where `stageLimit` is absent. Of an
    /// order (supervise) `stageLimit` is within which a reply is due, where one is wanted.
    /// `milestone` names the field of `Milestones` that is set: accepted, filed, dispatched, finished,
    /// checked, closed. `flag` is raised, `dropsFlag` lowered, `count` counted up.
    ///
    /// `also`: ask (a request begins), extend, pause, resume (the running clock), release (the department has
    /// it no more), count-kind (the kind given is counted), supervise, answer (the supervision), aside, merge (the
    /// case goes into another one), locate (its place is set), call-back (what a call to the caller came to, by its
    /// kind). `marks` raise flags by what was counted.
    public record Effect(
            boolean stopsClock,
            @Nullable StageCode startsStage,
            @Nullable Duration stageLimit,
            @Nullable String milestone,
            @Nullable String flag,
            @Nullable String dropsFlag,
            @Nullable String count,
            @Nullable List<String> also,
            @Nullable List<Mark> marks) {
        public Effect {
            also = also == null ? null : List.copyOf(also);
            marks = marks == null ? null : List.copyOf(marks);
        }

        public Effect(
                boolean stopsClock,
                @Nullable StageCode startsStage,
                @Nullable Duration stageLimit,
                @Nullable String milestone,
                @Nullable String flag) {
            this(stopsClock, startsStage, stageLimit, milestone, flag, null, null, null, null);
        }

        public List<String> does() {
            return also == null ? List.of() : also;
        }

        public List<Mark> raised() {
            return marks == null ? List.of() : marks;
        }
    }

    /// A flag that is raised once something has been counted `from` times (推诿: two wrong dispatches).
    public record Mark(String flag, String count, int from) {}

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

    /// Where a transition leads a case that is as far as `progress`.
    public static StateCode target(Transition transition, Progress progress) {
        if (transition.to().equals(SAME)) {
            return progress.state();
        }
        Request request = progress.request();
        return transition.to().equals(ORIGIN) ? request == null ? progress.state() : request.origin() : transition.to();
    }

    /// What takes a case that has ended back to work (重开, 返工), as far as the city has such a way.
    public List<Transition> waysBack(Progress progress) {
        return from(progress.state()).stream()
                .filter(t -> !t.aside() && ending(target(t, progress)) == Ending.OPEN)
                .toList();
    }

    /// Whether a case in this state lives on an open request: some way leads back to where it was made.
    public boolean awaits(StateCode state) {
        return from(state).stream().anyMatch(t -> t.to().equals(ORIGIN));
    }
}
