package org.yiping.domain.casework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yiping.domain.casework.Workflow.Transition;

/// What is wrong with a city's workflow file, found when it is read and not when the first case is stuck:
/// states nobody declared, codes nobody knows, open states nobody can lead on. Stateless; any thread.
public final class WorkflowFaults {
    private static final Set<String> EFFECTS = Set.of(
            "ask",
            "extend",
            "pause",
            "resume",
            "release",
            "count-kind",
            "supervise",
            "answer",
            "aside",
            "merge",
            "locate",
            "call-back");
    private static final Set<String> MILESTONES =
            Set.of("accepted", "filed", "dispatched", "finished", "checked", "closed");

    private WorkflowFaults() {}

    /// In words for the log of who brought the file; empty where it is sound.
    public static List<String> of(Workflow workflow) {
        List<String> faults = new ArrayList<>();
        for (Transition t : workflow.transitions()) {
            String action = t.action().value();
            t.from().stream()
                    .filter(s -> workflow.find(s).isEmpty())
                    .forEach(s -> faults.add(action + ": unknown state " + s.value()));
            boolean relative = t.to().equals(Workflow.SAME) || t.to().equals(Workflow.ORIGIN);
            if (!relative && workflow.find(t.to()).isEmpty()) {
                faults.add(action + ": unknown state " + t.to().value());
            }
            if (t.permission().posts().isEmpty()) {
                faults.add(action + ": no post may do it");
            }
            t.permission().guards().stream()
                    .filter(g -> !Guards.knows(g))
                    .forEach(g -> faults.add(action + ": unknown guard " + g));
            t.permission().needs().stream()
                    .filter(n -> !Needs.knows(n))
                    .forEach(n -> faults.add(action + ": unknown need " + n));
            if (t.needs("kind") && t.permission().choices().isEmpty()) {
                faults.add(action + ": needs a kind and offers none");
            }
            t.effect().raised().stream()
                    .filter(m -> m.from() < 1)
                    .forEach(m -> faults.add(action + ": " + m.flag() + " is raised from the first time at least"));
            if (t.effect().does().contains("merge") && !t.needs("survivor")) {
                faults.add(action + ": merges and does not ask into which case");
            }
            if (t.effect().does().contains("call-back")) {
                calls(t, faults);
            }
            t.effect().does().stream()
                    .filter(e -> !EFFECTS.contains(e))
                    .forEach(e -> faults.add(action + ": unknown effect " + e));
            if (t.effect().milestone() != null
                    && !MILESTONES.contains(t.effect().milestone())) {
                faults.add(action + ": unknown milestone " + t.effect().milestone());
            }
        }
        workflow.states().forEach(s -> state(workflow, s, faults));
        return faults;
    }

    private static void calls(Transition t, List<String> faults) {
        String action = t.action().value();
        if (!t.needs("kind")) {
            faults.add(action + ": calls back and does not ask what it came to (kind)");
        }
        t.permission().choices().stream()
                .filter(k -> !CallBack.OUTCOMES.contains(k.code()))
                .forEach(k -> faults.add(action + ": no outcome of a call: " + k.code()));
    }

    private static void state(Workflow workflow, Workflow.State state, List<String> faults) {
        List<Transition> from = workflow.from(state.code());
        boolean open = state.ending() == Workflow.Ending.OPEN || state.ending() == Workflow.Ending.PAUSED;
        if (open && from.stream().allMatch(Transition::aside)) {
            faults.add(state.code().value() + ": open, and nothing leads on");
        }
        Set<String> ways = new HashSet<>();
        from.stream()
                .map(t -> t.action().value())
                .filter(a -> !ways.add(a))
                .forEach(a -> faults.add(state.code().value() + ": two rows for " + a));
    }
}
