package org.yiping.protocol;

// long because every command is a few lines there and a few back

// long because every command beside a case's way is written and read here and is few lines

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.assessment.AssessmentId;
import org.yiping.domain.assessment.DepartmentNotice;
import org.yiping.domain.assessment.Move;
import org.yiping.domain.assessment.NoticeId;
import org.yiping.domain.assessment.Plea;
import org.yiping.domain.automation.RuleId;
import org.yiping.domain.campaign.Campaign;
import org.yiping.domain.campaign.CampaignId;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.hall.HallId;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.inspection.InspectionCard;
import org.yiping.domain.inspection.InspectionId;
import org.yiping.domain.inspection.InspectionReply;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolPlanId;
import org.yiping.domain.patrol.PatrolRound;
import org.yiping.domain.room.DebriefId;
import org.yiping.domain.shift.HandoverId;
import org.yiping.domain.video.BroadcastId;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import tools.jackson.databind.JsonNode;

/// Commands beside a case's way, to and from their wire form. Stateless; any thread.
final class AsideCodec {
    private static final Set<String> TYPES = Set.of(
            "decidePlan",
            "haltRule",
            "acknowledge",
            "noteCall",
            "addNote",
            "takeCase",
            "askAssistance",
            "reportBack",
            "tickStep",
            "notePrint",
            "handOver",
            "takeOver",
            "planCampaign",
            "endCampaign",
            "answerAlarm",
            "shelveAlarm",
            "turnOpenDay",
            "tellStory",
            "confirmCapture",
            "rejectCapture",
            "checkBroadcast",
            "addEvidence",
            "planPatrol",
            "patrolLook",
            "inspectPoint",
            "enterReply",
            "sendToWall",
            "takeOffWall",
            "saveScene",
            "moveAssessment",
            "issueNotice",
            "answerNotice",
            "openDebrief",
            "commentDebrief",
            "signDebrief",
            "reopenDebrief");

    private AsideCodec() {}

    static boolean knows(String type) {
        return TYPES.contains(type);
    }

    static String type(Aside command) {
        return switch (command) {
            case Aside.DecidePlan _ -> "decidePlan";
            case Aside.HaltRule _ -> "haltRule";
            case Aside.Acknowledge _ -> "acknowledge";
            case Aside.NoteCall _ -> "noteCall";
            case Aside.AddNote _ -> "addNote";
            case Aside.TakeCase _ -> "takeCase";
            case Aside.AskAssistance _ -> "askAssistance";
            case Aside.ReportBack _ -> "reportBack";
            case Aside.TickStep _ -> "tickStep";
            case Aside.NotePrint _ -> "notePrint";
            case Aside.HandOver _ -> "handOver";
            case Aside.TakeOver _ -> "takeOver";
            case Aside.PlanCampaign _ -> "planCampaign";
            case Aside.EndCampaign _ -> "endCampaign";
            case Aside.AnswerAlarm _ -> "answerAlarm";
            case Aside.ShelveAlarm _ -> "shelveAlarm";
            case Aside.TurnOpenDay _ -> "turnOpenDay";
            case Aside.TellStory _ -> "tellStory";
            case Aside.ConfirmCapture _ -> "confirmCapture";
            case Aside.RejectCapture _ -> "rejectCapture";
            case Aside.CheckBroadcast _ -> "checkBroadcast";
            case Aside.AddEvidence _ -> "addEvidence";
            case Aside.PlanPatrol _ -> "planPatrol";
            case Aside.PatrolLook _ -> "patrolLook";
            case Aside.InspectPoint _ -> "inspectPoint";
            case Aside.EnterReply _ -> "enterReply";
            case Aside.SaveScene _ -> "saveScene";
            case Aside.SendToWall _ -> "sendToWall";
            case Aside.TakeOffWall _ -> "takeOffWall";
            case Aside.MoveAssessment _ -> "moveAssessment";
            case Aside.IssueNotice _ -> "issueNotice";
            case Aside.AnswerNotice _ -> "answerNotice";
            case Aside.Debriefing c -> DebriefCodec.type(c);
        };
    }

