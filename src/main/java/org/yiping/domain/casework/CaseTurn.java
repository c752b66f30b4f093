package org.yiping.domain.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.DepartmentId;

/// How a case looks after a transition that the rules allowed: state, clocks, milestones, flags, photos,
/// detours. Immutable; any thread.
final class CaseTurn {
    private final Workflow workflow;
    private final Filing filing;
    private final StageClocks clocks;
    private final ZoneId zone;

    CaseTurn(Workflow workflow, Filing filing, StageClocks clocks, ZoneId zone) {
        this.workflow = workflow;
        this.filing = filing;
        this.clocks = clocks;
        this.zone = zone;
    }

    /// Who does what, with which fields, when.
    record Act(Transition transition, Command.Fields fields, Actor actor, Instant at) {
        boolean does(String effect) {
            return transition.effect().does().contains(effect);
        }
    }

    Case take(Case current, Act act) {
        return located(withPhotos(current, act), act).withProgress(progress(current, act));
    }

    private static Case located(Case c, Act act) {
        Place place = act.fields().place();
        return act.does("locate") && place != null
                ? new Case(c.id(), c.head(), c.subject(), place, c.report(), c.progress())
                : c;
    }

    private static Case withPhotos(Case c, Act act) {
        if (act.fields().photos().isEmpty()) {
            return c;
        }
        String phase = phase(c.progress().milestones(), act);
        List<Attachment> photos = new ArrayList<>(c.head().photos());
        for (String id : act.fields().photos()) {
            photos.add(new Attachment(id, phase, "image/*", act.at(), c.report().simulated()));
        }
        return new Case(c.id(), c.head().with(photos), c.subject(), c.place(), c.report(), c.progress());
    }

    /// What a photo shows, by how far the case is: verified (核实) before it is filed, checked (核查) after handling.
    private static String phase(Milestones passed, Act act) {
        if ("finished".equals(act.transition().effect().milestone())) {
            return "after";
        }
        return passed.filedAt() == null ? "verify" : passed.finishedAt() != null ? "check" : "note";
    }

    private Progress progress(Case c, Act act) {
        Progress before = c.progress();
        Workflow.Effect effect = act.transition().effect();
        StateCode to = Workflow.target(act.transition(), before);
        boolean same = act.transition().to().equals(Workflow.SAME);
        boolean back = act.transition().to().equals(Workflow.ORIGIN);
        boolean awaits = workflow.awaits(to);
        Detours detours = detours(before, act, same || awaits);
        return new Progress(
                to,
                act.does("release")
                        ? null
                        : act.fields().department() == null
                                ? before.department()
                                : act.fields().department(),
                same || back || awaits ? before.handler() : act.fields().handler(),
                clocks(c, act),
                passed(before.milestones(), effect.milestone(), act.at()),
                flags(before.flags(), act, detours),
                detours.equals(Detours.NONE) ? null : detours,
                act.at(),
                same || before.automatic() == null
                        ? before.automatic()
                        : before.automatic().with(null),
                receipts(c, act, same),
                act.does("release") ? null : before.assisting(),
                before.ticks(),
                same && before.alarm() != null ? before.alarm().answered(act.actor(), act.at()) : null);
    }

    /// When the department's clock starts it has to hear of it; its own next step says that it has.
    private static @Nullable List<Receipt> receipts(Case c, Act act, boolean same) {
        Progress before = c.progress();
        DepartmentId department = act.fields().department() == null
                ? before.department()
                : act.fields().department();
        if (CaseClock.HANDLE.equals(act.transition().effect().startsStage()) && department != null) {
            List<Receipt> told = new ArrayList<>();
            told.add(Receipt.begin(department, act.at()));
            before.dispatched().stream()
                    .filter(r -> !r.department().equals(department))
                    .filter(r -> before.assistants().stream()
                            .anyMatch(a -> a.department().equals(r.department())))
                    .forEach(told::add);
            return told;
        }
        if (same || before.receipts() == null) {
            return before.receipts();
        }
        boolean theirs = act.transition().permission().guards().contains("department");
        return before.receipts().stream()
                .map(r -> !r.department().equals(before.department())
                        ? (act.does("release") ? r.ended() : r)
                        : theirs ? r.accepted(act.at()) : r.ended())
                .toList();
    }

    private List<CaseClock> clocks(Case c, Act act) {
        Workflow.Effect effect = act.transition().effect();
        List<CaseClock> result = new ArrayList<>();
        for (CaseClock clock : c.progress().clocks()) {
            result.add(clock.stoppedAt() == null ? moved(clock, c.progress().request(), act) : clock);
        }
        if (effect.startsStage() != null) {
            clocks.start(c.subject(), filing.of(c, act.at()), effect.startsStage(), effect.stageLimit(), act.at())
                    .ifPresent(result::add);
        }
        return result;
    }

