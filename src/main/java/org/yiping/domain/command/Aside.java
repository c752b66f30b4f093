package org.yiping.domain.command;

// long because every command beside a case's way is here and few lines

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
import org.yiping.domain.hall.HallId;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.inspection.InspectionCard;
import org.yiping.domain.inspection.InspectionId;
import org.yiping.domain.inspection.InspectionReply;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolPlanId;
import org.yiping.domain.patrol.PatrolRound;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.DebriefComment;
import org.yiping.domain.room.DebriefId;
import org.yiping.domain.shift.HandoverId;
import org.yiping.domain.video.BroadcastId;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;

/// What is asked for beside a case's way: it takes no transition of the workflow. Immutable; any thread.
public sealed interface Aside extends Command {
    /// What it is about as the wire names it: a case, a rule, or `*`.
    String target();

    /// None, unless it says so: most are of no case.
    @Override
    default @Nullable CaseId about() {
        return null;
    }

    /// Let a rule do at once what it has announced on a case, or never (放行、否决).
    record DecidePlan(Head head, CaseId caseId, RuleId rule, boolean go, String reason) implements Aside {
        @Override
        public String target() {
            return caseId.value();
        }

        @Override
        public CaseId about() {
            return caseId;
        }
    }

    /// A terminal says how far a dispatch got there (送达、已读): `step` is delivered or opened.
    record Acknowledge(Head head, CaseId caseId, String step) implements Aside {
        @Override
        public String target() {
            return caseId.value();
        }

        @Override
        public CaseId about() {
            return caseId;
        }
    }

    /// Somebody answers for a case that calls (告警确认).
    record AnswerAlarm(Head head, CaseId caseId) implements Aside {
        @Override
        public String target() {
            return caseId.value();
        }

        @Override
        public @Nullable CaseId about() {
            return null; // nothing of the case waits for it, and nobody's next step
        }
    }

    /// Put a case that calls aside for some minutes, and say why (告警搁置).
    record ShelveAlarm(Head head, CaseId caseId, int minutes, String reason) implements Aside {
        @Override
        public String target() {
            return caseId.value();
        }

        @Override
        public CaseId about() {
            return caseId;
        }
    }

    /// Somebody called a department on the call list (电话催办), and reached it or not.
    record NoteCall(Head head, CaseId caseId, DepartmentId department, boolean reached, String note) implements Aside {
        @Override
        public String target() {
            return caseId.value();
        }

        @Override
        public CaseId about() {
            return caseId;
        }
    }

    /// Ask another department to help the one that has the case (协办): with what.
    record AskAssistance(Head head, CaseId caseId, DepartmentId department, String what) implements Aside {
        @Override
        public String target() {
            return caseId.value();
        }

        @Override
        public CaseId about() {
            return caseId;
        }
    }

    /// A department that was asked to help says what it did (协办反馈).
    record ReportBack(Head head, CaseId caseId, String text) implements Aside {
        @Override
        public String target() {
            return caseId.value();
        }

        @Override
        public CaseId about() {
            return caseId;
        }
    }

    /// Write something down on a case, with photos, sounds or films (备注、附件).
    record AddNote(Head head, CaseId caseId, String text, List<Enclosure> files) implements Aside {
        public AddNote {
            files = List.copyOf(files);
        }

        @Override
        public String target() {
            return caseId.value();
        }

        @Override
        public CaseId about() {
            return caseId;
        }
    }

    /// Put what a camera saw into a case (视频取证): a file already uploaded, its facts and a word on it.
    record AddEvidence(Head head, CaseId caseId, String fileId, Footage footage, String note) implements Aside {
        public AddEvidence {
            Objects.requireNonNull(fileId);
            Objects.requireNonNull(footage);
            Objects.requireNonNull(note);
        }

        @Override
        public String target() {
            return caseId.value();
        }

        @Override
        public CaseId about() {
            return caseId;
        }
    }

    /// Take a case out of the hand it is seen in (接管): of that seat, or of nobody's.
    record TakeCase(Head head, CaseId caseId, @Nullable SeatId from) implements Aside {
        @Override
        public String target() {
            return caseId.value();
        }

        @Override
        public CaseId about() {
            return caseId;
        }
    }

    /// A file already uploaded: `phase` an open code (before, verify, after, check, note); `pairOf` the photo before
    /// that this one shows afterwards (前后对比).
    record Enclosure(String fileId, String phase, @Nullable String pairOf) {}

    /// Tick a step of the case's class off, or take that back (步骤勾选).
    record TickStep(Head head, CaseId caseId, String step, boolean done) implements Aside {
        @Override
        public String target() {
            return caseId.value();
        }

        @Override
        public CaseId about() {
            return caseId;
        }
    }

    /// Say that the case's file was put on paper or into a document (打印卷宗): `form` is paper or pdf. It is written
    /// down before anything is given out.
    record NotePrint(Head head, CaseId caseId, String form) implements Aside {
        @Override
        public String target() {
            return caseId.value();
        }

        @Override
        public CaseId about() {
            return caseId;
        }
    }

    /// Sign a shift off (交班): from `since` until now. The platform then makes its card.
    record HandOver(Head head, HandoverId handover, Instant since, String note) implements Aside {
        @Override
        public String target() {
            return handover.value();
        }
    }

    /// Sign for a shift's card and take over (接班).
    record TakeOver(Head head, HandoverId handover, String note) implements Aside {
        @Override
        public String target() {
            return handover.value();
        }
    }

    /// Plan a special campaign, or change one that has not been ended (专项整治).
    record PlanCampaign(
            Head head,
            CampaignId campaign,
            String name,
            String goal,
            Campaign.Bounds bounds,
            @Nullable DepartmentId lead)
            implements Aside {
        @Override
        public String target() {
            return campaign.value();
        }
    }

