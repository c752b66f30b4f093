package org.yiping.server.command;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.automation.AutoRule;
import org.yiping.domain.automation.Plan;
import org.yiping.domain.automation.Planning;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.identity.PostCode;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.FileTable;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;
import org.yiping.server.seat.Seats;

/// Applies commands beside a case's way. The writer's thread only.
final class AsideClerk {
    private static final int LONGEST_TEXT = 4000;
    /// Who may always object to a rule, whatever it is about to do.
    private static final PostCode DUTY_LEADER = new PostCode("duty-leader");

    private final Rulebook book;
    private final Access access;
    private final CaseWriter writer;
    private final ReceiptClerk receipts;
    private final AssistanceClerk assistance;
    private final ShiftClerk shifts;
    private final NoteClerk notes;
    private final CampaignClerk campaigns;
    private final AlarmClerk alarms;
    private final OpenDayClerk openDays;
    private final EvidenceClerk evidence;
    private final HandClerk hands;
    private final StepClerk steps;
    private final CaptureClerk captures;
    private final PatrolClerk patrols;
    private final InspectionClerk inspections;
    private final SceneClerk scenes;
    private final WallClerk walls;
    private final AssessmentClerk assessments;
    private final NoticeClerk departmentNotices;
    private final DebriefClerk debriefs;

    AsideClerk(Rulebook book, Access access, FileTable files, Seats seats, CaptureClerk.Filing filing) {
        this.book = book;
        this.access = access;
        this.writer = new CaseWriter(book);
        this.receipts = new ReceiptClerk(book, access);
        this.assistance = new AssistanceClerk(book, access);
        this.shifts = new ShiftClerk(book, access);
        this.campaigns = new CampaignClerk(book);
        this.alarms = new AlarmClerk(book, access);
        this.openDays = new OpenDayClerk(writer);
        this.notes = new NoteClerk(book, access, files);
        this.evidence = new EvidenceClerk(book, access, files);
        this.hands = new HandClerk(book, access, seats);
        this.steps = new StepClerk(book, access);
        this.captures = new CaptureClerk(book, access, filing);
        this.scenes = new SceneClerk(book);
        this.patrols = new PatrolClerk(book, access, filing, evidence);
        this.inspections = new InspectionClerk(book, access, files, filing);
        this.walls = new WallClerk(book, access);
        this.assessments = new AssessmentClerk(book, access);
        this.departmentNotices = new NoticeClerk(book, access);
        this.debriefs = new DebriefClerk(book, access);
    }

    Answer apply(Batch batch, Principal who, Aside command, Instant now) {
        return switch (command) {
            case Aside.DecidePlan c -> decide(batch, who, c, now);
            case Aside.HaltRule c -> halt(batch, who, c, now);
            case Aside.Acknowledge c -> receipts.acknowledge(batch, who, c, now);
            case Aside.NoteCall c -> receipts.called(batch, who, c, now);
            case Aside.AddNote c -> notes.add(batch, who, c, now);
            case Aside.AddEvidence c -> evidence.add(batch, who, c, now);
            case Aside.TickStep c -> steps.tick(batch, who, c, now);
            case Aside.NotePrint c -> steps.printed(batch, who, c, now);
            case Aside.AskAssistance c -> assistance.ask(batch, who, c, now);
            case Aside.HandOver c -> shifts.handOver(batch, who, c, now);
            case Aside.TakeOver c -> shifts.takeOver(batch, who, c, now);
            case Aside.PlanCampaign c -> campaigns.plan(batch, who, c, now);
            case Aside.EndCampaign c -> campaigns.end(batch, who, c, now);
            case Aside.TurnOpenDay c -> openDays.turn(batch, who, c, now);
            case Aside.TellStory c -> openDays.tell(batch, who, c, now);
            case Aside.TakeCase c -> hands.take(batch, who, c, now);
            case Aside.ReportBack c -> assistance.report(batch, who, c, now);
            case Aside.ConfirmCapture c -> captures.confirm(batch, who, c, now);
            case Aside.RejectCapture c -> captures.reject(batch, who, c, now);
            case Aside.CheckBroadcast c -> captures.check(batch, who, c, now);
            case Aside.PlanPatrol c -> patrols.plan(batch, who, c, now);
            case Aside.PatrolLook c -> patrols.look(batch, who, c, now);
            case Aside.InspectPoint c -> inspections.inspect(batch, who, c, now);
            case Aside.EnterReply c -> inspections.reply(batch, who, c, now);
            case Aside.SaveScene c -> scenes.save(batch, who, c, now);
            case Aside.SendToWall c -> walls.send(batch, who, c, now);
            case Aside.TakeOffWall c -> walls.takeOff(batch, who, c, now);
            case Aside.MoveAssessment c -> assessments.move(batch, who, c, now);
            case Aside.IssueNotice c -> departmentNotices.issue(batch, who, c, now);
            case Aside.AnswerNotice c -> departmentNotices.answer(batch, who, c, now);
            case Aside.Debriefing c -> debriefs.apply(batch, who, c, now);
            case Aside.AnswerAlarm c -> alarms.answer(batch, who, c, now);
            case Aside.ShelveAlarm c -> alarms.shelve(batch, who, c, now);
        };
    }

