package org.yiping.domain.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.Limit;
import org.yiping.domain.command.Command;

/// How a case looks after a transition that the rules allowed: state, clocks, milestones, flags, photos.
final class CaseTurn {
    private final Catalogue catalogue;
    private final String workflowVersion;
    private final WorkCalendar calendar;

    CaseTurn(Catalogue catalogue, String workflowVersion, WorkCalendar calendar) {
        this.catalogue = catalogue;
        this.workflowVersion = workflowVersion;
        this.calendar = calendar;
    }

    Case take(Case current, Transition transition, Command.Fields fields, Instant now) {
        return withPhotos(current, transition, fields, now).withProgress(progress(current, transition, fields, now));
    }

    private static Case withPhotos(Case c, Transition transition, Command.Fields fields, Instant now) {
        if (fields.photos().isEmpty()) {
            return c;
        }
        String phase = "finished".equals(transition.effect().milestone()) ? "after" : "check";
        List<Attachment> photos = new ArrayList<>(c.head().photos());
        for (String id : fields.photos()) {
            photos.add(new Attachment(id, phase, "image/*", now, c.report().simulated()));
        }
        return new Case(
                c.id(),
                new Case.CaseHead(c.head().number(), c.head().workflowVersion(), photos),
                c.subject(),
                c.place(),
                c.report(),
                c.progress());
    }

    private Progress progress(Case c, Transition transition, Command.Fields fields, Instant now) {
        Progress before = c.progress();
        Workflow.Effect effect = transition.effect();
        List<CaseClock> clocks = new ArrayList<>();
        for (CaseClock clock : before.clocks()) {
            clocks.add(effect.stopsClock() && clock.running() ? stopped(clock, now) : clock);
        }
        if (effect.startsStage() != null) {
            start(c, effect.startsStage(), effect.stageLimit(), now).ifPresent(clocks::add);
        }
        List<String> flags = new ArrayList<>(before.flags());
        if (effect.flag() != null && !flags.contains(effect.flag())) {
            flags.add(effect.flag());
        }
        return new Progress(
                transition.to(),
                fields.department() == null ? before.department() : fields.department(),
                fields.handler(),
                clocks,
                passed(before.milestones(), effect.milestone(), now),
                flags);
    }

    private static CaseClock stopped(CaseClock clock, Instant now) {
        return new CaseClock(clock.stage(), clock.startedAt(), clock.yellowAt(), clock.dueAt(), now, clock.basis());
    }

    private Optional<CaseClock> start(Case c, StageCode stage, @Nullable Duration stageLimit, Instant now) {
        if (stageLimit != null) {
            ClockBasis basis = new ClockBasis(null, null, workflowVersion, calendar.version());
            Instant yellow = now.plus(stageLimit.multipliedBy(4).dividedBy(5));
            return Optional.of(new CaseClock(stage, now, yellow, now.plus(stageLimit), null, basis));
        }
        if (c.subject().criterion() == null) {
            return Optional.empty();
        }
        return catalogue
                .find(c.subject().classCode(), c.subject().criterion())
                .map(criterion -> clock(stage, criterion, now));
    }

    private CaseClock clock(StageCode stage, Criterion criterion, Instant now) {
        Limit limit = criterion.limit();
        ClockBasis basis = new ClockBasis(limit, criterion.id(), catalogue.version(), calendar.version());
        return new CaseClock(stage, now, calendar.after(now, limit, 4, 5), calendar.due(now, limit), null, basis);
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
