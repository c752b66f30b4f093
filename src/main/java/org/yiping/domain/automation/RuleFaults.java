package org.yiping.domain.automation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yiping.domain.casework.Workflow;

/// What is wrong with a city's rules, found when they are read: an action nobody knows or a rule may not take, a
/// cap or window that makes no sense. Stateless; any thread.
public final class RuleFaults {
    /// What a rule can bring; everything else wants somebody's eyes or words.
    private static final Set<String> BRINGS = Set.of("criterion", "department", "reason");

    private static final int LONGEST_ID = 40;

    private RuleFaults() {}

    /// In words for the log of who brought the file; empty where it is sound.
    public static List<String> of(List<AutoRule> rules, Workflow workflow) {
        List<String> faults = new ArrayList<>();
        Set<RuleId> ids = new HashSet<>();
        for (AutoRule rule : rules) {
            String id = rule.id().value();
            if (id.length() > LONGEST_ID || id.equals("*")) {
                faults.add(id + ": an id of a rule has at most " + LONGEST_ID + " characters");
            }
            if (!ids.add(rule.id())) {
                faults.add(id + ": twice");
            }
            List<Workflow.Transition> rows = workflow.transitions().stream()
                    .filter(t -> t.action().equals(rule.act().action()))
                    .filter(t -> !t.from().isEmpty())
                    .toList();
            if (rows.isEmpty()) {
                faults.add(id + ": unknown action " + rule.act().action().value());
            }
            for (Workflow.Transition t : rows) {
                if (!t.permission().posts().contains(rule.act().post())) {
                    faults.add(id + ": the post " + rule.act().post().value() + " may not "
                            + t.action().value());
                }
                t.permission().needs().stream()
                        .filter(n -> !BRINGS.contains(n))
                        .forEach(n -> faults.add(id + ": a rule cannot bring " + n));
            }
            if (rule.bounds().perHour() < 1) {
                faults.add(id + ": perHour is at least 1");
            }
            if (rule.bounds().veto().isNegative()) {
                faults.add(id + ": the veto window is negative");
            }
            Double sure = rule.when().confidence();
            if (sure != null && !(sure >= 0 && sure <= 1)) {
                faults.add(id + ": confidence lies between 0 and 1");
            }
            if (rule.halted() != null) {
                faults.add(id + ": a file stops no rule, a person does");
            }
        }
        return faults;
    }
}