    /// Let it act at once or never; an objection needs no words, because there may be seconds left.
    private Answer decide(Batch batch, Principal who, Aside.DecidePlan c, Instant now) {
        Row row = batch.find(Kinds.CASE, c.caseId().value())
                .filter(r -> access.reach(Kinds.CASE, who).sees(r.scope()))
                .orElse(null);
        if (row == null) {
            return refused(404, "no-case", "/target", null);
        }
        if (c.reason().length() > LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/reason", null);
        }
        Case current = Json.mapper().readValue(row.content(), Case.class);
        Plan plan = Planning.automatic(current).plan();
        if (plan == null || !plan.rule().equals(c.rule())) {
            return refused(409, "no-plan", "/payload/rule", row);
        }
        boolean theirs = who.post().equals(DUTY_LEADER)
                || book.workflow()
                        .find(plan.action(), current.progress().state())
                        .filter(t -> t.permission().posts().contains(who.post()))
                        .isPresent();
        if (!theirs) {
            return refused(403, "post", "/payload/rule", null);
        }
        var automatic = Planning.automatic(current).with(c.go() ? plan.at(now) : null);
        return writer.beside(
                batch,
                new CaseWriter.By(who.actor(), c.head().id().value()),
                current.withProgress(current.progress().with(automatic)),
                new RecordId(c.head().id().value()),
                CaseWriter.Said.of(c.go() ? "plan-go" : "plan-veto", c.reason(), now));
    }

    /// Counts at once: a rule is judged by this row where it acts.
    private Answer halt(Batch batch, Principal who, Aside.HaltRule c, Instant now) {
        if (c.halt() && c.reason().isBlank()) {
            return refused(422, "missing", "/payload/reason", null);
        }
        if (c.reason().length() > LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/reason", null);
        }
        List<Row> rows = c.rule() == null
                ? batch.all(Kinds.RULE)
                : batch.find(Kinds.RULE, c.rule().value()).map(List::of).orElse(List.of());
        if (rows.isEmpty()) {
            return refused(404, "no-rule", "/target", null);
        }
        long revision = rows.getLast().revision();
        for (Row row : rows) {
            AutoRule rule = Json.mapper().readValue(row.content(), AutoRule.class);
            if ((rule.halted() != null) != c.halt()) {
                AutoRule next = rule.halted(c.halt() ? new AutoRule.Halt(who.actor(), now, c.reason()) : null);
                var by = new CaseWriter.By(who.actor(), c.head().id().value());
                revision = batch.put(writer.origin(by, c.reason(), now), now, rule(next))
                        .revision();
            }
        }
        return new Answer.Applied(revision);
    }

    /// A rule as the storage takes it.
    static Change rule(AutoRule rule) {
        return Change.fact(Kinds.RULE, rule.id().value(), Json.mapper().writeValueAsString(rule), Scope.OPEN);
    }

    private static Answer refused(int status, String code, String pointer, @Nullable Row current) {
        return new Answer.Refused(status, code, pointer, current);
    }
}