    private CaseClock moved(CaseClock clock, @Nullable Request request, Act act) {
        if (act.transition().effect().stopsClock()) {
            return clocks.stopped(clock, act.at());
        }
        if (act.does("extend")) {
            return clocks.extended(clock, act.at());
        }
        if (act.does("pause")) {
            return clocks.paused(clock, act.at());
        }
        if (act.does("resume") && clock.paused()) {
            // what was agreed ends the pause, however late the server or the dispatcher came to it
            Instant agreed = request == null ? null : request.resumesAt();
            return clocks.resumed(clock, agreed == null || act.at().isBefore(agreed) ? act.at() : agreed);
        }
        return clock;
    }

    private Detours detours(Progress before, Act act, boolean requestLives) {
        Detours d = before.detours() == null ? Detours.NONE : before.detours();
        d = d.counted(act.transition().effect().count());
        if (act.does("count-kind")) {
            d = d.counted(act.fields().kind());
        }
        if (act.does("release") && before.department() != null) {
            d = d.bounced(new Bounce(before.department(), act.fields().kind(), act.at()));
        }
        if (act.does("merge") && act.fields().survivor() != null) {
            d = d.merged(act.fields().survivor());
        }
        Request request = act.does("ask") ? request(before, act) : requestLives ? d.request() : null;
        return new Detours(
                d.counts(),
                request,
                supervision(d.supervision(), act),
                d.bounces(),
                d.mergedInto(),
                callBack(d.callBack(), before.calledBack(), act));
    }

    /// `since` is the call that holds since the case was closed: one in vain takes nothing back of it.
    private static @Nullable CallBack callBack(@Nullable CallBack last, @Nullable CallBack since, Act act) {
        String outcome = act.fields().kind();
        if (!act.does("call-back") || outcome == null) {
            return last;
        }
        CallBack call = new CallBack(outcome, act.actor(), act.at());
        return call.reached() || since == null || !since.reached() ? call : last;
    }

    private Request request(Progress before, Act act) {
        LocalDate until = act.fields().until();
        return new Request(
                before.state(),
                act.actor().person(),
                act.at(),
                act.fields().hours(),
                until,
                until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static @Nullable Supervision supervision(@Nullable Supervision s, Act act) {
        String words = act.fields().reason() == null ? "" : act.fields().reason();
        if (act.does("supervise")) {
            String kind = act.fields().kind() == null ? "" : act.fields().kind();
            boolean wanted = Boolean.TRUE.equals(act.fields().reply());
            Duration within = act.transition().effect().stageLimit();
            Instant due = wanted && within != null ? act.at().plus(within) : null;
            return new Supervision(kind, words, act.actor(), act.at(), wanted, null, null, due);
        }
        return s != null && act.does("answer")
                ? new Supervision(s.kind(), s.opinion(), s.by(), s.at(), s.replyWanted(), words, act.at(), s.dueAt())
                : s;
    }

    private static List<String> flags(List<String> before, Act act, Detours detours) {
        Workflow.Effect effect = act.transition().effect();
        List<String> flags = new ArrayList<>(before);
        if (effect.dropsFlag() != null) {
            flags.remove(effect.dropsFlag());
        }
        if (effect.flag() != null && !flags.contains(effect.flag())) {
            flags.add(effect.flag());
        }
        if (act.does("supervise")
                && Boolean.TRUE.equals(act.fields().reply())
                && !flags.contains(Supervision.REPLY_WANTED)) {
            flags.add(Supervision.REPLY_WANTED);
        }
        for (Workflow.Mark mark : effect.raised()) {
            if (detours.counts().getOrDefault(mark.count(), 0) >= mark.from() && !flags.contains(mark.flag())) {
                flags.add(mark.flag());
            }
        }
        return flags;
    }

    private static Milestones passed(Milestones m, @Nullable String milestone, Instant now) {
        if (milestone == null) {
            return m;
        }
        return switch (milestone) {
            case "accepted" -> new Milestones(now, null, null, null, null, null);
            case "filed" -> new Milestones(m.acceptedAt(), now, null, null, null, null);
            case "dispatched" -> new Milestones(m.acceptedAt(), m.filedAt(), now, null, null, null);
            case "finished" -> new Milestones(m.acceptedAt(), m.filedAt(), m.dispatchedAt(), now, null, null);
            case "checked" -> new Milestones(m.acceptedAt(), m.filedAt(), m.dispatchedAt(), m.finishedAt(), now, null);
            case "closed" ->
                new Milestones(m.acceptedAt(), m.filedAt(), m.dispatchedAt(), m.finishedAt(), m.checkedAt(), now);
            default -> throw new IllegalStateException("workflow names an unknown milestone: " + milestone);
        };
    }
}
