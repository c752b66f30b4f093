package org.yiping.server.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.assessment.Appeal;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentId;
import org.yiping.domain.assessment.Inputs;
import org.yiping.domain.assessment.Move;
import org.yiping.domain.assessment.Plea;
import org.yiping.domain.assessment.Score;
import org.yiping.domain.assessment.Scoring;
import org.yiping.domain.assessment.Stage;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.assessment.AssessmentRows;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Row;

/// Takes assessments through their steps (复核、申诉、更正、签发、发布). A score follows an upheld appeal at once, from what
/// was frozen when it was counted; nothing else changes one. The writer's thread only.
final class AssessmentClerk {
    private final Access access;
    private final CaseWriter writer;
    /// Stands for all of the city.
    private final String city;

    AssessmentClerk(Rulebook book, Access access) {
        this.access = access;
        this.writer = new CaseWriter(book);
        this.city = book.settings().code();
    }

    Answer move(Batch batch, Principal who, Aside.MoveAssessment c, Instant now) {
        Row row = batch.find(Kinds.ASSESSMENT, c.assessment().value())
                .filter(r -> access.reach(Kinds.ASSESSMENT, who).sees(r.scope()))
                .orElse(null);
        if (row == null) {
            return refused(404, "no-assessment", "/target", null);
        }
        Assessment current = read(row);
        Answer bad = unfit(c, who, current, row);
        if (bad != null) {
            return bad;
        }
        return switch (c.move()) {
            case APPEAL -> appeal(batch, who, c, row, now);
            case DECIDE -> decide(batch, who, c, row, now);
            case SUBMIT, OPEN_APPEALS, CLOSE_APPEALS, SIGN, PUBLISH, WITHDRAW -> step(batch, who, c, row, now);
        };
    }

    private static Assessment read(Row row) {
        return Json.mapper().readValue(row.content(), Assessment.class);
    }

    private @Nullable Answer unfit(Aside.MoveAssessment c, Principal who, Assessment current, Row row) {
        Move move = c.move();
        if (c.plea().reason().length() > Command.LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/plea/reason", null);
        }
        if (!move.isOf(who.post())) {
            return refused(403, "post", "/payload/move", null);
        }
        // who answers for a part of it may object to its score and decide nothing
        if (move != Move.APPEAL && !who.person().covers(new AreaCode(AssessmentRows.area(current, city)))) {
            return refused(403, "areas", "/target", null);
        }
        // appeals do not stand in each other's way
        if (move != Move.APPEAL && c.base() != current.version()) {
            return refused(409, "assessment-changed", "/payload/base", row);
        }
        return move.isPossible(current.stage()) ? null : refused(409, "assessment-stage", "/payload/move", row);
    }

    private Answer step(Batch batch, Principal who, Aside.MoveAssessment c, Row row, Instant now) {
        Assessment current = read(row);
        Instant until = null;
        boolean early = false;
        switch (c.move()) {
            case OPEN_APPEALS ->
                until = now.plus(Duration.ofDays(current.yardstick().appealDays()));
            case CLOSE_APPEALS -> early = current.appealsUntil() != null && now.isBefore(current.appealsUntil());
            case SIGN -> {
                if (current.hasOpenAppeals()) {
                    return refused(409, "undecided", "/payload/move", row);
                }
                if (who.actor().person().equals(current.by().person())) {
                    return refused(409, "own-run", "/payload/move", row);
                }
            }
            case PUBLISH -> replace(batch, who, c, current, now);
            case SUBMIT, WITHDRAW, APPEAL, DECIDE -> {}
        }
        if ((early || c.move() == Move.WITHDRAW) && c.plea().reason().isBlank()) {
            return refused(422, "missing", "/payload/plea/reason", null);
        }
        Assessment.Deed deed =
                Assessment.Deed.of(c.move(), who.actor(), now, c.plea().reason().strip());
        return put(batch, who, c, current.moved(deed, until), now);
    }