    static void payload(Aside command, Map<String, @Nullable Object> payload) {
        switch (command) {
            case Aside.DecidePlan c -> {
                payload.put("rule", c.rule());
                payload.put("go", c.go());
                payload.put("reason", c.reason());
            }
            case Aside.HaltRule c -> {
                payload.put("halt", c.halt());
                payload.put("reason", c.reason());
            }
            case Aside.Acknowledge c -> payload.put("step", c.step());
            case Aside.AskAssistance c -> {
                payload.put("department", c.department());
                payload.put("what", c.what());
            }
            case Aside.ReportBack c -> payload.put("text", c.text());
            case Aside.TakeCase c -> payload.put("from", c.from());
            case Aside.TickStep c -> {
                payload.put("step", c.step());
                payload.put("done", c.done());
            }
            case Aside.NotePrint c -> payload.put("form", c.form());
            case Aside.HandOver c -> {
                payload.put("since", c.since());
                payload.put("note", c.note());
            }
            case Aside.TakeOver c -> payload.put("note", c.note());
            case Aside.PlanCampaign c -> {
                payload.put("name", c.name());
                payload.put("goal", c.goal());
                payload.put("bounds", c.bounds());
                payload.put("lead", c.lead());
            }
            case Aside.EndCampaign c -> payload.put("summary", c.summary());
            case Aside.AnswerAlarm _ -> {}
            case Aside.ShelveAlarm c -> {
                payload.put("minutes", c.minutes());
                payload.put("reason", c.reason());
            }
            case Aside.TurnOpenDay c -> payload.put("on", c.on());
            case Aside.TellStory c -> {
                payload.put("caseId", c.caseId());
                payload.put("step", c.step());
            }
            case Aside.ConfirmCapture c -> {
                payload.put("caseId", c.caseId());
                payload.put("note", c.note());
            }
            case Aside.RejectCapture c -> {
                payload.put("reason", c.reason());
                payload.put("note", c.note());
            }
            case Aside.CheckBroadcast c -> {
                payload.put("effect", c.effect());
                payload.put("note", c.note());
            }
            case Aside.AddEvidence c -> {
                payload.put("fileId", c.fileId());
                payload.put("footage", c.footage());
                payload.put("note", c.note());
            }
            case Aside.PlanPatrol c -> {
                payload.put("task", c.task());
                payload.put("retired", c.retired());
            }
            case Aside.PatrolLook c -> {
                payload.put("slot", c.slot());
                payload.put("seen", c.seen());
            }
            case Aside.InspectPoint c -> {
                payload.put("place", c.place());
                payload.put("edition", c.edition());
                payload.put("sheet", c.sheet());
            }
            case Aside.EnterReply c -> payload.put("form", c.form());
            case Aside.SaveScene c -> {
                payload.put("base", c.base());
                payload.put("content", c.content());
                payload.put("rules", c.rules());
            }
            case Aside.SendToWall c -> {
                payload.put("order", c.order());
                payload.put("replaces", c.replaces());
            }
            case Aside.TakeOffWall c -> {
                payload.put("placements", c.placements());
                payload.put("reason", c.reason());
            }
            case Aside.MoveAssessment c -> {
                payload.put("base", c.base());
                payload.put("move", c.move());
                payload.put("plea", c.plea());
            }
            case Aside.IssueNotice c -> {
                payload.put("department", c.department());
                payload.put("said", c.said());
            }
            case Aside.AnswerNotice c -> {
                payload.put("base", c.base());
                payload.put("to", c.to());
                payload.put("text", c.text());
            }
            case Aside.Debriefing c -> DebriefCodec.payload(c, payload);
            case Aside.AddNote c -> {
                payload.put("text", c.text());
                payload.put("files", c.files());
            }
            case Aside.NoteCall c -> {
                payload.put("department", c.department());
                payload.put("reached", c.reached());
                payload.put("note", c.note());
            }
        }
    }