    /// End a special campaign, before its time too, and say what came of it.
    record EndCampaign(Head head, CampaignId campaign, String summary) implements Aside {
        @Override
        public String target() {
            return campaign.value();
        }
    }

    /// Open the hall to strangers, whose screens then hide what is personal, or close it again (开放日).
    record TurnOpenDay(Head head, HallId hall, boolean on) implements Aside {
        @Override
        public String target() {
            return hall.value();
        }
    }

    /// Tell the open day's visitors a story as far as this step, or end it with step 0 (演示).
    record TellStory(Head head, HallId hall, CaseId caseId, int step) implements Aside {
        @Override
        public String target() {
            return hall.value();
        }
    }

    /// Make a case of what a recogniser saw (确认立案), under a new id.
    record ConfirmCapture(Head head, CaptureId capture, CaseId caseId, String note) implements Aside {
        @Override
        public String target() {
            return capture.value();
        }
    }

    /// Say that what a recogniser saw is no case (误报), and why: a code of the city's rules.
    record RejectCapture(Head head, CaptureId capture, String reason, String note) implements Aside {
        @Override
        public String target() {
            return capture.value();
        }
    }

    /// Say whether what was said through a loudspeaker helped: `effect` is cleared or remains (喊话效果核查); unheard takes
    /// notice of what failed.
    record CheckBroadcast(Head head, BroadcastId broadcast, String effect, String note) implements Aside {
        @Override
        public String target() {
            return broadcast.value();
        }
    }

    /// Make a list of cameras to be walked, change it or put it away (巡逻计划).
    record PlanPatrol(Head head, PatrolPlanId plan, PatrolPlan.Task task, boolean retired) implements Aside {
        @Override
        public String target() {
            return plan.value();
        }
    }

    /// Say what was seen at one camera of the round that began at `slot` (视频巡逻); an outcome `case` makes a case of it
    /// under the new id given.
    record PatrolLook(Head head, PatrolPlanId plan, Instant slot, PatrolRound.Seen seen) implements Aside {
        @Override
        public String target() {
            return plan.value();
        }
    }

    /// Write down what was found at a point of an inspection (点位卡): `edition` is the one it was made from, 0 for none.
    /// One problem at most may be new; it becomes a case.
    record InspectPoint(Head head, InspectionId inspection, int place, int edition, InspectionCard.Sheet sheet)
            implements Aside {
        @Override
        public String target() {
            return inspection.value();
        }
    }

    /// Enter what somebody answered (问卷录入).
    record EnterReply(Head head, InspectionId inspection, InspectionReply.Form form) implements Aside {
        @Override
        public String target() {
            return inspection.value();
        }
    }

    /// Save a scene of the wall or, under the name `wall`, its rules (场景编辑); neither takes back what was saved, so that
    /// the city's file or the shipped scene stands again. `base` is the version it was made from.
    record SaveScene(
            Head head,
            SceneId scene,
            String base,
            @Nullable WallScene content,
            @Nullable WallRules rules) implements Aside {
        @Override
        public String target() {
            return scene.value();
        }
    }

    /// Put something on a wall, in the place of what is named in `replaces` (上大屏); refused where something else
    /// is.
    record SendToWall(Head head, WallId wall, WallOrder order, List<CommandId> replaces) implements Aside {
        public SendToWall {
            replaces = replaces == null ? List.of() : List.copyOf(replaces); // absent on the wire
        }

        @Override
        public String target() {
            return wall.value();
        }
    }

    /// Take what stands on a wall off it (下屏), and why where it is somebody else's.
    record TakeOffWall(Head head, WallId wall, List<CommandId> placements, String reason) implements Aside {
        public TakeOffWall {
            placements = List.copyOf(placements);
        }

        @Override
        public String target() {
            return wall.value();
        }
    }

    /// Take a step of an assessment (考核): `base` is how many were taken before, so that two do not take one at once.
    record MoveAssessment(Head head, AssessmentId assessment, int base, Move move, Plea plea) implements Aside {
        @Override
        public String target() {
            return assessment.value();
        }
    }

    /// Call a department to account (问责通报、督办), under a new id.
    record IssueNotice(Head head, NoticeId notice, DepartmentId department, DepartmentNotice.Said said)
            implements Aside {
        @Override
        public String target() {
            return notice.value();
        }
    }

    /// Answer such a notice, or judge the answer; `base` is how many words there were before.
    record AnswerNotice(Head head, NoticeId notice, int base, DepartmentNotice.State to, String text) implements Aside {
        @Override
        public String target() {
            return notice.value();
        }
    }

    /// What is done in the review room (复盘).
    sealed interface Debriefing extends Aside {
        DebriefId debrief();

        @Override
        default String target() {
            return debrief().value();
        }

        record Open(Head head, DebriefId debrief, String title, Debrief.Subject subject) implements Debriefing {}

        /// Say something of a moment (点评).
        record Comment(Head head, DebriefId debrief, int edition, DebriefComment.Pin pin, String text)
                implements Debriefing {}

        /// End it with a verdict (签署); `comments` is how many the signer has seen.
        record Sign(Head head, DebriefId debrief, int edition, String verdict, String summary, int comments)
                implements Debriefing {}

        /// Open a signed one again, as a new edition.
        record Reopen(Head head, DebriefId debrief, int edition, String reason) implements Debriefing {}
    }

    /// Stop a rule or let it work again (停用、启用); no rule means all of them.
    record HaltRule(Head head, @Nullable RuleId rule, boolean halt, String reason) implements Aside {
        /// All rules.
        public static final String ALL = "*";

        @Override
        public String target() {
            return rule == null ? ALL : rule.value();
        }
    }
}