    /// The edition that was published until now gives its place to the next.
    private void replace(Batch batch, Principal who, Aside.MoveAssessment c, Assessment next, Instant now) {
        AssessmentId before = next.replaces();
        Row row = before == null
                ? null
                : batch.find(Kinds.ASSESSMENT, before.value()).orElse(null);
        if (row != null
                && read(row).stage() == Stage.PUBLISHED
                && read(row).series().equals(next.series())) {
            put(batch, who, c, read(row).replaced(), now);
        }
    }

    private Answer appeal(Batch batch, Principal who, Aside.MoveAssessment c, Row row, Instant now) {
        Assessment current = read(row);
        Plea plea = c.plea();
        String object = plea.object();
        if (object == null || current.score(object).isEmpty()) {
            return refused(422, "missing", "/payload/plea/object", null);
        }
        if (!current.mayAppeal(object, who.person(), who.post())) {
            return refused(403, "post", "/payload/plea/object", null);
        }
        if (plea.reason().isBlank()) {
            return refused(422, "missing", "/payload/plea/reason", null);
        }
        if (current.appealsUntil() != null && now.isAfter(current.appealsUntil())) {
            return refused(409, "ended", "/payload/move", row);
        }
        List<CaseId> cases = plea.named();
        Set<CaseId> counted = inputs(batch, current, object).cases().stream()
                .map(Inputs.Counted::id)
                .collect(Collectors.toSet());
        if (cases.isEmpty() || cases.size() > Appeal.MOST_CASES || !counted.containsAll(cases)) {
            return refused(422, "range", "/payload/plea/cases", null);
        }
        if (current.appeals().size() >= Appeal.MOST) {
            return refused(409, "range", "/payload/move", row);
        }
        String reason = plea.reason().strip();
        Appeal appeal = new Appeal(current.appeals().size() + 1, object, cases, reason, who.actor(), now, null);
        Assessment.Deed deed = new Assessment.Deed(c.move(), who.actor(), now, reason, object, null, null);
        return put(batch, who, c, current.appealed(appeal, deed), now);
    }

    private Answer decide(Batch batch, Principal who, Aside.MoveAssessment c, Row row, Instant now) {
        Assessment current = read(row);
        Plea plea = c.plea();
        Appeal appeal = current.appeals().stream()
                .filter(a -> plea.appeal() != null && a.number() == plea.appeal())
                .findFirst()
                .orElse(null);
        if (appeal == null || plea.upheld() == null) {
            return refused(422, "missing", "/payload/plea/appeal", null);
        }
        if (appeal.decision() != null) {
            return refused(409, "assessment-stage", "/payload/plea/appeal", row);
        }
        if (plea.reason().isBlank()) {
            return refused(422, "missing", "/payload/plea/reason", null);
        }
        String reason = plea.reason().strip();
        Assessment decided =
                current.decided(appeal.number(), new Appeal.Decision(plea.upheld(), reason, who.actor(), now));
        Score before = current.score(appeal.object()).orElseThrow();
        Score after = plea.upheld()
                ? Scoring.of(
                        current.yardstick(),
                        current.span(),
                        before.name(),
                        inputs(batch, current, appeal.object()),
                        decided.leftOut(appeal.object()))
                : before;
        Assessment.Deed deed =
                new Assessment.Deed(c.move(), who.actor(), now, reason, appeal.object(), before.value(), after.value());
        return put(batch, who, c, decided.scored(after).moved(deed, null), now);
    }

    private static Inputs inputs(Batch batch, Assessment of, String object) {
        return batch.find(Kinds.ASSESSMENT_INPUTS, AssessmentRows.inputs(of.id(), of.place(object)))
                .map(r -> Json.mapper().readValue(r.content(), Inputs.class))
                .orElseThrow(() -> new IllegalStateException(of.id().value() + " has no inputs of " + object));
    }

    private Answer put(Batch batch, Principal who, Aside.MoveAssessment c, Assessment next, Instant now) {
        var by = new CaseWriter.By(who.actor(), c.head().id().value());
        return new Answer.Applied(
                batch.put(writer.origin(by, c.plea().reason(), now), now, AssessmentRows.change(next, city))
                        .revision());
    }

    private static Answer refused(int status, String code, String pointer, @Nullable Row current) {
        return new Answer.Refused(status, code, pointer, current);
    }
}