    static Aside decode(Command.Head head, String type, String target, JsonNode payload) {
        return switch (type) {
            case "decidePlan" -> {
                PlanPayload p = Json.mapper().treeToValue(payload, PlanPayload.class);
                yield new Aside.DecidePlan(head, new CaseId(target), p.rule(), p.go(), p.reason());
            }
            case "haltRule" -> {
                HaltPayload p = Json.mapper().treeToValue(payload, HaltPayload.class);
                RuleId rule = target.equals(Aside.HaltRule.ALL) ? null : new RuleId(target);
                yield new Aside.HaltRule(head, rule, p.halt(), p.reason());
            }
            case "acknowledge" ->
                new Aside.Acknowledge(
                        head,
                        new CaseId(target),
                        Json.mapper().treeToValue(payload, StepPayload.class).step());
            case "noteCall" -> {
                CallPayload p = Json.mapper().treeToValue(payload, CallPayload.class);
                yield new Aside.NoteCall(head, new CaseId(target), p.department(), p.reached(), p.note());
            }
            case "addNote" -> {
                NotePayload p = Json.mapper().treeToValue(payload, NotePayload.class);
                yield new Aside.AddNote(head, new CaseId(target), p.text(), p.files());
            }
            case "takeCase" ->
                new Aside.TakeCase(
                        head,
                        new CaseId(target),
                        Json.mapper().treeToValue(payload, HandPayload.class).from());
            case "askAssistance" -> {
                AskPayload p = Json.mapper().treeToValue(payload, AskPayload.class);
                yield new Aside.AskAssistance(head, new CaseId(target), p.department(), p.what());
            }
            case "reportBack" ->
                new Aside.ReportBack(
                        head,
                        new CaseId(target),
                        Json.mapper().treeToValue(payload, TextPayload.class).text());
            case "tickStep" -> {
                TickPayload p = Json.mapper().treeToValue(payload, TickPayload.class);
                yield new Aside.TickStep(head, new CaseId(target), p.step(), p.done());
            }
            case "notePrint" ->
                new Aside.NotePrint(
                        head,
                        new CaseId(target),
                        Json.mapper().treeToValue(payload, PrintPayload.class).form());
            case "handOver" -> {
                ShiftPayload p = Json.mapper().treeToValue(payload, ShiftPayload.class);
                yield new Aside.HandOver(head, new HandoverId(target), p.since(), p.note());
            }
            case "takeOver" ->
                new Aside.TakeOver(
                        head,
                        new HandoverId(target),
                        Json.mapper().treeToValue(payload, SignPayload.class).note());
            case "planCampaign" -> {
                CampaignPayload p = Json.mapper().treeToValue(payload, CampaignPayload.class);
                yield new Aside.PlanCampaign(head, new CampaignId(target), p.name(), p.goal(), p.bounds(), p.lead());
            }
            case "endCampaign" ->
                new Aside.EndCampaign(
                        head,
                        new CampaignId(target),
                        Json.mapper().treeToValue(payload, EndPayload.class).summary());
            case "answerAlarm" -> new Aside.AnswerAlarm(head, new CaseId(target));
            case "shelveAlarm" -> {
                ShelfPayload p = Json.mapper().treeToValue(payload, ShelfPayload.class);
                yield new Aside.ShelveAlarm(head, new CaseId(target), p.minutes(), p.reason());
            }
            case "turnOpenDay" ->
                new Aside.TurnOpenDay(
                        head,
                        new HallId(target),
                        Json.mapper().treeToValue(payload, DayPayload.class).on());
            case "tellStory" -> {
                StoryPayload p = Json.mapper().treeToValue(payload, StoryPayload.class);
                yield new Aside.TellStory(head, new HallId(target), p.caseId(), p.step());
            }
            case "confirmCapture" -> {
                ConfirmPayload p = Json.mapper().treeToValue(payload, ConfirmPayload.class);
                yield new Aside.ConfirmCapture(head, new CaptureId(target), p.caseId(), p.note());
            }
            case "rejectCapture" -> {
                RejectPayload p = Json.mapper().treeToValue(payload, RejectPayload.class);
                yield new Aside.RejectCapture(head, new CaptureId(target), p.reason(), p.note());
            }
            case "checkBroadcast" -> {
                CheckPayload p = Json.mapper().treeToValue(payload, CheckPayload.class);
                yield new Aside.CheckBroadcast(head, new BroadcastId(target), p.effect(), p.note());
            }
            case "addEvidence" -> {
                EvidencePayload p = Json.mapper().treeToValue(payload, EvidencePayload.class);
                yield new Aside.AddEvidence(head, new CaseId(target), p.fileId(), p.footage(), p.note());
            }
            case "planPatrol" -> {
                PatrolPayload p = Json.mapper().treeToValue(payload, PatrolPayload.class);
                yield new Aside.PlanPatrol(head, new PatrolPlanId(target), p.task(), p.retired());
            }
            case "patrolLook" -> {
                LookPayload p = Json.mapper().treeToValue(payload, LookPayload.class);
                yield new Aside.PatrolLook(head, new PatrolPlanId(target), p.slot(), p.seen());
            }
            case "inspectPoint" -> {
                PointPayload p = Json.mapper().treeToValue(payload, PointPayload.class);
                yield new Aside.InspectPoint(head, new InspectionId(target), p.place(), p.edition(), p.sheet());
            }
            case "enterReply" ->
                new Aside.EnterReply(
                        head,
                        new InspectionId(target),
                        Json.mapper().treeToValue(payload, ReplyPayload.class).form());
            case "saveScene" -> {
                ScenePayload p = Json.mapper().treeToValue(payload, ScenePayload.class);
                yield new Aside.SaveScene(head, new SceneId(target), p.base(), p.content(), p.rules());
            }
            case "sendToWall" -> {
                SendPayload p = Json.mapper().treeToValue(payload, SendPayload.class);
                yield new Aside.SendToWall(head, new WallId(target), p.order(), p.replaces());
            }
            case "takeOffWall" -> {
                TakeOffPayload p = Json.mapper().treeToValue(payload, TakeOffPayload.class);
                yield new Aside.TakeOffWall(head, new WallId(target), p.placements(), p.reason());
            }
            case "moveAssessment" -> {
                MovePayload p = Json.mapper().treeToValue(payload, MovePayload.class);
                yield new Aside.MoveAssessment(head, new AssessmentId(target), p.base(), p.move(), p.plea());
            }
            case "issueNotice" -> {
                NoticePayload p = Json.mapper().treeToValue(payload, NoticePayload.class);
                yield new Aside.IssueNotice(head, new NoticeId(target), p.department(), p.said());
            }
            case "answerNotice" -> {
                NoticeAnswerPayload p = Json.mapper().treeToValue(payload, NoticeAnswerPayload.class);
                yield new Aside.AnswerNotice(head, new NoticeId(target), p.base(), p.to(), p.text());
            }
            case "openDebrief", "commentDebrief", "signDebrief", "reopenDebrief" ->
                DebriefCodec.decode(head, type, new DebriefId(target), payload);
            default -> throw new IllegalArgumentException("unknown command type");
        };
    }

