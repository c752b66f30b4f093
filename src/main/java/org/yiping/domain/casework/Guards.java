package org.yiping.domain.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.DepartmentId;

/// Whether a case as it is lets somebody take a transition: post, who has it, and the case's own past. The
/// platform decides by it and a console tells by it why not. Stateless; any thread.
public final class Guards {
    private Guards() {}

    /// The guard that refuses, `post` where the post may not, or absent. `own` is the actor's department. A
    /// guard this version does not know closes the action, never opens it.
    public static @Nullable String refusal(
            Case c, Transition transition, Actor actor, @Nullable DepartmentId own, Instant now) {
        if (!transition.permission().posts().contains(actor.post())) {
            return "post";
        }
        for (String guard : transition.permission().guards()) {
            if (!passes(c, guard, actor, own, now)) {
                return guard;
            }
        }
        return null;
    }

    /// Whether this version knows the guard.
    static boolean knows(String guard) {
        return switch (guard) {
            case "handler",
                    "department",
                    "unassigned",
                    "call-back-wanted",
                    "not-overdue",
                    "was-overdue",
                    "until-ahead",
                    "until-passed",
                    "assisted" -> true;
            default -> guard.matches("(has|lacks):[a-z-]+|below:[a-z-]+:[0-9]{1,6}");
        };
    }

    private static boolean passes(Case c, String guard, Actor actor, @Nullable DepartmentId own, Instant now) {
        Progress p = c.progress();
        return switch (guard) {
            case "handler" -> actor.person().equals(p.handler());
            case "department" -> own != null && own.equals(p.department());
            case "unassigned" -> p.handler() == null;
            case "call-back-wanted" -> c.wantsCallBack();
            case "not-overdue" ->
                c.runningClock().map(clock -> !now.isAfter(clock.dueAt())).orElse(true);
            case "was-overdue" -> c.handlingOverran();
            case "until-ahead" -> {
                Instant end = resumesAt(p);
                yield end != null && now.isBefore(end);
            }
            case "until-passed" -> {
                Instant end = resumesAt(p);
                yield end != null && !now.isBefore(end);
            }
            case "assisted" -> p.assistants().stream().noneMatch(Assistance::open);
            default -> knows(guard) && counted(p, guard.split(":"));
        };
    }

    private static boolean counted(Progress p, String[] guard) {
        return switch (guard[0]) {
            case "has" -> p.flags().contains(guard[1]);
            case "lacks" -> !p.flags().contains(guard[1]);
            default -> p.count(guard[1]) < Integer.parseInt(guard[2]);
        };
    }

    private static @Nullable Instant resumesAt(Progress p) {
        Request request = p.request();
        return request == null ? null : request.resumesAt();
    }
}