    private record MovePayload(int base, Move move, Plea plea) {}

    private record NoticePayload(DepartmentId department, DepartmentNotice.Said said) {}

    private record NoticeAnswerPayload(int base, DepartmentNotice.State to, String text) {}

    private record PlanPayload(RuleId rule, boolean go, String reason) {}

    private record ConfirmPayload(CaseId caseId, String note) {}

    private record RejectPayload(String reason, String note) {}

    private record CheckPayload(String effect, String note) {}

    private record EvidencePayload(String fileId, Footage footage, String note) {}

    private record NotePayload(String text, List<Aside.Enclosure> files) {}

    private record AskPayload(DepartmentId department, String what) {}

    private record ShiftPayload(Instant since, String note) {}

    private record CampaignPayload(
            String name,
            String goal,
            Campaign.Bounds bounds,
            @Nullable DepartmentId lead) {}

    private record ShelfPayload(int minutes, String reason) {}

    private record HandPayload(@Nullable SeatId from) {}

    private record EndPayload(String summary) {}

    private record SignPayload(String note) {}

    private record DayPayload(boolean on) {}

    private record StoryPayload(CaseId caseId, int step) {}

    private record TextPayload(String text) {}

    private record StepPayload(String step) {}

    private record TickPayload(String step, boolean done) {}

    private record PrintPayload(String form) {}

    private record CallPayload(DepartmentId department, boolean reached, String note) {}

    private record PatrolPayload(PatrolPlan.Task task, boolean retired) {}

    private record LookPayload(Instant slot, PatrolRound.Seen seen) {}

    private record PointPayload(int place, int edition, InspectionCard.Sheet sheet) {}

    private record ReplyPayload(InspectionReply.Form form) {}

    private record ScenePayload(
            String base,
            @Nullable WallScene content,
            @Nullable WallRules rules) {}

    private record SendPayload(WallOrder order, List<CommandId> replaces) {}

    private record TakeOffPayload(List<CommandId> placements, String reason) {}

    private record HaltPayload(boolean halt, String reason) {}
}
